// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/conversationrecord.h"

#include "models/domain/fields.h"

#include <QJsonArray>

namespace earshot {
namespace {

QString encoded(const QString &part)
{
    return QString::fromLatin1(part.toUtf8().toPercentEncoding(":+", "~"));
}

QJsonValue orNull(const QString &text)
{
    return text.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonObject messageRecord(const Message &message)
{
    return {
        {QStringLiteral("role"), roleText(message.role)},
        {QStringLiteral("name"), orNull(message.name)},
        {QStringLiteral("text"), message.text},
        {QStringLiteral("at"), message.at ? QJsonValue(toIsoText(*message.at, QTimeZone::utc())) : QJsonValue()},
    };
}

} // namespace

QString recordKey(const QString &sourceKey, const ConversationKey &key)
{
    return QStringLiteral("earshot:%1:%2:%3").arg(sourceKey, encoded(key.scope), encoded(key.platformId));
}

QJsonObject conversationRecord(const WholeConversation &conversation)
{
    QJsonArray transcript;
    for (const Message &message : conversation.messages)
        transcript.append(messageRecord(message));
    QJsonObject record = toJson(conversation.record, QTimeZone::utc());
    record.insert(QStringLiteral("transcript"), transcript);
    record.insert(QStringLiteral("ext"), recordKey(conversation.sourceKey, conversation.key));
    return record;
}

} // namespace earshot
