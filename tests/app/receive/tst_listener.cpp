// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/receive/listenerharness.h"

#include <QTcpServer>
#include <QTest>

#include <future>
#include <memory>
#include <thread>

namespace earshot {

class ListenerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void picksAFreePort();
    void saysWhyItCannotListen_data();
    void saysWhyItCannotListen();
    void takesBothAddressFamilies();
    void obeysNewHooksFromTheNextRequestOn();
    void keepsAConnectionForMoreRequests();
    void answersPipelinedRequestsInTheirOrder();
    void answersASenderThatOnlyListensAnyMore();
    void answersOnlyOnceTheJournalHas();
    void servesManySendersAtOnce();
    void survivesSendersThatLeave();
    void stopsWhileSendersWaitForTheJournal();
    void stopsWithoutHavingStarted();
    void refusesDeliveriesWhileStopping();
};

void ListenerTest::picksAFreePort()
{
    ListenerHarness harness;
    QVERIFY(harness.port != 0);
    QCOMPARE(harness.listener.port(), harness.port);
    QVERIFY(RawSender(harness.port).isConnected());
    harness.listener.stop();
    QCOMPARE(harness.listener.port(), quint16(0));
    QVERIFY(!RawSender(harness.port).isConnected());
    harness.listener.stop();
}

void ListenerTest::saysWhyItCannotListen_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("reason");
    QTest::newRow("taken") << QStringLiteral("127.0.0.1") << QStringLiteral("127.0.0.1:%1: Address already in use");
    QTest::newRow("a name") << QStringLiteral("localhost") << QStringLiteral("localhost:%1: not an IP address");
    QTest::newRow("empty") << QString() << QStringLiteral(":%1: not an IP address");
    QTest::newRow("not ours") << QStringLiteral("192.0.2.1")
                              << QStringLiteral("192.0.2.1:%1: Cannot assign requested address");
    QTest::newRow("not ours, v6") << QStringLiteral("2001:db8::1")
                                  << QStringLiteral("[2001:db8::1]:%1: Cannot assign requested address");
}

void ListenerTest::saysWhyItCannotListen()
{
    QFETCH(QString, address);
    QFETCH(QString, reason);
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress(QHostAddress::LocalHost)));
    FakeSink sink;
    FixedClock clock;
    ListenerSettings settings;
    settings.address = address;
    settings.port = other.serverPort();
    Listener listener(settings, clock, sink);
    const Result<quint16> started = listener.start();
    QVERIFY(!started);
    QCOMPARE(started.error().code, ErrorCode::ListenFailed);
    QCOMPARE(started.error().detail, reason.arg(other.serverPort()));
    QCOMPARE(listener.port(), quint16(0));
}

void ListenerTest::takesBothAddressFamilies()
{
    QTcpServer probe;
    if (!probe.listen(QHostAddress(QHostAddress::LocalHostIPv6)))
        QSKIP("this machine has no IPv6");
    ListenerSettings settings;
    settings.address = QStringLiteral("::");
    Hook hook = hookOf(c_sourceId, c_token);
    hook.allow = {QStringLiteral("127.0.0.1"), QStringLiteral("::1")};
    ListenerHarness harness(settings, hook);
    RawSender v6(harness.port, QStringLiteral("::1"));
    QCOMPARE(v6.ask(hookRequest("POST", "{}")).status, 200);
    RawSender v4(harness.port);
    QCOMPARE(v4.ask(hookRequest("POST", "{}")).status, 200);
    QCOMPARE(harness.sink.deliveries().value(0).remote, QStringLiteral("::1"));
    QCOMPARE(harness.sink.deliveries().value(1).remote, QStringLiteral("127.0.0.1"));
}

void ListenerTest::obeysNewHooksFromTheNextRequestOn()
{
    ListenerHarness harness;
    RawSender sender(harness.port);
    QCOMPARE(sender.ask(hookRequest("POST", "")).status, 200);
    harness.listener.setHooks({});
    QCOMPARE(sender.ask(hookRequest("POST", "")).status, 404);
    harness.listener.setHooks({hookOf(8, c_token)});
    QCOMPARE(sender.ask(hookRequest("POST", "")).status, 200);
    QCOMPARE(harness.sink.deliveries().value(1).sourceId, qint64(8));
}

void ListenerTest::keepsAConnectionForMoreRequests()
{
    ListenerHarness harness;
    RawSender sender(harness.port);
    for (int i = 0; i < 50; ++i) {
        const QByteArray body = QByteArray::number(i);
        QCOMPARE(sender.ask(hookRequest(i % 2 == 0 ? "POST" : "PUT", body)).status, 200);
        QCOMPARE(harness.sink.deliveries().value(i).body, body);
        QCOMPARE(sender.ask(hookRequest("GET")).status, 200);
        QCOMPARE(sender.ask(hookRequest("DELETE")).status, 405);
    }
    QCOMPARE(harness.listener.counts().accepted, quint64(1));
}

void ListenerTest::answersPipelinedRequestsInTheirOrder()
{
    ListenerHarness harness;
    RawSender sender(harness.port);
    sender.send(hookRequest("POST", "1") + hookRequest("DELETE") + hookRequest("POST", "2") + hookRequest("OPTIONS")
                + hookRequest("POST", "3"));
    for (const int status : {200, 405, 200, 204, 200})
        QCOMPARE(sender.read().status, status);
    const QList<Delivery> stored = harness.sink.deliveries();
    QCOMPARE(stored.size(), 3);
    QCOMPARE(stored.at(0).body + stored.at(1).body + stored.at(2).body, QByteArray("123"));
}

