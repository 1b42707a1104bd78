// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/receive/listenerharness.h"

#include <QTest>

namespace earshot {

/** What is answered to one request, and what of it is stored. */
class ExchangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersByPathAndMethod_data();
    void answersByPathAndMethod();
    void unknownTokensLookLikeUnknownPaths_data();
    void unknownTokensLookLikeUnknownPaths();
    void namesTheAllowedMethods();
    void storesWhatWasSent();
    void masksTheTokenInTheTarget_data();
    void masksTheTokenInTheTarget();
    void keepsNoSecretHeader();
    void recognisesItsOwnForwardedRecords();
    void joinsTheChunksOfABody();
    void saysContinueToThoseWhoAsk();
    void letsInOnlyAllowedNetworks_data();
    void letsInOnlyAllowedNetworks();
    void tellsItsHealth();
};

void ExchangeTest::answersByPathAndMethod_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("stored");
    QTest::newRow("post") << hookRequest("POST", "{}") << 200 << 1;
    QTest::newRow("put") << hookRequest("PUT", "{}") << 200 << 1;
    QTest::newRow("patch") << hookRequest("PATCH", "{}") << 200 << 1;
    QTest::newRow("empty post") << hookRequest("POST", "") << 200 << 1;
    QTest::newRow("post without a length") << hookRequest("POST") << 200 << 1;
    QTest::newRow("get with a query") << requestTo("GET", hookPath("?event=x")) << 200 << 1;
    QTest::newRow("get with a body") << hookRequest("GET", "{}") << 200 << 1;
    QTest::newRow("get") << hookRequest("GET") << 200 << 0;
    QTest::newRow("get with an empty query") << requestTo("GET", hookPath("?")) << 200 << 0;
    QTest::newRow("head") << hookRequest("HEAD") << 200 << 0;
    QTest::newRow("head with a query") << requestTo("HEAD", hookPath("?event=x")) << 200 << 0;
    QTest::newRow("options") << hookRequest("OPTIONS") << 204 << 0;
    QTest::newRow("delete") << hookRequest("DELETE") << 405 << 0;
    QTest::newRow("delete with a body") << hookRequest("DELETE", "{}") << 405 << 0;
    QTest::newRow("trace") << hookRequest("TRACE") << 405 << 0;
    QTest::newRow("unknown method") << hookRequest("BREW") << 501 << 0;
    QTest::newRow("lower case method") << hookRequest("post", "{}") << 501 << 0;
    QTest::newRow("http 1.0 without host") << QByteArray("GET " + hookPath("?a=b") + " HTTP/1.0\r\n\r\n") << 200 << 1;
    QTest::newRow("absolute form") << requestTo("POST", "http://earshot.test:80" + hookPath(),
                                                "Content-Length: 0\r\n\r\n")
                                   << 200 << 1;
    QTest::newRow("empty lines before") << QByteArray("\r\n\r\n" + hookRequest("POST", "{}")) << 200 << 1;
    QTest::newRow("root") << requestTo("GET", "/") << 404 << 0;
    QTest::newRow("hook alone") << requestTo("GET", "/hook") << 404 << 0;
    QTest::newRow("no token") << requestTo("GET", "/hook/?a=b") << 404 << 0;
    QTest::newRow("below the hook") << requestTo("POST", hookPath("/"), "Content-Length: 0\r\n\r\n") << 404 << 0;
    QTest::newRow("nul after the token") << requestTo("GET", hookPath("%00?a=b")) << 404 << 0;
    QTest::newRow("half a token") << requestTo("GET", hookPath("?a=b").replace("cdef", "")) << 404 << 0;
    QTest::newRow("health") << requestTo("GET", "/health") << 200 << 0;
    QTest::newRow("head of health") << requestTo("HEAD", "/health") << 200 << 0;
    QTest::newRow("post to health") << requestTo("POST", "/health", "Content-Length: 2\r\n\r\n{}") << 405 << 0;
    QTest::newRow("health with a body") << requestTo("GET", "/health", "Content-Length: 2\r\n\r\n{}") << 413 << 0;
}

void ExchangeTest::answersByPathAndMethod()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    QFETCH(int, stored);
    ListenerHarness harness;
    RawSender sender(harness.port);
    QCOMPARE(sender.ask(request).status, status);
    QCOMPARE(harness.sink.deliveries().size(), stored);
    const ListenerCounts counts = harness.listener.counts();
    QCOMPARE(counts.answers, (std::map<int, quint64>{{status, 1}}));
    QCOMPARE(counts.stored, quint64(stored));
}

