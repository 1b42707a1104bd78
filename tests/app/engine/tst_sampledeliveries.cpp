// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/sampledeliveries.h"
#include "app/simulate/story.h"
#include "tests/app/simulate/answeringserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace earshot;

namespace {

constexpr Timestamp c_noon = fromMicroseconds(1'778'760'000'000'000); // 2026-05-14T12:00:00Z

} // namespace

class SampleDeliveriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesEveryPlatformAConversation_data();
    void givesEveryPlatformAConversation();
    void givesOthersPlainJson();
    void postsOneAfterAnother();
    void stopsAtARefusal();
    void doesNotNameTheHookItCannotReach();

private:
    static QUrl hookOf(const QTcpServer &server)
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1/hook/secret-token").arg(server.serverPort()));
    }
};

void SampleDeliveriesTest::givesEveryPlatformAConversation_data()
{
    QTest::addColumn<QString>("platform");
    const QStringList platforms = simulatedPlatforms();
    for (const QString &platform : platforms)
        QTest::newRow(qPrintable(platform)) << platform;
}

void SampleDeliveriesTest::givesEveryPlatformAConversation()
{
    QFETCH(QString, platform);
    const QList<SimulatedRequest> deliveries = sampleDeliveries(platform, c_noon);
    QVERIFY(!deliveries.isEmpty());
    for (const SimulatedRequest &delivery : deliveries) {
        QCOMPARE(delivery.platform, platform);
        QVERIFY(!delivery.method.isEmpty());
        QVERIFY(!delivery.body.isEmpty() || !delivery.query.isEmpty());
    }
    const auto offsets = [](const SimulatedRequest &request) { return request.offset; };
    QVERIFY(std::ranges::is_sorted(deliveries, {}, offsets));
    QVERIFY(sampleDeliveries(platform, c_noon) != deliveries); // another one each time
}

void SampleDeliveriesTest::givesOthersPlainJson()
{
    const QList<SimulatedRequest> deliveries = sampleDeliveries(QStringLiteral("custom"), c_noon);
    QCOMPARE(deliveries.size(), 1);
    QCOMPARE(deliveries.first().method, QByteArray("POST"));
    QCOMPARE(header(deliveries.first(), "content-type"), QByteArray("application/json"));
    const QJsonObject body = QJsonDocument::fromJson(deliveries.first().body).object();
    QCOMPARE(body.value(QStringLiteral("at")).toString(), QStringLiteral("2026-05-14T12:00:00Z"));
}

void SampleDeliveriesTest::postsOneAfterAnother()
{
    AnsweringServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QNetworkAccessManager network;
    const QList<SimulatedRequest> deliveries = sampleDeliveries(QStringLiteral("varda"), c_noon);
    DeliveryPoster poster(network, hookOf(server), {}, deliveries);
    const QSignalSpy finished(&poster, &DeliveryPoster::finished);
    poster.start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.first().at(0).toInt(), int(deliveries.size()));
    QCOMPARE(finished.first().at(1).toString(), QString());
    QCOMPARE(server.arrived.size(), deliveries.size());
    for (qsizetype i = 0; i < deliveries.size(); ++i) {
        QCOMPARE(server.arrived.at(i).body, deliveries.at(i).body);
        QVERIFY(server.arrived.at(i).target.startsWith("/hook/secret-token"));
    }
}

void SampleDeliveriesTest::stopsAtARefusal()
{
    AnsweringServer server;
    server.answer = [&server](const ArrivedRequest &) { return server.arrived.size() == 1 ? 200 : 404; };
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QNetworkAccessManager network;
    const SimulatedRequest delivery = sampleDeliveries(QStringLiteral("custom"), c_noon).first();
    DeliveryPoster poster(network, hookOf(server), {}, {delivery, delivery, delivery});
    const QSignalSpy finished(&poster, &DeliveryPoster::finished);
    poster.start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.first().at(0).toInt(), 1);
    QCOMPARE(finished.first().at(1).toString(), QStringLiteral("It was answered 404."));
    QCOMPARE(server.arrived.size(), 2);
}

void SampleDeliveriesTest::doesNotNameTheHookItCannotReach()
{
    AnsweringServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const QUrl hook = hookOf(server);
    server.close();
    QNetworkAccessManager network;
    DeliveryPoster poster(network, hook, {}, sampleDeliveries(QStringLiteral("custom"), c_noon));
    const QSignalSpy finished(&poster, &DeliveryPoster::finished);
    poster.start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.first().at(0).toInt(), 0);
    QCOMPARE(finished.first().at(1).toString(), QStringLiteral("The address did not answer."));
}

QTEST_GUILESS_MAIN(SampleDeliveriesTest)
#include "tst_sampledeliveries.moc"
