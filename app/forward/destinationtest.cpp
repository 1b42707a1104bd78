// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/destinationtest.h"

#include "app/forward/conversationrecord.h"
#include "app/forward/retrypolicy.h"

#include <QJsonDocument>
#include <QUuid>

namespace earshot {
namespace {

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

Shipment sampleShipment(const Destination &destination, const Secrets::Destination &secrets, Timestamp now)
{
    Shipment shipment;
    shipment.destination = destination;
    shipment.secrets = secrets;
    shipment.version = 1;
    shipment.deliveryKey = QUuid::createUuid().toString(QUuid::WithoutBraces);
    shipment.at = now;
    const WholeConversation sample = sampleConversation(shipment.deliveryKey, now);
    shipment.recordKey = recordKey(sample.sourceKey, sample.key);
    QJsonObject record = conversationRecord(sample);
    record.insert(QStringLiteral("test"), true);
    shipment.body = QJsonDocument(record).toJson(QJsonDocument::Compact);
    return shipment;
}

QString reasonOf(const Decision &decision)
{
    if (const auto *retry = std::get_if<RetryAt>(&decision))
        return retry->reason;
    if (const auto *park = std::get_if<Park>(&decision))
        return park->reason;
    return std::get<PauseDestination>(decision).reason;
}

} // namespace

QCoro::Task<DestinationTest> testDestination(RecordSender &sender, Destination destination,
                                             Secrets::Destination secrets, Timestamp now)
{
    QCoro::Task<DestinationAnswer> sending = sender.send(sampleShipment(destination, secrets, now));
    const DestinationAnswer answer = co_await sending;
    const Decision decision = decide(answer, {1, now}, now, 0, {});
    if (std::holds_alternative<Sent>(decision))
        co_return DestinationTest{true, QStringLiteral("answered %1").arg(*answer.status)};
    co_return DestinationTest{false, reasonOf(decision)};
}

} // namespace earshot
