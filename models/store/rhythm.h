// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/coverageledger.h"
#include "models/store/timespans.h"
#include "models/store/zoneoffsets.h"

#include <array>

namespace earshot {

/** How many arrivals are to be expected: a mean, and how far from it a single count may be. */
struct Expectation {
    double mean = 0;
    double variance = 0; ///< of what really comes, given that the rate itself is only known so well

    friend bool operator==(const Expectation &, const Expectation &) = default;
};

/** "About 14, between 8 and 21". */
struct CountRange {
    qint64 low = 0; ///< one time in twenty there are fewer
    qint64 likely = 0;
    qint64 high = 0; ///< one time in twenty there are more

    friend bool operator==(const CountRange &, const CountRange &) = default;
};

/** A negative binomial's 5 % and 95 % quantiles and its rounded mean; a Poisson's where the variance is no larger than
 * the mean. A pure function. */
CountRange countRange(const Expectation &expectation);

/** How often a source usually sends, by the hour of the week on its own clock. An hour of the week that was listened to
 * for less than two and a half hours (three weeks, that is) goes by the same hour of all days, and one of those by the
 * mean of all hours. Rates are arrivals by the time that was listened. */
class Rhythm
{
public:
    /** @p arrivals by quarter; @p listened: when they could come. */
    Rhythm(const QList<ArrivalCount> &arrivals, const TimeSpans &listened, const QTimeZone &zone);

    /** Of that time. */
    Expectation expected(const TimeSpans &spans) const;

private:
    static constexpr std::size_t c_week = 168; // hours
    static constexpr std::size_t c_day = 24;

    struct Slot {
        double hours = 0; ///< listened
        double arrivals = 0;

        void add(const Slot &other);
    };

    using Hours = std::array<double, c_week>;

    std::size_t hourOfWeek(Timestamp time) const;
    /** Hours of @p spans by the hour of the week. */
    Hours hoursOf(const TimeSpans &spans) const;
    const Slot &slotFor(std::size_t hour) const;

    mutable ZoneOffsets m_offsets; ///< a cache
    std::array<Slot, c_week> m_week;
    std::array<Slot, c_day> m_day;
    Slot m_all;
};

} // namespace earshot
