// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/conversation/conversationrecord.h"

#include <QJsonDocument>

namespace earshot {
namespace {

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

using C = Conversation;

QString textIn(const RecordValue &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        return *text;
    if (const auto *json = std::get_if<JsonText>(&value))
        return json->text;
    return {};
}

template <typename T>
std::optional<T> valueIn(const RecordValue &value)
{
    const T *held = std::get_if<T>(&value);
    return held ? std::optional(*held) : std::nullopt;
}

QJsonDocument jsonIn(const RecordValue &value)
{
    return QJsonDocument::fromJson(textIn(value).toUtf8());
}

void setField(Conversation &to, const ConversationField &field, const RecordValue &value)
{
    std::visit(Overloaded{
                   [&](qint64 C::*member) { to.*member = textIn(value).toLongLong(); },
                   [&](QString C::*member) { to.*member = textIn(value); },
                   [&](std::optional<qint64> C::*member) { to.*member = valueIn<qint64>(value); },
                   [&](std::optional<bool> C::*member) { to.*member = valueIn<bool>(value); },
                   [&](std::optional<Timestamp> C::*member) { to.*member = valueIn<Timestamp>(value); },
                   [&](std::optional<Kind> C::*member) { to.*member = kindFromText(textIn(value)); },
                   [&](std::optional<Direction> C::*member) { to.*member = directionFromText(textIn(value)); },
                   [&](std::optional<Status> C::*member) { to.*member = statusFromText(textIn(value)); },
                   [&](QJsonObject C::*member) { to.*member = jsonIn(value).object(); },
                   [&](QStringList C::*member) { to.*member = jsonIn(value).toVariant().toStringList(); },
               },
               field.member);
}

} // namespace

Conversation conversationOf(const Record &record)
{
    Conversation conversation;
    for (const ConversationField &field : conversationFields())
        setField(conversation, field, fieldOf(record, RecordKind::Conversations, field.name));
    return conversation;
}

QString textOf(const Record &record, RecordKind kind, QLatin1StringView name)
{
    return textIn(fieldOf(record, kind, name));
}

std::optional<qint64> integerOf(const Record &record, RecordKind kind, QLatin1StringView name)
{
    return valueIn<qint64>(fieldOf(record, kind, name));
}

std::optional<Timestamp> timeOf(const Record &record, RecordKind kind, QLatin1StringView name)
{
    return valueIn<Timestamp>(fieldOf(record, kind, name));
}

} // namespace earshot
