// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/recordlookup.h"

#include "models/domain/fold.h"
#include "models/store/journal.h"
#include "models/store/recordrow.h"
#include "models/store/snapshot.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace earshot {
namespace {

/** Records of @p kind for which @p condition, with one `?`, holds of @p id. */
Result<QList<Record>> recordsWhere(const Database &database, RecordKind kind, const QString &condition, qint64 id)
{
    auto rows = database.run(QStringLiteral("%1 WHERE %2").arg(recordSelect(kind), condition), {id});
    if (!rows)
        return std::unexpected(rows.error());
    QList<Record> records;
    Record record;
    while (rows->next()) {
        readRecord(*rows, kind, record);
        records.append(record);
    }
    if (const auto ended = rows->ended(); !ended)
        return std::unexpected(ended.error());
    return records;
}

/** The one record for which @p condition holds; NotFound says that there is no @p what of that id. */
Result<Record> recordWhere(const Database &database, RecordKind kind, const QString &condition, qint64 id,
                           const QString &what)
{
    const auto records = recordsWhere(database, kind, condition, id);
    if (!records)
        return std::unexpected(records.error());
    if (records->isEmpty())
        return failure(ErrorCode::NotFound, QStringLiteral("there is no %1 %2").arg(what).arg(id));
    return records->first();
}

/** The fields that a patch sets. */
QStringList fieldsOfPatch(const QJsonObject &patch)
{
    QStringList names;
    for (const ConversationField &field : conversationFields()) {
        if (patch.contains(field.name))
            names.append(field.name);
    }
    return names;
}

struct OrderedEntry {
    FoldOrder order;
    HistoryEntry entry;
};

OrderedEntry entryFromRow(const Statement &row)
{
    OrderedEntry ordered;
    HistoryEntry &entry = ordered.entry;
    readRecord(row, RecordKind::Events, entry.event);
    const int more = int(entry.event.size());
    const EventType type = eventTypeFromText(row.text(more)).value_or(EventType::Unknown);
    ordered.order = {fromMicroseconds(row.integer(more + 1)), foldRank(type), row.value(more + 2).toByteArray()};
    entry.receivedAt = fromMicroseconds(row.integer(more + 3));
    const QJsonObject patch = QJsonDocument::fromJson(row.text(more + 4).toUtf8()).object();
    entry.changed = fieldsOfPatch(patch);
    entry.patch = patchFromJson(patch);
    entry.repeats = int(row.integer(more + 5));
    return ordered;
}

Result<QList<HistoryEntry>> historyOf(const Database &database, qint64 conversation)
{
    const QStringList more = {
        QStringLiteral(R"(e."type")"),
        recordTime(RecordKind::Events),
        QStringLiteral(R"(e."digest")"),
        QStringLiteral(R"(e."received_at")"),
        QStringLiteral(R"(e."patch")"),
        QStringLiteral(R"((SELECT count(*) FROM finding r WHERE r."duplicate_of" = e."delivery"))")};
    auto rows = database.run(
        recordSelect(RecordKind::Events, more) + QLatin1StringView(R"( WHERE e."conversation" = ?)"), {conversation});
    if (!rows)
        return std::unexpected(rows.error());
    QList<OrderedEntry> entries;
    while (rows->next())
        entries.append(entryFromRow(*rows));
    if (const auto ended = rows->ended(); !ended)
        return std::unexpected(ended.error());

    std::ranges::sort(entries, {}, &OrderedEntry::order);
    QList<HistoryEntry> history;
    for (const OrderedEntry &ordered : std::as_const(entries))
        history.append(ordered.entry);
    return history;
}

/** The first column of what @p sql finds. */
Result<QList<qint64>> idsOf(const Database &database, const QString &sql, const QVariantList &binds)
{
    auto rows = database.run(sql, binds);
    if (!rows)
        return std::unexpected(rows.error());
    QList<qint64> ids;
    while (rows->next())
        ids.append(rows->integer(0));
    if (const auto ended = rows->ended(); !ended)
        return std::unexpected(ended.error());
    return ids;
}

Result<ConversationDetails> readConversation(const Database &database, qint64 id)
{
    const auto record = recordWhere(database, RecordKind::Conversations, QStringLiteral(R"(c."id" = ?)"), id,
                                    QStringLiteral("conversation"));
    if (!record)
        return std::unexpected(record.error());
    const auto transcript = recordsWhere(database, RecordKind::Messages,
                                         QStringLiteral(R"(m."conversation" = ? ORDER BY m."position")"), id);
    if (!transcript)
        return std::unexpected(transcript.error());
    const auto history = historyOf(database, id);
    if (!history)
        return std::unexpected(history.error());
    const auto sealedAt =
        database.value(QStringLiteral(R"(SELECT "sealed_at" FROM sealed_conversation WHERE "conversation" = ?)"), {id});
    if (!sealedAt)
        return std::unexpected(sealedAt.error());
    const auto forwarding = outbox::ofConversation(database, id);
    if (!forwarding)
        return std::unexpected(forwarding.error());
    return ConversationDetails{
        *record, *transcript, *history,
        sealedAt->isValid() ? std::optional(fromMicroseconds(sealedAt->toLongLong())) : std::nullopt, *forwarding};
}

Result<DeliveryDetails> readDelivery(const Database &database, qint64 id)
{
    const auto record =
        recordWhere(database, RecordKind::Deliveries, QStringLiteral(R"(d."id" = ?)"), id, QStringLiteral("delivery"));
    if (!record)
        return std::unexpected(record.error());
    const auto headers = database.value(QStringLiteral(R"(SELECT "headers" FROM delivery WHERE "id" = ?)"), {id});
    if (!headers)
        return std::unexpected(headers.error());
    const auto body = database.value(QStringLiteral(R"(SELECT "body" FROM delivery_body WHERE "delivery" = ?)"), {id});
    if (!body)
        return std::unexpected(body.error());
    const auto events =
        recordsWhere(database, RecordKind::Events, QStringLiteral(R"(e."delivery" = ? ORDER BY e."position")"), id);
    if (!events)
        return std::unexpected(events.error());
    const auto content = body->isValid() ? std::optional(body->toByteArray()) : std::nullopt;
    return DeliveryDetails{*record, headersFromBytes(headers->toByteArray()), content, *events};
}

} // namespace

