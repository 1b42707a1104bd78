// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/valuecounts.h"

#include "models/items/facetterms.h"
#include "models/store/recordrow.h"

namespace earshot {
namespace {

constexpr qint64 c_quarter = 15LL * 60 * 1'000'000; // microseconds

Result<Statement> select(const Database &database, RecordKind kind, const RecordSelection &selection,
                         const QString &columns, const QString &after)
{
    const SqlCondition condition = recordCondition(kind, selection);
    return database.run(QStringLiteral("SELECT %1 %2 WHERE %3 %4").arg(columns, recordFrom(kind), condition.sql, after),
                        condition.binds);
}

template <typename T, typename Read>
Result<QList<T>> rowsOf(Result<Statement> found, Read read)
{
    if (!found)
        return std::unexpected(found.error());
    QList<T> rows;
    while (found->next())
        rows.append(read(*found));
    if (const auto ended = found->ended(); !ended)
        return std::unexpected(ended.error());
    return rows;
}

QString durationColumn()
{
    QString sql = QStringLiteral("CASE");
    const auto classes = durationClasses();
    for (std::size_t i = 0; i < classes.size(); ++i) {
        if (classes[i].to)
            sql += QStringLiteral(R"( WHEN c."duration_s" <= %1 THEN %2)").arg(*classes[i].to).arg(i);
        else
            sql += QStringLiteral(R"( WHEN c."duration_s" >= %1 THEN %2)").arg(classes[i].from).arg(i);
    }
    return QString(sql + u" END");
}

} // namespace

Result<QList<ValueCount>> countValues(const Database &database, RecordKind kind, const RecordSelection &selection,
                                      const QString &field, int most)
{
    const FilterField *known = filterSchema(kind).field(field);
    if (!known || known->sql.isNull())
        return failure(ErrorCode::BadArgument, QStringLiteral("\"%1\" has no values to count").arg(field));
    auto found = select(database, kind, selection, QString(known->sql + u" AS counted, count(*)"),
                        QStringLiteral("GROUP BY 1 ORDER BY counted IS NULL, 2 DESC, 1 LIMIT %1").arg(most));
    return rowsOf<ValueCount>(std::move(found),
                              [](const Statement &row) { return ValueCount{row.text(0), row.integer(1)}; });
}

Result<QList<ValueCount>> countDurations(const Database &database, const RecordSelection &selection)
{
    const auto found =
        rowsOf<ValueCount>(select(database, RecordKind::Conversations, selection,
                                  QString(durationColumn() + u", count(*)"), QStringLiteral("GROUP BY 1")),
                           [](const Statement &row) { return ValueCount{row.text(0), row.integer(1)}; });
    if (!found)
        return std::unexpected(found.error());
    QList<ValueCount> counts;
    for (const DurationClass &known : durationClasses()) {
        const QString place = QString::number(counts.size());
        const auto row = std::ranges::find(*found, place, &ValueCount::value);
        counts.append({known.value, row == found->end() ? 0 : row->count});
    }
    return counts;
}

Result<qint64> countRecords(const Database &database, RecordKind kind, const RecordSelection &selection)
{
    const auto rows = rowsOf<qint64>(select(database, kind, selection, QStringLiteral("count(*)"), QString()),
                                     [](const Statement &row) { return row.integer(0); });
    if (!rows)
        return std::unexpected(rows.error());
    return rows->value(0);
}

Result<QList<std::pair<qint64, qint64>>> countQuarters(const Database &database, const RecordSelection &selection)
{
    const QString columns = QStringLiteral(R"(c."time" / %1, count(*))").arg(c_quarter);
    return rowsOf<std::pair<qint64, qint64>>(
        select(database, RecordKind::Conversations, selection, columns, QStringLiteral("GROUP BY 1 ORDER BY 1")),
        [](const Statement &row) { return std::pair(row.integer(0), row.integer(1)); });
}

} // namespace earshot
