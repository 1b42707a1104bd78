// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/httpexchanger.h"

#include "app/receive/certificate.h"
#include "tests/app/forward/scriptedserver.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QSslServer>
#include <QTemporaryDir>
#include <QTest>

#include <qcorotask.h>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

constexpr ExchangeSettings c_patient{20s, 20s};

const QByteArray c_body("{\"text\":\"Zo\xc3\xab\"}");

/** What goes out. */
struct Asking {
    Destination destination;
    Secrets::Destination secrets;
    CrmRequest request;
};

Asking askingOf(const QString &url)
{
    Asking asking;
    asking.destination.url = url;
    asking.request.method = "POST";
    asking.request.body = c_body;
    return asking;
}

DestinationAnswer send(HttpExchanger &exchanger, const Asking &asking)
{
    return QCoro::waitFor(exchanger.exchange(asking.destination, asking.secrets, asking.request));
}

QCoro::Task<DestinationAnswer> beginning(HttpExchanger &exchanger, const QString &url)
{
    const Asking asking = askingOf(url);
    return exchanger.exchange(asking.destination, asking.secrets, asking.request);
}

/** A server's certificate that it has signed itself, as files. */
struct Certificate {
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("cert.pem"));
    QString keyPath = folder.filePath(QStringLiteral("key.pem"));

    explicit Certificate(const QString &name = QStringLiteral("127.0.0.1"),
                         Timestamp madeAt = SystemClock().now() - std::chrono::hours(1))
    {
        if (!makeSelfSignedCertificate({path, keyPath}, {name}, madeAt))
            qFatal("no certificate was made");
    }

    std::unique_ptr<QTcpServer> server() const
    {
        QFile keyFile(keyPath);
        if (!keyFile.open(QIODevice::ReadOnly))
            qFatal("openssl made no key");
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(QSslCertificate::fromPath(path).value(0));
        tls.setPrivateKey(QSslKey(&keyFile, QSsl::Ec));
        auto made = std::make_unique<QSslServer>();
        made->setSslConfiguration(tls);
        return made;
    }
};

} // namespace

class HttpExchangerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsWhatItIsTold_data();
    void sendsWhatItIsTold();
    void usesAConnectionAgain();
    void doesNotUseOneThatWasClosed();
    void takesNoAnswerThatWasLeftOver();
    void repeatsOnlyWhatAsks_data();
    void repeatsOnlyWhatAsks();
    void tellsWhatCameBack();
    void followsNoRedirect();
    void sendsNoCookieBack();
    void readsOnlySoMuch();
    void keepsNoSecretThatIsRepeated();
    void anAnswerCutShortIsIncomplete();
    void noAnswerIsSaid();
    void waitsOnlySoLongInSilence();
    void waitsOnlySoLongWhileItDrips();
    void stopsWhatIsUnderWay();
    void stopsWhenItGoes();
    void refusesABadCertificate_data();
    void refusesABadCertificate();
    void nothingIsSentWithoutTls();
    void trustsTheCaFile();
    void aTrustedConnectionIsNotLentToOthers();
    void aLostCaFileIsSaid();
};

void HttpExchangerTest::sendsWhatItIsTold_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("POST") << QByteArray("POST") << c_body;
    QTest::newRow("a word of their own") << QByteArray("UPSERT") << c_body;
    QTest::newRow("a large body") << QByteArray("PUT") << QByteArray(3'000'000, 'x');
    QTest::newRow("no body") << QByteArray("DELETE") << QByteArray();
    QTest::newRow("GET") << QByteArray("GET") << QByteArray();
}

