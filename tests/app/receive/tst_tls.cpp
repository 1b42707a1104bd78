// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/receive/listenerharness.h"
#include "tests/app/receive/tlssender.h"

#include <QTemporaryDir>
#include <QTest>

#include <future>

namespace earshot {
namespace {

constexpr std::chrono::milliseconds c_short(200);

} // namespace

/** The listener behind TLS, asked by a client that is not of libmicrohttpd's making. */
class TlsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void speaksModernVersions_data();
    void speaksModernVersions();
    void refusesOldVersions_data();
    void refusesOldVersions();
    void servesLongLinesAndLargeBodies();
    void answersOnlyOnceTheJournalHas();
    void swapsItsCertificateUnderOpenConnections();
    void keepsTheOldCertificateWhereTheNewOneIsBroken();
    void hasNoCertificateToSwapWithoutTls();
    void saysWhyItCannotStart();
    void closesAPlainRequestWithoutAnAnswer();
    void closesASilentConnection_data();
    void closesASilentConnection();
    void cutsOffASlowRequestWithoutPlainText_data();
    void cutsOffASlowRequestWithoutPlainText();
    void readsATooLargeBodyToItsEndThenRefuses();
    void closesUnderABodyWithoutEnd();
    void refusesBeforeTheBody();
    void refusesMoreConnectionsThanAllowed();
    void stopsWhileSendersWait();
    void dropsAsChosen();

private:
    ListenerSettings settings() const;

    QTemporaryDir m_folder;
    CertificateFiles m_files;
};

void TlsTest::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_files = selfSignedFiles(m_folder.path());
}

ListenerSettings TlsTest::settings() const
{
    ListenerSettings settings;
    settings.tls = m_files;
    return settings;
}

void TlsTest::speaksModernVersions_data()
{
    QTest::addColumn<QByteArray>("priorities");
    QTest::addColumn<QString>("version");
    QTest::newRow("whatever both can") << QByteArray("NORMAL") << QStringLiteral("TLS1.3");
    QTest::newRow("1.2") << QByteArray("NORMAL:-VERS-ALL:+VERS-TLS1.2") << QStringLiteral("TLS1.2");
}

void TlsTest::speaksModernVersions()
{
    QFETCH(QByteArray, priorities);
    ListenerHarness harness(settings());
    TlsSender sender(harness.port, priorities.constData());
    QVERIFY(sender.isEncrypted());
    QTEST(sender.version(), "version");
    for (int i = 0; i < 5; ++i)
        QCOMPARE(sender.ask(hookRequest("POST", QByteArray::number(i))), 200);
    QCOMPARE(harness.sink.deliveries().value(4).body, QByteArray("4"));
    QCOMPARE(harness.sink.deliveries().value(4).remote, QStringLiteral("127.0.0.1"));
    QCOMPARE(harness.listener.counts().accepted, quint64(1));
}

void TlsTest::refusesOldVersions_data()
{
    QTest::addColumn<QByteArray>("priorities");
    const QByteArray start = "NORMAL:-VERS-ALL:%VERIFY_ALLOW_SIGN_WITH_SHA1:+VERS-";
    QTest::newRow("1.1") << QByteArray(start + "TLS1.1");
    QTest::newRow("1.0") << QByteArray(start + "TLS1.0");
}

void TlsTest::refusesOldVersions()
{
    QFETCH(QByteArray, priorities);
    ListenerHarness harness(settings());
    QVERIFY(!TlsSender(harness.port, priorities.constData()).isEncrypted());
    QTRY_COMPARE(harness.listener.counts().answers, (std::map<int, quint64>{{0, 1}}));
    QVERIFY(TlsSender(harness.port).isEncrypted());
}

void TlsTest::servesLongLinesAndLargeBodies()
{
    ListenerHarness harness(settings());
    TlsSender sender(harness.port);
    const QByteArray query = "?transcript=" + QByteArray(200 * 1024, 'x');
    QCOMPARE(sender.ask(requestTo("GET", hookPath(query))), 200);
    QCOMPARE(harness.sink.deliveries().value(0).target, QByteArray("/hook/****" + query));
    const QByteArray body(ListenerSettings().maxBodyBytes, '[');
    QCOMPARE(sender.ask(hookRequest("POST", body)), 200);
    QCOMPARE(harness.sink.deliveries().value(1).body, body);
}

void TlsTest::answersOnlyOnceTheJournalHas()
{
    ListenerHarness harness(settings());
    harness.sink.setMode(FakeSink::Mode::Hold);
    TlsSender sender(harness.port);
    sender.send(hookRequest("POST", "a"));
    QTRY_COMPARE(harness.sink.heldCount(), 1);
    QCOMPARE(harness.listener.counts().answers.size(), std::size_t(0));
    harness.sink.release(true);
    QVERIFY(sender.read("\r\n\r\n").startsWith("HTTP/1.1 200 "));
}

