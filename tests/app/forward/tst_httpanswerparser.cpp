// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/httpanswerparser.h"

#include <QTest>

using namespace earshot;
using State = HttpAnswerParser::State;

namespace {

constexpr HttpBounds c_bounds{200, 100};

/** Read in pieces of @p size bytes, then the connection ends. */
HttpAnswerParser parsed(const QByteArray &bytes, qsizetype size)
{
    HttpAnswerParser parser(c_bounds);
    for (qsizetype at = 0; at < bytes.size() && !parser.isOver(); at += size)
        parser.add(bytes.mid(at, size));
    parser.end();
    return parser;
}

} // namespace

class HttpAnswerParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnswers_data();
    void readsAnswers();
    void refusesWhatIsNone_data();
    void refusesWhatIsNone();
    void keepsOnlySoMuch_data();
    void keepsOnlySoMuch();
    void knowsWhetherTheConnectionStays_data();
    void knowsWhetherTheConnectionStays();
    void findsFieldsByTheirNames();
    void noticesWhatComesAfterIt();
};

void HttpAnswerParserTest::readsAnswers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &bytes, int status, const QByteArray &body) {
        QTest::newRow(name) << bytes << status << body;
    };
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    row("a length", ok + "Content-Length: 2\r\n\r\n{}", 200, "{}");
    row("a length twice", ok + "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}", 200, "{}");
    row("no body", ok + "Content-Length: 0\r\n\r\n", 200, "");
    row("until the end", ok + "\r\n{}", 200, "{}");
    row("nothing until the end", ok + "\r\n", 200, "");
    row("chunks", ok + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1;x=y\r\n}\r\n0\r\n\r\n", 200, "{}");
    row("chunks with trailers", ok + "Transfer-Encoding: Chunked\r\n\r\nA \r\n0123456789\r\n0\r\nX: y\r\n\r\n", 200,
        "0123456789");
    row("chunks win over a length", ok + "Content-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 200, "");
    row("204", "HTTP/1.1 204 No Content\r\n\r\n", 204, "");
    row("304 with a length", "HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n", 304, "");
    row("after 100", "HTTP/1.1 100 Continue\r\n\r\n" + ok + "Content-Length: 2\r\n\r\n{}", 200, "{}");
    row("after 103", "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + ok + "\r\n", 200, "");
    row("without a reason", "HTTP/1.1 404\r\n\r\n", 404, "");
    row("with an empty reason", "HTTP/1.1 404 \r\n\r\n", 404, "");
    row("HTTP/1.0", "HTTP/1.0 500 Oh\r\n\r\nx", 500, "x");
    row("lines that end early", "HTTP/1.1 200 OK\nContent-Length: 2\n\n{}", 200, "{}");
    row("a field without a value", ok + "X:\r\nContent-Length: 0\r\n\r\n", 200, "");
}

void HttpAnswerParserTest::readsAnswers()
{
    QFETCH(QByteArray, bytes);
    for (const qsizetype size : {qsizetype(1), qsizetype(3), bytes.size()}) {
        const HttpAnswerParser parser = parsed(bytes, size);
        QVERIFY2(parser.state() == State::Whole, qPrintable(parser.problem()));
        QTEST(parser.status(), "status");
        QTEST(parser.body(), "body");
    }
}

void HttpAnswerParserTest::refusesWhatIsNone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, const QByteArray &bytes, const char *problem) {
        QTest::newRow(name) << bytes << QString::fromLatin1(problem);
    };
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    const QByteArray chunked = ok + "Transfer-Encoding: chunked\r\n\r\n";
    row("nothing", "", "closed without an answer");
    row("half a status", "HTTP/1.1 20", "closed without an answer");
    row("half a head", ok + "Content-Le", "closed within its answer");
    row("half a body", ok + "Content-Length: 3\r\n\r\n{}", "closed within its answer");
    row("half a chunk", chunked + "3\r\n{}", "closed within its answer");
    row("no last chunk", chunked + "2\r\n{}\r\n", "closed within its answer");
    row("no end of trailers", chunked + "0\r\n", "closed within its answer");
    row("nothing but 100", "HTTP/1.1 100 Continue\r\n\r\n", "closed without an answer");
    row("HTTP/0.9", "<p>Hello</p>\n", "does not answer by HTTP");
    row("HTTP/2", "HTTP/2.0 200 OK\r\n\r\n", "does not answer by HTTP");
    row("a status of two digits", "HTTP/1.1 20 OK\r\n\r\n", "does not answer by HTTP");
    row("a status of four", "HTTP/1.1 2000 OK\r\n\r\n", "does not answer by HTTP");
    row("a status that is no number", "HTTP/1.1 OK! OK\r\n\r\n", "does not answer by HTTP");
    row("a status beyond 599", "HTTP/1.1 999 Oh\r\n\r\n", "999");
    row("another protocol", "HTTP/1.1 101 Switching\r\nUpgrade: h2c\r\n\r\n", "101");
    row("a field without a colon", ok + "Hello\r\n\r\n", "broken head");
    row("a field without a name", ok + ": x\r\n\r\n", "broken head");
    row("a blank before the colon", ok + "Content-Length : 2\r\n\r\n{}", "broken head");
    row("a folded line", ok + "X: a\r\n b\r\n\r\n", "broken head");
    row("NUL in a field", ok + QByteArray("X: a\0b\r\n\r\n", 10), "broken head");
    row("two lengths", ok + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", "no known length");
    row("a list of lengths", ok + "Content-Length: 2, 2\r\n\r\n{}", "no known length");
    row("a negative length", ok + "Content-Length: -1\r\n\r\n{}", "no known length");
    row("a length in words", ok + "Content-Length: two\r\n\r\n{}", "no known length");
    row("an endless length", ok + "Content-Length: 99999999999999999999\r\n\r\n{}", "no known length");
    row("a coding that we do not know", ok + "Transfer-Encoding: gzip, chunked\r\n\r\n", "no known length");
    row("a chunk's size in words", chunked + "zz\r\n{}\r\n", "broken body");
    row("a negative chunk", chunked + "-1\r\n{}\r\n", "broken body");
    row("no chunk's size", chunked + "\r\n{}\r\n", "broken body");
    row("an endless chunk", chunked + "ffffffffffffffff1\r\n", "broken body");
    row("a chunk that goes on", chunked + "1\r\n{}\r\n0\r\n\r\n", "broken body");
    row("a chunk's line without an end", chunked + QByteArray(2000, '0'), "broken body");
    row("a line without an end", ok + "X: " + QByteArray(2000, 'x'), "too large a head");
    row("fields without an end", ok + QByteArray("X: y\r\n").repeated(200), "too large a head");
    row("a status without an end", "HTTP/1.1 200 " + QByteArray(2000, 'x'), "too large a head");
    row("1xx without an end", QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(200), "too large a head");
    row("trailers without an end", chunked + "0\r\n" + QByteArray("X: y\r\n").repeated(200), "too large a head");
}

