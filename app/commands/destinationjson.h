// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/destinations.h"
#include "models/store/outbox.h"

namespace earshot {

/** A destination and what is in its outbox. */
struct ListedDestination {
    Destination destination;
    QHash<OutboxState, qint64> counts;
    qint64 asking = 0; ///< of the parked rows, those that ask
};

Result<ListedDestination> listedDestination(const Database &database, const Destination &destination);

/** As `destination list --json` and `show --json` print it. */
QJsonObject toJson(const ListedDestination &one);

/** How it does: its state, unless it is held or its breaker is not closed. */
QString conditionWords(const Destination &destination);
/** Why; empty while all is well. */
QString conditionReason(const Destination &destination);
/** Which conversations go there. */
QString ruleWords(const Destination &destination);

} // namespace earshot
