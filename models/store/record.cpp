// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/record.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace earshot {
namespace {

constexpr std::array c_kindWords = {u"conversations", u"messages", u"events", u"deliveries"};

std::vector<Field> fieldsOfConversations()
{
    std::vector<Field> fields;
    for (const ConversationField &field : conversationFields())
        fields.push_back({field.name, field.type});
    return fields;
}

QJsonValue parsed(const JsonText &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json.text.toUtf8());
    if (document.isArray())
        return document.array();
    return document.isObject() ? QJsonValue(document.object()) : QJsonValue(QJsonValue::Null);
}

} // namespace

QString recordKindText(RecordKind kind)
{
    return QString::fromUtf16(c_kindWords[std::size_t(kind)]);
}

std::optional<RecordKind> recordKindFromText(QStringView text)
{
    for (std::size_t i = 0; i < c_kindWords.size(); ++i) {
        if (text == QStringView(c_kindWords[i]))
            return RecordKind(i);
    }
    return std::nullopt;
}

std::span<const Field> recordFields(RecordKind kind)
{
    static const std::vector<Field> ofConversations = fieldsOfConversations();
    switch (kind) {
    case RecordKind::Conversations:
        return ofConversations;
    case RecordKind::Messages:
        return messageFields();
    case RecordKind::Events:
        return eventFields();
    case RecordKind::Deliveries:
        return deliveryFields();
    }
    Q_UNREACHABLE();
}

const FilterSchema &filterSchema(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Conversations:
        return conversationSchema();
    case RecordKind::Messages:
        return messageSchema();
    case RecordKind::Events:
        return eventSchema();
    case RecordKind::Deliveries:
        return deliverySchema();
    }
    Q_UNREACHABLE();
}

QJsonValue toJson(const RecordValue &value, const QTimeZone &zone)
{
    struct Converter {
        const QTimeZone &zone;

        QJsonValue operator()(std::monostate) const { return QJsonValue::Null; }

        QJsonValue operator()(bool yes) const { return yes; }

        QJsonValue operator()(qint64 number) const { return number; }

        QJsonValue operator()(Timestamp time) const { return toIsoText(time, zone); }

        QJsonValue operator()(const QString &text) const { return text; }

        QJsonValue operator()(const JsonText &json) const { return parsed(json); }
    };

    return std::visit(Converter{zone}, value);
}

const RecordValue &fieldOf(const Record &record, RecordKind kind, QLatin1StringView name)
{
    const std::span<const Field> fields = recordFields(kind);
    const auto found = std::ranges::find(fields, name, &Field::name);
    Q_ASSERT(found != fields.end() && record.size() == fields.size());
    return record[std::size_t(found - fields.begin())];
}

} // namespace earshot
