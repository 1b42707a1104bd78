// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/changes.h"
#include "models/store/outbox.h"
#include "models/store/purgecount.h"
#include "tests/models/store/agedstore.h"
#include "tests/models/store/storetext.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QTest>

#include <atomic>
#include <thread>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

constexpr auto c_day = 24h;

/** Adds a destination and has the conversation wait for it. */
void enqueue(AgedStore &store, qint64 conversation)
{
    store.change(
        QStringLiteral("INSERT INTO destination (\"key\", \"name\", \"kind\", \"url\", \"method\", \"state\", "
                       "\"created_at\") VALUES ('crm', 'crm', 'webhook', 'http://127.0.0.1:9', 'POST', 'active', 0)"));
    store.run<qint64>([conversation](const Database &database) {
        return outbox::enqueue(database, {conversation}, 1, AgedStore::c_noon);
    });
}

} // namespace

class RetentionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void removesWholeConversationsByAge();
    void leavesNothingOfWhatItRemoves();
    void noIdIsUsedAgain();
    void keepsWhatRuns();
    void keepsWhatWaitsToBeForwarded();
    void sealsByAge();
    void bytesGoWithTheLastConversationThatNeedsThem();
    void whatIsSharedStaysForTheOthers();
    void sealsTheOldestUntilItFits();
    void aLongConversationGoesInSlices();
    void whatBelongsToNoConversationGoesByItsOwnAge();
    void repeatsGoWithWhatTheyRepeat();
    void aRepeatAfterAPurgeIsNew();
    void purgesOneSourceOnly();
    void saysBeforehandWhatWillGo();
    void readersHearOfIt();
    void keepsTheRulesByItself();
    void waitsForARebuild();
    void aRebuildEndsWhereTheNewestAreGone();
    void theFileShrinksWhileDeliveriesAreAcknowledged();
};

void RetentionTest::removesWholeConversationsByAge()
{
    AgedStore store;
    store.keep({.whole = std::chrono::days(30), .bytes = {}, .maxBytes = {}});
    store.sendEnded(QStringLiteral("old"));
    store.sendEnded(QStringLiteral("young"), 20 * c_day);
    store.goTo(40 * c_day);
    const PurgeReport report = store.purge();
    QCOMPARE(report.conversations, 1);
    QCOMPARE(report.deliveries, 2);
    QVERIFY(report.bytes > 0);
    QCOMPARE(report.sealed, 0);
    QCOMPARE(store.count(QStringLiteral("conversation")), 1);
    QVERIFY(store.idOf(QStringLiteral("young")) > 0);
    QCOMPARE(store.purge(), PurgeReport()); // there is nothing left to do
    QCOMPARE(faultsOf(store.reader()), QString());
}

void RetentionTest::leavesNothingOfWhatItRemoves()
{
    AgedStore store;
    store.sendEnded(QStringLiteral("old"));
    const qint64 contact = store.sendContact(QStringLiteral("k"));
    store.sendBody("malformed");
    store.settle();
    enqueue(store, store.idOf(QStringLiteral("old")));
    store.change(QStringLiteral("UPDATE outbox SET \"state\" = 'sent', \"sent\" = 1"));
    QVERIFY(contact > 0);
    QCOMPARE(store.purgeBefore(c_day).conversations, 1);
    for (const char *table : {"delivery", "delivery_body", "finding", "event", "conversation", "message", "identity",
                              "outbox", "sealed_conversation", "frozen_delivery"})
        QVERIFY2(store.count(QString::fromLatin1(table)) == 0, table);
    QCOMPARE(store.number(QStringLiteral("SELECT \"bytes\" FROM raw_bytes")), 0);
    QCOMPARE(faultsOf(store.reader()), QString());
}

void RetentionTest::noIdIsUsedAgain()
{
    AgedStore store;
    store.sendEnded(QStringLiteral("old"));
    store.settle();
    const qint64 before = store.idOf(QStringLiteral("old"));
    store.purgeBefore(c_day);
    const qint64 delivery = store.send(QStringLiteral("old"), patchOf(QStringLiteral("resolved")), 2 * c_day);
    store.settle();
    QCOMPARE(delivery, 3);
    QVERIFY(store.idOf(QStringLiteral("old")) > before);
    QCOMPARE(store.number(QStringLiteral("SELECT \"value\" FROM meta WHERE \"key\" = 'projected'")), delivery);
    QCOMPARE(store.number(QStringLiteral("SELECT \"events\" FROM conversation")), 1);
    QCOMPARE(faultsOf(store.reader()), QString());
}

