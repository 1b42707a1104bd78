// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/requestcheck.h"

#include <QTest>

namespace earshot {
namespace {

/** A request's head taken apart in place as libmicrohttpd does it: CRLF and colon become NULs, a value ends at its
 * first NUL. */
class TakenApart
{
public:
    TakenApart(const QByteArray &version, const QByteArray &fields, const QByteArray &start = "POST /hook/abc ")
        : m_block(start + version + "\r\n" + fields + "\r\n")
    {
        m_block.replace("\r\n", QByteArray(2, '\0'));
        head.block = m_block;
        head.method = QByteArrayView(m_block).first(start.indexOf(' '));
        head.version = QByteArrayView(m_block).sliced(start.size(), version.size());
        head.target = "/hook/abc";
        char *const end = m_block.data() + m_block.size();
        char *line = m_block.data() + m_block.indexOf(QByteArray(2, '\0')) + 2;
        while (line + 2 < end)
            line = takeLine(line, end);
    }

    RequestHead head;

private:
    char *takeLine(char *line, char *end)
    {
        static constexpr char c_lineEnd[] = {'\0', '\0'};
        char *const lineEnd = std::search(line, end, c_lineEnd, c_lineEnd + 2);
        char *const colon = std::find(line, lineEnd, ':');
        *colon = '\0';
        const char *value = colon + 1;
        while (*value == ' ')
            ++value;
        head.fields.append({QByteArrayView(line, colon), QByteArrayView(value)});
        return lineEnd + 2;
    }

    QByteArray m_block;
};

const QByteArray c_http11 = QByteArrayLiteral("HTTP/1.1");
const QByteArray c_host = QByteArrayLiteral("Host: a\r\n");

} // namespace

class RequestCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passesWhatIsWellFormed_data();
    void passesWhatIsWellFormed();
    void refusesWhatIsInDoubt_data();
    void refusesWhatIsInDoubt();
    void refusesUnknownExpectations();
    void refusesOddTargets_data();
    void refusesOddTargets();
    void refusesOddRequestLines_data();
    void refusesOddRequestLines();
    void refusesOddHosts_data();
    void refusesOddHosts();
    void readsTheLength_data();
    void readsTheLength();
    void noticesNamesOutsideTheHead();
};

void RequestCheckTest::passesWhatIsWellFormed_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QByteArray>("fields");
    QTest::newRow("host alone") << c_http11 << c_host;
    QTest::newRow("empty host") << c_http11 << QByteArray("Host:\r\n");
    QTest::newRow("no header in 1.0") << QByteArray("HTTP/1.0") << QByteArray();
    QTest::newRow("length") << c_http11 << c_host + "Content-Length: 5\r\n";
    QTest::newRow("chunked") << c_http11 << c_host + "transfer-encoding: Chunked\r\n";
    QTest::newRow("continue") << c_http11 << c_host + "Expect: 100-Continue\r\n";
    QTest::newRow("expectation in 1.0") << QByteArray("HTTP/1.0") << QByteArray("Expect: miracles\r\n");
    QTest::newRow("spaces around a value") << c_http11 << c_host + "X-A:   b  \r\nX-C:\t\r\n";
    QTest::newRow("no space before a value") << c_http11 << c_host + "X-A:b\r\n";
    QTest::newRow("colon in a value") << c_http11 << c_host + "X-A: b:c\r\n";
    QTest::newRow("bytes beyond ascii") << c_http11 << c_host + "X-A: \xc3\xa4\r\n";
    QTest::newRow("every token character") << c_http11 << c_host + "!#$%&'*+-.^_`|~09azAZ: b\r\n";
    QTest::newRow("field twice") << c_http11 << c_host + "X-A: b\r\nX-A: b\r\n";
}

void RequestCheckTest::passesWhatIsWellFormed()
{
    QFETCH(QByteArray, version);
    QFETCH(QByteArray, fields);
    const TakenApart request(version, fields);
    QVERIFY(!refusalOf(request.head).has_value());
}

void RequestCheckTest::refusesWhatIsInDoubt_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QByteArray>("fields");
    QTest::newRow("no host") << c_http11 << QByteArray("X-A: b\r\n");
    QTest::newRow("no header") << c_http11 << QByteArray();
    QTest::newRow("two hosts") << c_http11 << c_host + "host: a\r\n";
    QTest::newRow("two hosts in 1.0") << QByteArray("HTTP/1.0") << c_host + c_host;
    QTest::newRow("two lengths") << c_http11 << c_host + "Content-Length: 5\r\ncontent-length: 5\r\n";
    QTest::newRow("length and coding") << c_http11 << c_host + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n";
    QTest::newRow("two codings") << c_http11 << c_host + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n";
    QTest::newRow("list of codings") << c_http11 << c_host + "Transfer-Encoding: chunked, chunked\r\n";
    QTest::newRow("coding with a space behind") << c_http11 << c_host + "Transfer-Encoding: chunked \r\n";
    QTest::newRow("identity") << c_http11 << c_host + "Transfer-Encoding: identity\r\n";
    QTest::newRow("chunked in 1.0") << QByteArray("HTTP/1.0") << QByteArray("Transfer-Encoding: chunked\r\n");
    QTest::newRow("space before the colon") << c_http11 << c_host + "X-A : b\r\n";
    QTest::newRow("tab before the colon") << c_http11 << c_host + "X-A\t: b\r\n";
    QTest::newRow("space before the name") << c_http11 << QByteArray(" X-A: b\r\n") + c_host;
    QTest::newRow("no name") << c_http11 << c_host + ": b\r\n";
    QTest::newRow("separator in a name") << c_http11 << c_host + "X(A): b\r\n";
    QTest::newRow("nul in a value") << c_http11 << c_host + QByteArray("X-A: b\0c\r\n", 10);
    QTest::newRow("nul in the first value") << c_http11 << QByteArray("X-A: b\0c\r\n", 10) + c_host;
    QTest::newRow("carriage return in a value") << c_http11 << c_host + "X-A: b\rc\r\n";
}

