// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/destinationanswer.h"
#include "models/base/clock.h"

#include <chrono>
#include <variant>

namespace earshot {

/** How long and how often a record is tried. */
struct RetrySettings {
    std::chrono::milliseconds base{5000}; ///< longest wait after the first attempt; doubles with each
    std::chrono::milliseconds cap = std::chrono::hours(1); ///< longest wait of all
    int attempts = 12; ///< then it is parked
    std::chrono::seconds window = std::chrono::hours(24); ///< from the first attempt; then it is parked
    std::chrono::seconds longestRetryAfter = std::chrono::hours(24); ///< most that a destination may ask for
};

/** Attempts at one version so far, this one included. */
struct Attempts {
    int count = 1;
    Timestamp first;
};

/** The destination has the record. */
struct Sent {
};

/** The record is tried again then. */
struct RetryAt {
    Timestamp time;
    QString reason;
};

/** This record is given up until a person looks at it. */
struct Park {
    QString reason;
};

/** Nothing can be sent to the destination until a person looks at it; the record waits. */
struct PauseDestination {
    QString reason;
};

using Decision = std::variant<Sent, RetryAt, Park, PauseDestination>;

/** What an answer means for a record. 2xx is success, but for 202 and HTML, which prove nothing (a front that hides a
 * broken application answers so). 401 and 403 pause the destination; 408, 423, 425, 429, 477 and 5xx are tried again,
 * like no answer; any other is final. Waits are what Retry-After says, else exponential with full jitter: @p random is
 * in [0, 1). A pure function. */
Decision decide(const DestinationAnswer &answer, const Attempts &attempts, Timestamp now, double random,
                const RetrySettings &settings);

} // namespace earshot
