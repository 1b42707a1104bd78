// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/webhookconnector.h"

#include "app/forward/httppassage.h"
#include "tests/app/forward/scriptedserver.h"

#include <QJsonDocument>
#include <QTest>

using namespace earshot;

namespace {

QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

Shipment shipmentTo(const QString &url, const QByteArray &options = "{}")
{
    Shipment shipment;
    shipment.destination.url = url;
    shipment.destination.options = objectOf(options);
    shipment.recordKey = QStringLiteral("earshot:abcdefgh:call:4%202");
    shipment.version = 3;
    shipment.deliveryKey = QStringLiteral("0b1c");
    shipment.attempt = 2;
    shipment.body = "{\"id\":\"7\"}";
    shipment.at = fromMicroseconds(1'778'760'000'999'999);
    return shipment;
}

DestinationAnswer answered(int status, const QByteArray &body = "{}",
                           const QByteArray &contentType = "application/json")
{
    DestinationAnswer answer;
    answer.status = status;
    answer.complete = true;
    answer.contentType = contentType;
    answer.body = body;
    return answer;
}

Called<CrmRecord> create(const Shipment &shipment)
{
    HttpExchanger exchanger;
    HttpPassage passage(exchanger, shipment);
    WebhookConnector connector;
    return QCoro::waitFor(connector.createRecord(passage, {}));
}

Called<std::optional<CrmRecord>> find(const Shipment &shipment)
{
    HttpExchanger exchanger;
    HttpPassage passage(exchanger, shipment);
    WebhookConnector connector;
    return QCoro::waitFor(connector.findRecord(passage, {}));
}

DestinationTest test(const Shipment &shipment)
{
    HttpExchanger exchanger;
    HttpPassage passage(exchanger, shipment);
    WebhookConnector connector;
    return QCoro::waitFor(connector.test(passage));
}

using Kind = CallFailure::Kind;

} // namespace

class WebhookConnectorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheRecordItsVersionAndTheAttempt();
    void carriesNoProofWithoutSecrets();
    void carriesTheBearer();
    void carriesTheTokenWhereItIsWanted();
    void asksForATokenThatIsWantedAndMissing();
    void signsTimeAndBody();
    void signsEachOfThem();
    void sendsByAnyMethod_data();
    void sendsByAnyMethod();
    void putsTheKeyInTheAddress();
    void setsMediaTypes();
    void followsNoRedirect();
    void judgesAnswers_data();
    void judgesAnswers();
    void takesTheIdFromTheAnswer();
    void keepsTheIdOfARecordThatIsChanged();
    void looksUpByTheKey();
    void readsWhatALookUpSays_data();
    void readsWhatALookUpSays();
    void repeatsOnlyAfterALookWhereItCanLook();
    void refusesOptionsThatCannotWork();
    void testsBySending();
    void testSaysWhatIsWrong_data();
    void testSaysWhatIsWrong();
    void testLooksUpToo();
};

void WebhookConnectorTest::namesTheRecordItsVersionAndTheAttempt()
{
    ScriptedServer server;
    QVERIFY(create(shipmentTo(server.url(QLatin1StringView("/hook?list=2")))));
    QCOMPARE(server.requests().size(), 1);
    const ReceivedRequest request = server.requests().first();
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.target, QByteArray("/hook?list=2"));
    QCOMPARE(request.body, QByteArray("{\"id\":\"7\"}"));
    QCOMPARE(request.headers.value("content-type"), QByteArray("application/json"));
    QCOMPARE(request.headers.value("user-agent"), QByteArray("Earshot/" EARSHOT_VERSION));
    QCOMPARE(request.headers.value("idempotency-key"), QByteArray("\"earshot:abcdefgh:call:4%202;v=3\""));
    QCOMPARE(request.headers.value("x-earshot-record"), QByteArray("earshot:abcdefgh:call:4%202"));
    QCOMPARE(request.headers.value("x-earshot-delivery"), QByteArray("0b1c"));
    QCOMPARE(request.headers.value("x-earshot-attempt"), QByteArray("2"));
}

void WebhookConnectorTest::carriesNoProofWithoutSecrets()
{
    ScriptedServer server;
    QVERIFY(create(shipmentTo(server.url())));
    QVERIFY(!server.requests().first().headers.contains("authorization"));
    QVERIFY(!server.requests().first().headers.contains("x-earshot-signature"));
}

