// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/outbox.h"

#include "models/store/binding.h"
#include "models/store/changetable.h"
#include "models/store/idlist.h"
#include "models/store/recordrow.h"

#include <array>

namespace earshot {
namespace {

constexpr std::array c_stateWords = {u"waiting", u"sent", u"parked", u"discarded"};

constexpr QLatin1StringView c_insert("INSERT INTO outbox (\"destination\", \"record_kind\", \"conversation\", "
                                     "\"state\", \"wanted\", \"sent\", \"attempts\", "
                                     "\"next_at\", \"created_at\", \"updated_at\") ");
// Excluded is the row that could not be inserted, so its moments are now.
constexpr QLatin1StringView c_raise(
    " ON CONFLICT (\"destination\", \"record_kind\", \"conversation\") DO UPDATE SET \"wanted\" = \"wanted\" + 1, "
    "\"state\" = 'waiting', \"attempts\" = 0, \"first_attempt_at\" = NULL, \"reason\" = NULL, "
    "\"updated_at\" = excluded.\"updated_at\", \"next_at\" = ");

constexpr QLatin1StringView c_makeDue(
    "UPDATE outbox SET \"state\" = 'waiting', \"attempts\" = 0, \"first_attempt_at\" = NULL, \"next_at\" = ?, "
    "\"reason\" = NULL, \"updated_at\" = ? WHERE ");

// What rowOf() reads.
constexpr QLatin1StringView c_listColumns(
    "SELECT o.\"id\", o.\"destination\", d.\"name\", o.\"conversation\", o.\"state\", o.\"wanted\", o.\"sent\", "
    "o.\"attempts\", o.\"first_attempt_at\", o.\"next_at\", o.\"last_status\", o.\"last_answer\", o.\"reason\", "
    "o.\"created_at\", o.\"updated_at\" ");

std::optional<Timestamp> momentOf(const Statement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(fromMicroseconds(row.integer(column)));
}

Result<qint64> change(const Database &database, const QString &sql, const QVariantList &values)
{
    const auto done = database.run(sql, values);
    if (!done)
        return std::unexpected(done.error());
    return done->rowsChanged();
}

/** Changes the row of that id. */
Result<void> changeRow(const Database &database, qint64 row, const QString &sql, const QVariantList &values)
{
    const auto done = change(database, sql, values);
    if (!done)
        return std::unexpected(done.error());
    return *done > 0 ? changetable::noteOutboxRows(database, {row}) : Result<void>();
}

/** Whom a change of several rows is told of; without either only that something changed. */
struct Touched {
    QList<qint64> conversations;
    QList<qint64> rows;
};

Result<void> note(const Database &database, const Touched &touched)
{
    if (!touched.conversations.isEmpty())
        return changetable::noteConversations(database, ChangeKind::Outbox, touched.conversations);
    return touched.rows.isEmpty() ? changetable::note(database, ChangeKind::Outbox)
                                  : changetable::noteOutboxRows(database, touched.rows);
}

/** The number of rows that were changed. */
Result<qint64> changeRows(const Database &database, const Touched &touched, const QString &sql,
                          const QVariantList &values)
{
    const auto done = change(database, sql, values);
    if (!done || *done == 0)
        return done;
    const auto noted = note(database, touched);
    return noted ? done : std::unexpected(noted.error());
}

Result<void> checkKnown(const Database &database, QLatin1StringView table, QLatin1StringView what,
                        const QList<qint64> &ids)
{
    const auto unknown = database.value(QStringLiteral("SELECT \"value\" FROM json_each(?) "
                                                       "WHERE \"value\" NOT IN (SELECT \"id\" FROM %1) LIMIT 1")
                                            .arg(table),
                                        {idList(ids)});
    if (!unknown)
        return std::unexpected(unknown.error());
    if (unknown->isValid())
        return failure(ErrorCode::NotFound, QStringLiteral("no %1 %2").arg(what).arg(unknown->toLongLong()));
    return {};
}

OutboxRow rowOf(const Statement &row)
{
    OutboxRow found;
    found.id = row.integer(0);
    found.destination = row.integer(1);
    found.destinationName = row.text(2);
    found.conversation = row.integer(3);
    found.state = outboxStateFromText(row.text(4)).value_or(OutboxState::Parked);
    found.wanted = row.integer(5);
    found.sent = row.integer(6);
    found.attempts = int(row.integer(7));
    found.firstAttemptAt = momentOf(row, 8);
    found.nextAt = fromMicroseconds(row.integer(9));
    if (!row.isNull(10))
        found.lastStatus = int(row.integer(10));
    found.lastAnswer = row.text(11);
    found.reason = row.text(12);
    found.createdAt = fromMicroseconds(row.integer(13));
    found.updatedAt = fromMicroseconds(row.integer(14));
    return found;
}

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
    return found;
}

/** Runs a query and makes something of each of its rows. */
template <typename Row>
Result<QList<Row>> rowsOf(const Database &database, const QString &sql, const QVariantList &values,
                          Row (*make)(const Statement &))
{
    auto rows = database.run(sql, values);
    if (!rows)
        return std::unexpected(rows.error());
    QList<Row> found;
    while (rows->next())
        found.append(make(*rows));
    if (const auto ended = rows->ended(); !ended)
        return std::unexpected(ended.error());
    return found;
}

Result<QList<OutboxRow>> listed(const Database &database, const OutboxQuery &query, QLatin1StringView order)
{
    QString sql = c_listColumns
                  + QLatin1StringView("FROM outbox o JOIN destination d ON d.\"id\" = o.\"destination\" "
                                      "WHERE o.\"id\" > ?");
    QVariantList values{query.after};
    if (query.destination) {
        sql += QLatin1StringView(" AND o.\"destination\" = ?");
        values.append(*query.destination);
    }
    if (query.state) {
        sql += QLatin1StringView(" AND o.\"state\" = ?");
        values.append(outboxStateText(*query.state));
    }
    values.append(query.most);
    return rowsOf(database, sql + QLatin1StringView(" ORDER BY ") + order + QLatin1StringView(" LIMIT ?"), values,
                  rowOf);
}

} // namespace

