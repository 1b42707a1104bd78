// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/platformdecoder.h"

namespace earshot {

/** eigi.ai (docs/platforms/eigi.md): `event` and `payload` by query or form, and the conversation object of its API.
 * The payload is what counts: it alone makes the digest, and its own `event` wins over the form's. */
class EigiDecoder final : public PlatformDecoder
{
public:
    QString platform() const override;
    Decoded decode(const Delivery &delivery, const Source &source) const override;
};

} // namespace earshot
