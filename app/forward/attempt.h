// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/breakers.h"
#include "app/forward/retrypolicy.h"
#include "app/forward/shipment.h"
#include "models/store/outboxlog.h"

#include <QHash>
#include <QJsonObject>

#include <vector>

namespace earshot {

/** An attempt that the store knows has begun. */
struct Attempt {
    qint64 id = 0; ///< in the log of attempts
    Shipment shipment; ///< but for the secrets, and for the body where it is to be rendered
    std::optional<QJsonObject> toRender; ///< the conversation, where its wanted version is not rendered yet
    Attempts soFar; ///< this one included
    StepStates steps; ///< as earlier attempts left them
    std::optional<CrmPerson> person; ///< known for the shipment's contact key
};

/** Attempts to make now, and when there will be more. */
struct AttemptRound {
    std::vector<Attempt> attempts;
    std::optional<Timestamp> nextDue;
};

/** A row that is being sent. */
struct InFlight {
    qint64 destination = 0;
    PersonKey person;
};

using RowsInFlight = QHash<qint64, InFlight>;

/** What a round of attempts is begun with. */
struct RoundRequest {
    RowsInFlight inFlight;
    QHash<QString, int> mostByKind; ///< records under way at once to a destination of each kind there is
    Timestamp now;
};

/** Begins an attempt at every due row, as long as its destination has room for it; one whose contact is being written
 * to waits. A row keeps to the version it was rendered with while nobody knows whether that was written; else the
 * newest is to be rendered. A row whose conversation is gone is parked, a destination of an unknown kind paused. On the
 * writer's thread, in a transaction. */
Result<AttemptRound> beginAttempts(const Database &database, Breakers &breakers, const RoundRequest &request);

/** Keeps what the mapping made of the attempt's conversation. On the writer's thread, in a transaction. */
Result<void> storeRendered(const Database &database, const Attempt &attempt, const QByteArray &body, Timestamp now);

/** What an attempt came to. */
struct AttemptEnd {
    Decision decision;
    std::optional<bool> works; ///< whether it says that its destination does
    DestinationAnswer answer; ///< the last one
    QList<LoggedExchange> log;
};

/** Stores what an attempt came to. On the writer's thread, in a transaction. */
Result<void> endAttempt(const Database &database, Breakers &breakers, const Attempt &attempt, const AttemptEnd &end,
                        Timestamp now);

} // namespace earshot
