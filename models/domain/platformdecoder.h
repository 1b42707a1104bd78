// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/event.h"
#include "models/domain/source.h"

namespace earshot {

/** Turns one platform's deliveries into events. A decoder keeps no state between deliveries, so one instance serves
 * every thread. What is wrong with a delivery is part of the answer, never an error: it is kept and shown. */
class PlatformDecoder
{
public:
    virtual ~PlatformDecoder() = default;

    /** Stable key, as in a source's `platform`. */
    virtual QString platform() const = 0;

    /** Times are in UTC, naive ones read in the source's zone. Any thread; may take seconds for a hostile body. */
    virtual Decoded decode(const Delivery &delivery, const Source &source) const = 0;
};

/** Finds the decoder of a platform; null for a platform that this version does not know. How the store reaches the
 * decoders, which it does not link. */
class DecoderRegistry
{
public:
    virtual ~DecoderRegistry() = default;
    virtual const PlatformDecoder *decoderFor(QStringView platform) const = 0;
};

} // namespace earshot