void RequestCheckTest::refusesWhatIsInDoubt()
{
    QFETCH(QByteArray, version);
    QFETCH(QByteArray, fields);
    const TakenApart request(version, fields);
    QCOMPARE(refusalOf(request.head), std::optional(Answer::BadRequest));
}

void RequestCheckTest::refusesUnknownExpectations()
{
    const TakenApart request(c_http11, c_host + "Expect: miracles\r\n");
    QCOMPARE(refusalOf(request.head), std::optional(Answer::ExpectationRefused));
}

void RequestCheckTest::refusesOddTargets_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("space") << QByteArray("/a b");
    QTest::newRow("tab") << QByteArray("/a\tb");
    QTest::newRow("carriage return") << QByteArray("/a\rb");
    QTest::newRow("delete") << QByteArray("/a\x7f");
    QTest::newRow("beyond a NUL") << QByteArray("/a\0b", 4);
}

void RequestCheckTest::refusesOddTargets()
{
    QFETCH(QByteArray, target);
    TakenApart request(c_http11, c_host, "POST " + target + ' ');
    request.head.target = target;
    QCOMPARE(refusalOf(request.head), std::optional(Answer::BadRequest));
}

void RequestCheckTest::refusesOddRequestLines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("isFine");
    QTest::newRow("as it should be") << QByteArray("POST /hook/abc ") << true;
    QTest::newRow("two spaces before the target") << QByteArray("POST  /hook/abc ") << false;
    QTest::newRow("two spaces before the version") << QByteArray("POST /hook/abc  ") << false;
    QTest::newRow("nul in the target") << QByteArray("POST /hook/abc\0d ", 17) << false;
}

void RequestCheckTest::refusesOddRequestLines()
{
    QFETCH(QByteArray, line);
    const TakenApart request(c_http11, c_host, line);
    QTEST(!refusalOf(request.head).has_value(), "isFine");
}

void RequestCheckTest::refusesOddHosts_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("isFine");
    QTest::newRow("name and port") << QByteArray("hooks.example:8765") << true;
    QTest::newRow("v6 and port") << QByteArray("[2001:db8::1]:443") << true;
    QTest::newRow("percent-encoded") << QByteArray("b%C3%BCcher.example") << true;
    QTest::newRow("empty") << QByteArray() << true;
    QTest::newRow("two of them") << QByteArray("a.example, b.example") << false;
    QTest::newRow("with a user") << QByteArray("u@a.example") << false;
    QTest::newRow("with a path") << QByteArray("a.example/b") << false;
    QTest::newRow("bytes beyond ascii") << QByteArray("b\xc3\xbc.example") << false;
}

void RequestCheckTest::refusesOddHosts()
{
    QFETCH(QByteArray, host);
    const TakenApart request(c_http11, "Host: " + host + "\r\n");
    QTEST(!refusalOf(request.head).has_value(), "isFine");
}

void RequestCheckTest::readsTheLength_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("length");
    constexpr qint64 c_most = std::numeric_limits<qint64>::max();
    QTest::newRow("zero") << QByteArray("0") << qint64(0);
    QTest::newRow("leading zeros") << QByteArray("007") << qint64(7);
    QTest::newRow("most") << QByteArray("9223372036854775807") << c_most;
    QTest::newRow("one more") << QByteArray("9223372036854775808") << c_most;
    QTest::newRow("most of 64 bits") << QByteArray("18446744073709551615") << c_most;
    QTest::newRow("with a sign") << QByteArray("+7") << qint64(-1);
    QTest::newRow("empty") << QByteArray() << qint64(-1);
}

void RequestCheckTest::readsTheLength()
{
    QFETCH(QByteArray, value);
    const TakenApart request(c_http11, c_host + "Content-Length: " + value + "\r\n");
    QTEST(request.head.contentLength().value_or(-1), "length");
}

/** As libmicrohttpd leaves a folded line: the name has moved away, with the line's rest appended. */
void RequestCheckTest::noticesNamesOutsideTheHead()
{
    TakenApart request(c_http11, c_host + "X-A: b\r\n" + "X-C: d\r\n");
    const QByteArray elsewhere = "X-Ac";
    request.head.fields[1].name = elsewhere;
    QCOMPARE(refusalOf(request.head), std::optional(Answer::BadRequest));
}

} // namespace earshot

QTEST_GUILESS_MAIN(earshot::RequestCheckTest)
#include "tst_requestcheck.moc"
