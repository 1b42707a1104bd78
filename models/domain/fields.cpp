// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/fields.h"

#include <QJsonArray>

#include <array>

namespace earshot {
namespace {

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

using C = Conversation;

const std::array c_conversationFields = {
    ConversationField{QLatin1StringView("id"), FieldType::Id, &C::id},
    ConversationField{QLatin1StringView("platform"), FieldType::Word, &C::platform},
    ConversationField{QLatin1StringView("source"), FieldType::Word, &C::source},
    ConversationField{QLatin1StringView("kind"), FieldType::Word, &C::kind},
    ConversationField{QLatin1StringView("conversation_id"), FieldType::Id, &C::conversationId},
    ConversationField{QLatin1StringView("channel"), FieldType::Word, &C::channel},
    ConversationField{QLatin1StringView("direction"), FieldType::Word, &C::direction},
    ConversationField{QLatin1StringView("status"), FieldType::Word, &C::status},
    ConversationField{QLatin1StringView("status_detail"), FieldType::Word, &C::statusDetail},
    ConversationField{QLatin1StringView("outcome"), FieldType::Word, &C::outcome},
    ConversationField{QLatin1StringView("started_at"), FieldType::Time, &C::startedAt},
    ConversationField{QLatin1StringView("answered_at"), FieldType::Time, &C::answeredAt},
    ConversationField{QLatin1StringView("ended_at"), FieldType::Time, &C::endedAt},
    ConversationField{QLatin1StringView("duration_s"), FieldType::Duration, &C::durationSeconds},
    ConversationField{QLatin1StringView("agent"), FieldType::Word, &C::agent},
    ConversationField{QLatin1StringView("contact_id"), FieldType::Id, &C::contactId},
    ConversationField{QLatin1StringView("contact_name"), FieldType::Text, &C::contactName},
    ConversationField{QLatin1StringView("contact_phone"), FieldType::Phone, &C::contactPhone},
    ConversationField{QLatin1StringView("contact_email"), FieldType::Text, &C::contactEmail},
    ConversationField{QLatin1StringView("from"), FieldType::Phone, &C::from},
    ConversationField{QLatin1StringView("to"), FieldType::Phone, &C::to},
    ConversationField{QLatin1StringView("messages"), FieldType::Integer, &C::messages},
    ConversationField{QLatin1StringView("first_message"), FieldType::Text, &C::firstMessage},
    ConversationField{QLatin1StringView("intent"), FieldType::Word, &C::intent},
    ConversationField{QLatin1StringView("form"), FieldType::Word, &C::form},
    ConversationField{QLatin1StringView("recording_url"), FieldType::Text, &C::recordingUrl},
    ConversationField{QLatin1StringView("summary"), FieldType::Text, &C::summary},
    ConversationField{QLatin1StringView("notes"), FieldType::Text, &C::notes},
    ConversationField{QLatin1StringView("utm_source"), FieldType::Word, &C::utmSource},
    ConversationField{QLatin1StringView("utm_medium"), FieldType::Word, &C::utmMedium},
    ConversationField{QLatin1StringView("campaign"), FieldType::Word, &C::campaign},
    ConversationField{QLatin1StringView("landing_page"), FieldType::Text, &C::landingPage},
    ConversationField{QLatin1StringView("gclid"), FieldType::Id, &C::gclid},
    ConversationField{QLatin1StringView("estimated_value_minor"), FieldType::Money, &C::estimatedValueMinor},
    ConversationField{QLatin1StringView("actual_value_minor"), FieldType::Money, &C::actualValueMinor},
    ConversationField{QLatin1StringView("revenue_minor"), FieldType::Money, &C::revenueMinor},
    ConversationField{QLatin1StringView("cost_minor"), FieldType::Money, &C::costMinor},
    ConversationField{QLatin1StringView("currency"), FieldType::Word, &C::currency},
    ConversationField{QLatin1StringView("is_test"), FieldType::Boolean, &C::isTest},
    ConversationField{QLatin1StringView("attributes"), FieldType::Object, &C::attributes},
    ConversationField{QLatin1StringView("analysis"), FieldType::Object, &C::analysis},
    ConversationField{QLatin1StringView("estimated"), FieldType::List, &C::estimated},
    ConversationField{QLatin1StringView("events"), FieldType::Integer, &C::events},
    ConversationField{QLatin1StringView("updated_at"), FieldType::Time, &C::updatedAt},
};

const std::array c_messageFields = {
    Field{QLatin1StringView("conversation"), FieldType::Id}, Field{QLatin1StringView("position"), FieldType::Integer},
    Field{QLatin1StringView("role"), FieldType::Word},       Field{QLatin1StringView("name"), FieldType::Text},
    Field{QLatin1StringView("text"), FieldType::Text},       Field{QLatin1StringView("at"), FieldType::Time},
};

const std::array c_eventFields = {
    Field{QLatin1StringView("id"), FieldType::Id},
    Field{QLatin1StringView("delivery"), FieldType::Id},
    Field{QLatin1StringView("conversation"), FieldType::Id},
    Field{QLatin1StringView("type"), FieldType::Word},
    Field{QLatin1StringView("platform_type"), FieldType::Word},
    Field{QLatin1StringView("occurred_at"), FieldType::Time},
    Field{QLatin1StringView("warnings"), FieldType::List},
};

const std::array c_deliveryFields = {
    Field{QLatin1StringView("id"), FieldType::Id},
    Field{QLatin1StringView("source"), FieldType::Word},
    Field{QLatin1StringView("received_at"), FieldType::Time},
    Field{QLatin1StringView("method"), FieldType::Word},
    Field{QLatin1StringView("target"), FieldType::Text},
    Field{QLatin1StringView("remote"), FieldType::Id},
    Field{QLatin1StringView("bytes"), FieldType::Integer},
    Field{QLatin1StringView("state"), FieldType::Word},
    Field{QLatin1StringView("reason"), FieldType::Text},
    Field{QLatin1StringView("duplicate_of"), FieldType::Id},
    Field{QLatin1StringView("verdict"), FieldType::Word},
    Field{QLatin1StringView("events"), FieldType::Integer},
};

QJsonValue orNull(const QString &text)
{
    return text.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

/** The patch's way to write a member: like toJson(), but lossless and without a zone. */
QJsonValue patchValue(const Conversation &patch, const ConversationField &field)
{
    if (const auto *time = std::get_if<std::optional<Timestamp> C::*>(&field.member)) {
        const auto &value = patch.**time;
        return value ? QJsonValue(toMicroseconds(*value)) : QJsonValue(QJsonValue::Null);
    }
    return toJson(patch, field, QTimeZone::utc());
}

void setFromPatch(Conversation &patch, const ConversationField &field, const QJsonValue &json)
{
    std::visit(Overloaded{
                   [&](qint64 C::*member) { patch.*member = json.toString().toLongLong(); },
                   [&](QString C::*member) { patch.*member = json.toString(); },
                   [&](std::optional<qint64> C::*member) { patch.*member = json.toInteger(); },
                   [&](std::optional<bool> C::*member) { patch.*member = json.toBool(); },
                   [&](std::optional<Timestamp> C::*member) { patch.*member = fromMicroseconds(json.toInteger()); },
                   [&](std::optional<Kind> C::*member) { patch.*member = kindFromText(json.toString()); },
                   [&](std::optional<Direction> C::*member) { patch.*member = directionFromText(json.toString()); },
                   [&](std::optional<Status> C::*member) { patch.*member = statusFromText(json.toString()); },
                   [&](QJsonObject C::*member) { patch.*member = json.toObject(); },
                   [&](QStringList C::*member) { patch.*member = json.toVariant().toStringList(); },
               },
               field.member);
}

} // namespace

std::span<const ConversationField> conversationFields()
{
    return c_conversationFields;
}

std::span<const Field> messageFields()
{
    return c_messageFields;
}

std::span<const Field> eventFields()
{
    return c_eventFields;
}

std::span<const Field> deliveryFields()
{
    return c_deliveryFields;
}

bool isNull(const Conversation &conversation, const ConversationField &field)
{
    return std::visit(Overloaded{
                          [&](qint64 C::*member) { return conversation.*member == 0; },
                          [&](QString C::*member) { return (conversation.*member).isNull(); },
                          [&](QJsonObject C::*member) { return (conversation.*member).isEmpty(); },
                          [&](QStringList C::*member) { return (conversation.*member).isEmpty(); },
                          [&](auto member) { return !(conversation.*member).has_value(); },
                      },
                      field.member);
}

QJsonValue toJson(const Conversation &conversation, const ConversationField &field, const QTimeZone &zone)
{
    if (isNull(conversation, field) && field.type != FieldType::List)
        return QJsonValue::Null;
    return std::visit(
        Overloaded{
            [&](qint64 C::*member) { return QJsonValue(QString::number(conversation.*member)); },
            [&](QString C::*member) { return orNull(conversation.*member); },
            [&](std::optional<qint64> C::*member) { return QJsonValue(*(conversation.*member)); },
            [&](std::optional<bool> C::*member) { return QJsonValue(*(conversation.*member)); },
            [&](std::optional<Timestamp> C::*member) { return QJsonValue(toIsoText(*(conversation.*member), zone)); },
            [&](std::optional<Kind> C::*member) { return QJsonValue(kindText(*(conversation.*member))); },
            [&](std::optional<Direction> C::*member) { return QJsonValue(directionText(*(conversation.*member))); },
            [&](std::optional<Status> C::*member) { return QJsonValue(statusText(*(conversation.*member))); },
            [&](QJsonObject C::*member) { return QJsonValue(conversation.*member); },
            [&](QStringList C::*member) { return QJsonValue(QJsonArray::fromStringList(conversation.*member)); },
        },
        field.member);
}

QJsonObject toJson(const Conversation &conversation, const QTimeZone &zone)
{
    QJsonObject json;
    for (const ConversationField &field : c_conversationFields)
        json.insert(field.name, toJson(conversation, field, zone));
    return json;
}

QJsonObject patchToJson(const Conversation &patch)
{
    QJsonObject json;
    for (const ConversationField &field : c_conversationFields) {
        if (!isNull(patch, field))
            json.insert(field.name, patchValue(patch, field));
    }
    return json;
}

Conversation patchFromJson(const QJsonObject &json)
{
    Conversation patch;
    for (const ConversationField &field : c_conversationFields) {
        const QJsonValue value = json.value(field.name);
        if (!value.isUndefined() && !value.isNull())
            setFromPatch(patch, field, value);
    }
    return patch;
}

void copyField(const ConversationField &field, const Conversation &from, Conversation &to)
{
    std::visit([&](auto member) { to.*member = from.*member; }, field.member);
}

void clearField(const ConversationField &field, Conversation &conversation)
{
    copyField(field, Conversation(), conversation);
}

} // namespace earshot
