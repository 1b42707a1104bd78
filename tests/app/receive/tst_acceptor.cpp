// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/receive/listenerharness.h"

#include <QTest>

#include <memory>

namespace earshot {
namespace {

constexpr std::chrono::milliseconds c_short(200);

/** Asks in new connections until one is answered 200: when a slot comes free cannot be seen from outside. */
class UntilServed
{
public:
    UntilServed(quint16 port, const QByteArray &request)
        : m_port(port)
        , m_request(request)
    {
    }

    bool operator()()
    {
        m_served = m_served || RawSender(m_port).ask(m_request).status == 200;
        return m_served;
    }

private:
    const quint16 m_port;
    const QByteArray m_request;
    bool m_served = false;
};

/** Every deadline far away, so that a test shortens the one it is about. */
ListenerSettings patientSettings()
{
    using std::chrono::seconds;
    ListenerSettings settings;
    settings.firstByteDeadline = settings.headerDeadline = settings.bodyDeadline = seconds(60);
    settings.answerDeadline = settings.idleTimeout = seconds(60);
    return settings;
}

} // namespace

/** The door and its clock: who is let in, who is cut off and when. */
class AcceptorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closesASilentConnection();
    void tellsASlowSenderThatItIsLate_data();
    void tellsASlowSenderThatItIsLate();
    void cutsOffASenderThatDrips_data();
    void cutsOffASenderThatDrips();
    void cutsOffASenderBelowTheLeastRate_data();
    void cutsOffASenderBelowTheLeastRate();
    void keepsASenderAtTheLeastRate();
    void closesAnIdleConnection();
    void waitsForTheJournalWithoutDeadline();
    void refusesMoreConnectionsThanAllowed();
    void hasRoomForFewLongLines();
};

void AcceptorTest::closesASilentConnection()
{
    ListenerSettings settings = patientSettings();
    settings.firstByteDeadline = c_short;
    ListenerHarness harness(settings);
    RawSender sender(harness.port);
    QVERIFY(sender.isClosed());
    QCOMPARE(sender.read().status, 0);
}

void AcceptorTest::tellsASlowSenderThatItIsLate_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("first byte") << QByteArray("P");
    QTest::newRow("first byte of a get") << QByteArray("G");
    QTest::newRow("request line") << QByteArray("POST /hook");
    QTest::newRow("header") << QByteArray("POST /hook/" + c_token + " HTTP/1.1\r\nHost: a\r\nX-");
    QTest::newRow("body") << hookRequest("POST", "hello").chopped(1);
    QTest::newRow("chunked body") << hookRequest("POST", {}, "Transfer-Encoding: chunked\r\n") + "5\r\nhel";
}

void AcceptorTest::tellsASlowSenderThatItIsLate()
{
    QFETCH(QByteArray, start);
    ListenerSettings settings = patientSettings();
    settings.headerDeadline = c_short;
    settings.bodyDeadline = c_short;
    ListenerHarness harness(settings);
    RawSender sender(harness.port);
    QCOMPARE(sender.ask(start).status, 408);
    QVERIFY(sender.isClosed());
    QVERIFY(harness.sink.deliveries().isEmpty());
    QCOMPARE(harness.listener.counts().answers, (std::map<int, quint64>{{408, 1}}));
}

void AcceptorTest::cutsOffASenderThatDrips_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("header") << QByteArray("POST /hook/" + c_token + " HTTP/1.1\r\nHost: a\r\nX-Drip: ");
    QTest::newRow("body") << hookRequest("POST", QByteArray(100'000, 'x')).chopped(99'999);
}

