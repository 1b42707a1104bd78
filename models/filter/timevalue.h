// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"

#include <QString>
#include <QTimeZone>

#include <chrono>
#include <optional>
#include <variant>

namespace earshot {

/** What a filter is read against when it is turned into SQL. */
struct FilterContext {
    QTimeZone zone; ///< of days and of times without an offset; valid
    Timestamp now; ///< for `now`, and in the zone for `today`
};

namespace filter {

/** A year, month or day of the zone's calendar. */
struct CalendarPeriod {
    enum class Unit { Year, Month, Day };
    int year = 1970;
    int month = 1;
    int day = 1;
    Unit unit = Unit::Day;
};

/** A whole day, so many days before today. */
struct DaysAgo {
    int days = 0;
};

/** The moment so long before now. */
struct BeforeNow {
    std::chrono::seconds distance{0};
};

/** A time of day on a date, in the zone if it names no offset. */
struct ClockTime {
    QString text; ///< readable by readIsoText()
    std::chrono::microseconds length{1}; ///< a minute, a second or, with decimals, one moment
};

/** A time as a filter names it; which moments it covers depends on zone and clock. */
using TimeValue = std::variant<CalendarPeriod, DaysAgo, BeforeNow, ClockTime>;

/** From begin until, not including, end. */
struct TimeSpan {
    Timestamp begin;
    Timestamp end;
};

/** Reads `2026`, `2026-05`, `2026-05-14`, `2026-05-14T10:21` with or without seconds, decimals and offset, `today`,
 *  `today-7d`, `yesterday`, `now`, `now-2h`; nothing for all else and for years outside 1970–2200. */
std::optional<TimeValue> readTimeValue(QStringView text);

/** What @p value covers. A day is as long as the zone makes it (23 or 25 hours when clocks change). */
TimeSpan resolve(const TimeValue &value, const FilterContext &context);

} // namespace filter
} // namespace earshot