void RetentionTest::keepsWhatRuns()
{
    AgedStore store;
    store.keep({.whole = std::chrono::days(1), .bytes = std::chrono::days(1), .maxBytes = {}});
    store.send(QStringLiteral("running"), patchOf(QStringLiteral("in_progress")));
    store.settle(); // later on it would be assumed to have ended
    store.goTo(10 * c_day);
    const PurgeReport report = store.purge();
    QCOMPARE(report.conversations, 0);
    QCOMPARE(report.sealed, 0);
    QCOMPARE(report.kept, 1);
    QVERIFY(store.hasBody(1));
}

void RetentionTest::keepsWhatWaitsToBeForwarded()
{
    AgedStore store;
    store.sendEnded(QStringLiteral("old"));
    store.settle();
    enqueue(store, store.idOf(QStringLiteral("old")));
    QCOMPARE(store.purgeBefore(c_day).kept, 1);
    QCOMPARE(store.count(QStringLiteral("conversation")), 1);
    store.change(QStringLiteral("UPDATE outbox SET \"state\" = 'sent'"));
    QCOMPARE(store.purgeBefore(c_day).conversations, 1);
    QCOMPARE(store.count(QStringLiteral("outbox")), 0);
}

void RetentionTest::sealsByAge()
{
    AgedStore store;
    store.keep({.whole = {}, .bytes = std::chrono::days(30), .maxBytes = {}});
    store.sendEnded(QStringLiteral("old"));
    store.sendEnded(QStringLiteral("young"), 20 * c_day);
    store.settle();
    const QString before = exportText(store.reader());
    store.goTo(40 * c_day);
    const PurgeReport report = store.purge();
    QCOMPARE(report.sealed, 1);
    QCOMPARE(report.conversations, 0);
    QCOMPARE(report.deliveries, 0);
    QVERIFY(report.bytes > 0);
    QVERIFY(!store.hasBody(1) && !store.hasBody(2) && store.hasBody(3) && store.hasBody(4));
    QCOMPARE(exportText(store.reader()), before);
    QCOMPARE(store.number(QStringLiteral("SELECT \"sealed_at\" FROM sealed_conversation")),
             toMicroseconds(AgedStore::c_noon + 40 * c_day));
    QCOMPARE(store.purge().sealed, 0); // sealed once
    QCOMPARE(faultsOf(store.reader()), QString());
}

void RetentionTest::bytesGoWithTheLastConversationThatNeedsThem()
{
    AgedStore store;
    store.keep({.whole = {}, .bytes = std::chrono::days(30), .maxBytes = {}});
    const qint64 shared = store.sendShared({QStringLiteral("a"), QStringLiteral("b")});
    store.send(QStringLiteral("b"), patchOf(QStringLiteral("completed")), 20 * c_day);
    store.goTo(40 * c_day);
    QCOMPARE(store.purge().sealed, 1);
    QVERIFY(store.hasBody(shared));
    QCOMPARE(faultsOf(store.reader()), QString());
    store.goTo(60 * c_day);
    QCOMPARE(store.purge().sealed, 1);
    QVERIFY(!store.hasBody(shared));
    QCOMPARE(faultsOf(store.reader()), QString());
}

void RetentionTest::whatIsSharedStaysForTheOthers()
{
    AgedStore store;
    const qint64 shared = store.sendShared({QStringLiteral("a"), QStringLiteral("b")});
    store.send(QStringLiteral("b"), patchOf(QStringLiteral("completed")), 20 * c_day);
    const PurgeReport report = store.purgeBefore(10 * c_day);
    QCOMPARE(report.conversations, 1);
    QCOMPARE(report.deliveries, 0);
    QVERIFY(store.hasBody(shared));
    QCOMPARE(faultsOf(store.reader()), QString());
    const QString before = exportText(store.reader());
    QVERIFY(store.writer().rebuild().result());
    QCOMPARE(exportText(store.reader()), before); // what was removed does not come back
    QCOMPARE(faultsOf(store.reader()), QString());
    QCOMPARE(store.purgeBefore(30 * c_day).deliveries, 2);
    QCOMPARE(store.count(QStringLiteral("frozen_delivery")), 0);
}