void ListenerTest::answersASenderThatOnlyListensAnyMore()
{
    ListenerHarness harness;
    harness.sink.setMode(FakeSink::Mode::Hold);
    RawSender sender(harness.port);
    sender.send(hookRequest("POST", "{}"));
    QTRY_COMPARE(harness.sink.heldCount(), 1);
    sender.finishSending();
    harness.sink.release(true);
    QCOMPARE(sender.read().status, 200);
}

void ListenerTest::answersOnlyOnceTheJournalHas()
{
    ListenerHarness harness;
    harness.sink.setMode(FakeSink::Mode::Hold);
    RawSender stored(harness.port);
    stored.send(hookRequest("POST", "a"));
    QTRY_COMPARE(harness.sink.heldCount(), 1);
    QCOMPARE(harness.listener.counts().answers.size(), std::size_t(0));
    std::thread([&harness] { harness.sink.release(true); }).join();
    QCOMPARE(stored.read().status, 200);

    RawSender failed(harness.port);
    failed.send(hookRequest("POST", "b"));
    QTRY_COMPARE(harness.sink.heldCount(), 1);
    std::thread([&harness] { harness.sink.release(false); }).join();
    QCOMPARE(failed.read().status, 503);
}

void ListenerTest::servesManySendersAtOnce()
{
    constexpr int c_senders = 200;
    ListenerHarness harness;
    harness.sink.setMode(FakeSink::Mode::Hold);
    std::vector<std::unique_ptr<RawSender>> senders;
    for (int i = 0; i < c_senders; ++i) {
        senders.push_back(std::make_unique<RawSender>(harness.port));
        senders.back()->send(hookRequest("POST", QByteArray::number(i)));
    }
    QTRY_COMPARE_WITH_TIMEOUT(harness.sink.heldCount(), c_senders, 30'000);
    harness.sink.release(true);
    for (const auto &sender : senders)
        QCOMPARE(sender->read().status, 200);
    QCOMPARE(harness.listener.counts().stored, quint64(c_senders));

    harness.sink.setMode(FakeSink::Mode::Store);
    for (const auto &sender : senders)
        sender->send(hookRequest("POST", "again"));
    for (const auto &sender : senders)
        QCOMPARE(sender->read().status, 200);
    QCOMPARE(harness.sink.deliveries().size(), 2 * c_senders);
}

void ListenerTest::survivesSendersThatLeave()
{
    ListenerHarness harness;
    harness.sink.setMode(FakeSink::Mode::Hold);
    {
        RawSender inHeader(harness.port);
        inHeader.send("POST /hook/" + c_token + " HTTP/1.1\r\nHost:");
        RawSender inBody(harness.port);
        inBody.send(hookRequest("POST", "1234567").chopped(3));
        RawSender waiting(harness.port);
        waiting.send(hookRequest("POST", "{}"));
        QTRY_COMPARE(harness.sink.heldCount(), 1);
    }
    harness.sink.release(true);
    harness.sink.setMode(FakeSink::Mode::Store);
    QCOMPARE(RawSender(harness.port).ask(hookRequest("POST", "{}")).status, 200);
    QCOMPARE(harness.sink.deliveries().size(), 2);
}

void ListenerTest::stopsWhileSendersWaitForTheJournal()
{
    ListenerHarness harness;
    harness.sink.setMode(FakeSink::Mode::Hold);
    RawSender first(harness.port);
    RawSender second(harness.port);
    first.send(hookRequest("POST", "a"));
    second.send("GET /hook/" + c_token + "?b HTTP/1.1\r\nHost: a\r\n\r\n");
    QTRY_COMPARE(harness.sink.heldCount(), 2);

    std::future<void> stopped = std::async(std::launch::async, [&harness] { harness.listener.stop(); });
    QCOMPARE(stopped.wait_for(std::chrono::milliseconds(100)), std::future_status::timeout);
    harness.sink.release(true);
    QCOMPARE(first.read().status, 200);
    QCOMPARE(second.read().status, 200);
    QCOMPARE(stopped.wait_for(std::chrono::seconds(15)), std::future_status::ready);
    QVERIFY(first.isClosed());
}

void ListenerTest::stopsWithoutHavingStarted()
{
    FakeSink sink;
    FixedClock clock;
    Listener listener({}, clock, sink);
    listener.stop();
    QCOMPARE(listener.port(), quint16(0));
    QCOMPARE(listener.counts().accepted, quint64(0));
}

void ListenerTest::refusesDeliveriesWhileStopping()
{
    ListenerHarness harness;
    harness.sink.setMode(FakeSink::Mode::Hold);
    RawSender waiting(harness.port);
    RawSender late(harness.port);
    QCOMPARE(late.ask(hookRequest("GET")).status, 200);
    waiting.send(hookRequest("POST", "a"));
    QTRY_COMPARE(harness.sink.heldCount(), 1);

    std::future<void> stopped = std::async(std::launch::async, [&harness] { harness.listener.stop(); });
    // Nothing tells from outside that the stop has begun, except that the door is closed.
    QTRY_VERIFY(!RawSender(harness.port).isConnected());
    QCOMPARE(late.ask(hookRequest("POST", "b")).status, 503);
    harness.sink.release(true);
    QCOMPARE(waiting.read().status, 200);
    stopped.get();
    QCOMPARE(harness.sink.deliveries().size(), 1);
}

} // namespace earshot

QTEST_GUILESS_MAIN(earshot::ListenerTest)
#include "tst_listener.moc"
