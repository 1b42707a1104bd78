// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/recordflow.h"
#include "models/store/outbox.h"

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
    std::optional<OutboxQuestion> question = {}; ///< what the person is asked
    QList<CrmPerson> candidates = {}; ///< of WhichContact
};

/** Nothing can be sent to the destination until a person looks at it; the record waits. */
struct PauseDestination {
    QString reason;
};

/** The destination wants to be left alone until then; the record waits. */
struct HoldDestination {
    Timestamp until;
    QString reason;
};

/** Earshot stops: nothing is known, nothing is stored, and the next run begins with it. */
struct StaysDue {
};

using Decision = std::variant<Sent, RetryAt, Park, PauseDestination, HoldDestination, StaysDue>;

/** What the outcome of an attempt means for a record. Waits are what Retry-After says, else exponential with full
 * jitter: @p random is in [0, 1). A pure function. */
Decision decide(const FlowOutcome &outcome, const Attempts &attempts, Timestamp now, double random,
                const RetrySettings &settings);

/** Whether the outcome says that the destination works, or that it does not; nothing where it says neither, as a lock
 * on one record. */
std::optional<bool> showsThatItWorks(const FlowOutcome &outcome);

} // namespace earshot
