// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"

#include <QList>

namespace earshot {

/** From one moment until, not including, another. */
struct TimeSpan {
    Timestamp from;
    Timestamp until;

    bool isEmpty() const { return until <= from; }

    std::chrono::microseconds length() const { return isEmpty() ? std::chrono::microseconds(0) : until - from; }

    friend bool operator==(const TimeSpan &, const TimeSpan &) = default;
};

/** In their order, none empty, none touching another; merged() makes a list so. */
using TimeSpans = QList<TimeSpan>;

/** What both have; empty where they do not meet. */
TimeSpan intersection(const TimeSpan &a, const TimeSpan &b);

TimeSpans merged(TimeSpans spans);
TimeSpans intersection(const TimeSpans &spans, const TimeSpan &within);
TimeSpans intersection(const TimeSpans &a, const TimeSpans &b);

/** What @p within has besides @p spans. */
TimeSpans complement(const TimeSpans &spans, const TimeSpan &within);

std::chrono::microseconds length(const TimeSpans &spans);

} // namespace earshot
