// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/recordlookup.h"
#include "tests/models/store/storefixture.h"

#include <QTest>

using namespace earshot;

class RecordLookupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesATranscriptInItsOrder();
    void givesHistoryInTheOrderOfTheFold();
    void saysWhatIsNotThere();
    void givesADeliveryAsItCame();
    void givesADeliveryWithoutItsErasedBody();
    void findsAConversationByItsPlatformId_data();
    void findsAConversationByItsPlatformId();
    void findsBothIdSpacesOfAPlatform();
    void findsThePreviousOfAKind();
    void listsTheDeliveriesOfAConversation();
};

static Delivery someDelivery(qint64 source)
{
    Delivery delivery;
    delivery.sourceId = source;
    delivery.receivedAt = utc(QLatin1StringView("2026-05-14T10:25:00Z"));
    delivery.method = "POST";
    delivery.target = "/hook/****";
    delivery.headers = {{"Content-Type", "application/json"}, {"X-Odd", "a: b"}, {"Empty", ""}};
    delivery.remote = QStringLiteral("192.0.2.1");
    delivery.verdict = QStringLiteral("unsigned");
    delivery.body = QByteArray("{\"a\":\0}", 7);
    return delivery;
}

static QString textOf(const Record &record, RecordKind kind, const char *name)
{
    return toJson(fieldOf(record, kind, QLatin1StringView(name)), QTimeZone::utc()).toVariant().toString();
}

void RecordLookupTest::givesATranscriptInItsOrder()
{
    StoreFixture store;
    const qint64 id = store.addConversation(store.addSource(QStringLiteral("s")), fullConversation());
    store.addMessage(id, 0,
                     {{}, Role::User, {}, QStringLiteral("first"), utc(QLatin1StringView("2026-05-14T12:00:00Z"))});
    store.addMessage(id, 1, {{}, Role::Assistant, {}, QStringLiteral("second"), {}});
    store.addMessage(id, 2,
                     {{}, Role::User, {}, QStringLiteral("third"), utc(QLatin1StringView("2026-05-14T11:00:00Z"))});
    const auto details = conversationDetails(store.database(), id);
    QVERIFY(details);
    QStringList texts;
    for (const Record &message : details->transcript)
        texts.append(textOf(message, RecordKind::Messages, "text"));
    QCOMPARE(texts, QStringList({QStringLiteral("first"), QStringLiteral("second"), QStringLiteral("third")}));
    QCOMPARE(textOf(details->record, RecordKind::Conversations, "outcome"), QStringLiteral("booked"));
}

void RecordLookupTest::givesHistoryInTheOrderOfTheFold()
{
    StoreFixture store;
    const qint64 source = store.addSource(QStringLiteral("s"));
    const qint64 id = store.addConversation(source, fullConversation());
    const Delivery delivery = someDelivery(source);
    const qint64 first = store.addDelivery(delivery);
    FoldEvent event;
    event.receivedAt = delivery.receivedAt;
    event.event.occurredAt = utc(QLatin1StringView("2026-05-14T10:00:00Z"));
    event.event.type = EventType::CallEnded;
    event.event.patch.durationSeconds = 12;
    event.event.patch.status = Status::Completed;
    event.order.digest = "d1";
    store.addEvent(first, 1, source, id, event);
    event.event = {};
    event.event.type = EventType::CallStarted; // of the same moment, but a start
    event.event.occurredAt = utc(QLatin1StringView("2026-05-14T10:00:00Z"));
    store.addEvent(first, 2, source, id, event);
    event.event = {};
    event.event.type = EventType::CallOutcomeTagged; // without a time: it counts when it arrived
    event.event.patch.outcome = QStringLiteral("booked");
    store.addEvent(first, 3, source, id, event);
    for (int i = 0; i < 2; ++i)
        store.addFinding(delivery, store.addDelivery(delivery), DeliveryState::Duplicate, 0, first);

    const auto details = conversationDetails(store.database(), id);
    QVERIFY(details);
    QCOMPARE(details->history.size(), 3);
    QCOMPARE(textOf(details->history[0].event, RecordKind::Events, "type"), QStringLiteral("call.started"));
    QCOMPARE(textOf(details->history[1].event, RecordKind::Events, "type"), QStringLiteral("call.ended"));
    QCOMPARE(textOf(details->history[2].event, RecordKind::Events, "type"), QStringLiteral("call.outcome_tagged"));
    QVERIFY(details->history[0].changed.isEmpty());
    QCOMPARE(details->history[1].changed, QStringList({QStringLiteral("status"), QStringLiteral("duration_s")}));
    QCOMPARE(details->history[1].patch.durationSeconds, std::optional<qint64>(12));
    QCOMPARE(details->history[2].changed, QStringList{QStringLiteral("outcome")});
    QCOMPARE(details->history[2].patch.outcome, QStringLiteral("booked"));
    QCOMPARE(details->history[2].receivedAt, delivery.receivedAt);
    QCOMPARE(details->history[0].repeats, 2);
}