void RetentionTest::sealsTheOldestUntilItFits()
{
    AgedStore store;
    constexpr qint64 c_mebibyte = 1 << 20;
    store.keep({.whole = {}, .bytes = {}, .maxBytes = c_mebibyte});
    const QJsonObject large = {{QStringLiteral("notes"), QString(300'000, QLatin1Char('x'))},
                               {QStringLiteral("status"), QStringLiteral("completed")}};
    for (int i = 0; i < 6; ++i)
        store.send(QStringLiteral("c%1").arg(i), large, i * c_day);
    store.goTo(6 * c_day);
    QCOMPARE(store.purge().sealed, 3);
    for (qint64 delivery = 1; delivery <= 6; ++delivery)
        QCOMPARE(store.hasBody(delivery), delivery > 3);
    QVERIFY(store.number(QStringLiteral("SELECT \"bytes\" FROM raw_bytes")) <= c_mebibyte);
    store.sendBody(QByteArray(500'000, 'm'), 7 * c_day); // malformed: it counts, and goes last
    QCOMPARE(store.purge().sealed, 2);
    QVERIFY(store.hasBody(7));
    QCOMPARE(faultsOf(store.reader()), QString());
}

void RetentionTest::aLongConversationGoesInSlices()
{
    AgedStore store;
    for (int i = 0; i < 300; ++i)
        store.send(QStringLiteral("long"), patchOf(QStringLiteral("open")), std::chrono::seconds(i));
    const PurgeReport report = store.purgeBefore(c_day);
    QCOMPARE(report.conversations, 1);
    QCOMPARE(report.deliveries, 300);
    QCOMPARE(report.sealed, 0); // only on its way
    QVERIFY(report.bytes > 300 * 50);
    QCOMPARE(store.count(QStringLiteral("delivery")), 0);
    QCOMPARE(faultsOf(store.reader()), QString());
}

void RetentionTest::whatBelongsToNoConversationGoesByItsOwnAge()
{
    AgedStore store;
    store.keep({.whole = std::chrono::days(60), .bytes = std::chrono::days(30), .maxBytes = {}});
    store.sendContact(QStringLiteral("k"));
    store.sendBody("malformed");
    Delivery failed = store.deliveryOf("{}");
    failed.verdict = QStringLiteral("failed");
    store.sendDelivery(failed);
    store.sendContact(QStringLiteral("l"), 20 * c_day);
    store.settle();
    const QString before = exportText(store.reader());
    store.goTo(40 * c_day);
    QCOMPARE(store.purge().deliveries, 0);
    QVERIFY(!store.hasBody(1) && !store.hasBody(2) && !store.hasBody(3) && store.hasBody(4));
    QCOMPARE(exportText(store.reader()), before);
    QVERIFY(store.writer().rebuild().result());
    QCOMPARE(exportText(store.reader()), before);
    store.goTo(70 * c_day);
    QCOMPARE(store.purge().deliveries, 3);
    QCOMPARE(store.number(QStringLiteral("SELECT min(\"id\") FROM delivery")), 4);
    QCOMPARE(faultsOf(store.reader()), QString());
}

void RetentionTest::repeatsGoWithWhatTheyRepeat()
{
    AgedStore store;
    const QByteArray contact = R"({"type":"contact.created","name":"x"})";
    const QByteArray call = R"({"type":"call.ended","id":"a","scope":"conversation","patch":{"status":"completed"}})";
    store.sendBody(contact);
    store.sendBody(call);
    store.sendBody(contact, 20 * c_day);
    store.sendBody(call, 20 * c_day);
    store.settle();
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM finding WHERE \"state\" = 'duplicate'")), 2);
    QCOMPARE(store.purgeBefore(10 * c_day).deliveries, 4);
    QCOMPARE(faultsOf(store.reader()), QString());
}

void RetentionTest::aRepeatAfterAPurgeIsNew()
{
    AgedStore store;
    const QByteArray call = R"({"type":"call.ended","id":"a","scope":"conversation","patch":{"status":"completed"}})";
    store.sendBody(call);
    store.purgeBefore(c_day);
    store.sendBody(call, 2 * c_day);
    store.settle();
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM finding WHERE \"state\" = 'decoded'")), 1);
    QCOMPARE(store.count(QStringLiteral("conversation")), 1);
    const QString before = exportText(store.reader());
    QVERIFY(store.writer().rebuild().result());
    QCOMPARE(exportText(store.reader()), before);
}

