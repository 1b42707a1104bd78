// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/changes.h"
#include "models/store/changetable.h"
#include "models/store/destinations.h"
#include "models/store/outbox.h"
#include "tests/models/store/livestore.h"

#include <QTest>

using namespace earshot;

/** What one reader sees, on a connection of its own as another process has. */
class Watcher
{
public:
    explicit Watcher(const LiveStore &store)
        : m_database(store.reader())
        , m_reader(ChangeReader::open(m_database).value())
    {
    }

    StoreChanges poll() { return m_reader.poll().value(); }

private:
    Database m_database;
    ChangeReader m_reader;
};

class ChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOfConversationsOnce();
    void tellsOfNewDeliveries();
    void tellsOfARepeat();
    void tellsNothingWhereNothingChanged();
    void tellsOfSettings();
    void tellsOfTheOutbox();
    void tellsOfARebuild();
    void everyReaderHasItsOwnPosition();
    void aReaderThatWasCutOffReadsAllAnew();
    void dropsOldRowsOnly();
    void theSweepKeepsTheTableShort();
};

void ChangesTest::tellsOfConversationsOnce()
{
    LiveStore store;
    store.send(QStringLiteral("before"));
    store.settle();
    Watcher watcher(store);
    store.send(QStringLiteral("a"));
    store.settle();
    store.send(QStringLiteral("a"), {}, std::chrono::seconds(5));
    store.send(QStringLiteral("b"));
    store.settle();
    auto changed = watcher.poll().conversations;
    std::ranges::sort(changed);
    QCOMPARE(changed, (QList<qint64>{store.idOf(QStringLiteral("a")), store.idOf(QStringLiteral("b"))}));
    QVERIFY(watcher.poll().isEmpty());
}

void ChangesTest::tellsOfNewDeliveries()
{
    LiveStore store;
    Watcher watcher(store);
    store.sendBody("malformed");
    const qint64 last = store.sendBody("malformed too");
    store.settle();
    const StoreChanges changes = watcher.poll();
    QVERIFY(changes.hasNewDeliveries);
    QCOMPARE(changes.lastDelivery, last);
    QCOMPARE(changes.projected, last);
    QVERIFY(changes.conversations.isEmpty());
    QVERIFY(!changes.everything && !changes.settings && !changes.outbox);
}

void ChangesTest::tellsOfARepeat()
{
    LiveStore store;
    const QByteArray body = R"({"type":"conversation.updated","id":"a","scope":"conversation","patch":{}})";
    store.sendBody(body);
    store.settle();
    Watcher watcher(store);
    store.sendBody(body, std::chrono::seconds(9));
    store.settle();
    QCOMPARE(watcher.poll().conversations, QList<qint64>{store.idOf(QStringLiteral("a"))});
}

void ChangesTest::tellsNothingWhereNothingChanged()
{
    LiveStore store;
    Watcher watcher(store);
    store.change(QStringLiteral("INSERT INTO meta VALUES ('test', 1)"));
    QVERIFY(watcher.poll().isEmpty());
}

void ChangesTest::tellsOfSettings()
{
    LiveStore store;
    Watcher watcher(store);
    const qint64 source = store.addSource(QStringLiteral("second"));
    QVERIFY(watcher.poll().settings);
    store.run<int>([source](const Database &database) -> Result<int> {
        const auto set = sources::setPublicUrl(database, source, QStringLiteral("https://hooks.example/"));
        return set ? Result<int>(0) : std::unexpected(set.error());
    });
    const StoreChanges changes = watcher.poll();
    QVERIFY(changes.settings);
    QVERIFY(!changes.everything && !changes.outbox);
}

void ChangesTest::tellsOfTheOutbox()
{
    LiveStore store;
    store.send(QStringLiteral("a"));
    store.settle();
    const qint64 conversation = store.idOf(QStringLiteral("a"));
    Destination destination;
    destination.name = QStringLiteral("CRM");
    destination.url = QStringLiteral("https://crm.example/hook");
    destination = store.run<Destination>(
        [destination](const Database &database) { return destinations::add(database, destination); });
    Watcher watcher(store);
    store.run<qint64>([=](const Database &database) {
        return outbox::enqueue(database, {conversation}, destination.id, LiveStore::c_noon);
    });
    const StoreChanges queued = watcher.poll();
    QVERIFY(queued.outbox);
    QCOMPARE(queued.conversations, QList<qint64>{conversation});

    const qint64 row = store.number(QStringLiteral("SELECT \"id\" FROM outbox"));
    store.run<qint64>([row](const Database &database) { return outbox::discard(database, {row}, LiveStore::c_noon); });
    QCOMPARE(watcher.poll().conversations, QList<qint64>{conversation});
    store.run<qint64>([row](const Database &database) { return outbox::discard(database, {row}, LiveStore::c_noon); });
    QVERIFY2(watcher.poll().isEmpty(), "nothing was left to discard");
}

void ChangesTest::tellsOfARebuild()
{
    LiveStore store;
    store.send(QStringLiteral("a"));
    store.settle();
    Watcher watcher(store);
    QVERIFY(store.writer().rebuild().result());
    QVERIFY(watcher.poll().everything);
}

void ChangesTest::everyReaderHasItsOwnPosition()
{
    LiveStore store;
    Watcher first(store);
    store.send(QStringLiteral("a"));
    store.settle();
    Watcher second(store);
    QCOMPARE(first.poll().conversations.size(), 1);
    QVERIFY(second.poll().isEmpty());
    store.send(QStringLiteral("b"));
    store.settle();
    QCOMPARE(first.poll().conversations, second.poll().conversations);
}

void ChangesTest::aReaderThatWasCutOffReadsAllAnew()
{
    LiveStore store;
    Watcher watcher(store);
    for (int i = 0; i < 5; ++i)
        store.send(QStringLiteral("c%1").arg(i));
    store.settle();
    store.change(QStringLiteral("DELETE FROM change WHERE \"id\" < (SELECT max(\"id\") FROM change)"));
    store.send(QStringLiteral("last"));
    store.settle();
    QVERIFY(watcher.poll().everything);
    QVERIFY(watcher.poll().isEmpty());
}

void ChangesTest::dropsOldRowsOnly()
{
    LiveStore store;
    store.change(QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 300) "
                                "INSERT INTO change (\"kind\") SELECT 'outbox' FROM n"));
    const qint64 last = store.number(QStringLiteral("SELECT max(\"id\") FROM change"));
    auto database = openToWrite(store.location().path);
    QVERIFY(changetable::trim(*database, 1000));
    QCOMPARE(store.number(QStringLiteral("SELECT max(\"id\") - min(\"id\") + 1 FROM change")), last);
    QVERIFY(changetable::trim(*database, 100));
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM change")), 100);
    QCOMPARE(store.number(QStringLiteral("SELECT max(\"id\") FROM change")), last);
}

void ChangesTest::theSweepKeepsTheTableShort()
{
    LiveStore store(std::chrono::milliseconds(10));
    store.change(QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 130000) "
                                "INSERT INTO change (\"kind\") SELECT 'outbox' FROM n"));
    QTRY_COMPARE(store.number(QStringLiteral("SELECT count(*) FROM change")), 100'000);
}

QTEST_GUILESS_MAIN(ChangesTest)
#include "tst_changes.moc"
