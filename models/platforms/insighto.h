// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/platformdecoder.h"

namespace earshot {

/** Insighto.ai (docs/platforms/insighto.md): one JSON envelope in four generations, told apart by the members that are
 * there. Its own documents send some events under another's name, so where name and shape disagree the shape decides.
 */
class InsightoDecoder final : public PlatformDecoder
{
public:
    QString platform() const override;
    Decoded decode(const Delivery &delivery, const Source &source) const override;
};

} // namespace earshot