void ExchangeTest::unknownTokensLookLikeUnknownPaths_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("rest");
    for (const char *method : {"GET", "HEAD", "POST", "PUT", "OPTIONS", "DELETE", "BREW"}) {
        QTest::addRow("%s", method) << QByteArray(method) << QByteArray("\r\n");
        QTest::addRow("%s with a body", method) << QByteArray(method) << QByteArray("Content-Length: 2\r\n\r\n{}");
    }
}

void ExchangeTest::unknownTokensLookLikeUnknownPaths()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, rest);
    ListenerHarness harness;
    const RawSender::Reply token = RawSender(harness.port).ask(requestTo(method, "/hook/tok-0123456789abcdee", rest));
    const RawSender::Reply path = RawSender(harness.port).ask(requestTo(method, "/nothing/here", rest));
    QCOMPARE(token.status, 404);
    QCOMPARE(token.undated(), path.undated());
}

void ExchangeTest::namesTheAllowedMethods()
{
    const QByteArray methods = "GET, HEAD, POST, PUT, PATCH, OPTIONS";
    ListenerHarness harness;
    RawSender sender(harness.port);
    QCOMPARE(sender.ask(hookRequest("DELETE")).field("Allow"), methods);
    QCOMPARE(sender.ask(hookRequest("OPTIONS")).field("Allow"), methods);
    QCOMPARE(sender.ask(requestTo("PUT", "/health")).field("Allow"), QByteArray("GET, HEAD"));
}

void ExchangeTest::storesWhatWasSent()
{
    const QByteArray body("{\"a\":\"\0\xff\"}", 10);
    ListenerHarness harness;
    RawSender sender(harness.port);
    const RawSender::Reply reply = sender.ask(hookRequest("PATCH", body, "content-TYPE: application/json\r\nX-A:\r\n"));
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.body, QByteArray(R"({"status":"ok"})"));
    QCOMPARE(reply.field("Content-Type"), QByteArray("application/json"));

    const QList<Delivery> stored = harness.sink.deliveries();
    QCOMPARE(stored.size(), 1);
    const Delivery &delivery = stored.first();
    QCOMPARE(delivery.sourceId, c_sourceId);
    QCOMPARE(delivery.receivedAt, harness.clock.now());
    QCOMPARE(delivery.method, QByteArray("PATCH"));
    QCOMPARE(delivery.target, QByteArray("/hook/****"));
    QCOMPARE(delivery.remote, QStringLiteral("127.0.0.1"));
    QCOMPARE(delivery.body, body);
    QCOMPARE(delivery.verdict, QStringLiteral("unsigned"));
    QVERIFY(!delivery.looped);
    const QList<HeaderField> headers = {
        {"Host", "earshot.test"}, {"content-TYPE", "application/json"}, {"X-A", ""}, {"Content-Length", "10"}};
    QCOMPARE(delivery.headers, headers);
}

void ExchangeTest::masksTheTokenInTheTarget_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("stored");
    QTest::newRow("plain") << hookPath("?event=x") << QByteArray("/hook/****?event=x");
    QTest::newRow("percent-encoded token")
        << hookPath("?event=x").replace("tok", "%74%6Fk") << QByteArray("/hook/****?event=x");
    QTest::newRow("percent-encoded query") << hookPath("?a=%00%2f&b=%zz#") << QByteArray("/hook/****?a=%00%2f&b=%zz#");
    QTest::newRow("second question mark") << hookPath("?a=?b") << QByteArray("/hook/****?a=?b");
    QTest::newRow("bytes beyond ascii") << hookPath("?a=\xc3\xa4") << QByteArray("/hook/****?a=\xc3\xa4");
    QTest::newRow("absolute form") << QByteArray("HTTP://earshot.test" + hookPath("?a=b"))
                                   << QByteArray("/hook/****?a=b");
}

void ExchangeTest::masksTheTokenInTheTarget()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, stored);
    ListenerHarness harness;
    RawSender sender(harness.port);
    QCOMPARE(sender.ask(requestTo("GET", target)).status, 200);
    QCOMPARE(harness.sink.deliveries().value(0).target, stored);
}

void ExchangeTest::keepsNoSecretHeader()
{
    Hook hook = hookOf(c_sourceId, c_token);
    hook.proof.secretHeader = "X-Platform-Key";
    ListenerHarness harness({}, hook);
    RawSender sender(harness.port);
    const QByteArray secrets = "Authorization: Bearer s3cret\r\nCookie: s=s3cret\r\nx-platform-key: s3cret\r\n"
                               "X-Original-URI: /hook/"
                               + c_token + "?a\r\n";
    QCOMPARE(sender.ask(hookRequest("POST", "{}", secrets)).status, 200);
    const Delivery delivery = harness.sink.deliveries().value(0);
    QCOMPARE(delivery.header("Authorization"), QByteArray("bearer, not checked"));
    QCOMPARE(delivery.header("Cookie"), QByteArray("present, not checked"));
    QCOMPARE(delivery.header("X-Platform-Key"), QByteArray("present, not checked"));
    QCOMPARE(delivery.header("X-Original-URI"), QByteArray("/hook/****?a"));
}

