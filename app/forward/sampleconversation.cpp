// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/sampleconversation.h"

#include "app/forward/conversationrecord.h"

namespace earshot {

WholeConversation sampleConversation(const QString &id, Timestamp now)
{
    WholeConversation sample;
    sample.sourceKey = QStringLiteral("test");
    sample.key = {QStringLiteral("conversation"), id};
    Conversation &record = sample.record;
    record.source = QStringLiteral("Test");
    record.platform = QStringLiteral("custom");
    record.kind = Kind::Chat;
    record.conversationId = id;
    record.channel = QStringLiteral("web");
    record.direction = Direction::Inbound;
    record.status = Status::Closed;
    record.startedAt = now - std::chrono::minutes(2);
    record.endedAt = now;
    record.durationSeconds = 120;
    record.contactName = QStringLiteral("Test contact");
    record.contactEmail = QStringLiteral("test@example.com");
    record.firstMessage = QStringLiteral("Is this a test?");
    record.messages = 1;
    record.isTest = true;
    record.updatedAt = now;
    sample.messages = {{{}, Role::User, record.contactName, record.firstMessage, record.startedAt}};
    return sample;
}

QJsonObject sampleRecord(const WholeConversation &sample)
{
    QJsonObject record = conversationRecord(sample);
    record.insert(QStringLiteral("test"), true);
    return record;
}

} // namespace earshot