void RecordLookupTest::saysWhatIsNotThere()
{
    const StoreFixture store;
    const auto conversation = conversationDetails(store.database(), 7);
    QVERIFY(!conversation);
    QCOMPARE(conversation.error(), (Error{ErrorCode::NotFound, QStringLiteral("there is no conversation 7")}));
    const auto delivery = deliveryDetails(store.database(), 8);
    QVERIFY(!delivery);
    QCOMPARE(delivery.error(), (Error{ErrorCode::NotFound, QStringLiteral("there is no delivery 8")}));
    QVERIFY(store.database().run(QStringLiteral("BEGIN IMMEDIATE"))); // no transaction was left open
}

void RecordLookupTest::givesADeliveryAsItCame()
{
    StoreFixture store;
    const qint64 source = store.addSource(QStringLiteral("s"));
    const Delivery delivery = someDelivery(source);
    const qint64 id = store.addDelivery(delivery);
    store.addFinding(delivery, id, DeliveryState::Unknown, 1);
    FoldEvent event;
    event.order.digest = "d";
    store.addEvent(id, 1, source, std::nullopt, event);
    const auto details = deliveryDetails(store.database(), id);
    QVERIFY(details);
    QCOMPARE(details->headers, delivery.headers);
    QCOMPARE(details->body, std::optional(delivery.body));
    QCOMPARE(textOf(details->record, RecordKind::Deliveries, "state"), QStringLiteral("unknown"));
    QCOMPARE(details->events.size(), 1);
    QCOMPARE(textOf(details->events[0], RecordKind::Events, "id"), QStringLiteral("%1.1").arg(id));
}

void RecordLookupTest::givesADeliveryWithoutItsErasedBody()
{
    StoreFixture store;
    Delivery delivery = someDelivery(store.addSource(QStringLiteral("s")));
    delivery.body.clear();
    const qint64 empty = store.addDelivery(delivery);
    const qint64 erased = store.addDelivery(delivery);
    store.run(QStringLiteral("DELETE FROM delivery_body WHERE \"delivery\" = ?"), {erased});
    QCOMPARE(StoreFixture::taken(deliveryDetails(store.database(), empty)).body, std::optional(QByteArray()));
    QVERIFY(!StoreFixture::taken(deliveryDetails(store.database(), erased)).body);
}

void RecordLookupTest::findsAConversationByItsPlatformId_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("platformId");
    QTest::addColumn<int>("count");
    QTest::newRow("as it is") << "Web chat" << "p/1" << 1;
    QTest::newRow("source in another case") << "web CHAT" << "p/1" << 1;
    QTest::newRow("id in another case") << "Web chat" << "P/1" << 0;
    QTest::newRow("another source") << "Phones" << "p/1" << 0;
    QTest::newRow("no such source") << "Fax" << "p/1" << 0;
    QTest::newRow("part of an id") << "Web chat" << "p" << 0;
    QTest::newRow("a quote") << "Web chat'" << "p/1' OR 1" << 0;
}

