// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/event.h"
#include "models/store/conversationrow.h"
#include "models/store/eventrow.h"
#include "models/store/journal.h"
#include "models/store/migrations.h"

#include <QJsonArray>
#include <QTemporaryDir>

namespace earshot {

/** A store of one's own, filled row by row: what is wanted in it need not be sent and decoded first. Fails hard, as its
 * own mistakes are. */
class StoreFixture
{
public:
    StoreFixture()
        : m_database(taken(openToWrite(path())))
    {
        run(QStringLiteral("PRAGMA synchronous = OFF")); // nothing here must survive a power cut
    }

    QString path() const { return m_folder.filePath(QStringLiteral("earshot.sqlite")); }

    QString folder() const { return m_folder.path(); }

    const Database &database() const { return m_database; }

    void run(const QString &sql, const QVariantList &values = {}) const { taken(m_database.run(sql, values)); }

    qint64 number(const QString &sql) const { return taken(m_database.value(sql)).toLongLong(); }

    qint64 addSource(const QString &name, const QString &platform = QStringLiteral("insighto"))
    {
        const auto added = taken(m_database.run(
            QStringLiteral(
                "INSERT INTO source (\"key\", \"name\", \"platform\", \"zone\", \"allow\", \"end_timeout_s\", "
                "\"enabled\", \"created_at\") VALUES (?, ?, ?, 'UTC', '[]', 7200, 1, 0)"),
            {QString(QStringLiteral("key-") + name), name, platform}));
        return added.lastId();
    }

    qint64 addIdentity(qint64 source, const QString &platformId, const QString &scope = QStringLiteral("conversation"))
    {
        const auto added = taken(m_database.run(
            QStringLiteral("INSERT INTO identity (\"source_id\", \"scope\", \"platform_id\") VALUES (?, ?, ?)"),
            {source, scope, platformId}));
        return added.lastId();
    }

    /** Gives @p conversation an identity and a row; what must be known and is not is filled in. */
    qint64 addConversation(qint64 source, Conversation conversation,
                           const QString &scope = QStringLiteral("conversation"))
    {
        if (conversation.conversationId.isNull())
            conversation.conversationId = QStringLiteral("c-%1").arg(++m_conversations);
        conversation.status = conversation.status.value_or(Status::Closed);
        conversation.messages = conversation.messages.value_or(0);
        conversation.events = conversation.events.value_or(0);
        conversation.updatedAt = conversation.updatedAt.value_or(Timestamp());
        conversation.id = addIdentity(source, conversation.conversationId, scope);
        insertConversation(source, conversation, scope);
        return conversation.id;
    }

    void addMessage(qint64 conversation, qint64 position, const Message &message) const
    {
        run(QStringLiteral("INSERT INTO message (\"conversation\", \"position\", \"role\", \"name\", \"text\", \"at\") "
                           "VALUES (?, ?, ?, ?, ?, ?)"),
            {conversation, position, roleText(message.role), orNull(message.name), message.text, orNull(message.at)});
    }

    /** A delivery with its body, not projected yet. */
    qint64 addDelivery(const Delivery &delivery) const
    {
        return taken(taken(Journal::open(m_database)).append(delivery));
    }

    void addFinding(const Delivery &delivery, qint64 id, DeliveryState state, qint64 events = 0,
                    const QVariant &duplicateOf = QVariant(QMetaType(QMetaType::LongLong)),
                    const QString &reason = QString()) const
    {
        run(QStringLiteral("INSERT INTO finding (\"delivery\", \"source_id\", \"received_at\", \"state\", \"reason\", "
                           "\"duplicate_of\", \"events\") VALUES (?, ?, ?, ?, ?, ?, ?)"),
            {id, delivery.sourceId, toMicroseconds(delivery.receivedAt), deliveryStateText(state), orNull(reason),
             duplicateOf, events});
        run(QStringLiteral("UPDATE meta SET \"value\" = ? WHERE \"key\" = 'projected'"), {id});
    }

