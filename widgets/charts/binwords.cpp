// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/binwords.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>

namespace earshot {
namespace {

/** Whose words these are, for translators. */
class BinWords
{
    Q_DECLARE_TR_FUNCTIONS(BinWords)
};

QDateTime localTime(Timestamp time, const QTimeZone &zone)
{
    const auto milliseconds = std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch().count();
    return QDateTime::fromMSecsSinceEpoch(milliseconds, zone);
}

QString shortDate(const QDate &date, const QLocale &locale)
{
    //: day and month, as in 14 May; see Qt's QLocale::toString
    return locale.toString(date, BinWords::tr("d MMM"));
}

QString longDate(const QDate &date, const QLocale &locale)
{
    //: day, month and year, as in 14 May 2026; see Qt's QLocale::toString
    return locale.toString(date, BinWords::tr("d MMM yyyy"));
}

QString clockText(const QDateTime &time, const QLocale &locale)
{
    return locale.toString(time.time(), QStringLiteral("HH:mm"));
}

QString fromTo(const QString &from, const QString &to)
{
    //: a range of days or hours
    return BinWords::tr("%1 – %2").arg(from, to);
}

QString daysText(const QDate &first, const QDate &last, const QLocale &locale, bool withYear)
{
    const QString end = withYear ? longDate(last, locale) : shortDate(last, locale);
    if (first == last)
        return end;
    if (first.year() != last.year())
        return fromTo(longDate(first, locale), longDate(last, locale));
    if (first.month() == last.month() && end.startsWith(locale.toString(last.day())))
        return fromTo(locale.toString(first.day()), end);
    return fromTo(shortDate(first, locale), end);
}

QDate lastDate(const ChartBin &bin, const QTimeZone &zone)
{
    return localTime(bin.until - std::chrono::microseconds(1), zone).date();
}

/** Steps between names that people count in. */
std::span<const qsizetype> namedSteps(BinStep step)
{
    static constexpr std::array<qsizetype, 6> hours = {1, 2, 3, 6, 12, 24};
    static constexpr std::array<qsizetype, 6> days = {1, 2, 5, 7, 14, 28};
    static constexpr std::array<qsizetype, 7> weeks = {1, 2, 4, 8, 13, 26, 52};
    static constexpr std::array<qsizetype, 6> months = {1, 2, 3, 6, 12, 24};
    static constexpr std::array<qsizetype, 6> years = {1, 2, 5, 10, 20, 50};
    switch (step) {
    case BinStep::Hour:
        return hours;
    case BinStep::Day:
        return days;
    case BinStep::Week:
        return weeks;
    case BinStep::Month:
        return months;
    case BinStep::Year:
        return years;
    }
    Q_UNREACHABLE();
}

/** The number that round ones are told by: hours by the clock, days by the calendar. */
qsizetype roundNumber(const ChartBin &bin, BinStep step, const QTimeZone &zone)
{
    const QDateTime start = localTime(bin.from, zone);
    switch (step) {
    case BinStep::Hour:
        return start.time().hour();
    case BinStep::Day:
        return start.date().day();
    case BinStep::Week:
        return 0;
    case BinStep::Month:
        return start.date().month() - 1;
    case BinStep::Year:
        return start.date().year();
    }
    Q_UNREACHABLE();
}

} // namespace

QString binText(const ChartBin &bin, BinStep step, const QTimeZone &zone, const QLocale &locale)
{
    const QDateTime from = localTime(bin.from, zone);
    const QDate date = from.date();
    switch (step) {
    case BinStep::Hour: {
        const QString hours = fromTo(clockText(from, locale), clockText(localTime(bin.until, zone), locale));
        return QString(shortDate(date, locale) + QLatin1StringView(", ") + hours);
    }
    case BinStep::Day:
        return locale.toString(date, BinWords::tr("ddd d MMM"));
    case BinStep::Week:
        //: %1 is the number of a week of the year, %2 its days
        return BinWords::tr("Week %1, %2")
            .arg(QString::number(date.weekNumber()), daysText(date, lastDate(bin, zone), locale, true));
    case BinStep::Month:
        return locale.toString(date, QStringLiteral("MMMM yyyy"));
    case BinStep::Year:
        return QString::number(date.year());
    }
    Q_UNREACHABLE();
}

QString binTick(const ChartBin &bin, BinStep step, const QTimeZone &zone, const QLocale &locale)
{
    const QDateTime from = localTime(bin.from, zone);
    switch (step) {
    case BinStep::Hour:
        return clockText(from, locale);
    case BinStep::Day:
    case BinStep::Week:
        return shortDate(from.date(), locale);
    case BinStep::Month:
        return locale.toString(from.date(), QStringLiteral("MMM yyyy"));
    case BinStep::Year:
        return QString::number(from.date().year());
    }
    Q_UNREACHABLE();
}

QMap<double, QString> binTicks(const ChartData &data, int most, const QLocale &locale)
{
    QMap<double, QString> ticks;
    const qsizetype count = data.bins.size();
    if (count == 0)
        return ticks;
    const QTimeZone &zone = data.scope.zone();
    const std::span<const qsizetype> steps = namedSteps(data.step);
    const auto fitting =
        std::ranges::find_if(steps, [&](qsizetype step) { return (count + step - 1) / step <= std::max(1, most); });
    const qsizetype step = fitting != steps.end() ? *fitting : std::max<qsizetype>(1, count / std::max(1, most));
    qsizetype first = 0;
    while (first + 1 < std::min(step, count) && roundNumber(data.bins[first], data.step, zone) % step != 0)
        ++first;
    if (roundNumber(data.bins[first], data.step, zone) % step != 0)
        first = 0;
    for (qsizetype i = first; i < count; i += step)
        ticks.insert(double(i), binTick(data.bins[i], data.step, zone, locale));
    const ChartBin &last = data.bins.last();
    if (data.step != BinStep::Day || data.computedAt < last.from || data.computedAt >= last.until)
        return ticks;
    if (count > 1 && !ticks.isEmpty() && ticks.lastKey() > double(count - 1) - double(step) * 0.5)
        ticks.remove(ticks.lastKey());
    //: below the last column of a chart: the day of today
    ticks.insert(double(count - 1), BinWords::tr("today"));
    return ticks;
}

QString intervalText(const TimeInterval &interval, const QTimeZone &zone, const QLocale &locale, bool withYear)
{
    if (!interval.from || !interval.until)
        return {};
    const QDateTime from = localTime(*interval.from, zone);
    const QDateTime until = localTime(*interval.until, zone);
    const bool areDays = from == from.date().startOfDay(zone) && until == until.date().startOfDay(zone);
    if (areDays)
        return daysText(from.date(), std::max(from.date(), until.date().addDays(-1)), locale, withYear);
    const QString begin = QString(shortDate(from.date(), locale) + QLatin1StringView(", ") + clockText(from, locale));
    if (from.date() == until.date())
        return fromTo(begin, clockText(until, locale));
    return fromTo(begin, QString(shortDate(until.date(), locale) + QLatin1StringView(", ") + clockText(until, locale)));
}

} // namespace earshot
