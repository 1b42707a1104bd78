// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/recordqueries.h"

#include <QDate>
#include <QTimeZone>

namespace earshot {

/** Which days are meant; which moments that are depends on zone and clock. */
struct TimeRange {
    enum class Kind { Today, Yesterday, Last7Days, Last30Days, ThisMonth, LastMonth, Everything, Days };

    Kind kind = Kind::Today;
    QDate first; ///< of Days, both included
    QDate last;

    friend bool operator==(const TimeRange &, const TimeRange &) = default;
};

/** From the first moment of its first day to, not including, that of the day after its last. Ranges that reach today
 * are open at their end. */
TimeInterval intervalOf(const TimeRange &range, const QTimeZone &zone, Timestamp now);

/** The same number of days just before; nothing for Everything. */
std::optional<TimeInterval> intervalBefore(const TimeRange &range, const QTimeZone &zone, Timestamp now);

/** As settings keep it: `today`, `last-7-days`, `2026-05-04..2026-05-08`; nothing for what is none. */
QString timeRangeText(const TimeRange &range);
std::optional<TimeRange> timeRangeFromText(QStringView text);

} // namespace earshot
