// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/httppassage.h"
#include "app/forward/webhookconnector.h"
#include "tests/app/forward/hostileserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;
using Kind = CallFailure::Kind;
using When = HostileServer::When;
using Trick = HostileServer::Trick;

Q_DECLARE_METATYPE(HostileServer::Trick)

namespace {

constexpr ExchangeSettings c_patient{20s, 20s};
constexpr auto c_token = "t0ken-of-some-length";

struct Outcome {
    Called<CrmRecord> sent;
    LoggedExchange log;
    qint64 milliseconds = 0;
};

Shipment shipmentTo(const QString &url, const QByteArray &options = "{}")
{
    Shipment shipment;
    shipment.destination.url = url;
    shipment.destination.options = QJsonDocument::fromJson(options).object();
    shipment.secrets = {c_token, "signing-key"};
    shipment.recordKey = QStringLiteral("earshot:abcdefgh:call:42");
    shipment.version = 1;
    shipment.deliveryKey = QStringLiteral("0b1c");
    shipment.body = R"({"id":"7"})";
    return shipment;
}

Outcome send(const Shipment &shipment, ExchangeSettings settings = c_patient)
{
    QElapsedTimer timer;
    timer.start();
    HttpExchanger exchanger(settings);
    HttpPassage passage(exchanger, shipment);
    WebhookConnector connector;
    Called<CrmRecord> sent = QCoro::waitFor(connector.createRecord(passage, {}));
    return {std::move(sent), passage.log().value(0), timer.elapsed()};
}

/** What this process has in memory now. */
qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no /proc");
    return file.readAll().split(' ').value(1).toLongLong() * 4096;
}

const QByteArray c_ok = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

QByteArray whole(const QByteArray &body, const QByteArray &head = c_ok)
{
    return head + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

class HostileServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesWhatItDoes_data();
    void judgesWhatItDoes();
    void waitsOnlySoLong_data();
    void waitsOnlySoLong();
    void readsOnlySoMuch_data();
    void readsOnlySoMuch();
    void sendsOnceOverAConnectionThatEnds();
    void keepsNoSecretThatIsRepeated_data();
    void keepsNoSecretThatIsRepeated();
    void tellsNobodyElseASecret_data();
    void tellsNobodyElseASecret();
};

