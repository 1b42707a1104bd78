// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sources/firstdelivery.h"

#include "models/filter/filter.h"
#include "models/items/viewscope.h"
#include "models/store/recordlookup.h"
#include "models/store/recordqueries.h"

namespace earshot {
namespace {

constexpr qint64 c_mostLookedAt = 500; ///< a source that gets more while its dialog is open is heard well enough

QString textOf(const Record &record, RecordKind kind, QLatin1StringView field)
{
    const auto *text = std::get_if<QString>(&fieldOf(record, kind, field));
    return text == nullptr ? QString() : *text;
}

QString deliveryText(const Record &record, QLatin1StringView field)
{
    return textOf(record, RecordKind::Deliveries, field);
}

/** The delivery to tell of, and how many there are. */
struct Choice {
    qint64 count = 0;
    qint64 id = 0;
    bool isDecoded = false;
};

Result<Choice> choose(const Database &database, const QString &source, Timestamp since)
{
    const auto filter =
        Filter::parse(filterTerm(QStringLiteral("source"), source), filterSchema(RecordKind::Deliveries));
    if (!filter)
        return failure(ErrorCode::FilterSyntax, source);
    RecordSelection selection;
    selection.filter = filter->toSql({QTimeZone::utc(), since});
    selection.interval.from = since;

    Choice choice;
    const auto read = readRecords(database, RecordKind::Deliveries, selection, [&](const Record &record) {
        const QString state = deliveryText(record, QLatin1StringView("state"));
        if (state == deliveryStateText(DeliveryState::Received))
            return true;
        ++choice.count;
        if (!choice.isDecoded)
            choice.id = deliveryText(record, QLatin1StringView("id")).toLongLong();
        choice.isDecoded = choice.isDecoded || state == deliveryStateText(DeliveryState::Decoded);
        return choice.count < c_mostLookedAt;
    });
    if (!read && read.error().code != ErrorCode::Cancelled)
        return std::unexpected(read.error());
    return choice;
}

void describe(FirstDelivery &delivery, const ConversationDetails &conversation)
{
    const auto text = [&](const char *field) {
        return textOf(conversation.record, RecordKind::Conversations, QLatin1StringView(field));
    };
    delivery.messages = conversation.transcript.size();
    delivery.status = text("status");
    for (const char *field : {"contact_name", "contact_phone", "contact_email"}) {
        if (delivery.contact.isEmpty())
            delivery.contact = text(field);
    }
    const RecordValue &duration =
        fieldOf(conversation.record, RecordKind::Conversations, QLatin1StringView("duration_s"));
    if (const auto *seconds = std::get_if<qint64>(&duration))
        delivery.durationSeconds = *seconds;
}

} // namespace

Result<std::optional<FirstDelivery>> firstDelivery(const Database &database, const QString &source, Timestamp since)
{
    const auto choice = choose(database, source, since);
    if (!choice)
        return std::unexpected(choice.error());
    if (choice->count == 0)
        return std::nullopt;
    const auto details = deliveryDetails(database, choice->id);
    if (!details)
        return std::unexpected(details.error());

    FirstDelivery delivery;
    delivery.count = choice->count;
    delivery.state = deliveryText(details->record, QLatin1StringView("state"));
    delivery.reason = deliveryText(details->record, QLatin1StringView("reason"));
    if (!details->events.isEmpty()) {
        const Record &event = details->events.first();
        delivery.kind = textOf(event, RecordKind::Events, QLatin1StringView("platform_type"));
        const qint64 id = textOf(event, RecordKind::Events, QLatin1StringView("conversation")).toLongLong();
        if (const auto conversation = conversationDetails(database, id))
            describe(delivery, *conversation);
    }
    return delivery;
}

} // namespace earshot