Result<ConversationDetails> conversationDetails(const Database &database, qint64 id)
{
    return readSnapshot<ConversationDetails>(database, [&] { return readConversation(database, id); });
}

Result<DeliveryDetails> deliveryDetails(const Database &database, qint64 id)
{
    return readSnapshot<DeliveryDetails>(database, [&] { return readDelivery(database, id); });
}

Result<QList<ConversationMatch>> findConversations(const Database &database, const QString &source,
                                                   const QString &platformId)
{
    auto rows = database.run(QStringLiteral(R"(SELECT c."id", c."scope" FROM source src)"
                                            R"( JOIN identity i ON i."source_id" = src."id" AND i."platform_id" = ?)"
                                            R"( JOIN conversation c ON c."id" = i."id")"
                                            R"( WHERE src."name" = ? COLLATE NOCASE ORDER BY c."id")"),
                             {platformId, source});
    if (!rows)
        return std::unexpected(rows.error());
    QList<ConversationMatch> matches;
    while (rows->next())
        matches.append({rows->integer(0), rows->text(1)});
    if (const auto ended = rows->ended(); !ended)
        return std::unexpected(ended.error());
    return matches;
}

Result<std::optional<qint64>> previousOfKind(const Database &database, qint64 delivery)
{
    constexpr qint64 farthest = 200'000; // there is no index of kinds, so that a rare one is not looked for for ever
    const auto found = database.value(
        QStringLiteral(R"(SELECT p."delivery" FROM event mine)"
                       R"( JOIN event p ON p."delivery" BETWEEN mine."delivery" - ? AND mine."delivery" - 1)"
                       R"( AND p."position" = mine."position" AND p."source_id" = mine."source_id")"
                       R"( AND p."platform_type" IS mine."platform_type")"
                       R"( WHERE mine."delivery" = ? AND mine."position" = 1)"
                       R"( AND EXISTS (SELECT 1 FROM delivery_body b WHERE b."delivery" = p."delivery"))"
                       R"( ORDER BY p."delivery" DESC LIMIT 1)"),
        {farthest, delivery});
    if (!found)
        return std::unexpected(found.error());
    return found->isValid() ? std::optional(found->toLongLong()) : std::nullopt;
}

Result<QList<qint64>> deliveriesOfConversation(const Database &database, qint64 conversation)
{
    return idsOf(database,
                 QStringLiteral(R"(SELECT DISTINCT e."delivery" FROM event e WHERE e."conversation" = ?)"
                                R"( ORDER BY e."delivery" DESC)"),
                 {conversation});
}

Result<QList<qint64>> deliveriesOfConversations(const Database &database, const QList<qint64> &conversations)
{
    QJsonArray ids;
    for (const qint64 id : conversations)
        ids.append(id);
    return idsOf(database,
                 QStringLiteral(R"(SELECT DISTINCT e."delivery" FROM event e WHERE e."conversation" IN)"
                                R"( (SELECT "value" FROM json_each(?)) ORDER BY e."delivery")"),
                 {QString::fromUtf8(QJsonDocument(ids).toJson(QJsonDocument::Compact))});
}

} // namespace earshot