void RetentionTest::purgesOneSourceOnly()
{
    AgedStore store;
    const qint64 other = store.addSource(QStringLiteral("other"));
    store.sendEnded(QStringLiteral("a"));
    Delivery delivery = store.deliveryOf(R"({"type":"call.ended","id":"b","scope":"","patch":{"status":"completed"}})");
    delivery.sourceId = other;
    store.sendDelivery(delivery);
    const PurgeReport report = store.purge({AgedStore::c_noon + c_day, other});
    QCOMPARE(report.conversations, 1);
    QCOMPARE(store.count(QStringLiteral("conversation")), 1);
    QVERIFY(store.idOf(QStringLiteral("a")) > 0);
}

void RetentionTest::saysBeforehandWhatWillGo()
{
    AgedStore store;
    store.sendEnded(QStringLiteral("old"));
    store.sendShared({QStringLiteral("old"), QStringLiteral("b")});
    store.send(QStringLiteral("b"), patchOf(QStringLiteral("completed")), 20 * c_day);
    store.send(QStringLiteral("running"), patchOf(QStringLiteral("in_progress")));
    store.sendContact(QStringLiteral("k"));
    store.sendBody("malformed");
    store.sendBody("malformed", 15 * c_day); // a repeat, which goes too
    store.sendEnded(QStringLiteral("young"), 20 * c_day);
    store.settle();
    const auto foretold = countPurge(store.reader(), AgedStore::c_noon + 10 * c_day, store.source());
    QVERIFY2(foretold.has_value(), foretold ? "" : qPrintable(foretold.error().detail));
    QCOMPARE(foretold->conversations, 1);
    QCOMPARE(foretold->kept, 1);
    QCOMPARE(foretold->deliveries, 5);
    QCOMPARE(countPurge(store.reader(), AgedStore::c_noon + 10 * c_day, {}).value(), *foretold);
    QCOMPARE(countPurge(store.reader(), AgedStore::c_noon, {}).value(), PurgeReport());
    QCOMPARE(store.purgeBefore(10 * c_day), *foretold);
    QCOMPARE(faultsOf(store.reader()), QString());
}

void RetentionTest::readersHearOfIt()
{
    AgedStore store;
    store.sendEnded(QStringLiteral("old"));
    store.sendEnded(QStringLiteral("young"), 20 * c_day);
    store.settle();
    const qint64 id = store.idOf(QStringLiteral("old"));
    const Database reader = store.reader();
    auto changes = ChangeReader::open(reader);
    QVERIFY(changes);
    store.purgeBefore(c_day);
    const auto heard = changes->poll();
    QVERIFY(heard);
    QCOMPARE(heard->conversations, QList{id});
    QVERIFY(heard->hasLostDeliveries);
    QVERIFY(!heard->everything);
    QVERIFY(!changes->poll()->hasLostDeliveries);
}

void RetentionTest::keepsTheRulesByItself()
{
    WriterSettings settings;
    settings.retentionDelay = 10ms;
    settings.retentionInterval = 20ms;
    AgedStore store(settings);
    store.sendEnded(QStringLiteral("old"));
    store.settle();
    store.goTo(40 * c_day);
    store.keep({.whole = std::chrono::days(30), .bytes = {}, .maxBytes = {}});
    QTRY_COMPARE(store.count(QStringLiteral("conversation")), 0);
    store.sendEnded(QStringLiteral("next"));
    QTRY_COMPARE(store.count(QStringLiteral("delivery")), 0);
}

void RetentionTest::waitsForARebuild()
{
    AgedStore store;
    for (int i = 0; i < 200; ++i)
        store.sendEnded(QStringLiteral("c%1").arg(i), i * 60s);
    store.settle();
    auto rebuilt = store.writer().rebuild();
    auto purged = store.writer().purge({AgedStore::c_noon + 100 * 60s, {}});
    QVERIFY(rebuilt.result());
    QVERIFY(purged.result());
    QCOMPARE(store.count(QStringLiteral("conversation")), 200 - purged.result()->conversations);
    QVERIFY(purged.result()->conversations > 90);
    QCOMPARE(faultsOf(store.reader()), QString());
}

