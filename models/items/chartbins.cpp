// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/chartbins.h"

#include <QDateTime>

#include <algorithm>

namespace earshot {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

/** Legends and menus name outcomes in this order; one's own words come after. */
qsizetype legendPlace(const QString &outcome)
{
    static const QStringList order = {QStringLiteral("booked"),         QStringLiteral("quoted"),
                                      QStringLiteral("follow_up"),      QStringLiteral("no_answer"),
                                      QStringLiteral("not_interested"), QStringLiteral("spam"),
                                      QStringLiteral("wrong_number"),   QStringLiteral("other")};
    const qsizetype place = order.indexOf(outcome);
    return place < 0 ? order.size() : place;
}

Timestamp endOf(const ChartTally::Hour &hour)
{
    return hour.start + hours(1);
}

/** A filter that names its time has no range: then the bins go from the first conversation to the last. */
TimeInterval closedInterval(const ChartData &data, const ChartTally &tally, const TimeInterval &asked)
{
    const QTimeZone &zone = data.scope.zone();
    const bool isEmpty = tally.hours().empty();
    const QDate today = localDate(data.computedAt, zone);
    const QDate first = isEmpty ? today : tally.hours().begin()->first.localDate();
    QDate last = isEmpty ? today : std::prev(tally.hours().end())->first.localDate();
    if (data.scope.namesItsTime() && !isEmpty && first.daysTo(last) <= 1)
        return {tally.hours().begin()->first.start, endOf(std::prev(tally.hours().end())->first)};
    if (!data.scope.namesItsTime())
        last = std::max(last, today);
    TimeInterval closed = asked;
    if (!closed.from)
        closed.from = startOfDay(first, zone);
    if (!closed.until)
        closed.until = std::max(startOfDay(last.addDays(1), zone), *closed.from);
    return closed;
}

/** Bins of which only the ends are known. Where clocks change within an hour that hour is shorter, so that bins neither
 * overlap nor leave gaps. */
QList<ChartBin> hourBins(const TimeInterval &interval, ChartTally &tally)
{
    QList<ChartBin> bins;
    for (Timestamp from = *interval.from; from < *interval.until;) {
        const Timestamp until = std::min(endOf(tally.hourOf(from)), *interval.until);
        bins.append({from, until, {}, {}});
        from = until;
    }
    return bins;
}

QList<ChartBin> dayBins(const TimeInterval &interval, const QTimeZone &zone, BinStep step)
{
    QList<ChartBin> bins;
    QDate start = periodStart(localDate(*interval.from, zone), step);
    for (;;) {
        const QDate next = nextPeriod(start, step);
        const Timestamp from = std::max(startOfDay(start, zone), *interval.from);
        const Timestamp until = std::min(startOfDay(next, zone), *interval.until);
        if (from >= until)
            return bins;
        bins.append({from, until, {}, {}});
        start = next;
    }
}

QList<qint64> seriesCounts(const ChartTally::Cell &cell, const QList<ChartSeries> &series)
{
    QList<qint64> counts;
    qint64 rest = cell.sum.total() - cell.count({});
    for (const ChartSeries &one : series) {
        const qint64 count = one.kind == ChartSeries::Kind::Outcome    ? cell.count(one.outcome)
                             : one.kind == ChartSeries::Kind::Untagged ? cell.count({})
                                                                       : rest;
        if (one.kind == ChartSeries::Kind::Outcome)
            rest -= count;
        counts.append(count);
    }
    return counts;
}

void fillFigures(ChartData &data, const ChartTally &tally)
{
    std::vector<FigureSum> sums(std::size_t(data.bins.size()));
    for (ChartBin &bin : data.bins)
        bin.counts.resize(data.series.size());
    for (const auto &[hour, cell] : tally.hours()) {
        const auto after = std::ranges::upper_bound(data.bins, cell.time, {}, &ChartBin::from);
        const auto place = std::max<std::ptrdiff_t>(0, after - data.bins.begin() - 1);
        sums[std::size_t(place)].add(cell.sum);
        const QList<qint64> counts = seriesCounts(cell, data.series);
        for (qsizetype i = 0; i < counts.size(); ++i)
            data.bins[place].counts[i] += counts[i];
    }
    for (qsizetype i = 0; i < data.bins.size(); ++i)
        data.bins[i].figures = sums[std::size_t(i)].figures();
}

} // namespace