void WebhookConnectorTest::carriesTheBearer()
{
    ScriptedServer server;
    Shipment shipment = shipmentTo(server.url(), R"({"headers":{"X-Team":"sales"}})");
    shipment.secrets.bearer = "t0ken";
    QVERIFY(create(shipment));
    QCOMPARE(server.requests().first().headers.value("authorization"), QByteArray("Bearer t0ken"));
    QCOMPARE(server.requests().first().headers.value("x-team"), QByteArray("sales"));
}

void WebhookConnectorTest::carriesTheTokenWhereItIsWanted()
{
    ScriptedServer server;
    Shipment shipment = shipmentTo(server.url(), R"({"headers":{"X-Api-Key":"key {token}; v=1"}})");
    shipment.secrets.bearer = "t0ken";
    QVERIFY(create(shipment));
    QCOMPARE(server.requests().first().headers.value("x-api-key"), QByteArray("key t0ken; v=1"));
    QVERIFY(!server.requests().first().headers.contains("authorization"));
}

void WebhookConnectorTest::asksForATokenThatIsWantedAndMissing()
{
    ScriptedServer server;
    const auto sent = create(shipmentTo(server.url(), R"({"headers":{"X-Api-Key":"{token}"}})"));
    QVERIFY(!sent);
    QCOMPARE(sent.error().kind, Kind::NeedsLogin);
    QVERIFY(server.requests().isEmpty());
}

void WebhookConnectorTest::signsTimeAndBody()
{
    ScriptedServer server;
    Shipment shipment = shipmentTo(server.url());
    shipment.secrets.signingKey = "key";
    QVERIFY(create(shipment));
    // printf '1778760000.{"id":"7"}' | openssl dgst -sha256 -hmac key
    QCOMPARE(server.requests().first().headers.value("x-earshot-signature"),
             QByteArray("t=1778760000,v1=2f2a792b7fdfa43f50a8aab4e243f08d181ee68f9821b6409cbff369185f2d43"));
}

void WebhookConnectorTest::signsEachOfThem()
{
    const Timestamp now = fromMicroseconds(1'778'760'000'999'999);
    const QByteArray signature = webhookSignature("key", now, "{}");
    QVERIFY(webhookSignature("other", now, "{}") != signature);
    QVERIFY(webhookSignature("key", now, "{ }") != signature);
    QVERIFY(webhookSignature("key", now + std::chrono::seconds(1), "{}") != signature);
    QCOMPARE(webhookSignature("key", now, "{}"), signature);
}

void WebhookConnectorTest::sendsByAnyMethod_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<bool>("hasBody");
    QTest::newRow("POST") << "POST" << true;
    QTest::newRow("PUT") << "PUT" << true;
    QTest::newRow("PATCH") << "PATCH" << true;
    QTest::newRow("of their own") << "UPSERT" << true;
    QTest::newRow("GET") << "GET" << false;
    QTest::newRow("DELETE") << "DELETE" << false;
}

void WebhookConnectorTest::sendsByAnyMethod()
{
    QFETCH(QString, method);
    QFETCH(bool, hasBody);
    ScriptedServer server;
    Shipment shipment = shipmentTo(server.url());
    shipment.destination.method = method;
    shipment.secrets.signingKey = "key";
    const auto sent = create(shipment);
    QVERIFY2(sent, qPrintable(sent ? QString() : sent.error().reason));
    const ReceivedRequest request = server.requests().first();
    QCOMPARE(request.method, method.toLatin1());
    QCOMPARE(request.body, hasBody ? shipment.body : QByteArray());
    QCOMPARE(request.headers.contains("content-type"), hasBody);
    QCOMPARE(request.headers.value("x-earshot-signature"), webhookSignature("key", shipment.at, request.body));
}

void WebhookConnectorTest::putsTheKeyInTheAddress()
{
    ScriptedServer server;
    QVERIFY(create(shipmentTo(server.url(QLatin1StringView("/r/{key}?k={key}")))));
    QCOMPARE(server.requests().first().target,
             QByteArray("/r/earshot%3Aabcdefgh%3Acall%3A4%25202?k=earshot%3Aabcdefgh%3Acall%3A4%25202"));
}

