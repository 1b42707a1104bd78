// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/enrichment.h"

#include "models/store/binding.h"
#include "models/store/idlist.h"
#include "models/store/partlyseen.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace earshot::enrichment {
namespace {

Result<void> run(const Database &database, const QString &sql, const QVariantList &values)
{
    const auto done = database.run(sql, values);
    return done ? Result<void>() : std::unexpected(done.error());
}

QString keyList(const QStringList &keys)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(keys)).toJson(QJsonDocument::Compact));
}

/** Nothing is missing of them any more, or they are gone. */
Result<void> forgetComplete(const Database &database, Timestamp now)
{
    return run(database,
               QStringLiteral(R"(DELETE FROM enrichment WHERE "state" = 'waiting' AND "next_at" <= ?)"
                              R"( AND "conversation" NOT IN (SELECT c."id" FROM enrichment e)"
                              R"( JOIN conversation c ON c."id" = e."conversation")"
                              R"( LEFT JOIN backfill b ON b."conversation" = c."id")"
                              R"( WHERE e."state" = 'waiting' AND e."next_at" <= ? AND %1))")
                   .arg(c_isPartlySeen),
               {toMicroseconds(now), toMicroseconds(now)});
}

} // namespace

Result<void> enqueueChanged(const Database &database, const QList<qint64> &conversations, const QStringList &sourceKeys,
                            Timestamp at)
{
    if (sourceKeys.isEmpty())
        return {};
    return run(
        database,
        QStringLiteral(R"(INSERT INTO enrichment ("conversation", "state", "attempts", "next_at"))"
                       R"( SELECT c."id", 'waiting', 0, ? FROM conversation c)"
                       R"( JOIN source s ON s."id" = c."source_id")"
                       R"( LEFT JOIN backfill b ON b."conversation" = c."id")"
                       R"( WHERE c."id" IN (SELECT "value" FROM json_each(?)))"
                       R"( AND s."key" IN (SELECT "value" FROM json_each(?)))"
                       R"( AND coalesce(c."status", '') NOT IN ('in_progress', 'ringing', 'open', 'pending') AND %1)"
                       R"( ON CONFLICT ("conversation") DO UPDATE SET "state" = 'waiting', "attempts" = 0,)"
                       R"( "first_attempt_at" = NULL, "next_at" = excluded."next_at", "reason" = NULL)"
                       R"( WHERE "state" = 'parked')")
            .arg(c_isPartlySeen),
        {toMicroseconds(at), idList(conversations), keyList(sourceKeys)});
}

Result<QList<EnrichmentRow>> takeDue(const Database &database, Timestamp now, int most)
{
    if (const auto forgotten = forgetComplete(database, now); !forgotten)
        return std::unexpected(forgotten.error());
    auto rows = database.run(
        QStringLiteral(R"(SELECT c."id", c."conversation_id", c."source_id", e."attempts", e."first_attempt_at")"
                       R"( FROM enrichment e JOIN conversation c ON c."id" = e."conversation")"
                       R"( WHERE e."state" = 'waiting' AND e."next_at" <= ? ORDER BY e."next_at", c."id" LIMIT ?)"),
        {toMicroseconds(now), most});
    if (!rows)
        return std::unexpected(rows.error());
    QList<EnrichmentRow> found;
    while (rows->next()) {
        EnrichmentRow row{rows->integer(0), rows->text(1), rows->integer(2), int(rows->integer(3)), {}};
        if (!rows->isNull(4))
            row.firstAttemptAt = fromMicroseconds(rows->integer(4));
        found.append(row);
    }
    const auto ended = rows->ended();
    return ended ? Result<QList<EnrichmentRow>>(found) : std::unexpected(ended.error());
}

Result<std::optional<Timestamp>> nextDue(const Database &database)
{
    const auto next =
        database.value(QStringLiteral(R"(SELECT min("next_at") FROM enrichment WHERE "state" = 'waiting')"));
    if (!next)
        return std::unexpected(next.error());
    return next->isNull() ? std::nullopt : std::optional(fromMicroseconds(next->toLongLong()));
}

Result<void> storeRetry(const Database &database, const EnrichmentRow &row, Timestamp next, const QString &reason,
                        Timestamp now)
{
    return run(database,
               QStringLiteral(R"(UPDATE enrichment SET "attempts" = "attempts" + 1, "next_at" = ?, "reason" = ?,)"
                              R"( "first_attempt_at" = coalesce("first_attempt_at", ?) WHERE "conversation" = ?)"),
               {toMicroseconds(next), reason, toMicroseconds(now), row.conversation});
}

Result<void> storeParked(const Database &database, const EnrichmentRow &row, const QString &reason, Timestamp now)
{
    return run(database,
               QStringLiteral(R"(UPDATE enrichment SET "state" = 'parked', "attempts" = "attempts" + 1, "reason" = ?,)"
                              R"( "first_attempt_at" = coalesce("first_attempt_at", ?) WHERE "conversation" = ?)"),
               {reason, toMicroseconds(now), row.conversation});
}

Result<void> finish(const Database &database, qint64 conversation)
{
    return run(database, QStringLiteral(R"(DELETE FROM enrichment WHERE "conversation" = ?)"), {conversation});
}

Result<void> holdSource(const Database &database, qint64 source, Timestamp until, const QString &reason)
{
    return run(database,
               QStringLiteral(R"(UPDATE enrichment SET "next_at" = max("next_at", ?), "reason" = ?)"
                              R"( WHERE "state" = 'waiting' AND "conversation" IN)"
                              R"( (SELECT c."id" FROM enrichment e JOIN conversation c ON c."id" = e."conversation")"
                              R"( WHERE c."source_id" = ?))"),
               {toMicroseconds(until), reason, source});
}

Result<QHash<qint64, EnrichmentCounts>> counts(const Database &database)
{
    auto rows = database.run(
        QStringLiteral(R"(SELECT c."source_id", sum(e."state" = 'waiting'), sum(e."state" = 'parked'),)"
                       R"( (SELECT l."reason" FROM enrichment l JOIN conversation o ON o."id" = l."conversation")"
                       R"( WHERE o."source_id" = c."source_id" AND l."reason" IS NOT NULL)"
                       R"( ORDER BY l."next_at" DESC LIMIT 1))"
                       R"( FROM enrichment e JOIN conversation c ON c."id" = e."conversation" GROUP BY 1)"));
    if (!rows)
        return std::unexpected(rows.error());
    QHash<qint64, EnrichmentCounts> counted;
    while (rows->next())
        counted.insert(rows->integer(0), {rows->integer(1), rows->integer(2), rows->text(3)});
    const auto ended = rows->ended();
    return ended ? Result<QHash<qint64, EnrichmentCounts>>(counted) : std::unexpected(ended.error());
}

} // namespace earshot::enrichment
