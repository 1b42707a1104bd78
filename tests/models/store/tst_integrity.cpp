// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/integrity.h"
#include "tests/models/store/storefixture.h"

#include <QTest>

using namespace earshot;

class IntegrityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsASoundStoreSound();
    void findsAnEmptyStoreSound();
    void countsDeliveriesByState();
    void findsWhatIsWrong_data();
    void findsWhatIsWrong();
    void namesTheFirstPlacesOnly();
    void changesNothing();
};

/** One conversation of two deliveries, the second of which is repeated by the third; the fourth waits. */
static void fill(StoreFixture &store)
{
    const qint64 source = store.addSource(QStringLiteral("s"));
    Conversation conversation = fullConversation();
    conversation.events = 2;
    conversation.messages = 1;
    const qint64 id = store.addConversation(source, conversation);
    store.addMessage(id, 0, {{}, Role::User, {}, QStringLiteral("Hello"), {}});
    Delivery delivery;
    delivery.sourceId = source;
    delivery.method = "POST";
    delivery.target = "/hook/****";
    delivery.remote = QStringLiteral("192.0.2.1");
    delivery.verdict = QStringLiteral("unsigned");
    delivery.body = "{}";
    FoldEvent event;
    event.order.digest = "d";
    for (int i = 1; i <= 2; ++i) {
        const qint64 added = store.addDelivery(delivery);
        store.addFinding(delivery, added, DeliveryState::Decoded, 1);
        store.addEvent(added, 1, source, id, event);
    }
    store.addFinding(delivery, store.addDelivery(delivery), DeliveryState::Duplicate, 0, 2);
    store.addDelivery(delivery);
}

static QStringList checksOf(const StoreFixture &store)
{
    QStringList names;
    const IntegrityReport report = StoreFixture::taken(checkIntegrity(store.database()));
    for (const IntegrityProblem &problem : report.problems)
        names.append(problem.check);
    return names;
}

void IntegrityTest::findsASoundStoreSound()
{
    StoreFixture store;
    fill(store);
    const auto report = checkIntegrity(store.database());
    QVERIFY(report);
    QCOMPARE(checksOf(store), QStringList());
    QVERIFY(report->isSound());
    QCOMPARE(report->schema, currentSchema());
    QCOMPARE(report->conversations, 1);
}

void IntegrityTest::findsAnEmptyStoreSound()
{
    QCOMPARE(checksOf(StoreFixture()), QStringList());
}

void IntegrityTest::countsDeliveriesByState()
{
    StoreFixture store;
    fill(store);
    const IntegrityReport report = StoreFixture::taken(checkIntegrity(store.database()));
    QStringList counts;
    for (const StateCount &state : report.deliveries)
        counts.append(QStringLiteral("%1 %2").arg(state.state).arg(state.count));
    QCOMPARE(counts,
             QStringList({QStringLiteral("received 1"), QStringLiteral("decoded 2"), QStringLiteral("unknown 0"),
                          QStringLiteral("malformed 0"), QStringLiteral("duplicate 1"), QStringLiteral("quarantined 0"),
                          QStringLiteral("erased 0")}));
}

