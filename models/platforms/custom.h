// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/platformdecoder.h"

namespace earshot {

/** Any other sender (docs/platforms/custom.md): every JSON value and every form becomes one visible event, with the
 * type and the time that its top says, and belongs to no conversation. */
class CustomDecoder final : public PlatformDecoder
{
public:
    QString platform() const override;
    Decoded decode(const Delivery &delivery, const Source &source) const override;
};

} // namespace earshot