void HttpExchangerTest::sendsWhatItIsTold()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    ScriptedServer server;
    HttpExchanger exchanger(c_patient);
    Asking asking = askingOf(server.url(QLatin1StringView("/hook")));
    asking.request.method = method;
    asking.request.body = body;
    asking.request.path = QStringLiteral("/a%2Fb");
    asking.request.query.addQueryItem(QStringLiteral("q"), QStringLiteral("a%26b c"));
    asking.request.headers = {{"X-One", "1"}, {"X-Two", "2\r\nX-Evil: 1"}};
    QCOMPARE(send(exchanger, asking).status, std::optional(200));

    QCOMPARE(server.requests().size(), 1);
    const ReceivedRequest request = server.requests().first();
    QCOMPARE(request.method, method);
    QCOMPARE(request.target, QByteArray("/hook/a%2Fb?q=a%26b%20c"));
    QVERIFY(request.body == body);
    QCOMPARE(request.headers.value("host"), QUrl(asking.destination.url).authority().toLatin1());
    QCOMPARE(request.headers.value("content-type"), body.isEmpty() ? QByteArray() : QByteArray("application/json"));
    QCOMPARE(request.headers.value("x-one"), QByteArray("1"));
    QVERIFY(!request.headers.contains("x-evil"));
    QCOMPARE(request.headers.value("user-agent"), QByteArray("Earshot/" EARSHOT_VERSION));
    QCOMPARE(request.headers.value("accept-encoding"), QByteArray("identity"));
}

void HttpExchangerTest::usesAConnectionAgain()
{
    ScriptedServer server;
    HttpExchanger exchanger(c_patient);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(send(exchanger, askingOf(server.url())).status, std::optional(200));
    QCOMPARE(server.connections(), 1);
    server.then(ScriptedReply::answer(200, "{}", {"Connection: close"}));
    QCOMPARE(send(exchanger, askingOf(server.url())).status, std::optional(200));
    QCOMPARE(send(exchanger, askingOf(server.url())).status, std::optional(200));
    QCOMPARE(server.connections(), 2);
}

void HttpExchangerTest::doesNotUseOneThatWasClosed()
{
    ScriptedServer server;
    HttpExchanger exchanger(c_patient);
    server.then(ScriptedReply::drop("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"));
    QCOMPARE(send(exchanger, askingOf(server.url())).status, std::optional(200));
    QTRY_COMPARE(server.open(), 0);
    QCOMPARE(send(exchanger, askingOf(server.url())).status, std::optional(200));
    QCOMPARE(server.requests().size(), 2);
}

/** An answer that came twice is not taken for that to the next request. */
void HttpExchangerTest::takesNoAnswerThatWasLeftOver()
{
    ScriptedServer server;
    HttpExchanger exchanger(c_patient);
    const QByteArray twice = ScriptedReply::answer(200, "{}").bytes + ScriptedReply::answer(201, "[]").bytes;
    server.then({twice, ScriptedReply::Then::Keep});
    server.then(ScriptedReply::answer(422));
    QCOMPARE(send(exchanger, askingOf(server.url())).status, std::optional(200));
    QCOMPARE(send(exchanger, askingOf(server.url())).status, std::optional(422));
}

/** What only asks may be asked again where a kept connection has just ended; what writes may not. */
void HttpExchangerTest::repeatsOnlyWhatAsks_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("requests");
    QTest::newRow("GET") << QByteArray("GET") << 3;
    QTest::newRow("POST") << QByteArray("POST") << 2;
    QTest::newRow("DELETE") << QByteArray("DELETE") << 2;
}

void HttpExchangerTest::repeatsOnlyWhatAsks()
{
    QFETCH(QByteArray, method);
    ScriptedServer server;
    HttpExchanger exchanger(c_patient);
    Asking asking = askingOf(server.url());
    asking.request.method = method;
    asking.request.body.clear();
    server.then(ScriptedReply::answer(200));
    server.then(ScriptedReply::drop());
    QCOMPARE(send(exchanger, asking).status, std::optional(200));
    const DestinationAnswer answer = send(exchanger, asking);
    QCOMPARE(answer.status.has_value(), method == "GET");
    QVERIFY(!answer.nothingSent);
    QTEST(int(server.requests().size()), "requests");
}

void HttpExchangerTest::tellsWhatCameBack()
{
    ScriptedServer server;
    server.then(
        ScriptedReply::answer(503, "{\"error\":\"busy\"}", {"Content-Type: application/json", "Retry-After: 7"}));
    HttpExchanger exchanger(c_patient);
    const DestinationAnswer answer = send(exchanger, askingOf(server.url()));
    QCOMPARE(answer.status, std::optional(503));
    QVERIFY(answer.complete);
    QCOMPARE(answer.contentType, QByteArray("application/json"));
    QCOMPARE(answer.retryAfter, QByteArray("7"));
    QCOMPARE(answer.text, QStringLiteral("{\"error\":\"busy\"}"));
    QVERIFY(!answer.stopped);
}

