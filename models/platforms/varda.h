// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/platformdecoder.h"

namespace earshot {

/** Varda (docs/platforms/varda.md): JSON envelopes of `event`, `timestamp` and `data`. Calls and conversations have ids
 * of their own that overlap, hence two scopes; an outcome's `id` is the tag's, and its `call_session_id` the call. */
class VardaDecoder final : public PlatformDecoder
{
public:
    QString platform() const override;
    Decoded decode(const Delivery &delivery, const Source &source) const override;
};

} // namespace earshot
