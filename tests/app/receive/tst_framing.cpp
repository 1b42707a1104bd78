// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/receive/listenerharness.h"

#include <QTest>

namespace earshot {
namespace {

const QByteArray c_host = QByteArrayLiteral("Host: a\r\n");
const QByteArray c_hello = QByteArrayLiteral("Content-Length: 5\r\n\r\nhello");
const QByteArray c_last = QByteArrayLiteral("0\r\n\r\n");

/** `POST /hook/<token> HTTP/1.1` and @p rest. */
QByteArray post(const QByteArray &rest)
{
    return "POST " + hookPath() + " HTTP/1.1\r\n" + rest;
}

QByteArray chunked(const QByteArray &chunks)
{
    return post(c_host + c_chunked + "\r\n" + chunks);
}

/** A request line of its own and a body. */
QByteArray line(const QByteArray &text)
{
    return text + "\r\n" + c_host + c_hello;
}

/** After the bytes under test: a sender that goes on is answered, or the connection is closed. */
const QByteArray c_next = QByteArrayLiteral("GET /health HTTP/1.1\r\nHost: a\r\n\r\n");

/** What a row expects. */
struct Outcome {
    QList<int> statuses; ///< in their order
    QByteArrayList bodies; ///< of what is stored
    bool isClosed = false;
};

const Outcome c_stored = {{200}, {"hello"}, false};

Outcome refused(int status)
{
    return {{status}, {}, true};
}

/** Closed without a word. */
const Outcome c_dropped = {{}, {}, true};

void row(const char *name, const QByteArray &bytes, const Outcome &outcome)
{
    QTest::newRow(name) << bytes << outcome;
}

} // namespace

/** RFC 9112 over a raw socket: how every request is delimited. The rows are named after its sections; where
 * libmicrohttpd decides by itself, they hold what it does (docs/security.md). */
class FramingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsToTheRfc_data();
    void keepsToTheRfc();

private:
    static void addLineRows();
    static void addHostRows();
    static void addFieldRows();
    static void addTransferCodingRows();
    static void addLengthRows();
    static void addChunkRows();
    static void addExtensionAndTrailerRows();
    static void addConnectionRows();
    static void addExpectRows();
};

void FramingTest::keepsToTheRfc_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Outcome>("outcome");
    addLineRows();
    addHostRows();
    addFieldRows();
    addTransferCodingRows();
    addLengthRows();
    addChunkRows();
    addExtensionAndTrailerRows();
    addConnectionRows();
    addExpectRows();
}