    void addEvent(qint64 delivery, int position, qint64 source, std::optional<qint64> conversation,
                  const FoldEvent &event) const
    {
        const QVariant owner = conversation ? QVariant(*conversation) : QVariant(QMetaType(QMetaType::LongLong));
        run(QStringLiteral("INSERT INTO event (\"delivery\", \"position\", \"source_id\", \"conversation\", %1) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .arg(eventColumns()),
            QVariantList{delivery, position, source, owner} + eventValues(event));
    }

    template <typename T>
    static T taken(Result<T> result)
    {
        if (!result)
            qFatal("%ls", qUtf16Printable(result.error().detail));
        return *std::move(result);
    }

private:
    static QVariant orNull(const QString &text)
    {
        return text.isNull() ? QVariant(QMetaType(QMetaType::QString)) : QVariant(text);
    }

    static QVariant orNull(const std::optional<Timestamp> &time)
    {
        return time ? QVariant(toMicroseconds(*time)) : QVariant(QMetaType(QMetaType::LongLong));
    }

    void insertConversation(qint64 source, const Conversation &conversation, const QString &scope) const
    {
        const Timestamp time = conversation.startedAt.value_or(conversation.endedAt.value_or(*conversation.updatedAt));
        QStringList columns = {QStringLiteral("source_id"),     QStringLiteral("scope"),
                               QStringLiteral("time"),          QStringLiteral("last_at"),
                               QStringLiteral("last_rank"),     QStringLiteral("last_digest"),
                               QStringLiteral("first_event_at")};
        QVariantList values = {source, scope, toMicroseconds(time), 0, 0, QByteArray("digest"), 0};
        for (const ConversationField &field : conversationFields()) {
            if (field.name == QLatin1StringView("source") || field.name == QLatin1StringView("platform"))
                continue;
            columns.append(field.name);
            values.append(columnValue(conversation, field));
        }
        const QStringList marks(columns.size(), QStringLiteral("?"));
        run(QStringLiteral("INSERT INTO conversation (\"%1\") VALUES (%2)")
                .arg(columns.join(QStringLiteral("\", \"")), marks.join(QStringLiteral(", "))),
            values);
    }

    QTemporaryDir m_folder;
    Database m_database;
    int m_conversations = 0;
};

/** The moment that @p iso names. */
inline Timestamp utc(QLatin1StringView iso)
{
    const auto read = readIsoText(QString(iso), QTimeZone::utc());
    if (!read)
        qFatal("%s is no time", iso.data());
    return read->time;
}

/** Text with all that breaks files: quotes, commas, line ends, a NUL, an escape sequence, characters of one to four
 * bytes. */
inline QString hostileText()
{
    return QStringLiteral("=\"a\",b\r\nc\td") + QChar(QChar::Null)
           + QStringLiteral("\u001b[31me\u0085\u202e\u00e4\u20ac") + QString::fromUcs4(U"\U0001F600", 1);
}

/** A conversation with something in every field that the projection or a platform fills. */
inline Conversation fullConversation()
{
    Conversation full;
    full.kind = Kind::Call;
    full.conversationId = QStringLiteral("p/1");
    full.channel = QStringLiteral("phone");
    full.direction = Direction::Inbound;
    full.status = Status::Completed;
    full.statusDetail = QStringLiteral("hung-up");
    full.outcome = QStringLiteral("booked");
    full.startedAt = utc(QLatin1StringView("2026-05-14T10:21:33.5Z"));
    full.answeredAt = utc(QLatin1StringView("2026-05-14T10:21:40Z"));
    full.endedAt = utc(QLatin1StringView("2026-05-14T10:24:33.000001Z"));
    full.durationSeconds = 180;
    full.agent = QStringLiteral("agent 7");
    full.contactId = QStringLiteral("00123");
    full.contactName = hostileText();
    full.contactPhone = QStringLiteral("+4930123456");
    full.contactEmail = QStringLiteral("a@example.org");
    full.from = QStringLiteral("+4930123456");
    full.to = QStringLiteral("+4940654321");
    full.messages = 0;
    full.firstMessage = QStringLiteral("Hello");
    full.intent = QStringLiteral("booking");
    full.form = QStringLiteral("Contact");
    full.recordingUrl = QStringLiteral("https://example.org/r?a=1&b=2");
    full.summary = QStringLiteral("");
    full.notes = QStringLiteral("line one\nline two");
    full.utmSource = QStringLiteral("google");
    full.utmMedium = QStringLiteral("cpc");
    full.campaign = QStringLiteral("spring");
    full.landingPage = QStringLiteral("/start");
    full.gclid = QStringLiteral("abc");
    full.estimatedValueMinor = 250000;
    full.actualValueMinor = -1;
    full.revenueMinor = 0;
    full.costMinor = 9'007'199'254'740'993; // above 2^53
    full.currency = QStringLiteral("EUR");
    full.isTest = false;
    full.attributes = {{QStringLiteral("plan"), QStringLiteral("a\"b")}, {QStringLiteral("n"), 3}};
    full.analysis = {{QStringLiteral("mood"), QJsonArray{QStringLiteral("good"), QJsonValue::Null}}};
    full.estimated = {QStringLiteral("started_at"), QStringLiteral("ended_at")};
    full.events = 0;
    full.updatedAt = utc(QLatin1StringView("2026-05-14T10:25:00Z"));
    return full;
}

} // namespace earshot