void IntegrityTest::findsWhatIsWrong_data()
{
    QTest::addColumn<QString>("damage");
    QTest::addColumn<QStringList>("checks");
    const auto row = [](const char *name, const char *damage, const QStringList &more = {}) {
        QTest::addRow("%s by %s", name, damage)
            << QString::fromLatin1(damage) << QStringList{QString::fromLatin1(name)} + more;
    };
    const QString counted = QStringLiteral("conversation-events");
    row("delivery-without-body", "DELETE FROM delivery_body WHERE delivery = 2");
    row("body-without-delivery", "INSERT INTO delivery_body VALUES (99, 'x')");
    row("body-size", "UPDATE delivery_body SET body = 'longer' WHERE delivery = 1");
    row("sealed-conversation", "INSERT INTO sealed_conversation VALUES (99, 0, 0)");
    row("sealed-delivery", "INSERT INTO sealed_conversation VALUES (1, 0, 0)");
    row("frozen-delivery", "INSERT INTO frozen_delivery VALUES (99)");
    row("raw-bytes", "UPDATE raw_bytes SET bytes = bytes + 1");
    row("raw-bytes", "DELETE FROM raw_bytes");
    row("delivery-without-source", "UPDATE delivery SET source_id = 99 WHERE id = 4");
    row("watermark", "UPDATE meta SET value = 5 WHERE key = 'projected'", {QStringLiteral("delivery-not-projected")});
    row("delivery-not-projected", "DELETE FROM finding WHERE delivery = 3");
    row("finding-ahead", "UPDATE meta SET value = 2 WHERE key = 'projected'");
    row("finding-without-delivery", "DELETE FROM delivery WHERE id = 3");
    row("finding-events", "UPDATE finding SET events = 2 WHERE delivery = 1");
    row("finding-events", "UPDATE event SET conversation = NULL, delivery = 3 WHERE delivery = 1", {counted});
    row("duplicate", "UPDATE finding SET duplicate_of = 3 WHERE delivery = 3");
    row("duplicate", "UPDATE finding SET duplicate_of = NULL WHERE delivery = 3");
    row("duplicate", "UPDATE finding SET duplicate_of = 77 WHERE delivery = 3");
    row("duplicate", "UPDATE finding SET source_id = 99 WHERE delivery = 3");
    row("event-without-finding", "UPDATE event SET delivery = 4 WHERE delivery = 2");
    row("event-without-conversation", "UPDATE event SET conversation = 99 WHERE delivery = 1", {counted});
    row("event-json", "UPDATE event SET patch = '{' WHERE delivery = 1");
    row("event-json", "UPDATE event SET messages = 'nothing' WHERE delivery = 1");
    row("conversation-identity", "UPDATE identity SET platform_id = 'other'");
    row("conversation-identity", "UPDATE identity SET scope = 'call'");
    row("conversation-identity", "DELETE FROM identity");
    row("conversation-without-source", "UPDATE conversation SET source_id = 99");
    row("conversation-events", "UPDATE conversation SET events = 3");
    row("conversation-messages", "UPDATE conversation SET messages = 0");
    row("conversation-json", "UPDATE conversation SET attributes = '{\"a\"'");
    row("conversation-json", "UPDATE conversation SET estimated = ''");
    row("message-without-conversation", "UPDATE message SET conversation = 99",
        {QStringLiteral("conversation-messages")});
    row("reference", "INSERT INTO outbox (destination, record_kind, conversation, state, wanted, sent, attempts, "
                     "next_at, created_at, "
                     "updated_at) VALUES (9, 'conversation', 1, 'waiting', 1, 0, 0, 0, 0, 0)");
}

void IntegrityTest::findsWhatIsWrong()
{
    QFETCH(QString, damage);
    QFETCH(QStringList, checks);
    StoreFixture store;
    fill(store);
    store.run(QStringLiteral("PRAGMA foreign_keys = OFF"));
    store.run(damage);
    const QStringList found = checksOf(store);
    for (const QString &check : std::as_const(checks))
        QVERIFY2(found.contains(check), qPrintable(found.join(QLatin1Char(' '))));
}

void IntegrityTest::namesTheFirstPlacesOnly()
{
    StoreFixture store;
    const qint64 source = store.addSource(QStringLiteral("s"));
    for (int i = 0; i < 20; ++i)
        store.addConversation(source, Conversation());
    store.run(QStringLiteral("DELETE FROM identity WHERE \"id\" > 3"));
    const IntegrityReport report = StoreFixture::taken(checkIntegrity(store.database()));
    QCOMPARE(report.problems.size(), 1);
    QCOMPARE(report.problems[0].check, QStringLiteral("conversation-identity"));
    QCOMPARE(report.problems[0].count, 17);
    QCOMPARE(report.problems[0].places.size(), 5);
    QCOMPARE(report.problems[0].places[0], QStringLiteral("conversation 4"));
}

void IntegrityTest::changesNothing()
{
    StoreFixture store;
    fill(store);
    const qint64 before = store.number(QStringLiteral("PRAGMA data_version"));
    const Database reader = StoreFixture::taken(openToRead(store.path()));
    QVERIFY(StoreFixture::taken(checkIntegrity(reader)).isSound());
    QCOMPARE(store.number(QStringLiteral("PRAGMA data_version")), before);
}

QTEST_GUILESS_MAIN(IntegrityTest)
#include "tst_integrity.moc"
