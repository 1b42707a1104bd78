// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/platforms/decoding.h"

#include <algorithm>
#include <array>

namespace earshot {
namespace {

constexpr qsizetype c_mostMessages = 10'000; // days of talk; a hostile body holds millions of empty ones

struct RoleWord {
    QLatin1StringView word;
    Role role;
};

/** eigi: user, assistant. Insighto: user, bot, tool, and agent, which is a person there. */
constexpr std::array c_roleWords = {
    RoleWord{QLatin1StringView("user"), Role::User},     RoleWord{QLatin1StringView("assistant"), Role::Assistant},
    RoleWord{QLatin1StringView("bot"), Role::Assistant}, RoleWord{QLatin1StringView("agent"), Role::Agent},
    RoleWord{QLatin1StringView("system"), Role::System}, RoleWord{QLatin1StringView("tool"), Role::Tool},
};

/** The first of the names that is there, else the last. */
template <std::size_t N>
QLatin1StringView presentName(const JsonReader &reader, const std::array<QLatin1StringView, N> &names)
{
    const auto found = std::ranges::find_if(names, [&](QLatin1StringView name) { return reader.has(name); });
    return found == names.end() ? names.back() : *found;
}

Role readRole(const JsonReader &item)
{
    static constexpr std::array names = {QLatin1StringView("role"), QLatin1StringView("sender_type")};
    const QLatin1StringView name = presentName(item, names);
    const QString word = item.word(name);
    const auto known = std::ranges::find(c_roleWords, word, &RoleWord::word);
    if (known != c_roleWords.end())
        return known->role;
    item.warn(QLatin1StringView("role-unknown"), name);
    return Role::System;
}

Message readMessage(const JsonReader &item)
{
    static constexpr std::array texts = {QLatin1StringView("content"), QLatin1StringView("text")};
    static constexpr std::array times = {QLatin1StringView("ts"), QLatin1StringView("timestamp"),
                                         QLatin1StringView("created_at")};
    Message message;
    message.role = readRole(item);
    message.text = item.text(presentName(item, texts));
    message.at = item.time(presentName(item, times));
    return message;
}

} // namespace

Decoded malformed(const Error &error, const QByteArray &digest)
{
    Decoded decoded;
    decoded.state = DeliveryState::Malformed;
    decoded.reason = errorCodeText(error.code) + QLatin1StringView(": ") + error.detail;
    decoded.digest = digest;
    return decoded;
}

Decoded decodedAs(const Event &event, const Warnings &warnings, const QByteArray &digest)
{
    Decoded decoded;
    decoded.state = event.type == EventType::Unknown ? DeliveryState::Unknown : DeliveryState::Decoded;
    decoded.digest = digest;
    decoded.events.append(event);
    decoded.events.first().warnings = warnings.texts();
    return decoded;
}

std::unexpected<Error> missing(const JsonReader &reader, QLatin1StringView name)
{
    const QString place = reader.pathOf(name);
    return failure(ErrorCode::WrongShape, reader.has(name) ? place + QLatin1StringView(" is of the wrong type or empty")
                                                           : place + QLatin1StringView(" is missing"));
}

QList<Message> readTranscript(const QJsonArray &items, ReadingContext &context, const QString &path)
{
    if (items.size() > c_mostMessages)
        context.warnings.add(QLatin1StringView("transcript-cut"),
                             QStringLiteral("%1 of %2").arg(c_mostMessages).arg(items.size()));
    const QString itemPath = path + QLatin1StringView("[]");
    QList<Message> messages;
    const qsizetype count = std::min(qsizetype(items.size()), c_mostMessages);
    for (qsizetype i = 0; i < count; ++i) {
        const QJsonValue item = items.at(i);
        if (item.isObject())
            messages.append(readMessage(JsonReader(item.toObject(), context, itemPath)));
        else
            context.warnings.add(QLatin1StringView("wrong-type"), itemPath);
    }
    return messages;
}

QString agentName(const Source &source, const QString &platformId)
{
    return source.agent.isEmpty() ? platformId : source.agent;
}

void insertIfKnown(QJsonObject &object, QLatin1StringView name, const QJsonValue &value)
{
    if (!value.isNull() && !value.isUndefined())
        object.insert(name, value);
}

void insertIfKnown(QJsonObject &object, QLatin1StringView name, const QString &value)
{
    if (!value.isNull())
        object.insert(name, value);
}

} // namespace earshot