void AcceptorTest::cutsOffASenderThatDrips()
{
    QFETCH(QByteArray, start);
    ListenerSettings settings = patientSettings();
    settings.headerDeadline = c_short;
    settings.bodyDeadline = c_short;
    ListenerHarness harness(settings);
    RawSender sender(harness.port);
    sender.send(start);
    const auto dripUntilCutOff = [&sender] {
        sender.send("x");
        QCoreApplication::processEvents();
        return !sender.isConnected();
    };
    QTRY_VERIFY_WITH_TIMEOUT(dripUntilCutOff(), 15'000);
    QCOMPARE(harness.listener.counts().answers, (std::map<int, quint64>{{408, 1}}));
}

void AcceptorTest::cutsOffASenderBelowTheLeastRate_data()
{
    cutsOffASenderThatDrips_data();
}

/** Long before its deadline, though it never pauses. */
void AcceptorTest::cutsOffASenderBelowTheLeastRate()
{
    QFETCH(QByteArray, start);
    ListenerSettings settings = patientSettings();
    settings.leastRateWindow = c_short;
    settings.leastBytesPerSecond = 1'000'000'000; // so that no test machine is ever fast enough
    ListenerHarness harness(settings);
    RawSender sender(harness.port);
    sender.send(start);
    const auto dripUntilCutOff = [&sender] {
        sender.send("x");
        QCoreApplication::processEvents();
        return !sender.isConnected();
    };
    QTRY_VERIFY_WITH_TIMEOUT(dripUntilCutOff(), 15'000);
    QCOMPARE(harness.listener.counts().answers, (std::map<int, quint64>{{408, 1}}));
    const qint64 source = start.contains("\r\n\r\n") ? c_sourceId : 0;
    QCOMPARE(harness.listener.takeRefusals(), (QList<Refusals>{{source, 408, 1}}));
}

void AcceptorTest::keepsASenderAtTheLeastRate()
{
    constexpr std::chrono::milliseconds c_window(
        1500); // a busy machine must not keep the test from sending for so long
    ListenerSettings settings = patientSettings();
    settings.leastRateWindow = c_window;
    settings.leastBytesPerSecond = 1;
    ListenerHarness harness(settings);
    RawSender sender(harness.port);
    const QByteArray request = hookRequest("POST", QByteArray(1000, 'x'));
    sender.send(request.chopped(900));
    const auto start = std::chrono::steady_clock::now();
    qsizetype sent = request.size() - 900;
    const auto sendPieceByPiece = [&] { // as often as this is asked
        const qsizetype piece = qMin<qsizetype>(5, request.size() - sent - 1);
        sender.send(request.sliced(sent, piece));
        sent += piece;
        return std::chrono::steady_clock::now() - start > 2 * c_window;
    };
    QTRY_VERIFY_WITH_TIMEOUT(sendPieceByPiece(), 15'000);
    sender.send(request.sliced(sent));
    QCOMPARE(sender.read().status, 200);
}

void AcceptorTest::closesAnIdleConnection()
{
    ListenerSettings settings = patientSettings();
    settings.idleTimeout = c_short;
    ListenerHarness harness(settings);
    RawSender sender(harness.port);
    QCOMPARE(sender.ask(hookRequest("POST", "{}")).status, 200);
    QVERIFY(sender.isClosed());
    QCOMPARE(sender.read().status, 0);
    QCOMPARE(harness.listener.counts().answers, (std::map<int, quint64>{{200, 1}}));
}

void AcceptorTest::waitsForTheJournalWithoutDeadline()
{
    ListenerSettings settings = patientSettings();
    settings.firstByteDeadline = settings.headerDeadline = settings.bodyDeadline = c_short;
    settings.idleTimeout = c_short;
    ListenerHarness harness(settings);
    harness.sink.setMode(FakeSink::Mode::Hold);
    RawSender sender(harness.port);
    sender.send(hookRequest("POST", "{}"));
    QTRY_COMPARE(harness.sink.heldCount(), 1);
    RawSender witness(harness.port);
    QVERIFY(witness.isClosed()); // by then the other's deadlines have passed too
    harness.sink.release(true);
    QCOMPARE(sender.read().status, 200);
}

void AcceptorTest::refusesMoreConnectionsThanAllowed()
{
    ListenerSettings settings = patientSettings();
    settings.maxConnections = 2;
    ListenerHarness harness(settings);
    auto silent = std::make_unique<RawSender>(harness.port);
    RawSender served(harness.port);
    QCOMPARE(served.ask(hookRequest("POST", "a")).status, 200);

    RawSender refused(harness.port);
    const RawSender::Reply reply = refused.ask(hookRequest("POST", "b"));
    QCOMPARE(reply.status, 503);
    QCOMPARE(reply.field("Retry-After"), QByteArray("5"));
    QVERIFY(refused.isClosed());
    QCOMPARE(harness.listener.counts().refused, quint64(1));

    silent.reset();
    UntilServed untilServed(harness.port, hookRequest("POST", "c"));
    QTRY_VERIFY(untilServed());
}

void AcceptorTest::hasRoomForFewLongLines()
{
    ListenerSettings settings = patientSettings();
    settings.maxGetConnections = 1;
    ListenerHarness harness(settings);
    const QByteArray path = "/hook/" + c_token;
    const QByteArray rest = " HTTP/1.1\r\nHost: a\r\n\r\n";
    const QByteArray longGet = "GET " + path + "?t=" + QByteArray(100 * 1024, 'x') + rest;
    auto first = std::make_unique<RawSender>(harness.port);
    QCOMPARE(first->ask(longGet).status, 200);
    QCOMPARE(RawSender(harness.port).ask("GET " + path + "?t=short" + rest).status, 200);
    QCOMPARE(RawSender(harness.port).ask(longGet).status, 414);
    first.reset();
    UntilServed untilServed(harness.port, longGet);
    QTRY_VERIFY(untilServed());
}

} // namespace earshot

QTEST_GUILESS_MAIN(earshot::AcceptorTest)
#include "tst_acceptor.moc"
