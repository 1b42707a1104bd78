// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/recordqueries.h"

#include "models/store/recordrow.h"

namespace earshot {

SqlCondition recordCondition(RecordKind kind, const RecordSelection &selection)
{
    QStringList parts;
    QVariantList binds;
    if (selection.interval.from) {
        parts.append(recordTime(kind) + QLatin1StringView(" >= ?"));
        binds.append(toMicroseconds(*selection.interval.from));
    }
    if (selection.interval.until) {
        parts.append(recordTime(kind) + QLatin1StringView(" < ?"));
        binds.append(toMicroseconds(*selection.interval.until));
    }
    if (!selection.filter.sql.isEmpty())
        parts.append(selection.filter.sql);
    const QString all = parts.isEmpty() ? QStringLiteral("1") : parts.join(QLatin1StringView(" AND "));
    return {all, binds + selection.filter.binds};
}

Result<qint64> readRecords(const Database &database, RecordKind kind, const RecordSelection &selection,
                           const RecordVisitor &visit)
{
    const SqlCondition condition = recordCondition(kind, selection);
    const QString sql =
        QStringLiteral("%1 WHERE %2 ORDER BY %3").arg(recordSelect(kind), condition.sql, recordOrder(kind));
    auto rows = database.run(sql, condition.binds); // one statement sees one moment
    if (!rows)
        return std::unexpected(rows.error());

    qint64 count = 0;
    Record record;
    while (rows->next()) {
        readRecord(*rows, kind, record);
        if (!visit(record))
            return failure(ErrorCode::Cancelled, QStringLiteral("cancelled"));
        ++count;
    }
    if (const auto ended = rows->ended(); !ended)
        return std::unexpected(ended.error());
    return count;
}

} // namespace earshot
