// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/store/database.h"

#include <QJsonObject>
#include <QList>

#include <optional>

namespace earshot {

enum class DestinationState {
    Active,
    Paused, ///< nothing is sent, but rules go on filling its outbox
};

QString destinationStateText(DestinationState state);

/** A destination that keeps failing is left alone for a while. */
enum class BreakerState {
    Closed, ///< all is sent as it comes
    Open, ///< nothing is sent until Destination::holdUntil
    Probing, ///< one record at a time, to see whether it works again
};

QString breakerStateText(BreakerState state);

/** Where conversations are forwarded to. Its token and signing key are secrets and live elsewhere (store/secrets.h,
 * under `key`). */
struct Destination {
    qint64 id = 0;
    QString key; ///< eight random letters, given once
    QString name; ///< unique, without `/`
    QString kind = QStringLiteral("webhook"); ///< a word of destinationKinds()
    QString url;
    QString method = QStringLiteral("POST"); ///< POST, PUT or PATCH
    std::optional<QString> rule; ///< a filter over conversations; empty: every one; nothing: only what a person sends
    QString caFile; ///< absolute path of PEM certificates trusted besides the system's; null for none
    DestinationState state = DestinationState::Active;
    QString reason; ///< why it is paused; null while active
    Timestamp createdAt;
    QJsonObject options; ///< what its kind is told beyond that (store/destinationkinds.h); for all kinds also `words`
                         ///< (tables for the mapping, over those of the kind), `rate` (requests a second) and
                         ///< `concurrency` (records under way)
    QString mapping; ///< a jq program; null for that of its kind
    qint64 mappingVersion = 1; ///< rises when records would be rendered otherwise
    BreakerState breaker = BreakerState::Closed;
    std::optional<Timestamp>
        holdUntil; ///< nothing is begun before, as it asked (Retry-After) or as the breaker is open
    QString holdReason; ///< why; null if it is not held
};

/** The destinations kept in a store. Functions over a connection, in its thread; the changing ones inside the caller's
 * transaction and only for the holder of the writer's role. Whoever changes one has the forwarding rules reloaded. */
namespace destinations {

/** Those not removed, by name. */
Result<QList<Destination>> all(const Database &database);

/** NotFound names the destinations there are. */
Result<Destination> byName(const Database &database, const QString &name);

/** Stores a new destination and gives it its id, and a key where the caller has none for it yet. Errors: BadArgument
 * and FilterSyntax as of checkDestination(), AlreadyExists. */
Result<Destination> add(const Database &database, Destination destination);

/** Sets everything of the destination with that id that a person sets: name, kind, url, method, rule, caFile, options,
 * mapping. Another kind knows nothing of the ids that this one gave. Errors as of add(), NotFound. */
Result<void> change(const Database &database, const Destination &destination);

/** Begins nothing there before @p until; nothing to let it go. */
Result<void> hold(const Database &database, qint64 id, std::optional<Timestamp> until, const QString &reason);

Result<void> setBreaker(const Database &database, qint64 id, BreakerState state);

/** Sends nothing from now on. One that is paused already keeps its first reason. */
Result<void> pause(const Database &database, qint64 id, const QString &reason);

/** Sends again, also where it was held or its breaker had opened, at once and with a full set of attempts for
 * everything that waits. */
Result<void> resume(const Database &database, qint64 id, Timestamp now);

/** Its name is free again; what it has not received is discarded. */
Result<void> remove(const Database &database, qint64 id, Timestamp now);

} // namespace destinations
} // namespace earshot