void ExchangeTest::recognisesItsOwnForwardedRecords()
{
    ListenerHarness harness;
    RawSender sender(harness.port);
    QCOMPARE(sender.ask(hookRequest("POST", "{}", "x-earshot-delivery: 4\r\n")).status, 200);
    QVERIFY(harness.sink.deliveries().value(0).looped);
}

void ExchangeTest::joinsTheChunksOfABody()
{
    ListenerHarness harness;
    RawSender sender(harness.port);
    sender.send(requestTo("POST", hookPath(), c_chunked + "\r\n") + chunk("hello ") + "5;name=value\r\nwo");
    QCOMPARE(sender.ask("rld\r\n0\r\nX-Trailer: t\r\n\r\n").status, 200);
    QCOMPARE(harness.sink.deliveries().value(0).body, QByteArray("hello world"));
    QCOMPARE(sender.ask(hookRequest("POST", "again")).status, 200);
    QCOMPARE(harness.sink.deliveries().value(1).body, QByteArray("again"));
}

void ExchangeTest::saysContinueToThoseWhoAsk()
{
    ListenerSettings settings;
    settings.maxBodyBytes = 100;
    ListenerHarness harness(settings);
    RawSender sender(harness.port);
    const QByteArray expect = "Expect: 100-continue\r\n";
    QCOMPARE(sender.ask(requestTo("POST", hookPath(), expect + "Content-Length: 5\r\n\r\n")).status, 100);
    QCOMPARE(sender.ask("hello").status, 200);
    QCOMPARE(harness.sink.deliveries().value(0).body, QByteArray("hello"));
    QCOMPARE(sender.ask(requestTo("POST", hookPath(), expect + "Content-Length: 101\r\n\r\n")).status, 413);
}

void ExchangeTest::letsInOnlyAllowedNetworks_data()
{
    QTest::addColumn<QStringList>("allow");
    QTest::addColumn<int>("status");
    QTest::newRow("everybody") << QStringList() << 200;
    QTest::newRow("this network") << QStringList{QStringLiteral("192.0.2.0/24"), QStringLiteral("127.0.0.0/8")} << 200;
    QTest::newRow("this address") << QStringList{QStringLiteral("127.0.0.1")} << 200;
    QTest::newRow("another network") << QStringList{QStringLiteral("192.0.2.0/24")} << 403;
    QTest::newRow("no network") << QStringList{QStringLiteral("nonsense")} << 403;
}

void ExchangeTest::letsInOnlyAllowedNetworks()
{
    QFETCH(QStringList, allow);
    QFETCH(int, status);
    if (allow.contains(QStringLiteral("nonsense")))
        QTest::ignoreMessage(QtWarningMsg, "not a network, so it allows nobody: \"nonsense\"");
    Hook hook = hookOf(c_sourceId, c_token);
    hook.allow = allow;
    ListenerHarness harness({}, hook);
    RawSender sender(harness.port);
    QCOMPARE(sender.ask(hookRequest("POST", "{}")).status, status);
    QCOMPARE(harness.sink.deliveries().size(), status == 200 ? 1 : 0);
}

void ExchangeTest::tellsItsHealth()
{
    ListenerHarness harness;
    RawSender sender(harness.port);
    QCOMPARE(sender.ask(hookRequest("POST", "{}")).status, 200);
    const RawSender::Reply reply = sender.ask(requestTo("GET", "/health?verbose"));
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.field("Content-Type"), QByteArray("application/json"));
    const QJsonObject health = QJsonDocument::fromJson(reply.body).object();
    QCOMPARE(health.keys(), (QStringList{QStringLiteral("received"), QStringLiteral("status"),
                                         QStringLiteral("uptime_s"), QStringLiteral("version")}));
    QCOMPARE(health.value(QStringLiteral("status")).toString(), QStringLiteral("ok"));
    QCOMPARE(health.value(QStringLiteral("version")).toString(), QStringLiteral(EARSHOT_VERSION));
    QCOMPARE(health.value(QStringLiteral("received")).toInt(), 1);
}

} // namespace earshot

QTEST_GUILESS_MAIN(earshot::ExchangeTest)
#include "tst_exchange.moc"
