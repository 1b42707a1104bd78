// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/timerange.h"

#include <QDateTime>

#include <array>

namespace earshot {
namespace {

constexpr QLatin1StringView c_dots("..");

struct Word {
    TimeRange::Kind kind;
    QLatin1StringView text;
};

constexpr std::array c_words = {
    Word{TimeRange::Kind::Today, QLatin1StringView("today")},
    Word{TimeRange::Kind::Yesterday, QLatin1StringView("yesterday")},
    Word{TimeRange::Kind::Last7Days, QLatin1StringView("last-7-days")},
    Word{TimeRange::Kind::Last30Days, QLatin1StringView("last-30-days")},
    Word{TimeRange::Kind::ThisMonth, QLatin1StringView("this-month")},
    Word{TimeRange::Kind::LastMonth, QLatin1StringView("last-month")},
    Word{TimeRange::Kind::Everything, QLatin1StringView("everything")},
};

/** Both included. */
struct Days {
    QDate first;
    QDate last;
};

QDate firstOfMonth(QDate day)
{
    return QDate(day.year(), day.month(), 1);
}

/** Nothing for Everything, and for Days without dates. */
std::optional<Days> daysOf(const TimeRange &range, QDate today)
{
    switch (range.kind) {
    case TimeRange::Kind::Today:
        return Days{today, today};
    case TimeRange::Kind::Yesterday:
        return Days{today.addDays(-1), today.addDays(-1)};
    case TimeRange::Kind::Last7Days:
        return Days{today.addDays(-6), today};
    case TimeRange::Kind::Last30Days:
        return Days{today.addDays(-29), today};
    case TimeRange::Kind::ThisMonth:
        return Days{firstOfMonth(today), today};
    case TimeRange::Kind::LastMonth:
        return Days{firstOfMonth(today).addMonths(-1), firstOfMonth(today).addDays(-1)};
    case TimeRange::Kind::Everything:
        return std::nullopt;
    case TimeRange::Kind::Days:
        break;
    }
    return range.first.isValid() && range.last.isValid() ? std::optional(Days{range.first, range.last}) : std::nullopt;
}

QDate todayIn(const QTimeZone &zone, Timestamp now)
{
    const auto milliseconds = std::chrono::floor<std::chrono::milliseconds>(now);
    return QDateTime::fromMSecsSinceEpoch(milliseconds.time_since_epoch().count(), zone).date();
}

Timestamp startOf(QDate day, const QTimeZone &zone)
{
    return fromMicroseconds(day.startOfDay(zone).toMSecsSinceEpoch() * 1000);
}

} // namespace

TimeInterval intervalOf(const TimeRange &range, const QTimeZone &zone, Timestamp now)
{
    const QDate today = todayIn(zone, now);
    const auto days = daysOf(range, today);
    if (!days)
        return {};
    TimeInterval interval{startOf(days->first, zone), std::nullopt};
    if (days->last < today)
        interval.until = startOf(days->last.addDays(1), zone);
    return interval;
}

std::optional<TimeInterval> intervalBefore(const TimeRange &range, const QTimeZone &zone, Timestamp now)
{
    const auto days = daysOf(range, todayIn(zone, now));
    if (!days)
        return std::nullopt;
    const qint64 count = days->first.daysTo(days->last) + 1;
    return TimeInterval{startOf(days->first.addDays(-count), zone), startOf(days->first, zone)};
}

QString timeRangeText(const TimeRange &range)
{
    const auto word = std::ranges::find(c_words, range.kind, &Word::kind);
    if (word != c_words.end())
        return word->text;
    return range.first.toString(Qt::ISODate) + c_dots + range.last.toString(Qt::ISODate);
}

std::optional<TimeRange> timeRangeFromText(QStringView text)
{
    const auto word = std::ranges::find_if(c_words, [text](const Word &known) { return text == known.text; });
    if (word != c_words.end())
        return TimeRange{word->kind, {}, {}};
    const qsizetype dots = text.indexOf(c_dots);
    if (dots < 0)
        return std::nullopt;
    const QDate first = QDate::fromString(text.left(dots).toString(), Qt::ISODate);
    const QDate last = QDate::fromString(text.mid(dots + c_dots.size()).toString(), Qt::ISODate);
    if (!first.isValid() || !last.isValid() || last < first)
        return std::nullopt;
    return TimeRange{TimeRange::Kind::Days, first, last};
}

} // namespace earshot
