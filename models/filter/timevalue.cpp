// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/timevalue.h"

#include "models/filter/valuereader.h"

#include <QDateTime>
#include <QRegularExpression>

namespace earshot::filter {
namespace {

constexpr int c_firstYear = 1970; // as in readIsoText()
constexpr int c_lastYear = 2200;
constexpr auto c_moment = std::chrono::microseconds(1);

bool isWord(QStringView text, QLatin1StringView word)
{
    return text.compare(word, Qt::CaseInsensitive) == 0;
}

std::optional<TimeValue> readCalendarPeriod(QStringView text)
{
    static const QRegularExpression pattern(QStringLiteral(R"(\A([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\z)"));
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const bool hasMonth = match.hasCaptured(2);
    const bool hasDay = match.hasCaptured(3);
    CalendarPeriod period;
    period.year = match.capturedView(1).toInt();
    period.month = hasMonth ? match.capturedView(2).toInt() : 1;
    period.day = hasDay ? match.capturedView(3).toInt() : 1;
    period.unit = hasDay     ? CalendarPeriod::Unit::Day
                  : hasMonth ? CalendarPeriod::Unit::Month
                             : CalendarPeriod::Unit::Year;
    if (!QDate::isValid(period.year, period.month, period.day) || period.year < c_firstYear || period.year > c_lastYear)
        return std::nullopt;
    return period;
}

std::optional<TimeValue> readClockTime(QStringView text)
{
    static const QRegularExpression pattern(
        QStringLiteral(R"(\A[0-9-]{10}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?([.,][0-9]+)?(?:Z|[+-]|\z))"));
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch() || !readIsoText(text, QTimeZone::utc()))
        return std::nullopt;
    if (match.hasCaptured(2))
        return ClockTime{text.toString(), c_moment};
    if (match.hasCaptured(1))
        return ClockTime{text.toString(), std::chrono::seconds(1)};
    return ClockTime{text.toString(), std::chrono::minutes(1)};
}

std::optional<TimeValue> readRelative(QStringView text)
{
    static const QRegularExpression daysAgo(QStringLiteral(R"(\Atoday-([0-9]{1,4})d\z)"),
                                            QRegularExpression::CaseInsensitiveOption);
    if (isWord(text, QLatin1StringView("today")))
        return DaysAgo{0};
    if (isWord(text, QLatin1StringView("yesterday")))
        return DaysAgo{1};
    if (isWord(text, QLatin1StringView("now")))
        return BeforeNow{};
    if (const auto match = daysAgo.match(text); match.hasMatch())
        return DaysAgo{match.capturedView(1).toInt()};
    if (text.startsWith(QLatin1StringView("now-"), Qt::CaseInsensitive)) {
        if (const auto seconds = readDuration(text.mid(4)))
            return BeforeNow{std::chrono::seconds(*seconds)};
    }
    return std::nullopt;
}

Timestamp startOf(QDate day, const QTimeZone &zone)
{
    return fromMicroseconds(day.startOfDay(zone).toMSecsSinceEpoch() * 1000);
}

QDate todayIn(const FilterContext &context)
{
    const qint64 milliseconds = std::chrono::floor<std::chrono::milliseconds>(context.now).time_since_epoch().count();
    return QDateTime::fromMSecsSinceEpoch(milliseconds, context.zone).date();
}

TimeSpan resolved(const CalendarPeriod &period, const FilterContext &context)
{
    const QDate first(period.year, period.month, period.day);
    const QDate next = period.unit == CalendarPeriod::Unit::Year    ? first.addYears(1)
                       : period.unit == CalendarPeriod::Unit::Month ? first.addMonths(1)
                                                                    : first.addDays(1);
    return {startOf(first, context.zone), startOf(next, context.zone)};
}

TimeSpan resolved(const DaysAgo &ago, const FilterContext &context)
{
    const QDate day = todayIn(context).addDays(-ago.days);
    return {startOf(day, context.zone), startOf(day.addDays(1), context.zone)};
}

TimeSpan resolved(const BeforeNow &before, const FilterContext &context)
{
    const Timestamp moment = context.now - before.distance;
    return {moment, moment + c_moment};
}

TimeSpan resolved(const ClockTime &clock, const FilterContext &context)
{
    const auto read = readIsoText(clock.text, context.zone);
    Q_ASSERT(read); // readClockTime() has read it before
    return {read->time, read->time + clock.length};
}

} // namespace

std::optional<TimeValue> readTimeValue(QStringView text)
{
    if (auto period = readCalendarPeriod(text))
        return period;
    if (auto clock = readClockTime(text))
        return clock;
    return readRelative(text);
}

TimeSpan resolve(const TimeValue &value, const FilterContext &context)
{
    return std::visit([&](const auto &kind) { return resolved(kind, context); }, value);
}

} // namespace earshot::filter
