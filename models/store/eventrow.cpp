// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/eventrow.h"

#include "models/domain/fields.h"
#include "models/store/binding.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace earshot {
namespace {

QJsonValue jsonOrNull(const QString &text)
{
    return text.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString compact(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QJsonArray messagesToJson(const QList<Message> &messages)
{
    QJsonArray array;
    for (const Message &message : messages) {
        array.append(QJsonArray{jsonOrNull(message.key), roleText(message.role), jsonOrNull(message.name), message.text,
                                message.at ? QJsonValue(toMicroseconds(*message.at)) : QJsonValue(QJsonValue::Null)});
    }
    return array;
}

QString textOrNull(const QJsonValue &value)
{
    return value.isString() ? value.toString() : QString();
}

QList<Message> messagesFromJson(const QByteArray &json)
{
    QList<Message> messages;
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    for (const auto &value : array) {
        const QJsonArray fields = value.toArray();
        Message message;
        message.key = textOrNull(fields.at(0));
        message.role = roleFromText(fields.at(1).toString()).value_or(Role::System);
        message.name = textOrNull(fields.at(2));
        message.text = fields.at(3).toString();
        if (fields.at(4).isDouble())
            message.at = fromMicroseconds(fields.at(4).toInteger());
        messages.append(message);
    }
    return messages;
}

} // namespace

QString foldEventColumns()
{
    return QStringLiteral(
        "\"type\", \"occurred_at\", \"received_at\", \"digest\", \"patch\", \"messages\", \"reopens\", "
        "\"has_transcript\"");
}

FoldEvent foldEventFromRow(const Statement &row)
{
    FoldEvent fold;
    fold.event.type = eventTypeFromText(row.text(0)).value_or(EventType::Unknown);
    if (!row.isNull(1))
        fold.event.occurredAt = fromMicroseconds(row.integer(1));
    fold.receivedAt = fromMicroseconds(row.integer(2));
    fold.event.patch = patchFromJson(QJsonDocument::fromJson(row.text(4).toUtf8()).object());
    if (!row.isNull(5))
        fold.event.messages = messagesFromJson(row.text(5).toUtf8());
    fold.event.reopens = row.integer(6) != 0;
    fold.event.hasTranscript = row.integer(7) != 0;
    fold.order = {fold.event.occurredAt.value_or(fold.receivedAt), foldRank(fold.event.type),
                  row.value(3).toByteArray()};
    return fold;
}

QString eventColumns()
{
    return QStringLiteral(
        "\"type\", \"platform_type\", \"occurred_at\", \"received_at\", \"digest\", \"event_key\", \"patch\", "
        "\"messages\", \"reopens\", \"has_transcript\", \"warnings\"");
}

QVariantList eventValues(const FoldEvent &fold)
{
    const Event &event = fold.event;
    const QString messages = event.messages.isEmpty() ? QString() : compact(messagesToJson(event.messages));
    return {eventTypeText(event.type),
            orNull(event.platformType),
            orNull(event.occurredAt),
            toMicroseconds(fold.receivedAt),
            notNull(fold.order.digest),
            orNull(event.eventKey),
            compact(patchToJson(event.patch)),
            orNull(messages),
            event.reopens ? 1 : 0,
            event.hasTranscript ? 1 : 0,
            compact(QJsonArray::fromStringList(event.warnings))};
}

} // namespace earshot
