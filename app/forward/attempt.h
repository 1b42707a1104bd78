// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/recordsender.h"
#include "app/forward/retrypolicy.h"
#include "models/store/database.h"

#include <QHash>

#include <vector>

namespace earshot {

/** An attempt that the store knows has begun. */
struct Attempt {
    qint64 row = 0; ///< of the outbox
    Shipment shipment; ///< but for the secrets
    Attempts soFar; ///< this one included
};

/** Attempts to make now, and when there will be more. */
struct AttemptRound {
    std::vector<Attempt> attempts;
    std::optional<Timestamp> nextDue;
};

/** Outbox rows that are being sent, and to which destination. */
using RowsInFlight = QHash<qint64, qint64>;

/** Begins an attempt at every due row, as long as its destination has less than @p mostPerDestination in flight;
 * renders a version that is sent for the first time. A row whose conversation is gone is parked. On the writer's
 * thread, in a transaction. */
Result<AttemptRound> beginAttempts(const Database &database, const RowsInFlight &inFlight, int mostPerDestination,
                                   Timestamp now);

/** Stores what an attempt came to. On the writer's thread, in a transaction. */
Result<void> endAttempt(const Database &database, const Attempt &attempt, const DestinationAnswer &answer,
                        const Decision &decision, Timestamp now);

} // namespace earshot