void WebhookConnectorTest::setsMediaTypes()
{
    ScriptedServer server;
    QVERIFY(create(
        shipmentTo(server.url(), R"({"headers":{"content-type":"application/vnd.api+json","Accept":"text/csv"}})")));
    QCOMPARE(server.requests().first().headers.value("content-type"), QByteArray("application/vnd.api+json"));
    QCOMPARE(server.requests().first().headers.value("accept"), QByteArray("text/csv"));
}

void WebhookConnectorTest::followsNoRedirect()
{
    for (const int status : {301, 302, 303, 307, 308}) {
        ScriptedServer server;
        ScriptedServer other;
        server.then(ScriptedReply::answer(status, "", {"Location: " + other.url().toLatin1() + "?token=s3cret"}));
        Shipment shipment = shipmentTo(server.url());
        shipment.secrets = {"t0ken", "key"};
        const auto sent = create(shipment);
        QVERIFY(!sent);
        QVERIFY2(sent.error().kind == Kind::Wrong, qPrintable(sent.error().reason));
        QVERIFY2(sent.error().reason.endsWith(other.url()), qPrintable(sent.error().reason)); // without its query
        QCOMPARE(server.requests().size(), 1);
        QVERIFY(other.requests().isEmpty());
    }
}

void WebhookConnectorTest::judgesAnswers_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<DestinationAnswer>("answer");
    QTest::addColumn<std::optional<Kind>>("failure");
    const auto row = [](const char *name, const QByteArray &options, const DestinationAnswer &answer,
                        std::optional<Kind> failure = {}) { QTest::newRow(name) << options << answer << failure; };
    row("200", "{}", answered(200));
    row("204 without a body", "{}", answered(204, "", ""));
    row("text", "{}", answered(200, "ok", "text/plain"));
    row("202", "{}", answered(202), Kind::Lost);
    row("202 allowed", R"({"accept_202":true})", answered(202));
    row("202 of HTML allowed", R"({"accept_202":true})", answered(202, "<p>", "text/html"), Kind::Lost);
    row("HTML", "{}", answered(200, "<p>", "Text/HTML; charset=utf-8"), Kind::Lost);
    row("a 2xx that is none here", R"({"success":"201"})", answered(200), Kind::Lost);
    row("404", "{}", answered(404), Kind::Wrong);
    row("410", "{}", answered(410), Kind::Wrong);
    row("409", "{}", answered(409), Kind::Wrong);
    row("409 as in: it is there already", R"({"success":"200-299,409"})", answered(409));
    row("304", "{}", answered(304, "", ""), Kind::Wrong);
    row("304 allowed", R"({"success":"200-299,304"})", answered(304, "", ""));
    row("401", "{}", answered(401), Kind::NeedsLogin);
    row("403", "{}", answered(403), Kind::Forbidden);
    row("429", "{}", answered(429), Kind::Refused);
    row("500", "{}", answered(500), Kind::Broken);
    row("504", "{}", answered(504), Kind::Lost);

    const QByteArray id = R"({"id_pointer":"/data/id"})";
    row("an id", id, answered(201, R"({"data":{"id":7}})"));
    row("no id", id, answered(201, R"({"data":{}})"), Kind::Lost);
    row("an empty id", id, answered(201, R"({"data":{"id":""}})"), Kind::Lost);
    row("an id that is null", id, answered(201, R"({"data":{"id":null}})"), Kind::Lost);
    row("no JSON", id, answered(201, "ok"), Kind::Lost);
    row("half of it", id, answered(201, R"({"data":{"id":7)"), Kind::Lost);

    const QByteArray match = R"({"match_pointer":"/ok","match_value":"true"})";
    row("it matches", match, answered(200, R"({"ok":true})"));
    row("it matches as text", match, answered(200, R"({"ok":"true"})"));
    row("an error in a 200", match, answered(200, R"({"ok":false,"error":"no such list"})"), Kind::Wrong);
    row("null where it must match", match, answered(200, R"({"ok":null})"), Kind::Wrong);
    row("another answer", match, answered(200, R"({"error":"no such list"})"), Kind::Lost);
    row("no JSON that could match", match, answered(200, "ok"), Kind::Lost);
    row("it matches in a 500", match, answered(500, R"({"ok":true})"), Kind::Broken);

    DestinationAnswer cut = answered(200);
    cut.complete = false;
    row("cut short", "{}", cut, Kind::Lost);
    DestinationAnswer stopped = answered(200);
    stopped.stopped = true;
    row("stopped", "{}", stopped, Kind::Stopped);
    DestinationAnswer unsent;
    unsent.nothingSent = true;
    row("nothing sent", "{}", unsent, Kind::NotSent);
    row("no answer", "{}", DestinationAnswer(), Kind::Lost);
}