void FramingTest::addLineRows()
{
    const QByteArray start = "POST " + hookPath();
    row("2.2 bare LF ends lines", start + " HTTP/1.1\nHost: a\nContent-Length: 5\n\nhello", c_stored);
    row("2.2 bare CR ends the line", start + " HTTP/1.1\rHost: a\r\n\r\n", refused(400));
    row("2.2 bare CR in a name", post(c_host + "X\rA: b\r\n" + c_hello), refused(400));
    row("2.2 bare CR in a value", post(c_host + "X-A: b\rX-C: d\r\n" + c_hello), refused(400));
    row("2.2 bare CR in the target", line("POST " + hookPath("?\r") + " HTTP/1.1"), refused(400));
    row("2.2 empty line before", "\r\n" + post(c_host + c_hello), c_stored);
    row("2.2 empty lines before", QByteArray("\r\n").repeated(9) + post(c_host + c_hello), c_stored);
    row("2.2 space before the first field", post(" " + c_host + c_hello), refused(400));
    row("2.2 line of a space before the first field", post(" \r\n" + c_host + c_hello), refused(400));
    row("2.3 later minor version", line(start + " HTTP/1.2"), c_stored);
    row("2.3 version 2.0", line(start + " HTTP/2.0"), refused(505));
    row("2.3 version 3.7", line(start + " HTTP/3.7"), refused(505));
    row("2.3 version in lower case", line(start + " http/1.1"), refused(400));
    row("2.3 two digits", line(start + " HTTP/1.10"), refused(400));
    row("2.3 no minor version", line(start + " HTTP/1."), refused(400));
    row("2.3 another protocol", line(start + " XTTP/1.1"), refused(400));
    row("2.3 no version", "GET " + hookPath() + "\r\n\r\n", refused(400));
    row("3 two spaces before the target", line("POST  " + hookPath() + " HTTP/1.1"), refused(400));
    row("3 two spaces before the version", line(start + "  HTTP/1.1"), refused(400));
    row("3 space after the version", line(start + " HTTP/1.1 "), refused(400));
    row("3 space before the method", line(" " + start + " HTTP/1.1"), c_dropped);
    row("3 tabs", line("POST\t" + hookPath() + "\tHTTP/1.1"), c_dropped);
    row("3 method alone", line("POST"), c_dropped);
    row("3 no target", line("POST HTTP/1.1"), refused(400));
    row("3.1 nul in the method", line(QByteArray("PO\0ST ", 6) + hookPath() + " HTTP/1.1"), refused(400));
    row("3.2 space in the target", line(start + " b HTTP/1.1"), refused(400));
    row("3.2 control in the target", line("POST " + hookPath("?\x01") + " HTTP/1.1"), refused(400));
    row("3.2 nul in the target", line(start + QByteArray("\0b HTTP/1.1", 11)), refused(400));
    row("3.2.1 no slash", line("POST hook/" + c_token + " HTTP/1.1"), refused(404));
    row("3.2.2 absolute form", line("POST http://a" + hookPath() + " HTTP/1.1"), c_stored);
    row("3.2.3 authority form", "CONNECT a:80 HTTP/1.1\r\n" + c_host + "\r\n", {{404}, {}, false});
    row("3.2.4 asterisk form", "OPTIONS * HTTP/1.1\r\n" + c_host + "\r\n", {{404}, {}, false});
}

void FramingTest::addHostRows()
{
    row("3.2 no host", post(c_hello), refused(400));
    row("3.2 two hosts", post(c_host + c_host + c_hello), refused(400));
    row("3.2 two hosts in 1.0", "POST " + hookPath() + " HTTP/1.0\r\n" + c_host + c_host + c_hello, refused(400));
    row("3.2 list of hosts", post("Host: a, b\r\n" + c_hello), refused(400));
    row("3.2 host with a user", post("Host: u@a\r\n" + c_hello), refused(400));
    row("3.2 host with a path", post("Host: a/b\r\n" + c_hello), refused(400));
    row("3.2 empty host", post("Host:\r\n" + c_hello), c_stored);
    row("3.2 host with a port", post("host: [::1]:8765\r\n" + c_hello), c_stored);
}

void FramingTest::addFieldRows()
{
    row("5 nul in a name", post(c_host + QByteArray("X\0A: b\r\n", 8) + c_hello), refused(400));
    row("5 nul in a value", post(c_host + QByteArray("X-A: b\0c\r\n", 10) + c_hello), refused(400));
    row("5 nul in the first value", post(QByteArray("X-A: b\0c\r\n", 10) + c_host + c_hello), refused(400));
    row("5.1 space before the colon", post(c_host + "Content-Length : 5\r\n\r\nhello"), refused(400));
    row("5.1 tab before the colon", post(c_host + "X-A\t: b\r\n" + c_hello), refused(400));
    row("5.1 no colon", post(c_host + "nonsense\r\n" + c_hello), refused(400));
    row("5.1 no name", post(c_host + ": b\r\n" + c_hello), refused(400));
    row("5.1 name that is no token", post(c_host + "X(Y): z\r\n" + c_hello), refused(400));
    row("5.1 empty value", post(c_host + "X-A:\r\n" + c_hello), c_stored);
    row("5.1 blanks around a value", post(c_host + "X-A: \t b \t \r\n" + c_hello), c_stored);
    row("5.1 bytes beyond ascii", post(c_host + "X-A: \xff\xc3\xa4\r\n" + c_hello), c_stored);
    row("5.2 folded line", post(c_host + "X-A: b\r\n c\r\n" + c_hello), refused(400));
    row("5.2 folded by a tab", post(c_host + "X-A: b\r\n\tc\r\n" + c_hello), refused(400));
    row("5.2 folded length", post(c_host + "Content-Length: 5\r\n 0\r\n\r\nhello"), refused(400));
    row("5.2 folded coding", post(c_host + "Transfer-Encoding:\r\n chunked\r\n\r\n" + c_last), refused(400));
}

