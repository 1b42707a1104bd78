// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/coverageledger.h"

#include "models/store/binding.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace earshot {
namespace {

constexpr std::array c_reasons = {u"stop", u"sleep", u"network", u"port", u"store", u"crash"};

// The one definition of an arrival: see countArrivals(). Binds: deliveries over, and up to.
constexpr QLatin1StringView c_arrivals(
    R"(SELECT f."source_id" AS s, f."received_at" / 900000000 * 900000000 AS q, count(*) AS n,)"
    R"( min(f."received_at") AS a, max(f."received_at") AS z FROM finding f JOIN delivery d ON d."id" = f."delivery")"
    R"( WHERE f."delivery" > ? AND f."delivery" <= ? AND f."state" NOT IN ('duplicate', 'quarantined'))"
    R"( AND d."method" <> 'FETCH' AND d."looped" = 0 GROUP BY 1, 2)");

static_assert(std::chrono::microseconds(c_quarter).count() == 900'000'000);

Result<void> done(const Result<Statement> &statement)
{
    return statement ? Result<void>() : std::unexpected(statement.error());
}

Result<qint64> metaNumber(const Database &database, QLatin1StringView key)
{
    const auto value = database.value(QStringLiteral("SELECT \"value\" FROM meta WHERE \"key\" = ?"), {QString(key)});
    return value ? Result<qint64>(value->toLongLong()) : std::unexpected(value.error());
}

/** The last of the next @p most deliveries; @p projected where there are fewer. */
Result<qint64> endOfSlice(const Database &database, qint64 counted, qint64 projected, int most)
{
    const auto last = database.value(
        QStringLiteral("SELECT \"delivery\" FROM finding WHERE \"delivery\" > ? AND \"delivery\" <= ? ORDER BY 1 "
                       "LIMIT 1 OFFSET ?"),
        {counted, projected, most - 1});
    if (!last)
        return std::unexpected(last.error());
    return last->isNull() ? projected : last->toLongLong();
}

ArrivalCount arrivalFrom(const Statement &rows)
{
    return {fromMicroseconds(rows.integer(1)), rows.integer(2), fromMicroseconds(rows.integer(3)),
            fromMicroseconds(rows.integer(4))};
}

} // namespace

QString downReasonText(DownReason reason)
{
    return QString::fromUtf16(c_reasons[std::size_t(reason)]);
}

std::optional<DownReason> downReasonFromText(QStringView text)
{
    const auto found = std::ranges::find_if(c_reasons, [text](const char16_t *word) { return text == word; });
    return found == c_reasons.end() ? std::nullopt : std::optional(DownReason(found - c_reasons.begin()));
}

