// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/event.h"
#include "models/domain/source.h"

#include <memory>
#include <vector>

namespace earshot {

/** A journalled delivery after its decoder, on its way to the projection. */
struct DecodedDelivery {
    qint64 id = 0;
    Timestamp receivedAt;
    bool looped = false;
    std::shared_ptr<const Source> source;
    Decoded decoded;
};

using DecodedBatch = std::vector<DecodedDelivery>;

} // namespace earshot