QString outboxStateText(OutboxState state)
{
    return QString::fromUtf16(c_stateWords[std::size_t(state)]);
}

std::optional<OutboxState> outboxStateFromText(QStringView text)
{
    const auto word = std::ranges::find(c_stateWords, text, [](const char16_t *known) { return QStringView(known); });
    if (word == c_stateWords.end())
        return std::nullopt;
    return OutboxState(word - c_stateWords.begin());
}

namespace outbox {

Result<qint64> enqueue(const Database &database, const QList<qint64> &conversations, qint64 destination, Timestamp now)
{
    const auto known =
        checkKnown(database, QLatin1StringView("conversation"), QLatin1StringView("conversation"), conversations);
    if (!known)
        return std::unexpected(known.error());
    const QString sql =
        c_insert
        + QLatin1StringView("SELECT ?, 'conversation', \"id\", 'waiting', 1, 0, 0, ?, ?, ? FROM conversation "
                            "WHERE \"id\" IN (SELECT \"value\" FROM json_each(?))")
        + c_raise + QLatin1StringView("excluded.\"next_at\"");
    const qint64 moment = toMicroseconds(now);
    return changeRows(database, {conversations, {}}, sql, {destination, moment, moment, moment, idList(conversations)});
}

Result<void> enqueueChanged(const Database &database, const QList<qint64> &conversations, const SqlCondition &rule,
                            qint64 destination, Timestamp now)
{
    const QString sql = c_insert + QLatin1StringView("SELECT ?, 'conversation', c.\"id\", 'waiting', 1, 0, 0, ?, ?, ? ")
                        + recordFrom(RecordKind::Conversations)
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
    return rowsOf(database,
                  QStringLiteral("SELECT \"id\", \"conversation\", \"wanted\", \"attempts\", \"first_attempt_at\", "
                                 "coalesce(\"body_version\", 0), \"body\", \"attempt_key\" FROM outbox "
                                 "WHERE \"state\" = 'waiting' AND \"destination\" = ? AND \"next_at\" <= ? "
                                 "AND \"id\" NOT IN (SELECT \"value\" FROM json_each(?)) "
                                 "ORDER BY \"next_at\", \"id\" LIMIT ?"),
                  {destination, toMicroseconds(now), idList(sending), qint64(most)}, dueRowOf);
}

Result<std::optional<Timestamp>> nextDue(const Database &database, Timestamp now)
{
    const auto next = database.value(
        QStringLiteral("SELECT min((SELECT min(o.\"next_at\") FROM outbox o WHERE o.\"state\" = 'waiting' "
                       "AND o.\"destination\" = d.\"id\" AND o.\"next_at\" > ?)) FROM destination d "
                       "WHERE d.\"state\" = 'active' AND d.\"removed_at\" IS NULL"),
        {toMicroseconds(now)});
    if (!next)
        return std::unexpected(next.error());
    return next->isNull() ? std::nullopt : std::optional(fromMicroseconds(next->toLongLong()));
}

Result<void> beginAttempt(const Database &database, const DueRow &row, Timestamp now)
{
    return changeRow(database, row.id,
                     QStringLiteral("UPDATE outbox SET \"attempts\" = \"attempts\" + 1, "
                                    "\"first_attempt_at\" = coalesce(\"first_attempt_at\", ?), \"body\" = ?, "
                                    "\"body_version\" = ?, \"attempt_key\" = ?, \"updated_at\" = ? WHERE \"id\" = ?"),
                     {toMicroseconds(now), row.body, row.bodyVersion, row.attemptKey, toMicroseconds(now), row.id});
}

Result<void> parkUnsent(const Database &database, qint64 row, const QString &reason, Timestamp now)
{
    return changeRow(database, row,
                     QStringLiteral("UPDATE outbox SET \"state\" = 'parked', \"body\" = NULL, \"body_version\" = NULL, "
                                    "\"reason\" = ?, \"updated_at\" = ? WHERE \"id\" = ? AND \"state\" = 'waiting'"),
                     {reason, toMicroseconds(now), row});
}

Result<void> storeSent(const Database &database, const AttemptOutcome &outcome)
{
    return changeRow(database, outcome.row,
                     QStringLiteral("UPDATE outbox SET \"sent\" = max(\"sent\", ?), "
                                    "\"state\" = CASE WHEN \"wanted\" <= ? THEN 'sent' ELSE \"state\" END, "
                                    "\"body\" = NULL, \"last_status\" = ?, \"last_answer\" = ?, \"reason\" = NULL, "
                                    "\"updated_at\" = ? WHERE \"id\" = ?"),
                     {outcome.version, outcome.version, orNull(outcome.status), orNull(outcome.answer),
                      toMicroseconds(outcome.at), outcome.row});
}

Result<void> storeRetry(const Database &database, const AttemptOutcome &outcome, Timestamp next)
{
    return changeRow(database, outcome.row,
                     QStringLiteral("UPDATE outbox SET \"next_at\" = ?, \"last_status\" = ?, \"last_answer\" = ?, "
                                    "\"reason\" = ?, \"updated_at\" = ? WHERE \"id\" = ? AND \"state\" = 'waiting'"),
                     {toMicroseconds(next), orNull(outcome.status), orNull(outcome.answer), orNull(outcome.reason),
                      toMicroseconds(outcome.at), outcome.row});
}

Result<void> storeParked(const Database &database, const AttemptOutcome &outcome)
{
    return changeRow(database, outcome.row,
                     QStringLiteral("UPDATE outbox SET "
                                    "\"state\" = CASE WHEN \"wanted\" <= ? THEN 'parked' ELSE \"state\" END, "
                                    "\"next_at\" = ?, \"last_status\" = ?, \"last_answer\" = ?, \"reason\" = ?, "
                                    "\"updated_at\" = ? WHERE \"id\" = ? AND \"state\" = 'waiting'"),
                     {outcome.version, toMicroseconds(outcome.at), orNull(outcome.status), orNull(outcome.answer),
                      orNull(outcome.reason), toMicroseconds(outcome.at), outcome.row});
}

Result<QList<OutboxRow>> newest(const Database &database, const OutboxQuery &query)
{
    return listed(database, query, QLatin1StringView("o.\"updated_at\" DESC, o.\"id\" DESC"));
}

Result<QList<OutboxRow>> list(const Database &database, const OutboxQuery &query)
{
    return listed(database, query, QLatin1StringView("o.\"id\""));
}

Result<QList<OutboxRow>> ofConversation(const Database &database, qint64 conversation)
{
    return rowsOf(database,
                  c_listColumns
                      + QLatin1StringView("FROM outbox o JOIN destination d ON d.\"id\" = o.\"destination\" "
                                          "WHERE o.\"conversation\" = ? ORDER BY d.\"name\" COLLATE NOCASE, o.\"id\""),
                  {conversation}, rowOf);
}

Result<qint64> retry(const Database &database, const QList<qint64> &rows, Timestamp now)
{
    const auto known = checkKnown(database, QLatin1StringView("outbox"), QLatin1StringView("outbox row"), rows);
    if (!known)
        return std::unexpected(known.error());
    return changeRows(
        database, {{}, rows},
        c_makeDue
            + QLatin1StringView("\"id\" IN (SELECT \"value\" FROM json_each(?)) AND \"state\" <> 'sent' "
                                "AND \"destination\" IN (SELECT \"id\" FROM destination WHERE \"removed_at\" IS NULL)"),
        {toMicroseconds(now), toMicroseconds(now), idList(rows)});
}

Result<qint64> retryParked(const Database &database, qint64 destination, Timestamp now)
{
    return changeRows(database, {}, c_makeDue + QLatin1StringView("\"destination\" = ? AND \"state\" = 'parked'"),
                      {toMicroseconds(now), toMicroseconds(now), destination});
}

Result<qint64> discard(const Database &database, const QList<qint64> &rows, Timestamp now)
{
    const auto known = checkKnown(database, QLatin1StringView("outbox"), QLatin1StringView("outbox row"), rows);
    if (!known)
        return std::unexpected(known.error());
    return changeRows(
        database, {{}, rows},
        QStringLiteral("UPDATE outbox SET \"state\" = 'discarded', \"updated_at\" = ? "
                       "WHERE \"id\" IN (SELECT \"value\" FROM json_each(?)) AND \"state\" IN ('waiting', 'parked')"),
        {toMicroseconds(now), idList(rows)});
}

Result<QHash<OutboxState, qint64>> counts(const Database &database, std::optional<qint64> destination)
{
    auto rows = database.run(QStringLiteral("SELECT \"state\", count(*) FROM outbox "
                                            "WHERE ? IS NULL OR \"destination\" = ? GROUP BY \"state\""),
                             {orNull(destination), orNull(destination)});
    if (!rows)
        return std::unexpected(rows.error());
    QHash<OutboxState, qint64> counted;
    while (rows->next()) {
        if (const auto state = outboxStateFromText(rows->text(0)))
            counted.insert(*state, rows->integer(1));
    }
    if (const auto ended = rows->ended(); !ended)
        return std::unexpected(ended.error());
    return counted;
}

} // namespace outbox
} // namespace earshot
