// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/detail/detaildata.h"

#include "models/items/listrows.h"
#include "widgets/conversation/conversationrecord.h"
#include "widgets/style/format.h"

#include <QCoreApplication>

namespace earshot {
namespace {

using L1 = QLatin1StringView;

constexpr qsizetype c_idEnd = 4;

Result<ConversationDetail> conversationOfId(const Database &database, qint64 id)
{
    const Result<ConversationDetails> details = conversationDetails(database, id);
    if (!details)
        return std::unexpected(details.error());
    const Result<QList<OutboxRow>> rows = outbox::ofConversation(database, id);
    if (!rows)
        return std::unexpected(rows.error());
    return ConversationDetail{conversationOf(details->record), transcriptOf(*details), timelineOf(*details), *rows};
}

DeliveryDetail deliveryOf(const DeliveryDetails &details)
{
    constexpr RecordKind kind = RecordKind::Deliveries;
    DeliveryDetail delivery;
    delivery.id = textOf(details.record, kind, L1("id")).toLongLong();
    delivery.state = textOf(details.record, kind, L1("state"));
    delivery.verdict = textOf(details.record, kind, L1("verdict"));
    delivery.method = textOf(details.record, kind, L1("method"));
    delivery.target = textOf(details.record, kind, L1("target"));
    delivery.remote = textOf(details.record, kind, L1("remote"));
    delivery.reason = textOf(details.record, kind, L1("reason"));
    delivery.bytes = integerOf(details.record, kind, L1("bytes")).value_or(0);
    delivery.receivedAt = timeOf(details.record, kind, L1("received_at")).value_or(Timestamp());
    for (const Record &event : details.events) {
        if (delivery.kind.isEmpty())
            delivery.kind = textOf(event, RecordKind::Events, L1("platform_type"));
        if (delivery.kind.isEmpty())
            delivery.kind = textOf(event, RecordKind::Events, L1("type"));
        if (delivery.conversation == 0)
            delivery.conversation = textOf(event, RecordKind::Events, L1("conversation")).toLongLong();
    }
    return delivery;
}

/** What is known of its sender beside the record. */
Result<void> addJudgement(const Database &database, DeliveryDetail &delivery)
{
    const auto rows = readDeliveryRows(database, {delivery.id});
    if (!rows)
        return std::unexpected(rows.error());
    if (rows->isEmpty())
        return {};
    const DeliveryListRow &row = *rows->first();
    delivery.platform = row.platform;
    delivery.verdictReason = row.verdictReason;
    delivery.clockSkewSeconds = row.clockSkewSeconds;
    delivery.answered = row.answered;
    delivery.releasedFrom = row.releasedFrom;
    return {};
}

/** A repeat made no events of its own: it belongs where its first belongs. */
Result<DeliveryDetail> deliveryOfId(const Database &database, qint64 id)
{
    const Result<DeliveryDetails> details = deliveryDetails(database, id);
    if (!details)
        return std::unexpected(details.error());
    DeliveryDetail delivery = deliveryOf(*details);
    if (const auto judged = addJudgement(database, delivery); !judged)
        return std::unexpected(judged.error());
    const qint64 first = textOf(details->record, RecordKind::Deliveries, L1("duplicate_of")).toLongLong();
    if (first == 0 || delivery.conversation != 0)
        return delivery;
    if (const Result<DeliveryDetails> original = deliveryDetails(database, first)) {
        const DeliveryDetail same = deliveryOf(*original);
        delivery.kind = same.kind;
        delivery.conversation = same.conversation;
    }
    return delivery;
}

} // namespace

Result<DetailContent> readConversationDetail(const Database &database, qint64 conversation)
{
    const auto read = conversationOfId(database, conversation);
    if (!read)
        return std::unexpected(read.error());
    return DetailContent{std::nullopt, *read};
}

Result<DetailContent> readDeliveryDetail(const Database &database, qint64 delivery)
{
    const auto read = deliveryOfId(database, delivery);
    if (!read)
        return std::unexpected(read.error());
    DetailContent content{*read, std::nullopt};
    if (read->conversation == 0)
        return content;
    const auto conversation = conversationOfId(database, read->conversation);
    if (conversation)
        content.conversation = *conversation;
    else if (conversation.error().code != ErrorCode::NotFound)
        return std::unexpected(conversation.error());
    return content;
}

QString conversationTitle(const Conversation &conversation)
{
    if (!conversation.contactName.isEmpty())
        return conversation.contactName;
    if (!conversation.contactPhone.isEmpty())
        return phoneText(conversation.contactPhone);
    if (!conversation.contactEmail.isEmpty())
        return conversation.contactEmail;
    //: Somebody of whom only the last characters of an id are known: "Visitor 8f2c".
    return QCoreApplication::translate("earshot::ConversationHeader", "Visitor %1")
        .arg(conversation.conversationId.right(c_idEnd));
}

} // namespace earshot
