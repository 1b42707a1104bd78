// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/proof.h"

#include <QtGlobal>

#include <atomic>
#include <chrono>
#include <optional>

namespace earshot {

/** A bucket of RateLimit::burst tokens that fills by RateLimit::perMinute, kept as the one moment at which it will be
 * full again (the generic cell rate algorithm of ITU-T I.371). Any thread. */
class RateLimiter
{
public:
    using Clock = std::chrono::steady_clock;

    explicit RateLimiter(const RateLimit &limit)
        : m_limit(limit)
    {
    }

    const RateLimit &limit() const { return m_limit; }

    /** Takes a token at @p now; where there is none, says after how many seconds there will be one, at least 1. */
    std::optional<std::chrono::seconds> take(Clock::time_point now)
    {
        using std::chrono::nanoseconds;
        const qint64 step = nanoseconds(std::chrono::minutes(1)).count() / qMax(m_limit.perMinute, 1);
        const qint64 slack = step * (qMax(m_limit.burst, 1) - 1);
        const qint64 time = std::chrono::duration_cast<nanoseconds>(now.time_since_epoch()).count();
        qint64 full = m_full.load(std::memory_order_relaxed);
        do {
            if (full - slack > time)
                return std::chrono::ceil<std::chrono::seconds>(nanoseconds(full - slack - time));
        } while (!m_full.compare_exchange_weak(full, qMax(full, time) + step));
        return std::nullopt;
    }

private:
    const RateLimit m_limit;
    std::atomic<qint64> m_full = 0; ///< nanoseconds of the clock
};

} // namespace earshot
