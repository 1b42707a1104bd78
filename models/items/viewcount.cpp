// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/viewcount.h"

#include "models/items/valuecounts.h"
#include "models/store/recordrow.h"
#include "models/store/snapshot.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace earshot {
namespace {

constexpr qint64 c_mostIds = 50'000; // some megabytes a view

QString idColumn(RecordKind kind)
{
    return kind == RecordKind::Deliveries ? QStringLiteral(R"(d."id")") : QStringLiteral(R"(c."id")");
}

QString tableOf(RecordKind kind)
{
    return kind == RecordKind::Deliveries ? QStringLiteral("delivery") : QStringLiteral("conversation");
}

Result<QList<qint64>> idsWhere(const Database &database, RecordKind kind, const RecordSelection &selection,
                               const QString &more, const QVariantList &binds)
{
    const SqlCondition condition = recordCondition(kind, selection);
    auto rows = database.run(
        QStringLiteral("SELECT %1 %2 WHERE %3 %4").arg(idColumn(kind), recordFrom(kind), condition.sql, more),
        condition.binds + binds);
    if (!rows)
        return std::unexpected(rows.error());
    QList<qint64> ids;
    while (rows->next())
        ids.append(rows->integer(0));
    if (const auto ended = rows->ended(); !ended)
        return std::unexpected(ended.error());
    return ids;
}

Result<SeenRowsPtr> remember(const Database &database, RecordKind kind, const RecordSelection &selection)
{
    auto seen = std::make_shared<SeenRows>();
    const auto newest = database.value(QStringLiteral(R"(SELECT max("id") FROM %1)").arg(tableOf(kind)));
    if (!newest)
        return std::unexpected(newest.error());
    seen->newest = newest->toLongLong();
    if (kind == RecordKind::Deliveries)
        return seen;
    const auto ids = idsWhere(database, kind, selection, QStringLiteral("LIMIT %1").arg(c_mostIds + 1), {});
    if (!ids)
        return std::unexpected(ids.error());
    seen->isWhole = ids->size() <= c_mostIds;
    if (seen->isWhole)
        seen->ids = QSet<qint64>(ids->begin(), ids->end());
    return seen;
}

/** Deliveries do not change, so the new ones are those that came since. */
Result<qint64> countNewDeliveries(const Database &database, RecordSelection selection, qint64 newest)
{
    const SqlCondition since{QStringLiteral(R"((d."id" > ?))"), {newest}};
    selection.filter =
        selection.filter.sql.isEmpty()
            ? since
            : SqlCondition{QString(selection.filter.sql + u" AND " + since.sql), selection.filter.binds + since.binds};
    return countRecords(database, RecordKind::Deliveries, selection);
}

Result<qint64> countNewConversations(const Database &database, const RecordSelection &selection,
                                     const ViewCountRequest &request)
{
    if (request.touched.isEmpty())
        return 0;
    QJsonArray touched;
    for (const qint64 id : request.touched)
        touched.append(id);
    const QString list = QString::fromUtf8(QJsonDocument(touched).toJson(QJsonDocument::Compact));
    const auto ids = idsWhere(database, RecordKind::Conversations, selection,
                              QStringLiteral(R"(AND c."id" IN (SELECT "value" FROM json_each(?)))"), {list});
    if (!ids)
        return std::unexpected(ids.error());
    const SeenRows &seen = *request.seen;
    return std::ranges::count_if(*ids,
                                 [&](qint64 id) { return seen.isWhole ? !seen.ids.contains(id) : id > seen.newest; });
}

Result<ViewCount> countView(const Database &database, const ViewCountRequest &request, Timestamp now)
{
    const RecordKind kind = request.view.kind;
    const RecordSelection selection = request.view.query.selection(kind, now);
    const auto rows = countRecords(database, kind, selection);
    if (!rows)
        return std::unexpected(rows.error());
    ViewCount count{request.view.id, *rows, 0, request.seen};
    if (!request.seen) {
        const auto seen = remember(database, kind, selection);
        if (!seen)
            return std::unexpected(seen.error());
        count.seen = *seen;
        return count;
    }
    const auto newRows = kind == RecordKind::Deliveries ? countNewDeliveries(database, selection, request.seen->newest)
                                                        : countNewConversations(database, selection, request);
    if (!newRows)
        return std::unexpected(newRows.error());
    count.newRows = *newRows;
    return count;
}

} // namespace

Result<QList<ViewCount>> countViews(const Database &database, const QList<ViewCountRequest> &requests, Timestamp now)
{
    return readSnapshot<QList<ViewCount>>(database, [&]() -> Result<QList<ViewCount>> {
        QList<ViewCount> counts;
        for (const ViewCountRequest &request : requests) {
            auto count = countView(database, request, now);
            if (!count)
                return std::unexpected(count.error());
            counts.append(*std::move(count));
        }
        return counts;
    });
}

} // namespace earshot
