// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/conversationtable.h"
#include "models/store/destinations.h"
#include "models/store/migrations.h"
#include "models/store/sources.h"

#include <QTemporaryDir>
#include <QTest>

namespace earshot {

/** A writable store in a temporary folder with one source, for tests of what comes after the projection. A failed step
 * throws. */
class SampleStore
{
public:
    static constexpr Timestamp c_noon = fromMicroseconds(1'778'760'000'000'000); // 2026-05-14T12:00:00Z

    SampleStore()
        : m_database(valueOf(openToWrite(path())))
    {
        Source source;
        source.key = QStringLiteral("abcdefgh");
        source.name = QStringLiteral("Web chat");
        source.platform = QStringLiteral("plain");
        source.createdAt = c_noon;
        m_source = valueOf(sources::add(m_database, source));
    }

    const Database &database() const { return m_database; }

    QString path() const { return m_folder.filePath(QStringLiteral("earshot.sqlite")); }

    QString folder() const { return m_folder.path(); }

    /** A closed chat with two messages. */
    qint64 addConversation(const QString &platformId, const QString &outcome = {}) const
    {
        const auto identity = valueOf(m_database.run(
            QStringLiteral(
                "INSERT INTO identity (\"source_id\", \"scope\", \"platform_id\") VALUES (?, 'conversation', ?)"),
            {m_source.id, platformId}));
        const qint64 id = identity.lastId();
        auto table = valueOf(ConversationTable::open(m_database, TableSet::live()));
        ConversationRow row = valueOf(table.load(id));
        Conversation &conversation = row.state.conversation;
        conversation.id = id;
        conversation.conversationId = platformId;
        conversation.kind = Kind::Chat;
        conversation.status = Status::Closed;
        conversation.outcome = outcome;
        conversation.startedAt = c_noon;
        conversation.messages = 2;
        conversation.events = 1;
        conversation.updatedAt = c_noon;
        valueOf(table.save(row));
        valueOf(table.replaceMessages(id, messages()));
        return id;
    }

    static QList<Message> messages()
    {
        return {{{}, Role::User, QStringLiteral("Zoë"), QStringLiteral("Is it open?"), c_noon},
                {{}, Role::Assistant, {}, QStringLiteral("It is."), std::nullopt}};
    }

    Destination addDestination(const QString &name, const std::optional<QString> &rule = {},
                               const QString &url = QStringLiteral("https://crm.example/hook")) const
    {
        Destination destination;
        destination.name = name;
        destination.url = url;
        destination.rule = rule;
        destination.createdAt = c_noon;
        return valueOf(destinations::add(m_database, destination));
    }

    template <typename T>
    static T valueOf(Result<T> result)
    {
        if (!result)
            throw std::runtime_error(result.error().detail.toStdString());
        if constexpr (!std::is_void_v<T>)
            return std::move(*result);
    }

private:
    QTemporaryDir m_folder;
    Database m_database;
    Source m_source;
};

} // namespace earshot
