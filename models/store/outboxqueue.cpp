// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What comes into the outbox and what is due.

#include "models/store/binding.h"
#include "models/store/idlist.h"
#include "models/store/outbox.h"
#include "models/store/outboxrows.h"
#include "models/store/recordrow.h"

namespace earshot::outbox {
namespace {

using namespace outboxrows;

constexpr QLatin1StringView c_insert("INSERT INTO outbox (\"destination\", \"record_kind\", \"conversation\", "
                                     "\"state\", \"wanted\", \"sent\", \"attempts\", "
                                     "\"next_at\", \"created_at\", \"updated_at\", \"contact_key\") ");

// A number as E.164 has it (at most fifteen digits), else the e-mail address as far as it tells people apart.
constexpr QLatin1StringView
    c_values("SELECT ?, 'conversation', c.\"id\", 'waiting', 1, 0, 0, ?, ?, ?, "
             "CASE WHEN c.\"contact_phone\" GLOB '+[1-9]*' AND substr(c.\"contact_phone\", 2) NOT GLOB '*[^0-9]*' "
             "AND length(c.\"contact_phone\") BETWEEN 8 AND 16 THEN c.\"contact_phone\" "
             "ELSE nullif(lower(trim(c.\"contact_email\")), '') END ");

// Excluded is the row that could not be inserted, so its moments are now. One that asks goes on asking.
constexpr QLatin1StringView c_raise(
    " ON CONFLICT (\"destination\", \"record_kind\", \"conversation\") DO UPDATE SET \"wanted\" = \"wanted\" + 1, "
    "\"state\" = CASE WHEN \"question\" IS NULL THEN 'waiting' ELSE 'parked' END, "
    "\"reason\" = CASE WHEN \"question\" IS NULL THEN NULL ELSE \"reason\" END, "
    "\"attempts\" = 0, \"first_attempt_at\" = NULL, \"contact_key\" = excluded.\"contact_key\", "
    "\"updated_at\" = excluded.\"updated_at\", \"next_at\" = ");

DueRow dueRowOf(const Statement &row)
{
    DueRow found;
    found.id = row.integer(0);
    found.conversation = row.integer(1);
    found.wanted = row.integer(2);
    found.attempts = int(row.integer(3));
    found.firstAttemptAt = momentOf(row, 4);
    found.bodyVersion = row.integer(5);
    found.body = row.value(6).toByteArray();
    found.attemptKey = row.text(7);
    found.contactKey = row.text(8);
    return found;
}

} // namespace

Result<qint64> enqueue(const Database &database, const QList<qint64> &conversations, qint64 destination, Timestamp now)
{
    const auto known =
        checkKnown(database, QLatin1StringView("conversation"), QLatin1StringView("conversation"), conversations);
    if (!known)
        return std::unexpected(known.error());
    const QString sql =
        c_insert + c_values
        + QLatin1StringView("FROM conversation c WHERE c.\"id\" IN (SELECT \"value\" FROM json_each(?))") + c_raise
        + QLatin1StringView("excluded.\"next_at\"");
    const qint64 moment = toMicroseconds(now);
    return changeRows(database, {conversations, {}}, sql, {destination, moment, moment, moment, idList(conversations)});
}

Result<void> enqueueChanged(const Database &database, const QList<qint64> &conversations, const SqlCondition &rule,
                            qint64 destination, Timestamp now)
{
    const QString sql = c_insert + c_values + recordFrom(RecordKind::Conversations)
                        + QLatin1StringView(" WHERE c.\"id\" IN (SELECT \"value\" FROM json_each(?)) AND ") + rule.sql
                        + c_raise
                        + QLatin1StringView("CASE WHEN \"state\" = 'waiting' THEN max(\"next_at\", "
                                            "excluded.\"next_at\") ELSE excluded.\"next_at\" END");
    const qint64 moment = toMicroseconds(now);
    const QVariantList values{destination, moment, moment, moment, idList(conversations)};
    const auto done = changeRows(database, {}, sql, values + rule.binds);
    return done ? Result<void>() : std::unexpected(done.error());
}

Result<QList<DueRow>> due(const Database &database, qint64 destination, Timestamp now, qsizetype most,
                          const QList<qint64> &sending)
{
    const QString ids = idList(sending);
    return rowsOf(
        database,
        QStringLiteral("SELECT o.\"id\", o.\"conversation\", o.\"wanted\", o.\"attempts\", o.\"first_attempt_at\", "
                       "coalesce(o.\"body_version\", 0), o.\"body\", o.\"attempt_key\", o.\"contact_key\" "
                       "FROM outbox o INDEXED BY outbox_due "
                       "WHERE o.\"state\" = 'waiting' AND o.\"destination\" = ? AND o.\"next_at\" <= ? "
                       "AND o.\"id\" NOT IN (SELECT \"value\" FROM json_each(?)) "
                       "AND (o.\"contact_key\" IS NULL OR (o.\"contact_key\" NOT IN (SELECT f.\"contact_key\" "
                       "FROM json_each(?) j CROSS JOIN outbox f ON f.\"id\" = j.\"value\" "
                       "WHERE f.\"destination\" = ? AND f.\"contact_key\" IS NOT NULL) "
                       "AND NOT EXISTS (SELECT 1 FROM outbox e INDEXED BY outbox_contact WHERE e.\"state\" = 'waiting' "
                       "AND e.\"destination\" = o.\"destination\" AND e.\"contact_key\" = o.\"contact_key\" "
                       "AND e.\"id\" < o.\"id\"))) "
                       "ORDER BY o.\"next_at\", o.\"id\" LIMIT ?"),
        {destination, toMicroseconds(now), ids, ids, destination, qint64(most)}, dueRowOf);
}

Result<std::optional<Timestamp>> nextDue(const Database &database, Timestamp now)
{
    const qint64 moment = toMicroseconds(now);
    // What waits for a destination that is held is due when it is let go.
    const auto next =
        database.value(QStringLiteral("SELECT min(CASE WHEN d.\"hold_until\" > ? THEN "
                                      "(SELECT max(min(o.\"next_at\"), d.\"hold_until\") FROM outbox o "
                                      "WHERE o.\"state\" = 'waiting' AND o.\"destination\" = d.\"id\") "
                                      "ELSE (SELECT min(o.\"next_at\") FROM outbox o WHERE o.\"state\" = 'waiting' "
                                      "AND o.\"destination\" = d.\"id\" AND o.\"next_at\" > ?) END) "
                                      "FROM destination d WHERE d.\"state\" = 'active' AND d.\"removed_at\" IS NULL"),
                       {moment, moment});
    if (!next)
        return std::unexpected(next.error());
    return next->isNull() ? std::nullopt : std::optional(fromMicroseconds(next->toLongLong()));
}

Result<void> beginAttempt(const Database &database, const DueRow &row, Timestamp now)
{
    return changeRow(database, row.id,
                     QStringLiteral("UPDATE outbox SET \"attempts\" = \"attempts\" + 1, \"first_attempt_at\" = "
                                    "coalesce(\"first_attempt_at\", ?), \"updated_at\" = ? WHERE \"id\" = ?"),
                     {toMicroseconds(now), toMicroseconds(now), row.id});
}

Result<void> storeRendered(const Database &database, qint64 row, const RenderedBody &rendered, Timestamp now)
{
    return changeRow(database, row,
                     QStringLiteral("UPDATE outbox SET \"body\" = ?, \"body_version\" = ?, \"attempt_key\" = ?, "
                                    "\"body_mapping\" = ?, \"updated_at\" = ? WHERE \"id\" = ?"),
                     {notNull(rendered.body), rendered.version, notNull(rendered.attemptKey), rendered.mappingVersion,
                      toMicroseconds(now), row});
}

Result<void> setContactKey(const Database &database, qint64 row, const QString &contactKey)
{
    const auto set = database.run(QStringLiteral("UPDATE outbox SET \"contact_key\" = ? WHERE \"id\" = ?"),
                                  {orNullIfEmpty(contactKey), row});
    return set ? Result<void>() : std::unexpected(set.error());
}

} // namespace earshot::outbox