void HttpExchangerTest::followsNoRedirect()
{
    ScriptedServer server;
    server.then(ScriptedReply::answer(307, "", {"Location: https://user:pw@new.example/hook?token=s3cret"}));
    HttpExchanger exchanger(c_patient);
    const DestinationAnswer answer = send(exchanger, askingOf(server.url()));
    QCOMPARE(answer.status, std::optional(307));
    QCOMPARE(answer.location, QStringLiteral("https://new.example/hook"));
    QCOMPARE(server.requests().size(), 1);
}

void HttpExchangerTest::sendsNoCookieBack()
{
    ScriptedServer server;
    server.then(ScriptedReply::answer(200, "{}", {"Set-Cookie: session=1; Path=/"}));
    HttpExchanger exchanger(c_patient);
    send(exchanger, askingOf(server.url()));
    send(exchanger, askingOf(server.url()));
    QCOMPARE(server.requests().size(), 2);
    QVERIFY(!server.requests().last().headers.contains("cookie"));
}

void HttpExchangerTest::readsOnlySoMuch()
{
    ScriptedServer server;
    const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000000000\r\n\r\n";
    server.then({head + QByteArray(3 * 1024 * 1024, 'x'), ScriptedReply::Then::Keep});
    HttpExchanger exchanger(c_patient);
    const DestinationAnswer answer = send(exchanger, askingOf(server.url()));
    QCOMPARE(answer.status, std::optional(200));
    QVERIFY(answer.complete);
    QCOMPARE(answer.text.size(), 4096);
}

void HttpExchangerTest::keepsNoSecretThatIsRepeated()
{
    ScriptedServer server;
    server.then(ScriptedReply::answer(400, "{\"you sent\":\"Bearer t0ken-t0ken\"}"));
    HttpExchanger exchanger(c_patient);
    Asking asking = askingOf(server.url());
    asking.secrets.bearer = "t0ken-t0ken";
    QCOMPARE(send(exchanger, asking).text, QStringLiteral("{\"you sent\":\"Bearer ****\"}"));
}

void HttpExchangerTest::anAnswerCutShortIsIncomplete()
{
    ScriptedServer server;
    server.then(ScriptedReply::drop(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"id\":"));
    HttpExchanger exchanger(c_patient);
    const DestinationAnswer answer = send(exchanger, askingOf(server.url()));
    QCOMPARE(answer.status, std::optional(200));
    QVERIFY(!answer.complete);
    QVERIFY(!answer.networkFailure.isEmpty());
}

void HttpExchangerTest::noAnswerIsSaid()
{
    QString url;
    {
        const ScriptedServer server;
        url = server.url();
    }
    HttpExchanger exchanger(c_patient);
    const DestinationAnswer answer = send(exchanger, askingOf(url));
    QVERIFY(!answer.status);
    QVERIFY(!answer.complete);
    QVERIFY(!answer.networkFailure.isEmpty());
}

void HttpExchangerTest::waitsOnlySoLongInSilence()
{
    ScriptedServer server;
    server.then(ScriptedReply::silence());
    HttpExchanger exchanger({50ms, 20s});
    const DestinationAnswer answer = send(exchanger, askingOf(server.url()));
    QVERIFY(!answer.status);
    QVERIFY(!answer.complete);
    QCOMPARE(answer.networkFailure, QStringLiteral("nothing in time"));
    QVERIFY(!answer.stopped);
}

void HttpExchangerTest::waitsOnlySoLongWhileItDrips()
{
    ScriptedServer server;
    server.then({"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nx", ScriptedReply::Then::Keep});
    HttpExchanger exchanger({20s, 100ms});
    const DestinationAnswer answer = send(exchanger, askingOf(server.url()));
    QCOMPARE(answer.status, std::optional(200));
    QVERIFY(!answer.complete);
}

void HttpExchangerTest::stopsWhatIsUnderWay()
{
    ScriptedServer server;
    server.then(ScriptedReply::silence());
    HttpExchanger exchanger(c_patient);
    QCoro::Task<DestinationAnswer> sending = beginning(exchanger, server.url());
    QTRY_COMPARE(server.unanswered(), 1);
    QVERIFY(!sending.isReady());
    exchanger.stop();
    QVERIFY(sending.isReady());
    QVERIFY(QCoro::waitFor(sending).stopped);
    QCOMPARE(send(exchanger, askingOf(server.url())).status, std::optional(200));
}

