// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/webhooksender.h"

#include "tests/app/forward/scriptedserver.h"

#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslServer>
#include <QTemporaryDir>
#include <QTest>

#include <qcorotask.h>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

constexpr WebhookSettings c_patient{20s, 20s};

Shipment shipmentTo(const QString &url)
{
    Shipment shipment;
    shipment.destination.url = url;
    shipment.recordKey = QStringLiteral("earshot:abcdefgh:call:42");
    shipment.version = 1;
    shipment.deliveryKey = QStringLiteral("0b1c");
    shipment.body = QByteArray("{\"text\":\"Zo\xc3\xab\"}");
    shipment.at = fromMicroseconds(1'778'760'000'000'000);
    return shipment;
}

DestinationAnswer send(WebhookSender &sender, const Shipment &shipment)
{
    return QCoro::waitFor(sender.send(shipment));
}

/** A server's certificate for 127.0.0.1 that it has signed itself, as files. */
struct Certificate {
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("cert.pem"));
    QString keyPath = folder.filePath(QStringLiteral("key.pem"));

    Certificate()
    {
        const QString command = QStringLiteral(
            "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=earshot-test "
            "-addext subjectAltName=IP:127.0.0.1");
        const QStringList arguments = command.split(QLatin1Char(' '))
                                      + QStringList{QStringLiteral("-keyout"), keyPath, QStringLiteral("-out"), path};
        if (QProcess::execute(QStringLiteral("openssl"), arguments) != 0)
            qFatal("openssl made no certificate");
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

class WebhookSenderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsTheRecord_data();
    void sendsTheRecord();
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
    void refusesAnUnknownCertificate();
    void trustsTheCaFile();
    void aTrustedConnectionIsNotLentToOthers();
    void aLostCaFileIsSaid();
};

void WebhookSenderTest::sendsTheRecord_data()
{
    QTest::addColumn<QString>("method");
    QTest::newRow("POST") << "POST";
    QTest::newRow("PUT") << "PUT";
    QTest::newRow("PATCH") << "PATCH";
}

void WebhookSenderTest::sendsTheRecord()
{
    QFETCH(QString, method);
    ScriptedServer server;
    WebhookSender sender(c_patient);
    Shipment shipment = shipmentTo(server.url(QLatin1StringView("/hook?list=2")));
    shipment.destination.method = method;
    shipment.secrets = {"t0ken", "key"};
    QCOMPARE(send(sender, shipment).status, std::optional(200));

    QCOMPARE(server.requests().size(), 1);
    const ReceivedRequest request = server.requests().first();
    QCOMPARE(request.method, method.toLatin1());
    QCOMPARE(request.target, QByteArray("/hook?list=2"));
    QCOMPARE(request.body, shipment.body);
    QCOMPARE(request.headers.value("content-type"), QByteArray("application/json"));
    QCOMPARE(request.headers.value("idempotency-key"), QByteArray("\"earshot:abcdefgh:call:42;v=1\""));
    QCOMPARE(request.headers.value("authorization"), QByteArray("Bearer t0ken"));
    QVERIFY(request.headers.value("x-earshot-signature").startsWith("t=1778760000,v1="));
}

void WebhookSenderTest::tellsWhatCameBack()
{
    ScriptedServer server;
    server.then(
        ScriptedReply::answer(503, "{\"error\":\"busy\"}", {"Content-Type: application/json", "Retry-After: 7"}));
    WebhookSender sender(c_patient);
    const DestinationAnswer answer = send(sender, shipmentTo(server.url()));
    QCOMPARE(answer.status, std::optional(503));
    QVERIFY(answer.complete);
    QCOMPARE(answer.contentType, QByteArray("application/json"));
    QCOMPARE(answer.retryAfter, QByteArray("7"));
    QCOMPARE(answer.text, QStringLiteral("{\"error\":\"busy\"}"));
    QVERIFY(!answer.stopped);
}

void WebhookSenderTest::followsNoRedirect()
{
    ScriptedServer server;
    server.then(ScriptedReply::answer(307, "", {"Location: https://user:pw@new.example/hook?token=s3cret"}));
    WebhookSender sender(c_patient);
    const DestinationAnswer answer = send(sender, shipmentTo(server.url()));
    QCOMPARE(answer.status, std::optional(307));
    QCOMPARE(answer.location, QStringLiteral("https://new.example/hook"));
    QCOMPARE(server.requests().size(), 1);
}

void WebhookSenderTest::sendsNoCookieBack()
{
    ScriptedServer server;
    server.then(ScriptedReply::answer(200, "{}", {"Set-Cookie: session=1; Path=/"}));
    WebhookSender sender(c_patient);
    send(sender, shipmentTo(server.url()));
    send(sender, shipmentTo(server.url()));
    QCOMPARE(server.requests().size(), 2);
    QVERIFY(!server.requests().last().headers.contains("cookie"));
}

void WebhookSenderTest::readsOnlySoMuch()
{
    ScriptedServer server;
    const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000000000\r\n\r\n";
    server.then({head + QByteArray(3 * 1024 * 1024, 'x'), ScriptedReply::Then::Keep});
    WebhookSender sender(c_patient);
    const DestinationAnswer answer = send(sender, shipmentTo(server.url()));
    QCOMPARE(answer.status, std::optional(200));
    QVERIFY(answer.complete);
    QCOMPARE(answer.text.size(), 4096);
}

void WebhookSenderTest::keepsNoSecretThatIsRepeated()
{
    ScriptedServer server;
    server.then(ScriptedReply::answer(400, "{\"you sent\":\"Bearer t0ken-t0ken\"}"));
    WebhookSender sender(c_patient);
    Shipment shipment = shipmentTo(server.url());
    shipment.secrets.bearer = "t0ken-t0ken";
    QCOMPARE(send(sender, shipment).text, QStringLiteral("{\"you sent\":\"Bearer ****\"}"));
}

void WebhookSenderTest::anAnswerCutShortIsIncomplete()
{
    ScriptedServer server;
    server.then(ScriptedReply::drop(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"id\":"));
    WebhookSender sender(c_patient);
    const DestinationAnswer answer = send(sender, shipmentTo(server.url()));
    QCOMPARE(answer.status, std::optional(200));
    QVERIFY(!answer.complete);
    QVERIFY(!answer.networkFailure.isEmpty());
}

void WebhookSenderTest::noAnswerIsSaid()
{
    QString url;
    {
        const ScriptedServer server;
        url = server.url();
    }
    WebhookSender sender(c_patient);
    const DestinationAnswer answer = send(sender, shipmentTo(url));
    QVERIFY(!answer.status);
    QVERIFY(!answer.complete);
    QVERIFY(!answer.networkFailure.isEmpty());
}

void WebhookSenderTest::waitsOnlySoLongInSilence()
{
    ScriptedServer server;
    server.then(ScriptedReply::silence());
    WebhookSender sender({50ms, 20s});
    const DestinationAnswer answer = send(sender, shipmentTo(server.url()));
    QVERIFY(!answer.status);
    QVERIFY(!answer.complete);
    QCOMPARE(answer.networkFailure, QStringLiteral("nothing in time"));
    QVERIFY(!answer.stopped);
}

void WebhookSenderTest::waitsOnlySoLongWhileItDrips()
{
    ScriptedServer server;
    server.then({"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nx", ScriptedReply::Then::Keep});
    WebhookSender sender({20s, 100ms});
    const DestinationAnswer answer = send(sender, shipmentTo(server.url()));
    QCOMPARE(answer.status, std::optional(200));
    QVERIFY(!answer.complete);
}

void WebhookSenderTest::stopsWhatIsUnderWay()
{
    ScriptedServer server;
    server.then(ScriptedReply::silence());
    WebhookSender sender(c_patient);
    QCoro::Task<DestinationAnswer> sending = sender.send(shipmentTo(server.url()));
    QTRY_COMPARE(server.unanswered(), 1);
    QVERIFY(!sending.isReady());
    sender.stop();
    QVERIFY(sending.isReady());
    QVERIFY(QCoro::waitFor(sending).stopped);
    QCOMPARE(send(sender, shipmentTo(server.url())).status, std::optional(200));
}

void WebhookSenderTest::stopsWhenItGoes()
{
    ScriptedServer server;
    server.then(ScriptedReply::silence());
    auto sender = std::make_unique<WebhookSender>(c_patient);
    QCoro::Task<DestinationAnswer> sending = sender->send(shipmentTo(server.url()));
    QTRY_COMPARE(server.unanswered(), 1);
    sender.reset();
    QVERIFY(QCoro::waitFor(sending).stopped);
}

void WebhookSenderTest::refusesAnUnknownCertificate()
{
    const Certificate certificate;
    ScriptedServer server(certificate.server());
    WebhookSender sender(c_patient);
    const DestinationAnswer answer = send(sender, shipmentTo(server.url()));
    QVERIFY(!answer.status);
    QVERIFY(!answer.networkFailure.isEmpty());
    QVERIFY(server.requests().isEmpty());
}

void WebhookSenderTest::trustsTheCaFile()
{
    const Certificate certificate;
    ScriptedServer server(certificate.server());
    WebhookSender sender(c_patient);
    Shipment shipment = shipmentTo(server.url());
    shipment.destination.caFile = certificate.path;
    const DestinationAnswer answer = send(sender, shipment);
    QVERIFY2(answer.status == 200, qPrintable(answer.networkFailure));
    QCOMPARE(server.requests().first().body, shipment.body);
}

void WebhookSenderTest::aTrustedConnectionIsNotLentToOthers()
{
    const Certificate certificate;
    ScriptedServer server(certificate.server());
    WebhookSender sender(c_patient);
    Shipment shipment = shipmentTo(server.url());
    shipment.destination.caFile = certificate.path;
    QCOMPARE(send(sender, shipment).status, std::optional(200));
    shipment.destination.caFile.clear();
    QVERIFY(!send(sender, shipment).status);
    QCOMPARE(server.requests().size(), 1);
}

void WebhookSenderTest::aLostCaFileIsSaid()
{
    WebhookSender sender(c_patient);
    Shipment shipment = shipmentTo(QStringLiteral("https://127.0.0.1:1/"));
    shipment.destination.caFile = QStringLiteral("/nowhere/ca.pem");
    const DestinationAnswer answer = send(sender, shipment);
    QVERIFY(!answer.status);
    QVERIFY(answer.networkFailure.contains(QLatin1StringView("/nowhere/ca.pem")));
}

QTEST_GUILESS_MAIN(WebhookSenderTest)

#include "tst_webhooksender.moc"
