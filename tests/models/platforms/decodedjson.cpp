// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/platforms/decodedjson.h"

#include "models/domain/fields.h"

#include <QJsonArray>

namespace earshot {
namespace {

QJsonValue timeJson(const std::optional<Timestamp> &time)
{
    return time ? QJsonValue(toIsoText(*time, QTimeZone::utc())) : QJsonValue(QJsonValue::Null);
}

QJsonValue textJson(const QString &text)
{
    return text.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue keyJson(const std::optional<ConversationKey> &key)
{
    if (!key)
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("scope"), key->scope}, {QStringLiteral("id"), key->platformId}};
}

QJsonObject messageJson(const Message &message)
{
    return {{QStringLiteral("key"), textJson(message.key)},
            {QStringLiteral("role"), roleText(message.role)},
            {QStringLiteral("name"), textJson(message.name)},
            {QStringLiteral("text"), textJson(message.text)},
            {QStringLiteral("at"), timeJson(message.at)}};
}

QJsonObject eventJson(const Event &event)
{
    QJsonArray messages;
    for (const Message &message : event.messages)
        messages.append(messageJson(message));
    return {{QStringLiteral("type"), eventTypeText(event.type)},
            {QStringLiteral("platform_type"), textJson(event.platformType)},
            {QStringLiteral("occurred_at"), timeJson(event.occurredAt)},
            {QStringLiteral("conversation"), keyJson(event.conversation)},
            {QStringLiteral("event_key"), textJson(event.eventKey)},
            {QStringLiteral("patch"), patchToJson(event.patch)},
            {QStringLiteral("reopens"), event.reopens},
            {QStringLiteral("has_transcript"), event.hasTranscript},
            {QStringLiteral("messages"), messages},
            {QStringLiteral("warnings"), QJsonArray::fromStringList(event.warnings)}};
}

} // namespace

QJsonObject decodedToJson(const Decoded &decoded)
{
    QJsonArray events;
    for (const Event &event : decoded.events)
        events.append(eventJson(event));
    return {{QStringLiteral("state"), deliveryStateText(decoded.state)},
            {QStringLiteral("reason"), textJson(decoded.reason)},
            {QStringLiteral("events"), events}};
}

Source sampleSource(const QString &platform, const QJsonObject &overrides)
{
    Source source;
    source.id = 1;
    source.name = QStringLiteral("sample");
    source.platform = platform;
    source.zone = overrides.value(QLatin1StringView("zone")).toString(source.zone);
    source.currency = overrides.value(QLatin1StringView("currency")).toString();
    source.region = overrides.value(QLatin1StringView("region")).toString();
    source.agent = overrides.value(QLatin1StringView("agent")).toString();
    source.idField = overrides.value(QLatin1StringView("id_field")).toString();
    return source;
}

} // namespace earshot
