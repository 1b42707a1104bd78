// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/listqueries.h"

#include "models/store/idlist.h"
#include "models/store/recordrow.h"

namespace earshot {
namespace {

QLatin1StringView aliasOf(RecordKind kind)
{
    return QLatin1StringView(kind == RecordKind::Deliveries ? "d" : "c");
}

/** Null where the kind does not have it. */
QLatin1StringView sortColumn(RecordKind kind, ListSort sort)
{
    const bool isDelivery = kind == RecordKind::Deliveries;
    switch (sort) {
    case ListSort::Time:
        break;
    case ListSort::Source:
        return QLatin1StringView(R"(src."name")");
    case ListSort::Status:
        return QLatin1StringView(isDelivery ? nullptr : R"(c."status")");
    case ListSort::Contact:
        return QLatin1StringView(
            isDelivery ? nullptr : R"(coalesce(c."contact_name", c."contact_phone", c."contact_email", c."from"))");
    case ListSort::Duration:
        return QLatin1StringView(isDelivery ? nullptr : R"(c."duration_s")");
    case ListSort::Outcome:
        return QLatin1StringView(isDelivery ? nullptr : R"(c."outcome")");
    case ListSort::Size:
        return QLatin1StringView(isDelivery ? R"(d."bytes")" : nullptr);
    case ListSort::State:
        return QLatin1StringView(isDelivery ? R"(coalesce(f."state", 'received'))" : nullptr);
    }
    return {};
}

/** What is selected beside the id, and what follows ORDER BY. */
struct SortSql {
    QString order;
    QString orderBy;
};

SortSql sortSql(const ListQuery &query)
{
    const QLatin1StringView direction(query.isDescending ? " DESC" : "");
    const QString id = aliasOf(query.kind) + QLatin1StringView(".\"id\"") + direction;
    const QLatin1StringView column = sortColumn(query.kind, query.sort);
    const QString time = recordTime(query.kind);
    if (column.isEmpty())
        return {time, QString(time + direction + QLatin1StringView(", ") + id)};
    if (isSortedByText(query.sort))
        return {QStringLiteral("0"),
                QStringLiteral("%1 IS NULL, %1 COLLATE NOCASE%2, %3%2, %4").arg(column, direction, time, id)};
    const QLatin1StringView unknown(query.isDescending ? "-9223372036854775808" : "9223372036854775807");
    const QString order = QStringLiteral("coalesce(%1, %2)").arg(column, unknown);
    return {order, QString(order + direction + QLatin1StringView(", ") + id)};
}

/** Without the tables that neither condition nor order names: then an index alone may hold the answer. */
QString leanFrom(RecordKind kind, const QString &used)
{
    const bool needsSource = used.contains(QLatin1StringView("src.\""));
    const bool needsFinding = used.contains(QLatin1StringView("f.\""));
    if (kind == RecordKind::Conversations && !needsSource)
        return QStringLiteral("FROM conversation c");
    if (kind == RecordKind::Deliveries && !needsSource && !needsFinding)
        return QStringLiteral("FROM delivery d");
    return recordFrom(kind);
}

Result<ListKeys> readKeys(Statement &rows, std::atomic<qint64> *found)
{
    constexpr std::size_t step = 1000;
    ListKeys keys;
    while (rows.next()) {
        keys.push_back({rows.integer(0), rows.integer(1)});
        if (found && keys.size() % step == 0)
            found->store(qint64(keys.size()), std::memory_order_relaxed);
    }
    if (const auto ended = rows.ended(); !ended)
        return std::unexpected(ended.error());
    return keys;
}

} // namespace

bool isSortedByText(ListSort sort)
{
    return sort != ListSort::Time && sort != ListSort::Duration && sort != ListSort::Size;
}

QString listKeysSql(const ListQuery &query)
{
    const QString condition = recordCondition(query.kind, query.selection).sql;
    const SortSql sort = sortSql(query);
    return QStringLiteral("SELECT %1, %2.\"id\" %3 WHERE %4 ORDER BY %5")
        .arg(sort.order, aliasOf(query.kind), leanFrom(query.kind, QString(condition + sort.orderBy)), condition,
             sort.orderBy);
}

Result<ListKeys> listKeys(const Database &database, const ListQuery &query, qint64 most, std::atomic<qint64> *found)
{
    QString sql = listKeysSql(query);
    if (most > 0)
        sql += QLatin1StringView(" LIMIT ") + QString::number(most);
    auto rows = database.run(sql, recordCondition(query.kind, query.selection).binds);
    if (!rows)
        return std::unexpected(rows.error());
    return readKeys(*rows, found);
}

Result<ListKeys> listKeysOf(const Database &database, const ListQuery &query, const QList<qint64> &ids)
{
    const SqlCondition condition = recordCondition(query.kind, query.selection);
    const QLatin1StringView alias = aliasOf(query.kind);
    // CROSS JOIN: the few ids come first, whatever index the condition could use.
    const QString from =
        recordFrom(query.kind)
            .replace(0, int(qstrlen("FROM")), QStringLiteral("FROM json_each(?) AS wanted CROSS JOIN"));
    auto rows = database.run(QStringLiteral("SELECT %1, %2.\"id\" %3 WHERE %2.\"id\" = wanted.\"value\" AND (%4)")
                                 .arg(sortSql(query).order, alias, from, condition.sql),
                             QVariantList{idList(ids)} + condition.binds);
    if (!rows)
        return std::unexpected(rows.error());
    return readKeys(*rows, nullptr);
}

} // namespace earshot