void HttpExchangerTest::stopsWhenItGoes()
{
    ScriptedServer server;
    server.then(ScriptedReply::silence());
    auto exchanger = std::make_unique<HttpExchanger>(c_patient);
    QCoro::Task<DestinationAnswer> sending = beginning(*exchanger, server.url());
    QTRY_COMPARE(server.unanswered(), 1);
    exchanger.reset();
    QVERIFY(QCoro::waitFor(sending).stopped);
}

void HttpExchangerTest::refusesABadCertificate_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("days"); // old
    QTest::addColumn<bool>("isTrusted");
    QTest::newRow("nobody vouches for it") << "127.0.0.1" << 1 << false;
    QTest::newRow("of another address") << "127.0.0.2" << 1 << true;
    QTest::newRow("of a name") << "crm.example" << 1 << true;
    QTest::newRow("expired") << "127.0.0.1" << 1000 << true;
    QTest::newRow("of tomorrow") << "127.0.0.1" << -1 << true;
}

void HttpExchangerTest::refusesABadCertificate()
{
    QFETCH(QString, name);
    QFETCH(int, days);
    QFETCH(bool, isTrusted);
    const Certificate certificate(name, SystemClock().now() - std::chrono::days(days));
    ScriptedServer server(certificate.server());
    HttpExchanger exchanger(c_patient);
    Asking asking = askingOf(server.url());
    asking.secrets.bearer = "t0ken";
    if (isTrusted)
        asking.destination.caFile = certificate.path;
    const DestinationAnswer answer = send(exchanger, asking);
    QVERIFY(!answer.status);
    QVERIFY(answer.nothingSent);
    QVERIFY(!answer.networkFailure.isEmpty());
    QVERIFY(server.requests().isEmpty());
}

/** TLS that breaks off before anything was said through it. */
void HttpExchangerTest::nothingIsSentWithoutTls()
{
    ScriptedServer plain;
    for (const char *bytes : {"", "HTTP/1.1 200 OK\r\n\r\n", "\x15\x03\x03\x00\x02\x02\x28"})
        plain.greet(ScriptedReply::drop(bytes));
    HttpExchanger exchanger(c_patient);
    QString url = plain.url();
    url.replace(QLatin1StringView("http:"), QLatin1StringView("https:"));
    for (int i = 0; i < 3; ++i) {
        const DestinationAnswer answer = send(exchanger, askingOf(url));
        QVERIFY(!answer.status);
        QVERIFY(answer.nothingSent);
    }
    QVERIFY(plain.requests().isEmpty());
}

void HttpExchangerTest::trustsTheCaFile()
{
    const Certificate certificate;
    ScriptedServer server(certificate.server());
    HttpExchanger exchanger(c_patient);
    Asking asking = askingOf(server.url());
    asking.destination.caFile = certificate.path;
    const DestinationAnswer answer = send(exchanger, asking);
    QVERIFY2(answer.status == 200, qPrintable(answer.networkFailure));
    QCOMPARE(server.requests().first().body, c_body);
}

void HttpExchangerTest::aTrustedConnectionIsNotLentToOthers()
{
    const Certificate certificate;
    ScriptedServer server(certificate.server());
    HttpExchanger exchanger(c_patient);
    Asking asking = askingOf(server.url());
    asking.destination.caFile = certificate.path;
    QCOMPARE(send(exchanger, asking).status, std::optional(200));
    asking.destination.caFile.clear();
    QVERIFY(!send(exchanger, asking).status);
    QCOMPARE(server.requests().size(), 1);
}

void HttpExchangerTest::aLostCaFileIsSaid()
{
    HttpExchanger exchanger(c_patient);
    Asking asking = askingOf(QStringLiteral("https://127.0.0.1:1/"));
    asking.destination.caFile = QStringLiteral("/nowhere/ca.pem");
    const DestinationAnswer answer = send(exchanger, asking);
    QVERIFY(!answer.status);
    QVERIFY(answer.networkFailure.contains(QLatin1StringView("/nowhere/ca.pem")));
}

QTEST_GUILESS_MAIN(HttpExchangerTest)

#include "tst_httpexchanger.moc"