void HostileServerTest::judgesWhatItDoes_data()
{
    QTest::addColumn<Trick>("trick");
    QTest::addColumn<When>("when");
    QTest::addColumn<std::optional<Kind>>("failure");
    QTest::addColumn<int>("stored");
    const auto row = [](const char *name, const Trick &trick, std::optional<Kind> failure, When when = When::Request,
                        int stored = 1) { QTest::newRow(name) << trick << when << failure << stored; };
    const auto close = HostileServer::sayAndClose;
    const auto reset = HostileServer::sayAndReset;
    row("closes without a word", close(""), Kind::Lost);
    row("resets without a word", reset(""), Kind::Lost);
    row("closes within the status", close("HTTP/1.1 20"), Kind::Lost);
    row("closes within the head", close("HTTP/1.1 200 OK\r\nContent-Ty"), Kind::Lost);
    row("closes within the body", close(whole(R"({"id":1})").chopped(3)), Kind::Lost);
    row("resets within the body", reset(whole(R"({"id":1})").chopped(3)), Kind::Lost);
    row("closes within a chunk", close(c_ok + "Transfer-Encoding: chunked\r\n\r\n8\r\n{\"id\""), Kind::Lost);
    row("closes between chunks", close(c_ok + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"), Kind::Lost);
    row("chunks of no number", close(c_ok + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"), Kind::Lost);
    row("a chunk of minus one", close(c_ok + "Transfer-Encoding: chunked\r\n\r\n-1\r\n{}\r\n0\r\n\r\n"), Kind::Lost);
    row("a length that is too long", close(c_ok + "Content-Length: 100\r\n\r\n{}"), Kind::Lost);
    row("a length that is too short", close(c_ok + "Content-Length: 2\r\n\r\n{}{}{}"), std::nullopt);
    row("two lengths", close(c_ok + "Content-Length: 2\r\nContent-Length: 100\r\n\r\n{}"), Kind::Lost);
    row("HTTP/0.9", close("<p>It worked!</p>"), Kind::Lost);
    row("another protocol", close("220 smtp.example ESMTP\r\n"), Kind::Lost);
    row("nothing but NULs", close(QByteArray(2000, '\0')), Kind::Lost);
    row("a status of no number", close("HTTP/1.1 OK OK\r\nContent-Length: 2\r\n\r\n{}"), Kind::Lost);
    row("a status beyond all", close("HTTP/1.1 999 What\r\nContent-Length: 2\r\n\r\n{}"), Kind::Lost);
    row("202 with HTML", close("HTTP/1.1 202 Accepted\r\nContent-Type: text/html\r\nContent-Length: 3\r\n\r\n<p>"),
        Kind::Lost);
    row("200 with HTML", close("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 3\r\n\r\n<p>"),
        Kind::Lost);
    row("100 and no more", close("HTTP/1.1 100 Continue\r\n\r\n"), Kind::Lost);
    row("a few of 1xx first",
        close(QByteArray("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n").repeated(20) + whole("{}")), std::nullopt);
    row("compressed, though nobody asked for it",
        close(whole(QByteArray::fromHex("1f8b0800000000000003ab5ecfc54b0000"), c_ok + "Content-Encoding: gzip\r\n")),
        std::nullopt);
    row("answers before the request has ended", close(whole("{}")), std::nullopt, When::Head, 1);
    row("asks for a name", close("HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n"),
        Kind::NeedsLogin);
    row("is a proxy that asks for a name",
        close("HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n"), Kind::Wrong);
    row("wants another protocol", close("HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n"), Kind::Lost);
    row("closes at once", close(""), Kind::Lost, When::Connected, 0);
}

void HostileServerTest::judgesWhatItDoes()
{
    QFETCH(Trick, trick);
    QFETCH(When, when);
    QFETCH(std::optional<Kind>, failure);
    QFETCH(int, stored);
    HostileServer server(trick, when);
    const Outcome outcome = send(shipmentTo(server.url()));
    const QString reason = outcome.sent ? QStringLiteral("success") : outcome.sent.error().reason;
    QVERIFY2(outcome.sent.has_value() == !failure, qPrintable(reason));
    if (failure)
        QVERIFY2(outcome.sent.error().kind == *failure, qPrintable(reason));
    QVERIFY2(server.stored().size() <= stored, "it has a double");
    if (when == When::Request)
        QCOMPARE(server.stored().size(), stored);
    QVERIFY(!reason.contains(QLatin1StringView(c_token)));
}

void HostileServerTest::waitsOnlySoLong_data()
{
    QTest::addColumn<Trick>("trick");
    QTest::addColumn<When>("when");
    QTest::addColumn<int>("silence"); // milliseconds
    QTest::addColumn<int>("exchange");
    const auto row = [](const char *name, const Trick &trick, int silence, int exchange, When when = When::Request) {
        QTest::newRow(name) << trick << when << silence << exchange;
    };
    const QByteArray head = c_ok + "Content-Length: 100000\r\n\r\n";
    row("says nothing", HostileServer::say(""), 300, 20'000);
    row("stops within the head", HostileServer::say("HTTP/1.1 200 OK\r\nX"), 300, 20'000);
    row("stops within the body", HostileServer::say(head + "{"), 300, 20'000);
    row("drips its body", HostileServer::drip(head + QByteArray(90'000, ' '), 5), 20'000, 700);
    row("drips its head", HostileServer::drip(c_ok + "X: " + QByteArray(90'000, 'x'), 5), 20'000, 700);
    row("says that it works on it for ever",
        HostileServer::drip(QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(4000), 5), 20'000, 700);
}

void HostileServerTest::waitsOnlySoLong()
{
    QFETCH(Trick, trick);
    QFETCH(When, when);
    QFETCH(int, silence);
    QFETCH(int, exchange);
    HostileServer server(trick, when);
    const Outcome outcome =
        send(shipmentTo(server.url()), {std::chrono::milliseconds(silence), std::chrono::milliseconds(exchange)});
    QVERIFY(!outcome.sent);
    QCOMPARE(outcome.sent.error().kind, Kind::Lost);
    QVERIFY2(outcome.milliseconds < 10'000, qPrintable(QString::number(outcome.milliseconds)));
    QCOMPARE(server.stored().size(), 1);
}

void HostileServerTest::readsOnlySoMuch_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("drop");
    QTest::addColumn<std::optional<Kind>>("failure");
    const QByteArray drop(65'536, 'x');
    const std::optional<Kind> none;
    const std::optional<Kind> lost = Kind::Lost;
    QTest::newRow("a body of a gigabyte") << QByteArray(c_ok + "Content-Length: 1000000000\r\n\r\n") << drop << none;
    QTest::newRow("a body without an end") << QByteArray(c_ok + "\r\n") << drop << none;
    QTest::newRow("chunks without an end")
        << QByteArray(c_ok + "Transfer-Encoding: chunked\r\n\r\n") << QByteArray("10000\r\n" + drop + "\r\n") << none;
    QTest::newRow("tiny chunks without an end")
        << QByteArray(c_ok + "Transfer-Encoding: chunked\r\n\r\n") << QByteArray("1\r\nx\r\n").repeated(10'000) << none;
    QTest::newRow("a chunk's size without an end")
        << QByteArray(c_ok + "Transfer-Encoding: chunked\r\n\r\n") << QByteArray(65'536, '0') << lost;
    QTest::newRow("a head without an end")
        << c_ok << QByteArray("X-Padding: " + QByteArray(1000, 'x') + "\r\n").repeated(64) << lost;
    QTest::newRow("a line without an end") << QByteArray(c_ok + "X-Padding: ") << drop << lost;
    QTest::newRow("a status without an end") << QByteArray("HTTP/1.1 200 ") << drop << lost;
    QTest::newRow("1xx without an end") << QByteArray() << QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(1000)
                                        << lost;
}

void HostileServerTest::readsOnlySoMuch()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, drop);
    QFETCH(std::optional<Kind>, failure);
    PouringServer server(head, drop, 1'000'000'000);
    const qint64 before = residentBytes();
    const Outcome outcome = send(shipmentTo(server.url()), {2s, 5s});
    const qint64 grown = residentBytes() - before;
    const QString reason = outcome.sent ? QStringLiteral("success") : outcome.sent.error().reason;
    qInfo() << reason << "grown by" << grown / 1024 << "KiB after" << server.poured() / 1024 << "KiB in"
            << outcome.milliseconds << "ms";
    QVERIFY2(outcome.sent.has_value() == !failure, qPrintable(reason));
    if (failure)
        QVERIFY2(outcome.sent.error().kind == *failure, qPrintable(reason));
#ifdef __SANITIZE_ADDRESS__ // keeps up to 256 MiB of what was freed
    constexpr qint64 c_mostGrown = 400 << 20;
#else
    constexpr qint64 c_mostGrown = 32 << 20;
#endif
    QVERIFY2(grown < c_mostGrown, qPrintable(QStringLiteral("%1 MiB").arg(grown >> 20)));
    QVERIFY(outcome.log.answer.size() <= 4096);
}

/** A kept connection may end at any time. What goes over it then has no answer, and is not said twice. */
void HostileServerTest::sendsOnceOverAConnectionThatEnds()
{
    bool isFirst = true;
    HostileServer server([&isFirst](QTcpSocket &socket) {
        if (isFirst)
            socket.write(whole("{}"));
        else
            socket.disconnectFromHost();
        isFirst = false;
    });
    HttpExchanger exchanger(c_patient);
    WebhookConnector connector;
    HttpPassage first(exchanger, shipmentTo(server.url()));
    QVERIFY(QCoro::waitFor(connector.createRecord(first, {})));
    HttpPassage second(exchanger, shipmentTo(server.url()));
    const auto sent = QCoro::waitFor(connector.createRecord(second, {}));
    QVERIFY(!sent);
    QCOMPARE(sent.error().kind, Kind::Lost);
    QCOMPARE(server.stored().size(), 2); // one of each: what is repeated is our own decision
}

void HostileServerTest::keepsNoSecretThatIsRepeated_data()
{
    QTest::addColumn<Trick>("trick");
    const QByteArray token(c_token);
    const QByteArray bad = "HTTP/1.1 400 Bad\r\nContent-Type: application/json\r\n";
    QTest::newRow("whole") << HostileServer::sayAndClose(whole("{\"got\":\"" + token + "\"}", bad));
    QTest::newRow("at the cut") << HostileServer::sayAndClose(whole(QByteArray(4090, 'x') + token, bad));
    QTest::newRow("half") << HostileServer::sayAndClose(bad + "Content-Length: 100\r\n\r\n" + token.first(12));
    QTest::newRow("with NULs beside it") << HostileServer::sayAndClose(
        whole(QByteArray(10, '\0') + token + QByteArray(10, '\0'), bad));
    QTest::newRow("a long one at the end of what is read")
        << HostileServer::sayAndClose(whole(QByteArray(1'048'576 - 12, 'x') + token, bad));
    QTest::newRow("as the new address") << HostileServer::sayAndClose(
        whole("", "HTTP/1.1 307 There\r\nLocation: /" + token + "?t=" + token + "\r\n"));
    QTest::newRow("as its words") << HostileServer::sayAndClose(
        whole("", "HTTP/1.1 400 " + token + "\r\nX-Status-Reason: " + token + "\r\n"));
    QTest::newRow("as its media type") << HostileServer::sayAndClose(
        whole("", "HTTP/1.1 200 OK\r\nContent-Type: text/html; a=" + token + "\r\n"));
}

void HostileServerTest::keepsNoSecretThatIsRepeated()
{
    QFETCH(Trick, trick);
    HostileServer server(trick);
    const Outcome outcome = send(shipmentTo(server.url()));
    QVERIFY(server.heard().contains(c_token));
    QVERIFY(!outcome.sent);
    const CallFailure &failure = outcome.sent.error();
    const QString half = QString::fromLatin1(c_token).left(8);
    for (const QString &kept : {failure.reason, failure.answer.text, outcome.log.answer, outcome.log.failure,
                                outcome.log.request, outcome.log.url})
        QVERIFY2(!kept.contains(half), qPrintable(kept));
    QVERIFY(!outcome.log.answer.contains(QChar(QChar::Null)));
}

void HostileServerTest::tellsNobodyElseASecret_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("path");
    for (const int status : {300, 301, 302, 303, 305, 307, 308})
        QTest::addRow("%d", status) << status << QByteArray("/hook");
}

void HostileServerTest::tellsNobodyElseASecret()
{
    QFETCH(int, status);
    QFETCH(QByteArray, path);
    HostileServer other(HostileServer::sayAndClose(whole("{}")));
    HostileServer server(HostileServer::sayAndClose(whole(
        "", "HTTP/1.1 " + QByteArray::number(status) + " There\r\nLocation: " + other.url().toLatin1() + "\r\n")));
    const Outcome outcome = send(shipmentTo(server.url()));
    QVERIFY(!outcome.sent);
    QCOMPARE(outcome.sent.error().kind, Kind::Wrong);
    QVERIFY2(outcome.sent.error().reason.contains(other.url()), qPrintable(outcome.sent.error().reason));
    QCOMPARE(server.stored().size(), 1);
    QVERIFY(other.heard().isEmpty());
}

QTEST_GUILESS_MAIN(HostileServerTest)

#include "tst_hostileserver.moc"
