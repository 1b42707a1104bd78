// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/circuitbreaker.h"

#include <QHash>

namespace earshot {

/** The circuit breakers of the destinations, kept in step with the store: what they count survives a restart, and who
 * resumes a destination closes its breaker. All inside the caller's transaction, only on the writer's thread. */
class Breakers
{
public:
    explicit Breakers(const BreakerSettings &settings)
        : m_settings(settings)
    {
    }

    /** How many records may be under way to an active destination, of @p most: none while it is held, one while it is
     * being probed. What is over by now is ended. */
    Result<int> room(const Database &database, const Destination &destination, int most, Timestamp now);

    /** How an attempt at the destination with that id ended. @p reason is of the last failure. */
    Result<void> note(const Database &database, qint64 destination, bool works, const QString &reason, Timestamp now);

private:
    Result<CircuitBreaker *> breakerOf(const Database &database, const Destination &destination, Timestamp now);
    Result<void> end(const Database &database, const Destination &destination, CircuitBreaker &breaker);

    const BreakerSettings m_settings;
    QHash<qint64, CircuitBreaker> m_breakers;
};

/** Holds the destination with that id until then, if it is not held for longer. */
Result<void> holdAtLeast(const Database &database, qint64 destination, Timestamp until, const QString &reason);

} // namespace earshot
