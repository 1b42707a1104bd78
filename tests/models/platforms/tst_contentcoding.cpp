// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/platforms/contentcoding.h"

#include <QTest>

#include <array>
#include <zlib.h>

using namespace earshot;

namespace {

constexpr int c_gzip = MAX_WBITS + 16;
constexpr int c_zlib = MAX_WBITS;
constexpr int c_bare = -MAX_WBITS;
constexpr qsizetype c_limit = 1'000'000;

QByteArray compressed(const QByteArray &text, int windowBits)
{
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("zlib does not start");
    QByteArray input = text;
    QByteArray output(qsizetype(deflateBound(&stream, uLong(text.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(input.data());
    stream.avail_in = uInt(input.size());
    stream.next_out = reinterpret_cast<Bytef *>(output.data());
    stream.avail_out = uInt(output.size());
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END)
        qFatal("zlib does not end");
    output.truncate(output.size() - qsizetype(stream.avail_out));
    deflateEnd(&stream);
    return output;
}

QByteArray sampleText()
{
    return QByteArray("{\"event\":\"call.ended\"}").repeated(1000);
}

} // namespace

class ContentCodingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undoesWhatWasApplied_data();
    void undoesWhatWasApplied();
    void refusesWhatItDoesNotKnow_data();
    void refusesWhatItDoesNotKnow();
    void findsBrokenBodies_data();
    void findsBrokenBodies();
    void readsSeveralMembers();
    void inflatesUpToTheLimitAndNoFarther();
    void stopsABombEarly();
    void boundsAPlainBodyToo();
    void takesAnEmptyBodyAsEmpty();
};

void ContentCodingTest::undoesWhatWasApplied_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("body");
    const QByteArray text = sampleText();
    QTest::newRow("none") << QByteArray() << text;
    QTest::newRow("identity") << QByteArray("identity") << text;
    QTest::newRow("gzip") << QByteArray("gzip") << compressed(text, c_gzip);
    QTest::newRow("gzip in any case") << QByteArray(" GZip ") << compressed(text, c_gzip);
    QTest::newRow("x-gzip") << QByteArray("x-gzip") << compressed(text, c_gzip);
    QTest::newRow("deflate") << QByteArray("deflate") << compressed(text, c_zlib);
    QTest::newRow("bare deflate") << QByteArray("deflate") << compressed(text, c_bare);
    QTest::newRow("two codings") << QByteArray("deflate, gzip") << compressed(compressed(text, c_zlib), c_gzip);
}

void ContentCodingTest::undoesWhatWasApplied()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, body);
    const Result<QByteArray> decoded = decodeContent(body, encoding, c_limit);
    QVERIFY(decoded.has_value());
    QCOMPARE(*decoded, sampleText());
}

void ContentCodingTest::refusesWhatItDoesNotKnow_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::newRow("brotli") << QByteArray("br");
    QTest::newRow("known within unknown") << QByteArray("gzip, zstd");
    QTest::newRow("too many") << QByteArray("gzip,gzip,gzip,gzip,gzip");
}

void ContentCodingTest::refusesWhatItDoesNotKnow()
{
    QFETCH(QByteArray, encoding);
    const Result<QByteArray> decoded = decodeContent(compressed(sampleText(), c_gzip), encoding, c_limit);
    QVERIFY(!decoded.has_value());
    QCOMPARE(decoded.error().code, ErrorCode::UnsupportedCoding);
}

void ContentCodingTest::findsBrokenBodies_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("detail");
    const QByteArray gzip = compressed(sampleText(), c_gzip);
    QByteArray flipped = gzip;
    flipped[gzip.size() - 6] = char(~flipped.at(gzip.size() - 6)); // within the checksum
    QTest::newRow("cut short") << QByteArray("gzip") << gzip.chopped(9)
                               << QStringLiteral("compressed body ends too early");
    QTest::newRow("one byte") << QByteArray("gzip") << gzip.first(1)
                              << QStringLiteral("compressed body ends too early");
    QTest::newRow("plain text") << QByteArray("gzip") << sampleText() << QStringLiteral("compressed body is broken");
    QTest::newRow("wrong checksum") << QByteArray("gzip") << flipped << QStringLiteral("compressed body is broken");
    QTest::newRow("bytes behind") << QByteArray("deflate") << QByteArray(compressed(sampleText(), c_zlib) + "x")
                                  << QStringLiteral("compressed body goes on after its end");
}

void ContentCodingTest::findsBrokenBodies()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, body);
    QFETCH(QString, detail);
    const Result<QByteArray> decoded = decodeContent(body, encoding, c_limit);
    QVERIFY(!decoded.has_value());
    QCOMPARE(decoded.error().code, ErrorCode::WrongShape);
    QCOMPARE(decoded.error().detail, detail);
}

void ContentCodingTest::readsSeveralMembers()
{
    const QByteArray body = QByteArray(compressed("one, ", c_gzip) + compressed("two", c_gzip));
    QCOMPARE(decodeContent(body, "gzip", c_limit).value_or(QByteArray()), QByteArray("one, two"));
}

void ContentCodingTest::inflatesUpToTheLimitAndNoFarther()
{
    const QByteArray text = sampleText();
    const QByteArray body = compressed(text, c_gzip);
    QVERIFY(decodeContent(body, "gzip", text.size()).has_value());
    const Result<QByteArray> over = decodeContent(body, "gzip", text.size() - 1);
    QVERIFY(!over.has_value());
    QCOMPARE(over.error().code, ErrorCode::TooLarge);
}

void ContentCodingTest::stopsABombEarly()
{
    // A gigabyte of zeros, packed twice: a few kilobytes.
    const QByteArray inner = compressed(QByteArray(50'000'000, '\0'), c_gzip).repeated(20);
    const Result<QByteArray> decoded = decodeContent(compressed(inner, c_gzip), "gzip, gzip", 10 * c_limit);
    QVERIFY(!decoded.has_value());
    QCOMPARE(decoded.error().code, ErrorCode::TooLarge);
}

void ContentCodingTest::boundsAPlainBodyToo()
{
    const Result<QByteArray> decoded = decodeContent(QByteArray(11, 'x'), "", 10);
    QVERIFY(!decoded.has_value());
    QCOMPARE(decoded.error().code, ErrorCode::TooLarge);
}

void ContentCodingTest::takesAnEmptyBodyAsEmpty()
{
    QCOMPARE(decodeContent({}, "gzip", c_limit).value_or("x"), QByteArray());
}

QTEST_GUILESS_MAIN(ContentCodingTest)
#include "tst_contentcoding.moc"
