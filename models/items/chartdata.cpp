// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/chartdata.h"

#include "models/items/chartbins.h"
#include "models/store/recordrow.h"

#include <QDateTime>

#include <algorithm>

namespace earshot {
namespace {

constexpr RecordKind c_kind = RecordKind::Conversations;

QString columns()
{
    return QStringLiteral(
        R"(c."time", c."outcome", c."status", c."agent", c."duration_s", c."answered_at" IS NOT NULL,)"
        R"( c."estimated_value_minor", c."currency")");
}

std::optional<qint64> numberAt(const Statement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.integer(column));
}

ChartedConversation conversationAt(const Statement &row)
{
    return {fromMicroseconds(row.integer(0)),
            row.text(1),
            row.text(2),
            row.text(3),
            numberAt(row, 4),
            row.integer(5) != 0,
            numberAt(row, 6),
            row.text(7)};
}

/** Shows @p take the chosen conversations in no particular order. */
template <typename Take>
Result<void> readCharted(const Database &database, const RecordSelection &selection, const std::atomic_bool &stop,
                         const Take &take)
{
    const SqlCondition condition = recordCondition(c_kind, selection);
    auto rows = database.run(QStringLiteral("SELECT %1 %2 WHERE %3").arg(columns(), recordFrom(c_kind), condition.sql),
                             condition.binds);
    if (!rows)
        return std::unexpected(rows.error());
    while (rows->next()) {
        if (stop)
            return failure(ErrorCode::Cancelled, QStringLiteral("stopped"));
        take(conversationAt(*rows));
    }
    return rows->ended();
}

/** The period before is only looked at as far as the scope has got in its own: a Tuesday at ten is compared with the
 * Monday until ten. */
std::optional<TimeInterval> comparableBefore(const ScopeQuery &scope, Timestamp now)
{
    auto before = intervalBefore(scope.range(), scope.zone(), now);
    const TimeInterval own = intervalOf(scope.range(), scope.zone(), now);
    if (scope.namesItsTime() || !before || !before->from || !before->until || !own.from)
        return std::nullopt;
    const qint64 days = localDate(*before->from, scope.zone()).daysTo(localDate(*own.from, scope.zone()));
    const auto milliseconds = std::chrono::floor<std::chrono::milliseconds>(now).time_since_epoch().count();
    const QDateTime then = QDateTime::fromMSecsSinceEpoch(milliseconds, scope.zone()).addDays(-days);
    const Timestamp reached{std::chrono::milliseconds(then.toMSecsSinceEpoch())};
    before->until = std::clamp(reached, *before->from, *before->until);
    return before;
}

void addBefore(QList<ChartCount> &counts, const QList<ChartCount> &before)
{
    for (const ChartCount &old : before) {
        const auto found = std::ranges::find_if(counts, [&](const ChartCount &count) {
            return count.value == old.value && count.value.isNull() == old.value.isNull();
        });
        if (found != counts.end())
            found->before = old.count;
        else
            counts.append({old.value, 0, old.count});
    }
}

Result<void> compareWithBefore(const Database &database, const RecordSelection &selection, ChartData &data,
                               const std::atomic_bool &stop)
{
    data.intervalBefore = comparableBefore(data.scope, data.computedAt);
    if (!data.intervalBefore)
        return {};
    ChartTally tally(data.scope.zone());
    const auto read = readCharted(database, {selection.filter, *data.intervalBefore}, stop,
                                  [&](const ChartedConversation &conversation) { tally.add(conversation); });
    if (!read)
        return read;
    data.before = tally.total().figures();
    addBefore(data.outcomes, tally.outcomes());
    addBefore(data.statuses, tally.statuses());
    return {};
}

Result<void> countLeftOut(const Database &database, const RecordSelection &selection, ChartData &data)
{
    if (data.scope.namesItsTime())
        return {};
    const SqlCondition all = recordCondition(c_kind, {{}, selection.interval});
    const auto count =
        database.value(QStringLiteral("SELECT count(*) %1 WHERE %2").arg(recordFrom(c_kind), all.sql), all.binds);
    if (!count)
        return std::unexpected(count.error());
    data.leftOut = std::max<qint64>(0, count->toLongLong() - data.figures.total);
    return {};
}

std::size_t durationBin(qint64 durationSeconds)
{
    const qint64 bin = std::max<qint64>(0, durationSeconds) / ChartData::c_durationBinSeconds;
    return std::size_t(std::min<qint64>(bin, ChartData::c_durationBins - 1));
}

} // namespace

Result<ChartData> countForCharts(const Database &database, const ScopeQuery &scope, Timestamp now,
                                 const std::atomic_bool &stop)
{
    const RecordSelection selection = scope.selection(c_kind, now);
    ChartData data;
    data.scope = scope;
    data.computedAt = now;
    ChartTally tally(scope.zone());
    const auto read = readCharted(database, selection, stop, [&](const ChartedConversation &conversation) {
        tally.add(conversation);
        if (conversation.durationSeconds)
            ++data.durations[durationBin(*conversation.durationSeconds)];
    });
    if (!read)
        return std::unexpected(read.error());
    data.figures = tally.total().figures();
    data.outcomes = tally.outcomes();
    data.statuses = tally.statuses();
    data.agents = tally.agents();
    data.series = seriesOf(data.outcomes);
    fillBins(data, tally, selection.interval);
    if (const auto compared = compareWithBefore(database, selection, data, stop); !compared)
        return std::unexpected(compared.error());
    if (const auto counted = countLeftOut(database, selection, data); !counted)
        return std::unexpected(counted.error());
    return data;
}

} // namespace earshot