void FramingTest::addTransferCodingRows()
{
    const auto coding = [](const QByteArray &value) {
        return post(c_host + "Transfer-Encoding: " + value + "\r\n\r\n" + chunk("hello") + c_last);
    };
    row("6.1 chunked", coding("chunked"), c_stored);
    row("6.1 in upper case", coding("CHUNKED"), c_stored);
    row("6.1 in 1.0", "POST " + hookPath() + " HTTP/1.0\r\n" + c_host + c_chunked + "\r\n" + c_last, refused(400));
    row("6.1 chunked not last", coding("chunked, gzip"), refused(400));
    row("6.1 chunked twice in a list", coding("chunked, chunked"), refused(400));
    row("6.1 chunked twice", post(c_host + c_chunked + c_chunked + "\r\n" + c_last), refused(400));
    row("6.1 chunked after another", coding("gzip, chunked"), refused(400));
    row("6.1 another", coding("gzip"), refused(400));
    row("6.1 identity", coding("identity"), refused(400));
    row("6.1 almost chunked", coding("xchunked"), refused(400));
    row("6.1 with a control before",
        coding("\x0b"
               "chunked"),
        refused(400));
    row("6.1 with a parameter", coding("chunked;q=1"), refused(400));
    row("6.1 empty", post(c_host + "Transfer-Encoding:\r\n\r\n"), refused(400));
    const QByteArray chunks = "\r\n" + chunk("hello") + c_last;
    row("6.1 coding and length", post(c_host + c_chunked + "Content-Length: 5\r\n" + chunks), refused(400));
    row("6.1 length and coding", post(c_host + "Content-Length: 5\r\n" + c_chunked + chunks), refused(400));
    row("6.1 length and coding after a bare LF", post(c_host + "X: y\nTransfer-Encoding: chunked\r\n" + c_hello),
        refused(400));
}

void FramingTest::addLengthRows()
{
    const auto length = [](const QByteArray &value) {
        return post(c_host + "Content-Length: " + value + "\r\n\r\nhello");
    };
    const auto libraryRefused = [](int status) { // whose head it writes twice before it closes
        return Outcome{{status, status}, {}, true};
    };
    row("6.2 length", length("5"), c_stored);
    row("6.2 leading zeros", length("005"), c_stored);
    row("6.3 two lengths", post(c_host + "Content-Length: 5\r\n" + c_hello), refused(400));
    row("6.3 two different lengths", post(c_host + "Content-Length: 6\r\n" + c_hello), refused(400));
    row("6.3 list of different lengths", length("5,6"), libraryRefused(400));
    row("6.3 list of the same length", length("42, 42"), libraryRefused(400));
    row("6.3 two numbers", length("5 5"), libraryRefused(400));
    row("6.3 plus", length("+5"), libraryRefused(400));
    row("6.3 minus", length("-1"), libraryRefused(400));
    row("6.3 hexadecimal", length("0x5"), libraryRefused(400));
    row("6.3 fraction", length("5.0"), libraryRefused(400));
    row("6.3 word", length("five"), libraryRefused(400));
    row("6.3 empty", length(""), libraryRefused(400));
    row("6.3 nul before the number", length(QByteArray("\0005", 2)), libraryRefused(400));
    row("6.3 beyond our limit", length("10485761"), refused(413));
    row("6.3 beyond 63 bits", length("9223372036854775808"), refused(413));
    row("6.3 most of 64 bits", length("18446744073709551615"), refused(413));
    row("6.3 beyond 64 bits", length("18446744073709551616"), libraryRefused(413));
    row("6.3 no length, no body", post(c_host + "\r\n"), {{200}, {""}, false});
}

