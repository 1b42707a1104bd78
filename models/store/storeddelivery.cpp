// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/storeddelivery.h"

#include "models/store/journal.h"
#include "models/store/recordrow.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace earshot {
namespace {

constexpr auto c_hasBytes = R"(EXISTS (SELECT 1 FROM delivery_body b WHERE b."delivery" = d."id"))";

Delivery deliveryFromRow(const Statement &row)
{
    Delivery delivery;
    delivery.id = row.integer(0);
    delivery.sourceId = row.integer(1);
    delivery.receivedAt = fromMicroseconds(row.integer(2));
    delivery.method = row.text(3).toLatin1();
    delivery.target = row.value(4).toByteArray();
    delivery.headers = headersFromBytes(row.value(5).toByteArray());
    delivery.remote = row.text(6);
    delivery.verdict = row.text(7);
    delivery.looped = row.integer(8) != 0;
    delivery.body = row.value(9).toByteArray();
    return delivery;
}

Result<QList<StoredArrival>> arrivalsOf(const Database &database, const QString &sql, const QVariantList &binds)
{
    auto rows = database.run(sql, binds);
    if (!rows)
        return std::unexpected(rows.error());
    QList<StoredArrival> arrivals;
    while (rows->next())
        arrivals.append({rows->integer(0), fromMicroseconds(rows->integer(1)), rows->integer(2) != 0});
    if (const auto ended = rows->ended(); !ended)
        return std::unexpected(ended.error());
    return arrivals;
}

QString asJson(const QList<qint64> &ids)
{
    QJsonArray array;
    for (const qint64 id : ids)
        array.append(id);
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

/** NotFound for the first of @p ids that is none of @p arrivals (sorted). */
Result<void> checkPresent(const QList<qint64> &ids, const QList<StoredArrival> &arrivals)
{
    for (const qint64 id : ids) {
        if (!std::ranges::binary_search(arrivals, id, {}, &StoredArrival::delivery))
            return failure(ErrorCode::NotFound, QStringLiteral("there is no delivery %1").arg(id));
    }
    return {};
}

} // namespace

Result<StoredDelivery> storedDelivery(const Database &database, qint64 id)
{
    auto rows = database.run(
        QStringLiteral(R"(SELECT d."id", d."source_id", d."received_at", d."method", d."target", d."headers",)"
                       R"( d."remote", d."verdict", d."looped", b."body", b."delivery" IS NOT NULL)"
                       R"( FROM delivery d LEFT JOIN delivery_body b ON b."delivery" = d."id" WHERE d."id" = ?)"),
        {id});
    if (!rows)
        return std::unexpected(rows.error());
    if (rows->next())
        return StoredDelivery{deliveryFromRow(*rows), rows->integer(10) != 0};
    if (const auto ended = rows->ended(); !ended)
        return std::unexpected(ended.error());
    return failure(ErrorCode::NotFound, QStringLiteral("there is no delivery %1").arg(id));
}

Result<QList<StoredArrival>> storedArrivals(const Database &database, const RecordSelection &selection)
{
    const SqlCondition condition = recordCondition(RecordKind::Deliveries, selection);
    return arrivalsOf(database,
                      QStringLiteral(R"(SELECT d."id", d."received_at", %1 %2 WHERE %3 ORDER BY d."id")")
                          .arg(QLatin1StringView(c_hasBytes), recordFrom(RecordKind::Deliveries), condition.sql),
                      condition.binds);
}

Result<QList<StoredArrival>> storedArrivals(const Database &database, const QList<qint64> &ids)
{
    auto arrivals = arrivalsOf(database,
                               QStringLiteral(R"(SELECT d."id", d."received_at", %1 FROM delivery d WHERE d."id" IN)"
                                              R"( (SELECT "value" FROM json_each(?)) ORDER BY d."id")")
                                   .arg(QLatin1StringView(c_hasBytes)),
                               {asJson(ids)});
    if (!arrivals)
        return arrivals;
    if (const auto present = checkPresent(ids, *arrivals); !present)
        return std::unexpected(present.error());
    return arrivals;
}

} // namespace earshot
