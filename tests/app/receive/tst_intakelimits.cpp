// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/receive/listenerharness.h"

#include <QTest>

#include <zlib.h>

namespace earshot {
namespace {

QByteArray gzipped(const QByteArray &bytes)
{
    z_stream stream = {};
    constexpr int c_gzipWindow = 15 + 16;
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, c_gzipWindow, 9, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    QByteArray output(qsizetype(deflateBound(&stream, uLong(bytes.size()))), '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(output.data());
    stream.avail_out = uInt(output.size());
    deflate(&stream, Z_FINISH);
    output.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return output;
}

} // namespace

/** What one request, and all of them together, may cost. */
class IntakeLimitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesABodyOfExactlyTheLimit_data();
    void takesABodyOfExactlyTheLimit();
    void refusesALargerBody_data();
    void refusesALargerBody();
    void answersASenderThatGoesOnWriting();
    void refusesALongRequestLine_data();
    void refusesALongRequestLine();
    void takesAQueryOfManyParameters();
    void refusesALargeHeader();
    void looksAtTheContentCoding_data();
    void looksAtTheContentCoding();
    void boundsTheBytesInFlight();
    void boundsTheBytesInFlightOfChunkedBodies();
    void asksToRetryWhatWasNotStored_data();
    void asksToRetryWhatWasNotStored();
};

void IntakeLimitsTest::takesABodyOfExactlyTheLimit_data()
{
    QTest::addColumn<bool>("isChunked");
    QTest::newRow("announced") << false;
    QTest::newRow("chunked") << true;
}

void IntakeLimitsTest::takesABodyOfExactlyTheLimit()
{
    QFETCH(bool, isChunked);
    const ListenerSettings settings;
    const QByteArray body(settings.maxBodyBytes, '[');
    ListenerHarness harness(settings);
    RawSender sender(harness.port);
    const QByteArray request = isChunked ? requestTo("POST", hookPath(), c_chunked + "\r\n") + chunk(body) + "0\r\n\r\n"
                                         : hookRequest("POST", body);
    QCOMPARE(sender.ask(request).status, 200);
    QCOMPARE(harness.sink.deliveries().value(0).body, body);
}

void IntakeLimitsTest::refusesALargerBody_data()
{
    takesABodyOfExactlyTheLimit_data();
}

void IntakeLimitsTest::refusesALargerBody()
{
    QFETCH(bool, isChunked);
    ListenerSettings settings;
    settings.maxBodyBytes = 1000;
    const QByteArray body(1001, '[');
    ListenerHarness harness(settings);
    RawSender sender(harness.port);
    const QByteArray request = isChunked ? requestTo("POST", hookPath(), c_chunked + "\r\n") + chunk(body) + "0\r\n\r\n"
                                         : hookRequest("POST", body);
    QCOMPARE(sender.ask(request).status, 413);
    QVERIFY(sender.isClosed());
    QVERIFY(harness.sink.deliveries().isEmpty());
}

void IntakeLimitsTest::answersASenderThatGoesOnWriting()
{
    const QByteArray body(12 * 1024 * 1024, '[');
    ListenerHarness harness;
    RawSender announced(harness.port);
    QCOMPARE(announced.ask(hookRequest("POST", body)).status, 413);
    RawSender chunked(harness.port);
    QCOMPARE(chunked.ask(requestTo("POST", hookPath(), c_chunked + "\r\n") + chunk(body) + "0\r\n\r\n").status, 413);
    RawSender unknown(harness.port);
    QCOMPARE(unknown.ask(requestTo("POST", "/hook/x", "Content-Length: 12582912\r\n\r\n") + body).status, 404);
}

void IntakeLimitsTest::refusesALongRequestLine_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("sizeKiB");
    QTest::addColumn<int>("status");
    QTest::newRow("get of 200 KiB") << QByteArray("GET") << 200 << 200;
    QTest::newRow("get of 255 KiB") << QByteArray("GET") << 255 << 200;
    QTest::newRow("get of 257 KiB") << QByteArray("GET") << 257 << 414;
    QTest::newRow("get of 300 KiB") << QByteArray("GET") << 300 << 414;
    QTest::newRow("get of 1 MiB") << QByteArray("GET") << 1024 << 414;
    QTest::newRow("post of 20 KiB") << QByteArray("POST") << 20 << 200;
    QTest::newRow("post of 200 KiB") << QByteArray("POST") << 200 << 414;
}

void IntakeLimitsTest::refusesALongRequestLine()
{
    QFETCH(QByteArray, method);
    QFETCH(int, sizeKiB);
    QFETCH(int, status);
    const QByteArray query = "?transcript=" + QByteArray(qsizetype(sizeKiB) * 1024, 'x');
    ListenerHarness harness;
    RawSender sender(harness.port);
    QCOMPARE(sender.ask(requestTo(method, hookPath(query))).status, status);
    if (status == 200)
        QCOMPARE(harness.sink.deliveries().value(0).target, QByteArray("/hook/****" + query));
}

void IntakeLimitsTest::takesAQueryOfManyParameters()
{
    const QByteArray query = "?a=b" + QByteArray("&c=d").repeated(500);
    ListenerHarness harness;
    RawSender sender(harness.port);
    QCOMPARE(sender.ask(requestTo("GET", hookPath(query))).status, 200);
    QCOMPARE(harness.sink.deliveries().value(0).target, QByteArray("/hook/****" + query));
}