void WebhookConnectorTest::judgesAnswers()
{
    QFETCH(QByteArray, options);
    QFETCH(DestinationAnswer, answer);
    QFETCH(std::optional<Kind>, failure);
    const auto read = webhookOptions(shipmentTo(QStringLiteral("https://crm.example/"), options).destination);
    QVERIFY(read);
    const auto verdict = webhookVerdict(answer, *read);
    QCOMPARE(verdict.has_value(), !failure);
    if (failure) {
        QCOMPARE(verdict.error().kind, *failure);
        QVERIFY(!verdict.error().reason.isEmpty());
    }
}

void WebhookConnectorTest::takesTheIdFromTheAnswer()
{
    ScriptedServer server;
    server.then(ScriptedReply::answer(201, R"({"data":[{"id":9007199254740993}]})"));
    const auto sent = create(shipmentTo(server.url(), R"({"id_pointer":"/data/0/id"})"));
    QVERIFY(sent);
    QCOMPARE(sent->id, QStringLiteral("9007199254740993"));
}

void WebhookConnectorTest::keepsTheIdOfARecordThatIsChanged()
{
    ScriptedServer server;
    HttpExchanger exchanger;
    HttpPassage passage(exchanger, shipmentTo(server.url()));
    WebhookConnector connector;
    const auto sent = QCoro::waitFor(connector.updateRecord(passage, {QStringLiteral("7"), {}}, {}));
    QVERIFY(sent);
    QCOMPARE(sent->id, QStringLiteral("7"));
    QCOMPARE(server.requests().first().body, QByteArray("{\"id\":\"7\"}"));
}

void WebhookConnectorTest::looksUpByTheKey()
{
    ScriptedServer server;
    const QByteArray lookUp = server.url(QLatin1StringView("/records?key={key}")).toLatin1();
    Shipment shipment =
        shipmentTo(server.url(), R"({"headers":{"X-Api-Key":"{token}"},"lookup_url":")" + lookUp + "\"}");
    shipment.secrets = {"t0ken", "key"};
    QVERIFY(find(shipment));
    const ReceivedRequest request = server.requests().first();
    QCOMPARE(request.method, QByteArray("GET"));
    QCOMPARE(request.target, QByteArray("/records?key=earshot%3Aabcdefgh%3Acall%3A4%25202"));
    QVERIFY(request.body.isEmpty());
    QCOMPARE(request.headers.value("x-api-key"), QByteArray("t0ken"));
    QCOMPARE(request.headers.value("x-earshot-signature"), webhookSignature("key", shipment.at, {}));
    QVERIFY(!request.headers.contains("idempotency-key"));
}

void WebhookConnectorTest::readsWhatALookUpSays_data()
{
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("id"); // null: it is not there
    QTest::addColumn<std::optional<Kind>>("failure");
    const std::optional<Kind> none;
    QTest::newRow("there") << QByteArray("/0/id") << 200 << QByteArray(R"([{"id":"r7"}])") << "r7" << none;
    QTest::newRow("an empty list") << QByteArray("/0/id") << 200 << QByteArray("[]") << QString() << none;
    QTest::newRow("null") << QByteArray("/id") << 200 << QByteArray(R"({"id":null})") << QString() << none;
    QTest::newRow("not found") << QByteArray("/id") << 404 << QByteArray("nothing") << QString() << none;
    QTest::newRow("gone") << QByteArray("/id") << 410 << QByteArray("nothing") << QString() << none;
    QTest::newRow("no pointer, there") << QByteArray() << 200 << QByteArray("yes") << "" << none;
    QTest::newRow("no pointer, not found") << QByteArray() << 404 << QByteArray("no") << QString() << none;
    QTest::newRow("no JSON") << QByteArray("/id") << 200 << QByteArray("yes") << QString() << std::optional(Kind::Lost);
    QTest::newRow("broken") << QByteArray("/id") << 500 << QByteArray("{}") << QString() << std::optional(Kind::Broken);
    QTest::newRow("not allowed") << QByteArray("/id") << 403 << QByteArray("{}") << QString()
                                 << std::optional(Kind::Forbidden);
}

