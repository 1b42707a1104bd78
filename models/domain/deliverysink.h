// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"
#include "models/domain/delivery.h"

#include <functional>
#include <optional>

namespace earshot {

/** A delivery on its way into the journal, and who waits for it. */
struct Intake {
    Delivery delivery;
    /** Called once, on the journal's thread: the delivery's id after its commit, or why it is not stored. Must not
     * block. */
    std::move_only_function<void(Result<qint64>)> done;
};

/** What the listener hands deliveries to. Any thread. */
class DeliverySink
{
public:
    virtual ~DeliverySink() = default;

    /** Takes the delivery and answers through `done`, or leaves it alone and says false: the queue is full, come back
     * later. */
    virtual bool offer(Intake &&intake) = 0;

    /** Why deliveries cannot be stored at present (a full disk, a damaged store); nothing while they can. What is
     * offered meanwhile is tried all the same. */
    virtual std::optional<Error> trouble() const { return std::nullopt; }
};

} // namespace earshot
