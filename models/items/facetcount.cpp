// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/facetcount.h"

#include "models/items/valuecounts.h"
#include "models/store/snapshot.h"

#include <QDateTime>

#include <array>

namespace earshot {
namespace {

constexpr int c_mostValues = 200;
constexpr qint64 c_quarter = 15LL * 60 * 1'000'000; // microseconds
constexpr qsizetype c_mostDays = 40'000; // a time stamp that is centuries off makes no endless histogram

constexpr std::array c_fields = {QLatin1StringView("status"),  QLatin1StringView("outcome"),
                                 QLatin1StringView("source"),  QLatin1StringView("channel"),
                                 QLatin1StringView("agent"),   QLatin1StringView("dur"),
                                 QLatin1StringView("campaign")};

ScopeQuery withFilter(const ScopeQuery &query, const QString &filter)
{
    return {filter, query.range(), query.zone()};
}

Result<QHash<QString, QString>> platforms(const Database &database)
{
    auto rows = database.run(QStringLiteral(R"(SELECT "name", "platform" FROM source)"));
    if (!rows)
        return std::unexpected(rows.error());
    QHash<QString, QString> platforms;
    while (rows->next())
        platforms.insert(rows->text(0), rows->text(1));
    if (const auto ended = rows->ended(); !ended)
        return std::unexpected(ended.error());
    return platforms;
}

bool hasValue(const FacetGroup &group, const QString &value)
{
    return std::ranges::any_of(group.values, [&](const FacetValue &known) {
        return known.value.isNull() == value.isNull() && known.value.compare(value, Qt::CaseInsensitive) == 0;
    });
}

/** What the filter names can be taken back where nothing has it any more. */
void addNamedValues(FacetGroup &group, const FieldTerms &terms)
{
    const QStringList named = terms.included + terms.excluded;
    for (const QString &value : named) {
        if (!hasValue(group, value))
            group.values.append({value, 0, {}});
    }
}

Result<FacetGroup> countGroup(const Database &database, const ScopeQuery &query, const QString &field, Timestamp now)
{
    const RecordSelection selection =
        withFilter(query, withFieldTerms(query.filter(), field, {})).selection(RecordKind::Conversations, now);
    const auto counts = field == QLatin1StringView("dur")
                            ? countDurations(database, selection)
                            : countValues(database, RecordKind::Conversations, selection, field, c_mostValues);
    if (!counts)
        return std::unexpected(counts.error());
    FacetGroup group{field, {}};
    for (const ValueCount &count : *counts)
        group.values.append({count.value, count.count, {}});
    addNamedValues(group, fieldTerms(query.filter(), field));
    return group;
}

QDate dateOf(Timestamp time, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(toMicroseconds(time) / 1000, zone).date();
}

Timestamp startOf(QDate day, const QTimeZone &zone)
{
    return fromMicroseconds(day.startOfDay(zone).toMSecsSinceEpoch() * 1000);
}

/** The first and the last day that have bins; nothing where there is nothing to show. */
std::optional<std::pair<QDate, QDate>> shownDays(const TimeInterval &interval,
                                                 const QList<std::pair<qint64, qint64>> &found, const QTimeZone &zone,
                                                 Timestamp now)
{
    const auto quarterDay = [&](qint64 quarter) { return dateOf(fromMicroseconds(quarter * c_quarter), zone); };
    std::optional<QDate> first;
    std::optional<QDate> last;
    if (interval.from)
        first = dateOf(*interval.from, zone);
    else if (!found.isEmpty())
        first = quarterDay(found.first().first);
    if (interval.until)
        last = dateOf(*interval.until - std::chrono::microseconds(1), zone);
    else if (!found.isEmpty())
        last = std::max(quarterDay(found.last().first), dateOf(now, zone));
    else
        last = dateOf(now, zone);
    if (!first || *last < *first)
        return std::nullopt;
    return std::pair(*first, std::min(*last, first->addDays(c_mostDays)));
}

/** Where bins begin, and at last where the last one ends. */
QList<Timestamp> edgesOf(QDate first, QDate last, const QTimeZone &zone)
{
    QList<Timestamp> edges;
    if (first == last) {
        const Timestamp end = startOf(first.addDays(1), zone);
        for (Timestamp hour = startOf(first, zone); hour < end; hour += std::chrono::hours(1))
            edges.append(hour);
        edges.append(end);
        return edges;
    }
    for (QDate day = first; day <= last.addDays(1); day = day.addDays(1))
        edges.append(startOf(day, zone));
    return edges;
}

/** A part of the range that the filter's own terms choose is a brush over the whole range; what they choose beyond it
 * is a range of its own. */
TimeInterval shownInterval(const ScopeQuery &query, const TimeInterval &range, Timestamp now)
{
    const auto started = startedInterval(query.filter(), query.zone(), now);
    if (!started)
        return range;
    const bool fromInside = !range.from || (started->from && *started->from >= *range.from);
    const bool untilInside = !range.until || (started->until && *started->until <= *range.until);
    return fromInside && untilInside ? range : *started;
}

Result<void> countHistogram(const Database &database, FacetCount &count, Timestamp now)
{
    const ScopeQuery whole = withFilter(count.query, withoutStarted(count.query.filter()));
    RecordSelection selection = whole.selection(RecordKind::Conversations, now);
    selection.interval = shownInterval(count.query, selection.interval, now);
    const auto found = countQuarters(database, selection);
    if (!found)
        return std::unexpected(found.error());
    const QTimeZone &zone = count.query.zone();
    const auto days = shownDays(selection.interval, *found, zone, now);
    if (!days)
        return {};
    count.isHourly = days->first == days->second;
    const QList<Timestamp> edges = edgesOf(days->first, days->second, zone);
    count.histogramEnd = edges.last();
    for (const Timestamp edge : edges.first(edges.size() - 1))
        count.histogram.append({edge, 0});
    for (const auto &[quarter, records] : *found) {
        const auto after = std::ranges::upper_bound(edges, fromMicroseconds(quarter * c_quarter));
        if (after != edges.begin() && after != edges.end())
            count.histogram[after - edges.begin() - 1].count += records;
    }
    return {};
}

Result<FacetCount> countAll(const Database &database, const ScopeQuery &query, Timestamp now)
{
    FacetCount count;
    count.query = query;
    const auto known = platforms(database);
    if (!known)
        return std::unexpected(known.error());
    for (const QLatin1StringView field : c_fields) {
        auto group = countGroup(database, query, field, now);
        if (!group)
            return std::unexpected(group.error());
        if (field == QLatin1StringView("source")) {
            for (FacetValue &value : group->values)
                value.platform = known->value(value.value);
        }
        count.groups.append(*std::move(group));
    }
    if (const auto counted = countHistogram(database, count, now); !counted)
        return std::unexpected(counted.error());
    return count;
}

} // namespace

Result<FacetCount> countFacets(const Database &database, const ScopeQuery &query, Timestamp now)
{
    return readSnapshot<FacetCount>(database, [&] { return countAll(database, query, now); });
}

} // namespace earshot