void WebhookConnectorTest::readsWhatALookUpSays()
{
    QFETCH(QByteArray, pointer);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, id);
    QFETCH(std::optional<Kind>, failure);
    ScriptedServer server;
    server.then(ScriptedReply::answer(status, body));
    const QByteArray lookUp = server.url(QLatin1StringView("/r/{key}")).toLatin1();
    const auto found =
        find(shipmentTo(server.url(), R"({"lookup_url":")" + lookUp + R"(","lookup_pointer":")" + pointer + "\"}"));
    QCOMPARE(found.has_value(), !failure);
    if (failure)
        QCOMPARE(found.error().kind, *failure);
    else
        QCOMPARE(*found ? QString((*found)->id + QLatin1StringView("")) : QString(), id);
    if (!failure)
        QCOMPARE(found->has_value(), !id.isNull());
}

void WebhookConnectorTest::repeatsOnlyAfterALookWhereItCanLook()
{
    WebhookConnector connector;
    const Shipment plain = shipmentTo(QStringLiteral("https://crm.example/"));
    QCOMPARE(connector.certainty(OutboxStep::Activity, plain).repeat, Certainty::Repeat::Harmless);
    const Shipment looked =
        shipmentTo(QStringLiteral("https://crm.example/"), R"({"lookup_url":"https://crm.example/r/{key}"})");
    QCOMPARE(connector.certainty(OutboxStep::Activity, looked).repeat, Certainty::Repeat::AfterLook);
    QVERIFY(!connector.hasContacts());
}

void WebhookConnectorTest::refusesOptionsThatCannotWork()
{
    ScriptedServer server;
    const auto sent = create(shipmentTo(server.url(), R"({"success":"fine"})"));
    QVERIFY(!sent);
    QCOMPARE(sent.error().kind, Kind::Wrong);
    QVERIFY(server.requests().isEmpty());
}

void WebhookConnectorTest::testsBySending()
{
    ScriptedServer server;
    server.then(ScriptedReply::answer(201, R"({"id":7})"));
    const DestinationTest result = test(shipmentTo(server.url(), R"({"id_pointer":"/id"})"));
    QVERIFY(result.accepted);
    QCOMPARE(result.words, QStringLiteral("accepted the record as 7"));
    QCOMPARE(server.requests().size(), 1);
}

void WebhookConnectorTest::testSaysWhatIsWrong_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("words");
    QTest::newRow("token") << 401 << "answered 401: its token is missing, wrong or has ended";
    QTest::newRow("right") << 403 << "answered 403: its token lacks a right";
    QTest::newRow("wrong") << 422 << "answered 422";
    QTest::newRow("busy") << 503 << "answered 503";
    QTest::newRow("nothing proved") << 202 << "answered 202";
}

void WebhookConnectorTest::testSaysWhatIsWrong()
{
    QFETCH(int, status);
    ScriptedServer server;
    server.then(ScriptedReply::answer(status));
    const DestinationTest result = test(shipmentTo(server.url()));
    QVERIFY(!result.accepted);
    QTEST(result.words, "words");
    QCOMPARE(server.requests().size(), 1);
}

void WebhookConnectorTest::testLooksUpToo()
{
    ScriptedServer server;
    const QByteArray lookUp = server.url(QLatin1StringView("/r/{key}")).toLatin1();
    const Shipment shipment = shipmentTo(server.url(), R"({"lookup_url":")" + lookUp + "\"}");
    QCOMPARE(test(shipment).words, QStringLiteral("accepted the record; the look-up finds it"));

    server.then(ScriptedReply::answer(200));
    server.then(ScriptedReply::answer(404));
    const DestinationTest missing = test(shipment);
    QVERIFY(missing.accepted);
    QCOMPARE(missing.words, QStringLiteral("accepted the record; the look-up does not find it"));

    server.then(ScriptedReply::answer(200));
    server.then(ScriptedReply::answer(500));
    const DestinationTest broken = test(shipment);
    QVERIFY(!broken.accepted);
    QCOMPARE(broken.words, QStringLiteral("accepted the record, but the look-up: answered 500"));
}

QTEST_GUILESS_MAIN(WebhookConnectorTest)

#include "tst_webhookconnector.moc"
