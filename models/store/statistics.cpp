// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/statistics.h"

#include "models/store/recordrow.h"
#include "models/store/timetally.h"

#include <array>
#include <limits>

namespace earshot {
namespace {

constexpr RecordKind c_kind = RecordKind::Conversations;

struct GroupingWord {
    Grouping grouping;
    QLatin1StringView word;
    QLatin1StringView column; ///< empty for what goes by time
};

constexpr std::array c_words = {
    GroupingWord{Grouping::Outcome, QLatin1StringView("outcome"), QLatin1StringView(R"(c."outcome")")},
    GroupingWord{Grouping::Status, QLatin1StringView("status"), QLatin1StringView(R"(c."status")")},
    GroupingWord{Grouping::Platform, QLatin1StringView("platform"), QLatin1StringView(R"(src."platform")")},
    GroupingWord{Grouping::Channel, QLatin1StringView("channel"), QLatin1StringView(R"(c."channel")")},
    GroupingWord{Grouping::Day, QLatin1StringView("day"), {}},
    GroupingWord{Grouping::Hour, QLatin1StringView("hour"), {}},
    GroupingWord{Grouping::Agent, QLatin1StringView("agent"), QLatin1StringView(R"(c."agent")")},
    GroupingWord{Grouping::Campaign, QLatin1StringView("campaign"), QLatin1StringView(R"(c."campaign")")},
};

const GroupingWord *wordOf(Grouping grouping)
{
    const auto *const found = std::ranges::find(c_words, grouping, &GroupingWord::grouping);
    return found == c_words.end() ? nullptr : found;
}

Result<Statement> select(const Database &database, const RecordSelection &selection, const QString &columns,
                         const QString &after)
{
    const SqlCondition condition = recordCondition(c_kind, selection);
    return database.run(
        QStringLiteral("SELECT %1 %2 WHERE %3 %4").arg(columns, recordFrom(c_kind), condition.sql, after),
        condition.binds);
}

/** SQLite's total() is a floating number, so that a sum past the largest integer is no error. */
qint64 fromTotal(double total)
{
    constexpr double most = 0x1p63;
    if (total >= most)
        return std::numeric_limits<qint64>::max();
    return total <= -most ? std::numeric_limits<qint64>::min() : qint64(total);
}

/** Counts in the database, one row a value. */
Result<QList<StatisticsRow>> countByColumn(const Database &database, const RecordSelection &selection,
                                           const QString &column)
{
    auto found = select(database, selection, column + QLatin1StringView(R"(, count(*), total(c."duration_s"))"),
                        QStringLiteral("GROUP BY 1 ORDER BY 2 DESC, 1 NULLS LAST"));
    if (!found)
        return std::unexpected(found.error());
    QList<StatisticsRow> rows;
    while (found->next())
        rows.append({found->text(0), {found->integer(1), fromTotal(found->value(2).toDouble())}});
    if (const auto ended = found->ended(); !ended)
        return std::unexpected(ended.error());
    return rows;
}

/** Reads each conversation's time, since a database knows nothing of zones. */
Result<QList<StatisticsRow>> countByTime(const Database &database, const RecordSelection &selection, TimeTally tally)
{
    auto found = select(database, selection, QStringLiteral(R"(c."time", c."duration_s")"), QString());
    if (!found)
        return std::unexpected(found.error());
    while (found->next())
        tally.add(fromMicroseconds(found->integer(0)), {1, found->integer(1)});
    if (const auto ended = found->ended(); !ended)
        return std::unexpected(ended.error());
    return tally.rows();
}

Result<QList<StatisticsRow>> rowsBy(const Database &database, const RecordSelection &selection, Grouping grouping,
                                    const QTimeZone &zone)
{
    if (grouping == Grouping::Day)
        return countByTime(database, selection, TimeTally(TimeTally::Step::Day, zone));
    if (grouping == Grouping::Hour)
        return countByTime(database, selection, TimeTally(TimeTally::Step::Hour, zone));
    const GroupingWord *word = wordOf(grouping);
    return countByColumn(database, selection, word ? QString(word->column) : QStringLiteral("NULL"));
}

} // namespace

Tally &Tally::operator+=(const Tally &other)
{
    count += other.count;
    if (qAddOverflow(durationSeconds, other.durationSeconds, &durationSeconds))
        durationSeconds =
            other.durationSeconds < 0 ? std::numeric_limits<qint64>::min() : std::numeric_limits<qint64>::max();
    return *this;
}

QString groupingText(Grouping grouping)
{
    const GroupingWord *word = wordOf(grouping);
    return word ? QString(word->word) : QString();
}

std::optional<Grouping> groupingFromText(QStringView text)
{
    const auto *const found =
        std::ranges::find_if(c_words, [text](const GroupingWord &known) { return text == known.word; });
    return found == c_words.end() ? std::nullopt : std::optional(found->grouping);
}

std::span<const Grouping> groupings()
{
    static constexpr std::array all = {Grouping::Outcome, Grouping::Status, Grouping::Platform, Grouping::Channel,
                                       Grouping::Day,     Grouping::Hour,   Grouping::Agent,    Grouping::Campaign};
    return all;
}

Result<Statistics> countConversations(const Database &database, const RecordSelection &selection, Grouping grouping,
                                      const QTimeZone &zone)
{
    const auto rows = rowsBy(database, selection, grouping, zone);
    if (!rows)
        return std::unexpected(rows.error());
    Statistics statistics;
    for (const StatisticsRow &row : *rows)
        statistics.total += row.tally;
    if (grouping != Grouping::None)
        statistics.rows = *rows;
    return statistics;
}

} // namespace earshot