void RecordLookupTest::findsAConversationByItsPlatformId()
{
    QFETCH(QString, source);
    QFETCH(QString, platformId);
    QFETCH(int, count);
    StoreFixture store;
    store.addSource(QStringLiteral("Phones"), QStringLiteral("varda"));
    const qint64 id = store.addConversation(store.addSource(QStringLiteral("Web chat")), fullConversation());
    const auto matches = findConversations(store.database(), source, platformId);
    QVERIFY(matches);
    QCOMPARE(matches->size(), count);
    if (count == 1)
        QCOMPARE(matches->first().id, id);
}

void RecordLookupTest::findsBothIdSpacesOfAPlatform()
{
    StoreFixture store;
    const qint64 source = store.addSource(QStringLiteral("Phones"), QStringLiteral("varda"));
    Conversation conversation;
    conversation.conversationId = QStringLiteral("17");
    const qint64 call = store.addConversation(source, conversation, QStringLiteral("call"));
    const qint64 chat = store.addConversation(source, conversation, QStringLiteral("conversation"));
    const auto matches = findConversations(store.database(), QStringLiteral("Phones"), QStringLiteral("17"));
    QVERIFY(matches);
    QCOMPARE(matches->size(), 2);
    QCOMPARE(matches->at(0).id, call);
    QCOMPARE(matches->at(0).scope, QStringLiteral("call"));
    QCOMPARE(matches->at(1).id, chat);
}

static qint64 addOfKind(StoreFixture &store, qint64 source, const QString &type,
                        std::optional<qint64> conversation = std::nullopt)
{
    const qint64 id = store.addDelivery(someDelivery(source));
    FoldEvent event;
    event.event.platformType = type;
    event.order.digest = "d";
    store.addEvent(id, 1, source, conversation, event);
    return id;
}

void RecordLookupTest::findsThePreviousOfAKind()
{
    StoreFixture store;
    const qint64 source = store.addSource(QStringLiteral("s"));
    const qint64 other = store.addSource(QStringLiteral("t"));
    const QString ended = QStringLiteral("call.ended");
    const qint64 first = addOfKind(store, source, ended);
    const qint64 second = addOfKind(store, source, ended);
    const qint64 erased = addOfKind(store, source, ended);
    store.run(QStringLiteral("DELETE FROM delivery_body WHERE \"delivery\" = ?"), {erased});
    addOfKind(store, other, ended);
    const qint64 unlike = addOfKind(store, source, QStringLiteral("call.started"));
    const qint64 last = addOfKind(store, source, ended);
    const qint64 withoutEvents = store.addDelivery(someDelivery(source));

    const auto previous = [&](qint64 id) { return StoreFixture::taken(previousOfKind(store.database(), id)); };
    QCOMPARE(previous(last), std::optional(second));
    QCOMPARE(previous(second), std::optional(first));
    QVERIFY(!previous(first));
    QVERIFY(!previous(unlike));
    QVERIFY(!previous(withoutEvents));
    QVERIFY(!previous(99));
}

void RecordLookupTest::listsTheDeliveriesOfAConversation()
{
    StoreFixture store;
    const qint64 source = store.addSource(QStringLiteral("s"));
    const qint64 conversation = store.addConversation(source, fullConversation());
    const qint64 first = addOfKind(store, source, QStringLiteral("a"), conversation);
    addOfKind(store, source, QStringLiteral("a"));
    const qint64 last = addOfKind(store, source, QStringLiteral("b"), conversation);
    FoldEvent again;
    again.order.digest = "d";
    store.addEvent(last, 2, source, conversation, again);
    QCOMPARE(StoreFixture::taken(deliveriesOfConversation(store.database(), conversation)),
             QList<qint64>({last, first}));
    QVERIFY(StoreFixture::taken(deliveriesOfConversation(store.database(), 99)).isEmpty());
}

QTEST_GUILESS_MAIN(RecordLookupTest)
#include "tst_recordlookup.moc"