BinStep stepFor(qint64 days)
{
    if (days <= 2)
        return BinStep::Hour;
    if (days <= 92)
        return BinStep::Day;
    if (days <= qint64(5 * 366))
        return BinStep::Week;
    return days <= qint64(25 * 366) ? BinStep::Month : BinStep::Year;
}

QDate periodStart(const QDate &day, BinStep step)
{
    switch (step) {
    case BinStep::Hour:
    case BinStep::Day:
        return day;
    case BinStep::Week:
        return day.addDays(1 - day.dayOfWeek());
    case BinStep::Month:
        return QDate(day.year(), day.month(), 1);
    case BinStep::Year:
        return QDate(day.year(), 1, 1);
    }
    Q_UNREACHABLE();
}

QDate nextPeriod(const QDate &start, BinStep step)
{
    switch (step) {
    case BinStep::Hour:
    case BinStep::Day:
        return start.addDays(1);
    case BinStep::Week:
        return start.addDays(7);
    case BinStep::Month:
        return start.addMonths(1);
    case BinStep::Year:
        return start.addYears(1);
    }
    Q_UNREACHABLE();
}

Timestamp startOfDay(const QDate &day, const QTimeZone &zone)
{
    return Timestamp(std::chrono::milliseconds(day.startOfDay(zone).toMSecsSinceEpoch()));
}

QDate localDate(Timestamp time, const QTimeZone &zone)
{
    const auto second = std::chrono::floor<seconds>(time).time_since_epoch().count();
    return QDateTime::fromSecsSinceEpoch(second, zone).date();
}

QList<ChartSeries> seriesOf(const QList<ChartCount> &outcomes)
{
    QList<ChartSeries> series;
    ChartSeries others{ChartSeries::Kind::Others, {}, 0, 0};
    ChartSeries untagged{ChartSeries::Kind::Untagged, {}, 0, 0};
    const auto tagged = std::ranges::count_if(outcomes, [](const ChartCount &one) { return !one.value.isNull(); });
    // "other" joins the others where there are any: the two would look alike.
    const auto canBeNamed = [tagged](const QString &outcome) {
        return tagged <= ChartData::c_namedSeries || outcome != QLatin1StringView("other");
    };
    for (const ChartCount &outcome : outcomes) {
        if (outcome.value.isNull()) {
            untagged.count = outcome.count;
        } else if (series.size() < ChartData::c_namedSeries && canBeNamed(outcome.value)) {
            series.append({ChartSeries::Kind::Outcome, outcome.value, 0, outcome.count});
        } else {
            ++others.merged;
            others.count += outcome.count;
        }
    }
    std::ranges::stable_sort(series, {}, [](const ChartSeries &one) { return legendPlace(one.outcome); });
    if (others.merged > 0)
        series.append(others);
    if (untagged.count > 0)
        series.append(untagged);
    return series;
}

void fillBins(ChartData &data, ChartTally &tally, const TimeInterval &asked)
{
    const QTimeZone &zone = data.scope.zone();
    data.interval = closedInterval(data, tally, asked);
    const QDate first = localDate(*data.interval.from, zone);
    const Timestamp lastMoment = std::max(*data.interval.from, *data.interval.until - std::chrono::microseconds(1));
    const QDate last = localDate(lastMoment, zone);
    data.step = stepFor(first.daysTo(last) + 1);

    data.bins = data.step == BinStep::Hour ? hourBins(data.interval, tally) : dayBins(data.interval, zone, data.step);
    if (!data.bins.isEmpty())
        fillFigures(data, tally);
    for (const auto &[hour, cell] : tally.hours())
        data.weekHours[std::size_t(hour.localDate().dayOfWeek() - 1)][std::size_t(hour.localHour())] +=
            cell.sum.total();
}

} // namespace earshot