void FramingTest::addChunkRows()
{
    row("7.1 two chunks", chunked(chunk("hel") + chunk("lo") + c_last), c_stored);
    row("7.1 upper case", chunked("A\r\n0123456789\r\n" + c_last), {{200}, {"0123456789"}, false});
    row("7.1 lower case", chunked("a\r\n0123456789\r\n" + c_last), {{200}, {"0123456789"}, false});
    row("7.1 leading zeros", chunked("0005\r\nhello\r\n00\r\n\r\n"), c_stored);
    row("7.1 no chunk", chunked(c_last), {{200}, {""}, false});
    row("7.1 no size", chunked("\r\nhello\r\n" + c_last), refused(400));
    row("7.1 size in words", chunked("five\r\nhello\r\n" + c_last), refused(400));
    row("7.1 plus", chunked("+5\r\nhello\r\n" + c_last), refused(400));
    row("7.1 minus", chunked("-5\r\nhello\r\n" + c_last), refused(400));
    row("7.1 0x", chunked("0x5\r\nhello\r\n" + c_last), refused(400));
    row("7.1 space before the size", chunked(" 5\r\nhello\r\n" + c_last), refused(400));
    row("7.1 space after the size", chunked("5 \r\nhello\r\n" + c_last), refused(400));
    row("7.1 size beyond 64 bits", chunked("10000000000000005\r\nhello\r\n" + c_last), refused(413));
    row("7.1 bare CR after the size", chunked("5\rXhello\r\n" + c_last), refused(400));
    row("7.1 longer than its size", chunked("4\r\nhello\r\n" + c_last), refused(400));
    row("7.1 no line end after the data", chunked("5\r\nhello0\r\n\r\n"), refused(400));
    row("7.1 bare LF after the size", chunked("5\nhello\r\n" + c_last), c_stored);
    row("7.1 bare LF after the data", chunked("5\r\nhello\n" + c_last), c_stored);
    row("7.1 bare LF everywhere", chunked("5\nhello\n0\n\n"), c_stored);
}