namespace coverageledger {

Result<void> noteSpans(const Database &database, const QList<ListeningSpan> &spans)
{
    auto upsert = database.prepare(
        QStringLiteral("INSERT INTO listening (\"from\", \"until\", \"address\", \"ended\") VALUES (?, ?, ?, ?) ON "
                       "CONFLICT (\"from\") "
                       "DO UPDATE SET \"until\" = max(\"until\", excluded.\"until\"), \"ended\" = excluded.\"ended\""));
    if (!upsert)
        return std::unexpected(upsert.error());
    for (const ListeningSpan &span : spans) {
        const QString ended = span.ended ? downReasonText(*span.ended) : QString();
        if (const auto written = upsert->run(
                {toMicroseconds(span.from), toMicroseconds(span.until), notNull(span.address), orNull(ended)});
            !written)
            return written;
    }
    return {};
}

Result<void> closeCrashed(const Database &database, Timestamp own)
{
    return done(database.run(
        QStringLiteral("UPDATE listening SET \"ended\" = 'crash' WHERE \"ended\" IS NULL AND \"from\" <> ?"),
        {toMicroseconds(own)}));
}

Result<void> addRefusals(const Database &database, const QList<RefusalCount> &refusals)
{
    auto upsert = database.prepare(
        QStringLiteral("INSERT INTO refusal (\"minute\", \"source_id\", \"status\", \"count\") VALUES (?, ?, ?, ?) "
                       "ON CONFLICT (\"minute\", \"source_id\", \"status\") DO UPDATE SET \"count\" = \"count\" + "
                       "excluded.\"count\""));
    if (!upsert)
        return std::unexpected(upsert.error());
    for (const RefusalCount &refusal : refusals) {
        if (const auto written =
                upsert->run({toMicroseconds(refusal.minute), refusal.sourceId, refusal.status, refusal.count});
            !written)
            return written;
    }
    return {};
}

Result<void> dropRefusalsBefore(const Database &database, Timestamp time)
{
    return done(database.run(QStringLiteral("DELETE FROM refusal WHERE \"minute\" < ?"), {toMicroseconds(time)}));
}

Result<bool> countArrivals(const Database &database, int most)
{
    const auto counted = metaNumber(database, QLatin1StringView("arrivals_counted"));
    if (!counted)
        return std::unexpected(counted.error());
    const auto projected = metaNumber(database, QLatin1StringView("projected"));
    if (!projected)
        return std::unexpected(projected.error());
    if (*counted >= *projected)
        return false;
    const auto upTo = endOfSlice(database, *counted, *projected, most);
    if (!upTo)
        return std::unexpected(upTo.error());
    const auto added = done(database.run(
        QStringLiteral("INSERT INTO arrival (\"source_id\", \"quarter\", \"count\", \"first_at\", \"last_at\") "
                       "SELECT * FROM (%1) WHERE true ON CONFLICT (\"source_id\", \"quarter\") DO UPDATE SET "
                       "\"count\" = \"count\" + excluded.\"count\", \"first_at\" = min(\"first_at\", "
                       "excluded.\"first_at\"), \"last_at\" = max(\"last_at\", excluded.\"last_at\")")
            .arg(c_arrivals),
        {*counted, *upTo}));
    if (!added)
        return std::unexpected(added.error());
    const auto moved =
        done(database.run(QStringLiteral("UPDATE meta SET \"value\" = ? WHERE \"key\" = 'arrivals_counted'"), {*upTo}));
    return moved ? Result<bool>(*upTo < *projected) : std::unexpected(moved.error());
}

Result<QList<ListeningSpan>> spans(const Database &database, Timestamp since)
{
    auto rows = database.run(QStringLiteral("SELECT \"from\", \"until\", \"address\", \"ended\" FROM listening "
                                            "WHERE \"until\" > ? ORDER BY \"from\""),
                             {toMicroseconds(since)});
    if (!rows)
        return std::unexpected(rows.error());
    QList<ListeningSpan> found;
    while (rows->next())
        found.append({fromMicroseconds(rows->integer(0)), fromMicroseconds(rows->integer(1)), rows->text(2),
                      downReasonFromText(rows->text(3))});
    const auto ended = rows->ended();
    return ended ? Result<QList<ListeningSpan>>(found) : std::unexpected(ended.error());
}

Result<std::optional<Timestamp>> beginning(const Database &database)
{
    const auto first = database.value(QStringLiteral("SELECT min(\"from\") FROM listening"));
    if (!first)
        return std::unexpected(first.error());
    return first->isNull() ? std::nullopt : std::optional(fromMicroseconds(first->toLongLong()));
}

Result<QList<RefusalCount>> refusals(const Database &database, Timestamp from, Timestamp until)
{
    auto rows = database.run(QStringLiteral("SELECT \"minute\", \"source_id\", \"status\", \"count\" FROM refusal "
                                            "WHERE \"minute\" >= ? AND \"minute\" < ? ORDER BY 1, 2, 3"),
                             {toMicroseconds(from), toMicroseconds(until)});
    if (!rows)
        return std::unexpected(rows.error());
    QList<RefusalCount> found;
    while (rows->next())
        found.append({fromMicroseconds(rows->integer(0)), rows->integer(1), int(rows->integer(2)), rows->integer(3)});
    const auto ended = rows->ended();
    return ended ? Result<QList<RefusalCount>>(found) : std::unexpected(ended.error());
}

Result<QHash<qint64, QList<ArrivalCount>>> arrivals(const Database &database, Timestamp from, Timestamp until)
{
    const auto counted = metaNumber(database, QLatin1StringView("arrivals_counted"));
    if (!counted)
        return std::unexpected(counted.error());
    const auto projected = metaNumber(database, QLatin1StringView("projected"));
    if (!projected)
        return std::unexpected(projected.error());
    auto rows = database.run(
        QStringLiteral(
            "SELECT s, q, sum(n), min(a), max(z) FROM (SELECT \"source_id\" AS s, \"quarter\" AS q, "
            "\"count\" AS n, \"first_at\" AS a, \"last_at\" AS z FROM arrival WHERE \"quarter\" >= ? AND "
            "\"quarter\" < ? UNION ALL SELECT * FROM (%1) WHERE q >= ? AND q < ?) GROUP BY 1, 2 ORDER BY 1, 2")
            .arg(c_arrivals),
        {toMicroseconds(from), toMicroseconds(until), *counted, *projected, toMicroseconds(from),
         toMicroseconds(until)});
    if (!rows)
        return std::unexpected(rows.error());
    QHash<qint64, QList<ArrivalCount>> found;
    while (rows->next())
        found[rows->integer(0)].append(arrivalFrom(*rows));
    const auto ended = rows->ended();
    return ended ? Result<QHash<qint64, QList<ArrivalCount>>>(found) : std::unexpected(ended.error());
}

Result<QHash<qint64, Timestamp>> firstArrivals(const Database &database)
{
    const auto counted = metaNumber(database, QLatin1StringView("arrivals_counted"));
    if (!counted)
        return std::unexpected(counted.error());
    const auto projected = metaNumber(database, QLatin1StringView("projected"));
    if (!projected)
        return std::unexpected(projected.error());
    auto rows = database.run(QStringLiteral("SELECT s, min(q) FROM (SELECT \"source_id\" AS s, min(\"quarter\") AS q "
                                            "FROM arrival GROUP BY 1 UNION ALL SELECT s, q FROM (%1)) GROUP BY 1")
                                 .arg(c_arrivals),
                             {*counted, *projected});
    if (!rows)
        return std::unexpected(rows.error());
    QHash<qint64, Timestamp> found;
    while (rows->next())
        found.insert(rows->integer(0), fromMicroseconds(rows->integer(1)));
    const auto ended = rows->ended();
    return ended ? Result<QHash<qint64, Timestamp>>(found) : std::unexpected(ended.error());
}

} // namespace coverageledger
} // namespace earshot
