// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/destinations.h"

#include <deque>

namespace earshot {

struct BreakerSettings {
    int least = 10; ///< outcomes within the window, before it may open
    double share = 0.7; ///< of them failures, from which it opens
    std::chrono::seconds window{300};
    std::chrono::milliseconds firstWait = std::chrono::seconds(30); ///< doubles with each probe that fails
    std::chrono::milliseconds longestWait = std::chrono::minutes(10);
    int successes = 5; ///< of probes, one after the other, that close it
};

/** Notices that a destination keeps failing, so that it is left alone for a while and then tried with one record at a
 * time. The time is passed in. A plain value. */
class CircuitBreaker
{
public:
    /** @p state as it was left by an earlier run. */
    explicit CircuitBreaker(const BreakerSettings &settings = {}, BreakerState state = BreakerState::Closed);

    BreakerState state() const { return m_state; }

    /** Until when nothing is to be sent while it is open. */
    Timestamp openUntil() const { return m_openUntil; }

    /** How an attempt ended: whether the destination works. What was begun before it opened counts no more. True where
     * that changes the state. */
    bool note(bool works, Timestamp now);

    /** How an attempt of an earlier run ended; in their order, before any note(). Does not open it. */
    void recall(bool works, Timestamp at);

    /** The wait is over: what comes next is a probe. */
    void probe();

private:
    struct Outcome {
        Timestamp at;
        bool works = true;
    };

    bool noteClosed(bool works, Timestamp now);
    bool noteProbe(bool works, Timestamp now);
    void open(Timestamp now);
    void close();
    bool failsTooOften() const;

    BreakerSettings m_settings;
    BreakerState m_state;
    std::deque<Outcome> m_outcomes; ///< of the window
    int m_failures = 0; ///< among them
    int m_probed = 0; ///< probes that went well since it was open
    std::chrono::milliseconds m_wait; ///< the next time that it opens
    Timestamp m_openUntil{};
};

} // namespace earshot
