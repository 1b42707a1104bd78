// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/webhookrequest.h"

#include <QTest>
#include <QUrl>

using namespace earshot;

namespace {

Shipment shipment()
{
    Shipment shipment;
    shipment.destination.url = QStringLiteral("https://crm.example/hook?list=2");
    shipment.recordKey = QStringLiteral("earshot:abcdefgh:call:42");
    shipment.version = 3;
    shipment.deliveryKey = QStringLiteral("0b1c");
    shipment.attempt = 2;
    shipment.body = "{\"id\":\"7\"}";
    shipment.at = fromMicroseconds(1'778'760'000'999'999);
    return shipment;
}

} // namespace

class WebhookRequestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheRecordItsVersionAndTheAttempt();
    void carriesNoProofWithoutSecrets();
    void carriesTheBearer();
    void signsTimeAndBody();
    void signsEachOfThem();
};

void WebhookRequestTest::namesTheRecordItsVersionAndTheAttempt()
{
    const QNetworkRequest request = webhookRequest(shipment());
    QCOMPARE(request.url(), QUrl(QStringLiteral("https://crm.example/hook?list=2")));
    QCOMPARE(request.rawHeader("Content-Type"), QByteArray("application/json"));
    QCOMPARE(request.rawHeader("User-Agent"), QByteArray("Earshot/" EARSHOT_VERSION));
    QCOMPARE(request.rawHeader("Idempotency-Key"), QByteArray("\"earshot:abcdefgh:call:42;v=3\""));
    QCOMPARE(request.rawHeader("X-Earshot-Record"), QByteArray("earshot:abcdefgh:call:42"));
    QCOMPARE(request.rawHeader("X-Earshot-Delivery"), QByteArray("0b1c"));
    QCOMPARE(request.rawHeader("X-Earshot-Attempt"), QByteArray("2"));
}

void WebhookRequestTest::carriesNoProofWithoutSecrets()
{
    const QNetworkRequest request = webhookRequest(shipment());
    QVERIFY(!request.hasRawHeader("Authorization"));
    QVERIFY(!request.hasRawHeader("X-Earshot-Signature"));
}

void WebhookRequestTest::carriesTheBearer()
{
    Shipment sealed = shipment();
    sealed.secrets.bearer = "t0ken";
    QCOMPARE(webhookRequest(sealed).rawHeader("Authorization"), QByteArray("Bearer t0ken"));
}

void WebhookRequestTest::signsTimeAndBody()
{
    Shipment sealed = shipment();
    sealed.secrets.signingKey = "key";
    // printf '1778760000.{"id":"7"}' | openssl dgst -sha256 -hmac key
    QCOMPARE(webhookRequest(sealed).rawHeader("X-Earshot-Signature"),
             QByteArray("t=1778760000,v1=2f2a792b7fdfa43f50a8aab4e243f08d181ee68f9821b6409cbff369185f2d43"));
}

void WebhookRequestTest::signsEachOfThem()
{
    const Timestamp now = shipment().at;
    const QByteArray signature = webhookSignature("key", now, "{}");
    QVERIFY(webhookSignature("other", now, "{}") != signature);
    QVERIFY(webhookSignature("key", now, "{ }") != signature);
    QVERIFY(webhookSignature("key", now + std::chrono::seconds(1), "{}") != signature);
    QCOMPARE(webhookSignature("key", now, "{}"), signature);
}

QTEST_GUILESS_MAIN(WebhookRequestTest)

#include "tst_webhookrequest.moc"
