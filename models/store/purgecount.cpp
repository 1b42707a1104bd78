// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/purgecount.h"

#include "models/store/binding.h"
#include "models/store/snapshot.h"

namespace earshot {
namespace {

QString isOfSourceSql(QLatin1StringView column)
{
    return QStringLiteral("(%1 = ? OR ? IS NULL)").arg(column);
}

/** What is old enough, with its source or all. */
QString oldSql()
{
    return QStringLiteral("%1 AND %2").arg(isOldSql(), isOfSourceSql(QLatin1StringView(R"(c."source_id")")));
}

Result<void> countConversations(const Database &database, const QVariantList &chosen, PurgeReport &report)
{
    auto row = database.run(QStringLiteral("SELECT sum(NOT kept), sum(kept) FROM (SELECT %1 OR %2 AS kept "
                                           "FROM conversation c WHERE %3)")
                                .arg(isRunningSql(), isWaitingSql(), oldSql()),
                            chosen);
    if (!row)
        return std::unexpected(row.error());
    if (row->next()) {
        report.conversations = row->integer(0);
        report.kept = row->integer(1);
    }
    return row->ended();
}

Result<void> countDeliveries(const Database &database, const QVariantList &chosen, qint64 before,
                             const QVariant &source, PurgeReport &report)
{
    const QString going = QStringLiteral("SELECT c.\"id\" FROM conversation c WHERE %1 AND NOT %2 AND NOT %3")
                              .arg(oldSql(), isRunningSql(), isWaitingSql());
    const QString sql =
        QStringLiteral(
            R"(WITH going AS MATERIALIZED (%1),)"
            R"( own AS (SELECT DISTINCT e."delivery" AS d FROM going g JOIN event e ON e."conversation" = g."id")"
            R"( WHERE NOT EXISTS (SELECT 1 FROM event o WHERE o."delivery" = e."delivery")"
            R"( AND o."conversation" IS NOT NULL AND o."conversation" NOT IN (SELECT "id" FROM going))),)"
            R"( alone AS (SELECT f."delivery" AS d FROM finding f WHERE f."state" <> 'duplicate')"
            R"( AND f."received_at" < ? AND %2 AND NOT EXISTS (SELECT 1 FROM event o)"
            R"( WHERE o."delivery" = f."delivery" AND o."conversation" IS NOT NULL)),)"
            R"( first AS MATERIALIZED (SELECT d FROM own UNION SELECT d FROM alone),)"
            R"( every AS (SELECT d FROM first UNION SELECT r."delivery" FROM first)"
            R"( JOIN finding r ON r."duplicate_of" = first.d))"
            R"( SELECT count(*), sum(CASE WHEN EXISTS (SELECT 1 FROM delivery_body b WHERE b."delivery" = every.d))"
            R"( THEN v."bytes" ELSE 0 END) FROM every JOIN delivery v ON v."id" = every.d)")
            .arg(going, isOfSourceSql(QLatin1StringView(R"(f."source_id")")));
    auto row = database.run(sql, chosen + QVariantList{before, source, source});
    if (!row)
        return std::unexpected(row.error());
    if (row->next()) {
        report.deliveries = row->integer(0);
        report.bytes = row->integer(1);
    }
    return row->ended();
}

} // namespace

Result<PurgeReport> countPurge(const Database &database, Timestamp before, std::optional<qint64> source)
{
    const qint64 moment = toMicroseconds(before);
    const QVariant one = orNull(source);
    const QVariantList chosen{moment, moment, one, one};
    return readSnapshot<PurgeReport>(database, [&]() -> Result<PurgeReport> {
        PurgeReport report;
        if (const auto counted = countConversations(database, chosen, report); !counted)
            return std::unexpected(counted.error());
        if (const auto counted = countDeliveries(database, chosen, moment, one, report); !counted)
            return std::unexpected(counted.error());
        return report;
    });
}

} // namespace earshot