void FramingTest::addExtensionAndTrailerRows()
{
    const QByteArray filler(40 * 1024, 'a');
    row("7.1.1 extensions", chunked("5;a=b;c\r\nhello\r\n0;d\r\n\r\n"), c_stored);
    row("7.1.1 quoted", chunked("5;a=\"b;c\"\r\nhello\r\n" + c_last), c_stored);
    row("7.1.1 spaces", chunked("5 ; a\r\nhello\r\n" + c_last), refused(400));
    row("7.1.1 bare LF", chunked("5;a\nhello\r\n" + c_last), c_stored);
    row("7.1.1 line end in quotes", chunked("5;a=\"\r\n\"\r\nhello\r\n" + c_last), refused(400));
    row("7.1.1 long", chunked("5;" + filler.first(20'000) + "\r\nhello\r\n" + c_last), c_stored);
    row("7.1.1 longer than the connection's memory", chunked("5;" + filler + "\r\nhello\r\n" + c_last), refused(500));
    row("7.1.2 trailer", chunked(chunk("hello") + "0\r\nX-T: a\r\n\r\n"), c_stored);
    row("7.1.2 framing in a trailer", chunked(chunk("hello") + "0\r\nContent-Length: 99\r\n\r\n"), c_stored);
    row("7.1.2 trailer without a colon", chunked(chunk("hello") + "0\r\nnonsense\r\n\r\n"), refused(400));
    row("7.1.2 long trailer", chunked(chunk("hello") + "0\r\nX-T: " + filler + "\r\n\r\n"), refused(431));
    row("7.1.2 no end of the trailer", chunked(chunk("hello") + "0\r\n" + post(c_host + c_hello)), refused(400));
}

void FramingTest::addConnectionRows()
{
    const QByteArray one = post(c_host + c_hello);
    const QByteArray oldLine = "POST " + hookPath() + " HTTP/1.0\r\n";
    row("9.3 pipelined", one + one + chunked(chunk("world") + c_last) + one,
        {{200, 200, 200, 200}, {"hello", "hello", "world", "hello"}, false});
    row("9.3 a body that looks like a request",
        post(c_host + "Content-Length: " + QByteArray::number(one.size()) + "\r\n\r\n" + one), {{200}, {one}, false});
    row("9.3 after a refusal", post("Content-Length: 5\r\n\r\nhello") + one, refused(400));
    row("9.3 version 1.0", oldLine + c_hello, {{200}, {"hello"}, true});
    row("9.3 version 1.0 kept alive", oldLine + "Connection: keep-alive\r\n" + c_hello, c_stored);
    row("9.6 close", post(c_host + "Connection: close\r\n" + c_hello) + one, {{200}, {"hello"}, true});
    row("9.6 close in a list", post(c_host + "Connection: x, Close\r\n" + c_hello) + one, {{200}, {"hello"}, true});
    row("9110 7.8 upgrade", post(c_host + "Connection: Upgrade\r\nUpgrade: h2c\r\n" + c_hello), c_stored);
    row("9110 9.1 unknown method", "BREW " + hookPath() + " HTTP/1.1\r\n" + c_host + "\r\n", {{501}, {}, false});
    row("9110 9.1 method in lower case", "post " + hookPath() + " HTTP/1.1\r\n" + c_host + c_hello, refused(501));
    row("9110 9.1 method that is no token", "P(ST " + hookPath() + " HTTP/1.1\r\n" + c_host + "\r\n",
        {{501}, {}, false});
    row("9110 9.3.5 delete", "DELETE " + hookPath() + " HTTP/1.1\r\n" + c_host + "\r\n", {{405}, {}, false});
    row("9110 9.3.8 trace", "TRACE " + hookPath() + " HTTP/1.1\r\n" + c_host + "\r\n", {{405}, {}, false});
}

void FramingTest::addExpectRows()
{
    const QByteArray expect = "Expect: 100-continue\r\n";
    const QByteArray oldLine = "POST " + hookPath() + " HTTP/1.0\r\n";
    const auto asking = [&expect](const QByteArray &target, const QByteArray &rest) -> QByteArray {
        return "POST " + target + " HTTP/1.1\r\n" + c_host + expect + rest;
    };
    row("9110 10.1.1 continue", post(c_host + expect + c_hello), {{100, 200}, {"hello"}, false});
    row("9110 10.1.1 another", post(c_host + "Expect: miracles\r\n" + c_hello), refused(417));
    row("9110 10.1.1 in 1.0", oldLine + expect + c_hello, {{200}, {"hello"}, true});
    row("9110 10.1.1 unknown hook", asking("/hook/x", "Content-Length: 5\r\n\r\n"), refused(404));
    row("9110 10.1.1 too large", asking(hookPath(), "Content-Length: 99999999\r\n\r\n"), refused(413));
    row("9110 10.1.1 doubtful", asking(hookPath(), c_chunked + "Content-Length: 5\r\n\r\n"), refused(400));
}

void FramingTest::keepsToTheRfc()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Outcome, outcome);
    ListenerHarness harness;
    RawSender sender(harness.port);
    sender.send(bytes);
    QByteArray all;
    if (outcome.isClosed) {
        QVERIFY(sender.isClosed());
        all = sender.received();
    } else {
        for (const int status : outcome.statuses) {
            const RawSender::Reply reply = sender.read();
            QCOMPARE(reply.status, status);
            all += reply.head;
        }
        QCOMPARE(sender.ask(c_next).status, 200); // nothing was left over, and nothing is missing
    }
    QList<int> statuses;
    for (qsizetype i = all.indexOf("HTTP/1.1 "); i >= 0; i = all.indexOf("HTTP/1.1 ", i + 1))
        statuses.append(all.mid(i + 9, 3).toInt());
    QCOMPARE(statuses, outcome.statuses);
    QByteArrayList bodies;
    for (const Delivery &delivery : harness.sink.deliveries())
        bodies.append(delivery.body);
    QCOMPARE(bodies, outcome.bodies);
}

} // namespace earshot

QTEST_GUILESS_MAIN(earshot::FramingTest)
#include "tst_framing.moc"
