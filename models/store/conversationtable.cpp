// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/conversationtable.h"

#include "models/domain/fields.h"
#include "models/store/binding.h"
#include "models/store/conversationrow.h"
#include "models/store/eventrow.h"

#include <initializer_list>

namespace earshot {
namespace {

const QString c_hiddenColumns = QStringLiteral(
    "\"last_at\", \"last_rank\", \"last_digest\", \"first_event_at\", \"start_hint\", \"first_message_at\"");

/** Fields that are not columns of the conversation table: its key and what its source says. */
bool isColumn(const ConversationField &field)
{
    return field.name != QLatin1StringView("id") && field.name != QLatin1StringView("platform")
           && field.name != QLatin1StringView("source");
}

std::optional<Timestamp> timeAt(const Statement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(fromMicroseconds(row.integer(column)));
}

QStringList savedColumns()
{
    QStringList columns = {QStringLiteral("\"id\""), QStringLiteral("\"source_id\""), QStringLiteral("\"scope\""),
                           QStringLiteral("\"time\"")};
    for (const ConversationField &field : conversationFields()) {
        if (isColumn(field))
            columns.append(QLatin1Char('"') + QString(field.name) + QLatin1Char('"'));
    }
    return columns + c_hiddenColumns.split(QStringLiteral(", "));
}

QString saveSql(const TableSet &tables)
{
    const QStringList columns = savedColumns();
    QStringList sets;
    for (const QString &column : columns.mid(1))
        sets.append(column + QLatin1StringView(" = excluded.") + column);
    const QStringList marks(columns.size(), QStringLiteral("?"));
    const QString comma = QStringLiteral(", ");
    return tables.sql(
        QStringLiteral("INSERT INTO {conversation} (%1) VALUES (%2) ON CONFLICT (\"id\") DO UPDATE SET %3")
            .arg(columns.join(comma), marks.join(comma), sets.join(comma)));
}

QString loadSql(const TableSet &tables)
{
    QString hidden = c_hiddenColumns;
    hidden.replace(QLatin1StringView("\"last_at\""), QLatin1StringView("c.\"last_at\""));
    return tables.sql(
        QStringLiteral("SELECT c.\"source_id\", c.\"scope\", src.\"end_timeout_s\", %1, "
                       "EXISTS (SELECT 1 FROM sealed_conversation s WHERE s.\"conversation\" = c.\"id\"), %2 "
                       "FROM {conversation} c JOIN source src ON src.\"id\" = c.\"source_id\" WHERE c.\"id\" = ?")
            .arg(hidden, conversationColumns(u"c")));
}

QString overdueSql(const TableSet &tables)
{
    return tables.sql(
        QStringLiteral("SELECT c.\"id\" FROM {conversation} c JOIN source src ON src.\"id\" = c.\"source_id\" "
                       "WHERE c.\"status\" IN ('ringing', 'in_progress') AND c.\"ended_at\" IS NULL "
                       "AND max(c.\"time\", c.\"updated_at\") + src.\"end_timeout_s\" * 1000000 <= ? LIMIT ?"));
}

struct Prepared {
    Statement *statement;
    QString sql;
};

Result<void> prepareAll(const Database &database, const TableSet &tables, std::initializer_list<Prepared> wanted)
{
    for (const Prepared &prepared : wanted) {
        auto statement = database.prepare(tables.sql(prepared.sql));
        if (!statement)
            return std::unexpected(statement.error());
        *prepared.statement = std::move(*statement);
    }
    return {};
}

/** Runs a statement that answers one row or none, and takes the first column. */
Result<std::optional<qint64>> firstInteger(Statement &statement, const QVariantList &values)
{
    if (const auto run = statement.run(values); !run)
        return std::unexpected(run.error());
    std::optional<qint64> found;
    if (statement.next())
        found = statement.integer(0);
    const auto ended = found ? Result<void>() : statement.ended();
    statement.finish();
    if (!ended)
        return std::unexpected(ended.error());
    return found;
}

QVariantList messageValues(const Message &message)
{
    return {orNull(message.key), roleText(message.role), orNull(message.name), notNull(message.text),
            orNull(message.at)};
}

} // namespace

Result<ConversationTable> ConversationTable::open(const Database &database, const TableSet &tables)
{
    ConversationTable table;
    const auto prepared = prepareAll(
        database, tables,
        {{&table.m_loadRow, loadSql(tables)},
         {&table.m_loadIdentity,
          QStringLiteral(
              "SELECT i.\"source_id\", i.\"scope\", i.\"platform_id\", src.\"end_timeout_s\", src.\"name\", "
              "src.\"platform\" FROM identity i JOIN source src ON src.\"id\" = i.\"source_id\" WHERE i.\"id\" = ?")},
         {&table.m_saveRow, saveSql(tables)},
         {&table.m_events, QStringLiteral("SELECT %1 FROM {event} WHERE \"conversation\" = ?").arg(foldEventColumns())},
         {&table.m_addEvent,
          QStringLiteral("INSERT INTO {event} (\"delivery\", \"position\", \"source_id\", \"conversation\", %1) "
                         "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
              .arg(eventColumns())},
         {&table.m_findMessage,
          QStringLiteral(
              "SELECT \"position\" FROM {message} WHERE \"conversation\" = ? AND \"key\" = ? AND \"key\" IS NOT NULL")},
         {&table.m_addMessage,
          QStringLiteral(
              "INSERT INTO {message} (\"conversation\", \"position\", \"key\", \"role\", \"name\", \"text\", \"at\") "
              "VALUES (?, ?, ?, ?, ?, ?, ?)")},
         {&table.m_changeMessage,
          QStringLiteral("UPDATE {message} SET \"key\" = ?, \"role\" = ?, \"name\" = ?, \"text\" = ?, \"at\" = ? "
                         "WHERE \"conversation\" = ? AND \"position\" = ?")},
         {&table.m_dropMessages, QStringLiteral("DELETE FROM {message} WHERE \"conversation\" = ?")},
         {&table.m_findEventKey, QStringLiteral("SELECT 1 FROM {event} WHERE \"source_id\" = ? AND \"event_key\" = ? "
                                                "AND \"event_key\" IS NOT NULL LIMIT 1")},
         {&table.m_overdue, overdueSql(tables)}});
    if (!prepared)
        return std::unexpected(prepared.error());
    return table;
}

Result<ConversationRow> ConversationTable::load(qint64 id)
{
    ConversationRow row;
    row.id = id;
    if (const auto run = m_loadRow.run({id}); !run)
        return std::unexpected(run.error());
    if (m_loadRow.next()) {
        constexpr int firstField = 10;
        row.sourceId = m_loadRow.integer(0);
        row.key.scope = m_loadRow.text(1);
        row.endTimeout = std::chrono::seconds(m_loadRow.integer(2));
        row.state.last = FoldOrder{fromMicroseconds(m_loadRow.integer(3)), int(m_loadRow.integer(4)),
                                   m_loadRow.value(5).toByteArray()};
        row.state.firstEventAt = timeAt(m_loadRow, 6);
        row.state.startHint = timeAt(m_loadRow, 7);
        row.state.firstMessageAt = timeAt(m_loadRow, 8);
        row.isSealed = m_loadRow.integer(9) != 0;
        row.state.conversation = conversationFromRow(m_loadRow, firstField);
        row.key.platformId = row.state.conversation.conversationId;
        m_loadRow.finish();
        return row;
    }
    m_loadRow.finish();

    if (const auto run = m_loadIdentity.run({id}); !run)
        return std::unexpected(run.error());
    if (!m_loadIdentity.next())
        return failure(ErrorCode::NotFound, QStringLiteral("no conversation %1").arg(id));
    row.sourceId = m_loadIdentity.integer(0);
    row.key = {m_loadIdentity.text(1), m_loadIdentity.text(2)};
    row.endTimeout = std::chrono::seconds(m_loadIdentity.integer(3));
    row.state.conversation.id = id;
    row.state.conversation.source = m_loadIdentity.text(4);
    row.state.conversation.platform = m_loadIdentity.text(5);
    row.state.conversation.conversationId = row.key.platformId;
    m_loadIdentity.finish();
    return row;
}

Result<void> ConversationTable::save(const ConversationRow &row)
{
    const FoldState &state = row.state;
    QVariantList values = {row.id, row.sourceId, notNull(row.key.scope), toMicroseconds(state.time())};
    for (const ConversationField &field : conversationFields()) {
        if (isColumn(field))
            values.append(columnValue(state.conversation, field));
    }
    const FoldOrder last = state.last.value_or(FoldOrder());
    values += {toMicroseconds(last.at), last.rank,
               notNull(last.digest),    toMicroseconds(state.firstEventAt.value_or(Timestamp())),
               orNull(state.startHint), orNull(state.firstMessageAt)};
    return m_saveRow.run(values);
}

Result<QList<FoldEvent>> ConversationTable::events(qint64 conversation)
{
    if (const auto run = m_events.run({conversation}); !run)
        return std::unexpected(run.error());
    QList<FoldEvent> events;
    while (m_events.next())
        events.append(foldEventFromRow(m_events));
    const auto ended = m_events.ended();
    m_events.finish();
    if (!ended)
        return std::unexpected(ended.error());
    return events;
}

Result<void> ConversationTable::addEvent(qint64 delivery, int position, qint64 sourceId,
                                         std::optional<qint64> conversation, const FoldEvent &event)
{
    return m_addEvent.run(QVariantList{delivery, position, sourceId, orNull(conversation)} + eventValues(event));
}

Result<bool> ConversationTable::putMessage(qint64 conversation, qint64 position, const Message &message)
{
    const auto held = firstInteger(m_findMessage, {conversation, orNull(message.key)});
    if (!held)
        return std::unexpected(held.error());
    const auto done = *held ? m_changeMessage.run(messageValues(message) + QVariantList{conversation, **held})
                            : m_addMessage.run(QVariantList{conversation, position} + messageValues(message));
    if (!done)
        return std::unexpected(done.error());
    return !*held;
}

Result<void> ConversationTable::replaceMessages(qint64 conversation, const QList<Message> &messages)
{
    if (const auto dropped = m_dropMessages.run({conversation}); !dropped)
        return dropped;
    qint64 position = 1;
    for (const Message &message : messages) {
        if (const auto added = m_addMessage.run(QVariantList{conversation, position++} + messageValues(message));
            !added)
            return added;
    }
    return {};
}

Result<bool> ConversationTable::hasEventKey(qint64 sourceId, const QString &eventKey)
{
    const auto found = firstInteger(m_findEventKey, {sourceId, eventKey});
    if (!found)
        return std::unexpected(found.error());
    return found->has_value();
}

Result<QList<qint64>> ConversationTable::overdue(Timestamp now, int most)
{
    if (const auto run = m_overdue.run({toMicroseconds(now), most}); !run)
        return std::unexpected(run.error());
    QList<qint64> ids;
    while (m_overdue.next())
        ids.append(m_overdue.integer(0));
    const auto ended = m_overdue.ended();
    m_overdue.finish();
    if (!ended)
        return std::unexpected(ended.error());
    return ids;
}

} // namespace earshot