void TlsTest::swapsItsCertificateUnderOpenConnections()
{
    const CertificateFiles next = selfSignedFiles(m_folder.path(), QStringLiteral("next"));
    const QString before = certificateFacts(m_files).value().fingerprint;
    const QString after = certificateFacts(next).value().fingerprint;
    QVERIFY(before != after);
    ListenerHarness harness(settings());
    TlsSender kept(harness.port);
    QCOMPARE(kept.fingerprint(), before);
    QCOMPARE(kept.ask(hookRequest("POST", "a")), 200);
    const Result<void> swapped = harness.listener.setCertificate(next);
    QVERIFY2(swapped.has_value(), swapped ? "" : qPrintable(swapped.error().detail));
    QCOMPARE(kept.ask(hookRequest("POST", "b")), 200);
    TlsSender late(harness.port);
    QCOMPARE(late.fingerprint(), after);
    QCOMPARE(late.ask(hookRequest("POST", "c")), 200);
    QCOMPARE(kept.ask(hookRequest("POST", "d")), 200);
    QCOMPARE(harness.listener.counts().accepted, quint64(2));
}

void TlsTest::keepsTheOldCertificateWhereTheNewOneIsBroken()
{
    const CertificateFiles other = selfSignedFiles(m_folder.path(), QStringLiteral("other"));
    ListenerHarness harness(settings());
    const Result<void> swapped = harness.listener.setCertificate({m_files.certificate, other.key});
    QVERIFY(!swapped);
    QCOMPARE(swapped.error().code, ErrorCode::BadArgument);
    TlsSender sender(harness.port);
    QCOMPARE(sender.fingerprint(), certificateFacts(m_files).value().fingerprint);
    QCOMPARE(sender.ask(hookRequest("POST", "a")), 200);
}

void TlsTest::hasNoCertificateToSwapWithoutTls()
{
    ListenerHarness harness;
    const Result<void> swapped = harness.listener.setCertificate(m_files);
    QVERIFY(!swapped);
    QCOMPARE(swapped.error().code, ErrorCode::BadArgument);
    QCOMPARE(RawSender(harness.port).ask(hookRequest("POST", "a")).status, 200);
}

void TlsTest::saysWhyItCannotStart()
{
    FakeSink sink;
    FixedClock clock;
    ListenerSettings broken = settings();
    broken.port = 0;
    broken.tls->key = m_folder.filePath(QStringLiteral("nowhere.key"));
    Listener listener(broken, clock, sink);
    const Result<quint16> started = listener.start();
    QVERIFY(!started);
    QCOMPARE(started.error().code, ErrorCode::FileFailed);
    QVERIFY2(started.error().detail.startsWith(broken.tls->key), qPrintable(started.error().detail));
    QCOMPARE(listener.port(), quint16(0));
}

void TlsTest::closesAPlainRequestWithoutAnAnswer()
{
    ListenerHarness harness(settings());
    RawSender sender(harness.port);
    sender.send(hookRequest("POST", "{}"));
    QVERIFY(sender.isClosed());
    QCOMPARE(sender.received(), QByteArray());
    QCOMPARE(harness.listener.takeRefusals(), (QList<Refusals>{{0, 0, 1}}));
    QCOMPARE(TlsSender(harness.port).ask(hookRequest("POST", "{}")), 200);
}

void TlsTest::closesASilentConnection_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("says nothing") << QByteArray();
    QTest::newRow("begins a handshake") << QByteArray("\x16\x03\x01", 3);
    QTest::newRow("announces a long one") << QByteArray("\x16\x03\x01\x40\x00\x01\x00\x3f\xfc", 9);
}

void TlsTest::closesASilentConnection()
{
    QFETCH(QByteArray, start);
    ListenerSettings impatient = settings();
    impatient.firstByteDeadline = impatient.headerDeadline = c_short;
    ListenerHarness harness(impatient);
    RawSender sender(harness.port);
    sender.send(start);
    QVERIFY(sender.isClosed());
    QVERIFY2(!sender.received().contains("HTTP"), sender.received().toHex().constData());
}

void TlsTest::cutsOffASlowRequestWithoutPlainText_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<bool>("isBody");
    QTest::newRow("header") << QByteArray("POST /hook/" + c_token + " HTTP/1.1\r\nHost: a\r\nX-") << false;
    QTest::newRow("body") << hookRequest("POST", "hello").chopped(1) << true;
}