void IntakeLimitsTest::refusesALargeHeader()
{
    ListenerHarness harness;
    RawSender sender(harness.port);
    const QByteArray filler = "X-Filler: " + QByteArray(40 * 1024, 'x') + "\r\n";
    QCOMPARE(sender.ask(hookRequest("POST", "{}", filler)).status, 431);
    QVERIFY(sender.isClosed());
}

void IntakeLimitsTest::looksAtTheContentCoding_data()
{
    QTest::addColumn<QByteArray>("coding");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("gzip") << QByteArray("gzip") << gzipped("{}") << 200;
    QTest::newRow("gzip that is none") << QByteArray("gzip") << QByteArray("{}") << 200;
    QTest::newRow("identity") << QByteArray("identity") << QByteArray("{}") << 200;
    QTest::newRow("gzip that grows") << QByteArray("gzip") << gzipped(QByteArray(100'001, ' ')) << 413;
    const QByteArray spaces(100'000, ' ');
    QTest::newRow("gzip that grows to the limit") << QByteArray("gzip") << gzipped(spaces) << 200;
    QTest::newRow("gzip in gzip") << QByteArray("gzip, gzip") << gzipped(gzipped("{}")) << 200;
    QTest::newRow("gzip in gzip that grows a millionfold")
        << QByteArray("gzip, gzip") << gzipped(gzipped(QByteArray(20'000'000, ' '))) << 413;
    QTest::newRow("a thousand empty gzip members") << QByteArray("gzip") << gzipped("").repeated(1000) << 200;
    QTest::newRow("five codings") << QByteArray("gzip, gzip, gzip, gzip, gzip") << QByteArray("{}") << 415;
    QTest::newRow("unknown") << QByteArray("rot13") << QByteArray("{}") << 415;
}

void IntakeLimitsTest::looksAtTheContentCoding()
{
    QFETCH(QByteArray, coding);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    ListenerSettings settings;
    settings.maxBodyBytes = 100'000;
    ListenerHarness harness(settings);
    RawSender sender(harness.port);
    QCOMPARE(sender.ask(hookRequest("POST", body, "Content-Encoding: " + coding + "\r\n")).status, status);
    const QList<Delivery> stored = harness.sink.deliveries();
    QCOMPARE(stored.size(), status == 200 ? 1 : 0);
    if (status == 200)
        QCOMPARE(stored.first().body, body);
}

void IntakeLimitsTest::boundsTheBytesInFlight()
{
    ListenerSettings settings;
    settings.maxInFlightBytes = 1000;
    ListenerHarness harness(settings);
    harness.sink.setMode(FakeSink::Mode::Hold);
    RawSender first(harness.port);
    first.send(hookRequest("POST", QByteArray(800, 'x')));
    QTRY_COMPARE(harness.sink.heldCount(), 1);

    const RawSender::Reply refused = RawSender(harness.port).ask(hookRequest("POST", QByteArray(201, 'x')));
    QCOMPARE(refused.status, 503);
    QCOMPARE(refused.field("Retry-After"), QByteArray("5"));
    harness.sink.release(true);
    QCOMPARE(first.read().status, 200);
    harness.sink.setMode(FakeSink::Mode::Store);
    QCOMPARE(first.ask(hookRequest("POST", QByteArray(1000, 'x'))).status, 200);
    QCOMPARE(harness.sink.deliveries().size(), 2);
}

void IntakeLimitsTest::boundsTheBytesInFlightOfChunkedBodies()
{
    ListenerSettings settings;
    settings.maxInFlightBytes = 1000;
    ListenerHarness harness(settings);
    RawSender sender(harness.port);
    const QByteArray start = requestTo("POST", hookPath(), c_chunked + "\r\n") + chunk(QByteArray(900, 'x'));
    const RawSender::Reply refused = sender.ask(start + chunk(QByteArray(101, 'x')));
    QCOMPARE(refused.status, 503);
    QCOMPARE(refused.field("Retry-After"), QByteArray("5"));
    QVERIFY(sender.isClosed());
    QCOMPARE(RawSender(harness.port).ask(hookRequest("POST", QByteArray(1000, 'x'))).status, 200);
}

void IntakeLimitsTest::asksToRetryWhatWasNotStored_data()
{
    QTest::addColumn<FakeSink::Mode>("mode");
    QTest::newRow("the queue is full") << FakeSink::Mode::Refuse;
    QTest::newRow("the journal fails") << FakeSink::Mode::Fail;
    QTest::newRow("the journal never answers") << FakeSink::Mode::Forget;
}

void IntakeLimitsTest::asksToRetryWhatWasNotStored()
{
    QFETCH(FakeSink::Mode, mode);
    ListenerSettings settings;
    settings.retryAfter = std::chrono::seconds(9);
    ListenerHarness harness(settings);
    harness.sink.setMode(mode);
    RawSender sender(harness.port);
    const RawSender::Reply reply = sender.ask(hookRequest("POST", "{}"));
    QCOMPARE(reply.status, 503);
    QCOMPARE(reply.field("Retry-After"), QByteArray("9"));
    harness.sink.setMode(FakeSink::Mode::Store);
    QCOMPARE(sender.ask(hookRequest("POST", "{}")).status, 200);
}

} // namespace earshot

QTEST_GUILESS_MAIN(earshot::IntakeLimitsTest)
#include "tst_intakelimits.moc"