void HttpAnswerParserTest::refusesWhatIsNone()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, problem);
    for (const qsizetype size : {qsizetype(1), qsizetype(7), std::max<qsizetype>(bytes.size(), 1)}) {
        const HttpAnswerParser parser = parsed(bytes, size);
        QVERIFY(parser.state() == State::Broken);
        QVERIFY2(parser.problem().contains(problem), qPrintable(parser.problem()));
        QVERIFY(!parser.keepsConnection());
    }
}

void HttpAnswerParserTest::keepsOnlySoMuch_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isCut");
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    QTest::newRow("a length that just fits")
        << QByteArray(ok + "Content-Length: 100\r\n\r\n" + QByteArray(100, 'x')) << false;
    QTest::newRow("a length of one more")
        << QByteArray(ok + "Content-Length: 101\r\n\r\n" + QByteArray(101, 'x')) << true;
    QTest::newRow("until the end") << QByteArray(ok + "\r\n" + QByteArray(5000, 'x')) << true;
    QTest::newRow("chunks") << QByteArray(ok + "Transfer-Encoding: chunked\r\n\r\n"
                                          + QByteArray("1\r\nx\r\n").repeated(5000))
                            << true;
}

void HttpAnswerParserTest::keepsOnlySoMuch()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isCut);
    const HttpAnswerParser parser = parsed(bytes, 50);
    QCOMPARE(parser.state() == State::Cut, isCut);
    QCOMPARE(parser.body(), QByteArray(100, 'x'));
    QCOMPARE(parser.keepsConnection(), !isCut);
}

void HttpAnswerParserTest::knowsWhetherTheConnectionStays_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("stays");
    const QByteArray end = "Content-Length: 0\r\n\r\n";
    QTest::newRow("1.1") << QByteArray("HTTP/1.1 200 OK\r\n" + end) << true;
    QTest::newRow("1.1 that closes") << QByteArray("HTTP/1.1 200 OK\r\nConnection: Close\r\n" + end) << false;
    QTest::newRow("1.0") << QByteArray("HTTP/1.0 200 OK\r\n" + end) << false;
    QTest::newRow("1.0 that stays") << QByteArray("HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\n" + end) << true;
    QTest::newRow("until the end") << QByteArray("HTTP/1.1 200 OK\r\n\r\n") << false;
}

void HttpAnswerParserTest::knowsWhetherTheConnectionStays()
{
    QFETCH(QByteArray, bytes);
    QTEST(parsed(bytes, bytes.size()).keepsConnection(), "stays");
}

void HttpAnswerParserTest::findsFieldsByTheirNames()
{
    const HttpAnswerParser parser =
        parsed("HTTP/1.1 429 Slow\r\nRETRY-after:  7 \r\nRetry-After: 9\r\nContent-Length: 0\r\n\r\n", 4);
    QCOMPARE(parser.field("retry-after"), QByteArray("7"));
    QVERIFY(parser.field("location").isNull());
}

void HttpAnswerParserTest::noticesWhatComesAfterIt()
{
    HttpAnswerParser parser;
    parser.add("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}HTTP/1.1 200 OK\r\n\r\n");
    QVERIFY(parser.state() == State::Whole);
    QCOMPARE(parser.body(), QByteArray("{}"));
    QVERIFY(!parser.keepsConnection());
}

QTEST_GUILESS_MAIN(HttpAnswerParserTest)

#include "tst_httpanswerparser.moc"
