// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/conversationrow.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace earshot {
namespace {

using C = Conversation;

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

template <typename Json>
QVariant jsonText(const Json &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QJsonDocument readJson(const QVariant &value)
{
    return QJsonDocument::fromJson(value.toString().toUtf8());
}

QVariant nullOf(QMetaType::Type type)
{
    return QVariant(QMetaType(type));
}

/** What stands in a column of this field, for a value that is known. */
QVariant knownValue(const Conversation &conversation, const ConversationField &field)
{
    return std::visit(
        Overloaded{
            [&](qint64 C::*member) { return QVariant(conversation.*member); },
            [&](QString C::*member) { return QVariant(conversation.*member); },
            [&](std::optional<qint64> C::*member) { return QVariant(*(conversation.*member)); },
            [&](std::optional<bool> C::*member) { return QVariant(*(conversation.*member) ? 1 : 0); },
            [&](std::optional<Timestamp> C::*member) { return QVariant(toMicroseconds(*(conversation.*member))); },
            [&](std::optional<Kind> C::*member) { return QVariant(kindText(*(conversation.*member))); },
            [&](std::optional<Direction> C::*member) { return QVariant(directionText(*(conversation.*member))); },
            [&](std::optional<Status> C::*member) { return QVariant(statusText(*(conversation.*member))); },
            [&](QJsonObject C::*member) { return jsonText(conversation.*member); },
            [&](QStringList C::*member) { return jsonText(QJsonArray::fromStringList(conversation.*member)); },
        },
        field.member);
}

bool isTextColumn(const ConversationField &field)
{
    switch (field.type) {
    case FieldType::Integer:
    case FieldType::Money:
    case FieldType::Duration:
    case FieldType::Time:
    case FieldType::Boolean:
        return false;
    case FieldType::Id:
    case FieldType::Word:
    case FieldType::Text:
    case FieldType::Phone:
    case FieldType::Object:
    case FieldType::List:
        return true;
    }
    Q_UNREACHABLE();
}

void setFromColumn(Conversation &conversation, const ConversationField &field, const QVariant &value)
{
    std::visit(
        Overloaded{
            [&](qint64 C::*member) { conversation.*member = value.toLongLong(); },
            [&](QString C::*member) { conversation.*member = value.toString(); },
            [&](std::optional<qint64> C::*member) { conversation.*member = value.toLongLong(); },
            [&](std::optional<bool> C::*member) { conversation.*member = value.toBool(); },
            [&](std::optional<Timestamp> C::*member) { conversation.*member = fromMicroseconds(value.toLongLong()); },
            [&](std::optional<Kind> C::*member) { conversation.*member = kindFromText(value.toString()); },
            [&](std::optional<Direction> C::*member) { conversation.*member = directionFromText(value.toString()); },
            [&](std::optional<Status> C::*member) { conversation.*member = statusFromText(value.toString()); },
            [&](QJsonObject C::*member) { conversation.*member = readJson(value).object(); },
            [&](QStringList C::*member) {
                conversation.*member = QVariant(readJson(value).array().toVariantList()).toStringList();
            },
        },
        field.member);
}

QString columnOf(const ConversationField &field, QStringView alias)
{
    const bool isOfSource = field.name == QLatin1StringView("platform");
    if (field.name == QLatin1StringView("source"))
        return QStringLiteral("src.\"name\"");
    return QStringLiteral("%1.\"%2\"").arg(isOfSource ? QStringView(u"src") : alias, field.name);
}

} // namespace

QString conversationColumns(QStringView alias, std::span<const QLatin1StringView> without)
{
    QStringList columns;
    for (const ConversationField &field : conversationFields()) {
        const bool isWanted = std::ranges::find(without, field.name) == without.end();
        columns.append(isWanted ? columnOf(field, alias) : QStringLiteral("NULL"));
    }
    return columns.join(QLatin1StringView(", "));
}

Conversation conversationFromRow(const Statement &row, int firstColumn)
{
    Conversation conversation;
    int column = firstColumn;
    for (const ConversationField &field : conversationFields()) {
        const QVariant value = row.value(column++);
        if (!value.isNull())
            setFromColumn(conversation, field, value);
    }
    return conversation;
}

QVariant columnValue(const Conversation &conversation, const ConversationField &field)
{
    if (isNull(conversation, field) && field.type != FieldType::List)
        return nullOf(isTextColumn(field) ? QMetaType::QString : QMetaType::LongLong);
    return knownValue(conversation, field);
}

} // namespace earshot