void TlsTest::cutsOffASlowRequestWithoutPlainText()
{
    QFETCH(QByteArray, start);
    QFETCH(bool, isBody);
    ListenerSettings impatient = settings();
    if (isBody)
        impatient.bodyDeadline = c_short;
    else
        impatient.headerDeadline = std::chrono::seconds(2); // a handshake must fit into it
    ListenerHarness harness(impatient);
    TlsSender sender(harness.port);
    QVERIFY(sender.isEncrypted());
    sender.send(start);
    QCOMPARE(sender.read("\r\n\r\n"), QByteArray());
    QVERIFY(harness.sink.deliveries().isEmpty());
    QCOMPARE(harness.listener.counts().answers, (std::map<int, quint64>{{0, 1}}));
}

void TlsTest::readsATooLargeBodyToItsEndThenRefuses()
{
    ListenerSettings small = settings();
    small.maxBodyBytes = 1000;
    small.maxInFlightBytes = 1000;
    ListenerHarness harness(small);
    TlsSender sender(harness.port);
    const QByteArray start = requestTo("POST", hookPath(), c_chunked + "\r\n");
    QCOMPARE(sender.ask(start + chunk(QByteArray(600, 'x')) + chunk(QByteArray(600, 'y')) + "0\r\n\r\n"), 413);
    QVERIFY(harness.sink.deliveries().isEmpty());
    QCOMPARE(TlsSender(harness.port).ask(hookRequest("POST", QByteArray(1000, 'z'))), 200);
}

void TlsTest::closesUnderABodyWithoutEnd()
{
    ListenerSettings small = settings();
    small.maxBodyBytes = 1000;
    ListenerHarness harness(small);
    TlsSender sender(harness.port);
    sender.send(requestTo("POST", hookPath(), c_chunked + "\r\n") + chunk(QByteArray(1001, 'x'))
                + chunk(QByteArray(1001, 'x')));
    QVERIFY(sender.isClosedCleanly());
    QCOMPARE(harness.listener.counts().answers, (std::map<int, quint64>{{0, 1}}));
}

void TlsTest::refusesBeforeTheBody()
{
    ListenerHarness harness(settings());
    TlsSender announced(harness.port);
    QCOMPARE(announced.ask(requestTo("POST", hookPath(), "Content-Length: 12582912\r\n\r\n")), 413);
    QVERIFY(announced.isClosedCleanly());
    TlsSender writing(harness.port);
    QCOMPARE(writing.ask(requestTo("POST", "/hook/x", "Content-Length: 999999\r\n\r\n") + QByteArray(999'999, 'x')),
             404);
}

void TlsTest::refusesMoreConnectionsThanAllowed()
{
    ListenerSettings few = settings();
    few.maxTlsConnections = 1;
    ListenerHarness harness(few);
    auto first = std::make_unique<TlsSender>(harness.port);
    QCOMPARE(first->ask(hookRequest("POST", "a")), 200);
    RawSender refused(harness.port);
    refused.send("\x16\x03\x01");
    QVERIFY(refused.isClosed());
    QCOMPARE(refused.received(), QByteArray());
    QCOMPARE(harness.listener.counts().refused, quint64(1));
    first.reset();
    bool isServed = false; // when the place comes free cannot be seen from outside
    QTRY_VERIFY((isServed = isServed || TlsSender(harness.port).ask(hookRequest("POST", "b")) == 200));
}

void TlsTest::stopsWhileSendersWait()
{
    ListenerHarness harness(settings());
    harness.sink.setMode(FakeSink::Mode::Hold);
    TlsSender waiting(harness.port);
    TlsSender idle(harness.port);
    waiting.send(hookRequest("POST", "a"));
    QTRY_COMPARE(harness.sink.heldCount(), 1);
    std::future<void> stopped = std::async(std::launch::async, [&harness] { harness.listener.stop(); });
    QCOMPARE(stopped.wait_for(std::chrono::milliseconds(100)), std::future_status::timeout);
    harness.sink.release(true);
    QVERIFY(waiting.read("\r\n\r\n").startsWith("HTTP/1.1 200 "));
    QCOMPARE(stopped.wait_for(std::chrono::seconds(15)), std::future_status::ready);
}

void TlsTest::dropsAsChosen()
{
    Hook hook = hookOf(c_sourceId, c_token);
    hook.answer.emplace().drop = true;
    ListenerHarness harness(settings(), hook);
    TlsSender sender(harness.port);
    sender.send(hookRequest("POST", "a"));
    QVERIFY(sender.isClosedCleanly());
    QCOMPARE(harness.sink.deliveries().value(0).answered, std::optional(0));
}

} // namespace earshot

QTEST_GUILESS_MAIN(earshot::TlsTest)
#include "tst_tls.moc"
