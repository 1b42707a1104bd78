// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/listrows.h"

#include "models/store/conversationrow.h"
#include "models/store/idlist.h"
#include "models/store/recordrow.h"

#include <array>

namespace earshot {
namespace {

constexpr std::array c_notShown = {
    QLatin1StringView("form"),       QLatin1StringView("recording_url"), QLatin1StringView("notes"),
    QLatin1StringView("utm_source"), QLatin1StringView("utm_medium"),    QLatin1StringView("landing_page"),
    QLatin1StringView("gclid"),      QLatin1StringView("attributes"),    QLatin1StringView("analysis"),
};

/** After those of the record. */
enum Column { SourceId, Time, LastLine, Repeats, EndTimeout };

// What was said last may be a novel, of which a table shows a line.
constexpr QLatin1StringView
    c_more(R"(c."source_id", c."time",)"
           R"( coalesce((SELECT substr(said."text", 1, 400) FROM message said WHERE said."conversation" = c."id")"
           R"( AND said."role" IN ('user', 'assistant', 'agent') ORDER BY said."position" DESC LIMIT 1),)"
           R"( substr(c."summary", 1, 400), substr(c."first_message", 1, 400)),)"
           R"( (SELECT count(DISTINCT again."delivery") FROM event ev JOIN finding again)"
           R"( ON again."duplicate_of" = ev."delivery" WHERE ev."conversation" = c."id"), src."end_timeout_s")");

QString conversationSelect()
{
    return QStringLiteral("SELECT %1, %2").arg(conversationColumns(u"c", c_notShown), c_more);
}

/** `FROM` with the wanted ids first, so that whatever else is indexed does not matter; `?` is an idList(). */
QString fromWanted(RecordKind kind)
{
    return recordFrom(kind).replace(0, int(qstrlen("FROM")), QStringLiteral("FROM json_each(?) AS wanted CROSS JOIN"));
}

bool isRunning(const Conversation &conversation)
{
    const bool runs = conversation.status == Status::Ringing || conversation.status == Status::InProgress;
    return runs && !conversation.endedAt;
}

std::shared_ptr<ConversationListRow> conversationFrom(const Statement &statement, Timestamp now)
{
    auto row = std::make_shared<ConversationListRow>();
    row->record = conversationFromRow(statement, 0);
    const int more = int(conversationFields().size());
    row->id = row->record.id;
    row->sourceId = statement.integer(more + SourceId);
    row->time = fromMicroseconds(statement.integer(more + Time));
    row->lastLine = statement.text(more + LastLine);
    row->repeats = int(statement.integer(more + Repeats));
    row->isRunning = isRunning(row->record);
    if (row->isRunning && !statement.isNull(more + EndTimeout)) {
        const std::chrono::seconds timeout(statement.integer(more + EndTimeout));
        row->overdueAt = row->time + timeout / 2;
        row->assumedEndAt = std::max(row->time, row->record.updatedAt.value_or(row->time)) + timeout;
    }
    row->isOverdue = isOverdueAt(*row, now);
    return row;
}

Result<QList<ConversationListRowPtr>> conversations(const Database &database, Result<Statement> statement,
                                                    Timestamp now)
{
    if (!statement)
        return std::unexpected(statement.error());
    QList<std::shared_ptr<ConversationListRow>> read;
    QList<qint64> ids;
    while (statement->next()) {
        read.append(conversationFrom(*statement, now));
        ids.append(read.constLast()->id);
    }
    if (const auto ended = statement->ended(); !ended)
        return std::unexpected(ended.error());
    const auto forwarding = forwardingOf(database, ids);
    if (!forwarding)
        return std::unexpected(forwarding.error());
    QList<ConversationListRowPtr> rows;
    for (const std::shared_ptr<ConversationListRow> &row : std::as_const(read)) {
        row->forwarding = forwarding->value(row->id);
        rows.append(row);
    }
    return rows;
}

DeliveryListRowPtr deliveryFrom(const Statement &statement)
{
    auto row = std::make_shared<DeliveryListRow>();
    int column = 0;
    row->id = statement.integer(column++);
    row->sourceId = statement.integer(column++);
    row->source = statement.text(column++);
    row->platform = statement.text(column++);
    row->receivedAt = fromMicroseconds(statement.integer(column++));
    row->state = statement.text(column++);
    row->reason = statement.text(column++);
    if (!statement.isNull(column))
        row->duplicateOf = fromMicroseconds(statement.integer(column));
    ++column;
    row->verdict = statement.text(column++);
    row->sizeBytes = statement.integer(column++);
    row->kind = statement.text(column++);
    row->conversation = statement.integer(column++);
    row->verdictReason = statement.text(column++);
    if (!statement.isNull(column))
        row->clockSkewSeconds = statement.integer(column);
    ++column;
    if (!statement.isNull(column))
        row->answered = int(statement.integer(column));
    ++column;
    row->releasedFrom = statement.integer(column);
    return row;
}

} // namespace

Result<QList<ConversationListRowPtr>> readConversationRows(const Database &database, const QList<qint64> &ids,
                                                           Timestamp now)
{
    return conversations(database,
                         database.run(QStringLiteral(R"(%1 %2 WHERE c."id" = wanted."value")")
                                          .arg(conversationSelect(), fromWanted(RecordKind::Conversations)),
                                      {idList(ids)}),
                         now);
}

Result<QList<ConversationListRowPtr>> readRunningRows(const Database &database, int most, Timestamp now)
{
    // In the words of its index.
    return conversations(
        database,
        database.run(QStringLiteral(R"(%1 %2 WHERE c."status" COLLATE NOCASE IN ('ringing', 'in_progress'))"
                                    R"( AND c."ended_at" IS NULL ORDER BY c."time", c."id" LIMIT ?)")
                         .arg(conversationSelect(), recordFrom(RecordKind::Conversations)),
                     {most}),
        now);
}

bool isOverdueAt(const ConversationListRow &row, Timestamp now)
{
    return row.isRunning && row.overdueAt && now > *row.overdueAt;
}

Result<QList<DeliveryListRowPtr>> readDeliveryRows(const Database &database, const QList<qint64> &ids)
{
    auto statement =
        database.run(QStringLiteral(R"(SELECT d."id", d."source_id", src."name", src."platform", d."received_at",)"
                                    R"( coalesce(f."state", 'received'), f."reason",)"
                                    R"( (SELECT o."received_at" FROM delivery o WHERE o."id" = f."duplicate_of"),)"
                                    R"( d."verdict", d."bytes", head."platform_type", head."conversation",)"
                                    R"( d."verdict_reason", d."clock_skew_s", d."answered", d."released_from" %1)"
                                    R"( LEFT JOIN event head ON head."delivery" = coalesce(f."duplicate_of", d."id"))"
                                    R"( AND head."position" = 1 WHERE d."id" = wanted."value")")
                         .arg(fromWanted(RecordKind::Deliveries)),
                     {idList(ids)});
    if (!statement)
        return std::unexpected(statement.error());
    QList<DeliveryListRowPtr> rows;
    while (statement->next())
        rows.append(deliveryFrom(*statement));
    if (const auto ended = statement->ended(); !ended)
        return std::unexpected(ended.error());
    return rows;
}

} // namespace earshot