void RetentionTest::aRebuildEndsWhereTheNewestAreGone()
{
    AgedStore store;
    store.sendEnded(QStringLiteral("kept"), 20 * c_day);
    store.sendEnded(QStringLiteral("gone"));
    QCOMPARE(store.purgeBefore(10 * c_day).conversations, 1);
    const QString before = exportText(store.reader());
    QVERIFY(store.writer().rebuild().result());
    QCOMPARE(exportText(store.reader()), before);
    QCOMPARE(store.number(QStringLiteral("SELECT \"value\" FROM meta WHERE \"key\" = 'projected'")), 4);
    QCOMPARE(store.purgeBefore(30 * c_day).conversations, 1);
    QVERIFY(store.writer().rebuild().result()); // of nothing at all
    store.sendEnded(QStringLiteral("next"));
    store.settle();
    QCOMPARE(store.count(QStringLiteral("conversation")), 1);
    QCOMPARE(faultsOf(store.reader()), QString());
}

/** A sender that posts about 200 a second, as a busy day may, and notes how long it waited for the commit. */
class SteadySender
{
public:
    explicit SteadySender(AgedStore &store)
        : m_thread([this, &store] { run(store); })
    {
    }

    ~SteadySender() { stop(); }

    void stop()
    {
        m_stopped = true;
        if (m_thread.joinable())
            m_thread.join();
    }

    qint64 sent() const { return m_sent; }

    /** In microseconds, since the last call. */
    qint64 takeLongestWait() { return m_longestWait.exchange(0); }

private:
    void run(AgedStore &store)
    {
        while (!m_stopped) {
            QElapsedTimer timer;
            timer.start();
            const QByteArray body = R"({"type":"contact.created","n":)" + QByteArray::number(m_sent.load()) + '}';
            if (store.sendBody(body, 2 * c_day) > 0)
                ++m_sent;
            m_longestWait = std::max(m_longestWait.load(), timer.nsecsElapsed() / 1000);
            std::this_thread::sleep_for(5ms); // its pace
        }
    }

    std::atomic_bool m_stopped = false;
    std::atomic<qint64> m_sent = 0;
    std::atomic<qint64> m_longestWait = 0;
    std::thread m_thread; ///< last: it uses the others
};

/** Says besides how long a commit waited at most, with and without the housekeeping. */
void RetentionTest::theFileShrinksWhileDeliveriesAreAcknowledged()
{
    const int asked = qEnvironmentVariableIntValue("EARSHOT_PURGED_CONVERSATIONS");
    const int count = asked > 0 ? asked : 1500;
    AgedStore store;
    const QJsonObject large = {{QStringLiteral("notes"), QString(8000, QLatin1Char('x'))},
                               {QStringLiteral("status"), QStringLiteral("completed")}};
    for (int i = 0; i < count; ++i)
        store.send(QStringLiteral("c%1").arg(i), large);
    store.settle();
    const auto fileSize = [&store] {
        return store.number(QStringLiteral("PRAGMA page_count")) * store.number(QStringLiteral("PRAGMA page_size"));
    };
    const qint64 before = fileSize();

    SteadySender sender(store);
    const qint64 enough = std::max(200, count / 20);
    QTRY_VERIFY_WITH_TIMEOUT(sender.sent() >= enough, 120'000);
    const qint64 calmWait = sender.takeLongestWait();
    const qint64 sentBefore = sender.sent();
    QElapsedTimer timer;
    timer.start();
    const auto report = store.writer().purge({AgedStore::c_noon + c_day, {}}).result();
    const qint64 removed = timer.elapsed();
    QVERIFY(report);
    QCOMPARE(report->conversations, count);
    QTRY_VERIFY_WITH_TIMEOUT(fileSize() < before / 4, 120'000); // pages are given back between the deliveries
    const QString path = store.location().path;
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(path).size() < before / 4, 120'000); // and a checkpoint cuts the file
    const qint64 shrunk = timer.elapsed();
    const qint64 busyWait = sender.takeLongestWait();
    sender.stop();
    qInfo(
        "longest wait for a commit: %.1f ms before, %.1f ms while %d conversations went (%lld ms) and the file shrank "
        "from %lld to %lld KiB (%lld ms); %lld and %lld deliveries",
        double(calmWait) / 1000, double(busyWait) / 1000, count, removed, before >> 10, QFileInfo(path).size() >> 10,
        shrunk, sentBefore, sender.sent() - sentBefore);
    QVERIFY(sender.sent() > sentBefore);
    store.settle();
    QCOMPARE(store.count(QStringLiteral("delivery")), sender.sent());
    QCOMPARE(faultsOf(store.reader()), QString());
}

QTEST_GUILESS_MAIN(RetentionTest)
#include "tst_retention.moc"
