// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/breakers.h"

#include "models/store/outboxlog.h"

#include <algorithm>

namespace earshot {
namespace {

/** Nothing for one that was removed. */
Result<std::optional<Destination>> destinationOf(const Database &database, qint64 id)
{
    const auto known = destinations::all(database);
    if (!known)
        return std::unexpected(known.error());
    const auto found = std::ranges::find(*known, id, &Destination::id);
    return found == known->cend() ? std::nullopt : std::optional(*found);
}

} // namespace

Result<CircuitBreaker *> Breakers::breakerOf(const Database &database, const Destination &destination, Timestamp now)
{
    auto known = m_breakers.find(destination.id);
    if (known != m_breakers.end()) {
        if (known->state() != destination.breaker) // a person has resumed it, or a change was not stored
            *known = CircuitBreaker(m_settings, destination.breaker);
        return &*known;
    }
    const auto ends = outboxlog::recent(database, destination.id, now - m_settings.window);
    if (!ends)
        return std::unexpected(ends.error());
    CircuitBreaker breaker(m_settings, destination.breaker);
    if (breaker.state() == BreakerState::Closed) {
        for (const auto &[at, works] : *ends)
            breaker.recall(works, at);
    }
    return &*m_breakers.insert(destination.id, breaker);
}

/** Its time of rest is over. */
Result<void> Breakers::end(const Database &database, const Destination &destination, CircuitBreaker &breaker)
{
    if (breaker.state() == BreakerState::Open) {
        breaker.probe();
        const auto stored = destinations::setBreaker(database, destination.id, BreakerState::Probing);
        if (!stored)
            return stored;
    }
    return destination.holdUntil ? destinations::hold(database, destination.id, std::nullopt, {}) : Result<void>();
}

Result<int> Breakers::room(const Database &database, const Destination &destination, int most, Timestamp now)
{
    if (destination.holdUntil && now < *destination.holdUntil)
        return 0;
    const auto breaker = breakerOf(database, destination, now);
    if (!breaker)
        return std::unexpected(breaker.error());
    if (const auto ended = end(database, destination, **breaker); !ended)
        return std::unexpected(ended.error());
    return (*breaker)->state() == BreakerState::Probing ? 1 : most;
}

Result<void> Breakers::note(const Database &database, qint64 id, bool works, const QString &reason, Timestamp now)
{
    const auto destination = destinationOf(database, id);
    if (!destination)
        return std::unexpected(destination.error());
    if (!*destination)
        return {};
    const auto breaker = breakerOf(database, **destination, now);
    if (!breaker)
        return std::unexpected(breaker.error());
    if (!(*breaker)->note(works, now))
        return {};
    const auto stored = destinations::setBreaker(database, id, (*breaker)->state());
    if (!stored || (*breaker)->state() != BreakerState::Open)
        return stored;
    return holdAtLeast(database, id, (*breaker)->openUntil(), QStringLiteral("it keeps failing: %1").arg(reason));
}

Result<void> holdAtLeast(const Database &database, qint64 id, Timestamp until, const QString &reason)
{
    const auto destination = destinationOf(database, id);
    if (!destination)
        return std::unexpected(destination.error());
    if (!*destination || ((*destination)->holdUntil && *(*destination)->holdUntil >= until))
        return {};
    return destinations::hold(database, id, until, reason);
}

} // namespace earshot
