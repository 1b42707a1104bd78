// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/circuitbreaker.h"

#include <algorithm>

namespace earshot {

CircuitBreaker::CircuitBreaker(const BreakerSettings &settings, BreakerState state)
    : m_settings(settings)
    , m_state(state)
    , m_wait(settings.firstWait)
{
}

bool CircuitBreaker::note(bool works, Timestamp now)
{
    switch (m_state) {
    case BreakerState::Closed:
        return noteClosed(works, now);
    case BreakerState::Open:
        return false;
    case BreakerState::Probing:
        return noteProbe(works, now);
    }
    Q_UNREACHABLE();
}

/** What has left the window is forgotten. */
void CircuitBreaker::recall(bool works, Timestamp at)
{
    m_outcomes.push_back({at, works});
    m_failures += works ? 0 : 1;
    while (m_outcomes.front().at <= at - m_settings.window) {
        m_failures -= m_outcomes.front().works ? 0 : 1;
        m_outcomes.pop_front();
    }
}

bool CircuitBreaker::noteClosed(bool works, Timestamp now)
{
    recall(works, now);
    if (works || !failsTooOften())
        return false;
    open(now);
    return true;
}

bool CircuitBreaker::failsTooOften() const
{
    const int count = int(m_outcomes.size());
    return count >= m_settings.least && m_failures >= m_settings.share * count;
}

bool CircuitBreaker::noteProbe(bool works, Timestamp now)
{
    if (!works) {
        open(now);
        return true;
    }
    if (++m_probed < m_settings.successes)
        return false;
    close();
    return true;
}

void CircuitBreaker::open(Timestamp now)
{
    m_state = BreakerState::Open;
    m_openUntil = now + m_wait;
    m_wait = std::min(m_wait * 2, m_settings.longestWait);
    m_probed = 0;
}

void CircuitBreaker::probe()
{
    m_state = BreakerState::Probing;
}

void CircuitBreaker::close()
{
    *this = CircuitBreaker(m_settings);
}

} // namespace earshot
