// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/receive/listenerharness.h"

#include <QTest>

namespace earshot {
namespace {

ListenerSettings behindProxy(const QString &proxies)
{
    ListenerSettings settings;
    settings.trustedProxies = {proxies};
    return settings;
}

} // namespace

/** Whose word is taken for where a request comes from. */
class TrustedProxiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsTheSender_data();
    void knowsTheSender();
    void letsInByTheSendersAddress_data();
    void letsInByTheSendersAddress();
    void limitsConnectionsOfOneAddress();
    void limitsNoTrustedProxy();
};

void TrustedProxiesTest::knowsTheSender_data()
{
    QTest::addColumn<QString>("proxies");
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QString>("remote");
    const QString here = QStringLiteral("127.0.0.0/8");
    const QByteArray two = "X-Forwarded-For: 203.0.113.9, 198.51.100.7\r\n";
    QTest::newRow("no proxy") << QStringLiteral("10.0.0.0/8") << two << QStringLiteral("127.0.0.1");
    QTest::newRow("last of the list") << here << two << QStringLiteral("198.51.100.7");
    QTest::newRow("second field") << here << QByteArray(two + "X-Forwarded-For: 192.0.2.4\r\n")
                                  << QStringLiteral("192.0.2.4");
    QTest::newRow("forwarded") << here << QByteArray("Forwarded: for=192.0.2.1, for=\"[2001:db8::7]:99\"\r\n")
                               << QStringLiteral("2001:db8::7");
    QTest::newRow("no field") << here << QByteArray() << QStringLiteral("127.0.0.1");
    QTest::newRow("unreadable") << here << QByteArray("Forwarded: for=unknown\r\n") << QStringLiteral("127.0.0.1");
}

void TrustedProxiesTest::knowsTheSender()
{
    QFETCH(QString, proxies);
    QFETCH(QByteArray, lines);
    ListenerHarness harness(behindProxy(proxies));
    RawSender sender(harness.port);
    QCOMPARE(sender.ask(hookRequest("POST", "{}", lines)).status, 200);
    QTEST(harness.sink.deliveries().value(0).remote, "remote");
}

void TrustedProxiesTest::letsInByTheSendersAddress_data()
{
    QTest::addColumn<QStringList>("allow");
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<int>("status");
    const QStringList list = {QStringLiteral("198.51.100.0/24")};
    QTest::newRow("of the list") << list << QByteArray("X-Forwarded-For: 198.51.100.7\r\n") << 200;
    QTest::newRow("of another") << list << QByteArray("X-Forwarded-For: 203.0.113.9\r\n") << 403;
    QTest::newRow("made up") << list << QByteArray("X-Forwarded-For: 198.51.100.7, 203.0.113.9\r\n") << 403;
    QTest::newRow("unknown") << list << QByteArray("Forwarded: for=unknown\r\n") << 403;
    QTest::newRow("nonsense") << list << QByteArray("X-Forwarded-For: 198.51.100.7 \" ;\r\n") << 403;
    QTest::newRow("unknown, all allowed") << QStringList() << QByteArray("Forwarded: for=unknown\r\n") << 200;
    QTest::newRow("the proxy itself") << QStringList{QStringLiteral("127.0.0.1")}
                                      << QByteArray("X-Forwarded-For: 198.51.100.7\r\n") << 403;
}

void TrustedProxiesTest::letsInByTheSendersAddress()
{
    QFETCH(QStringList, allow);
    QFETCH(QByteArray, lines);
    QFETCH(int, status);
    Hook hook = hookOf(c_sourceId, c_token);
    hook.allow = allow;
    ListenerHarness harness(behindProxy(QStringLiteral("127.0.0.1")), hook);
    RawSender sender(harness.port);
    QCOMPARE(sender.ask(hookRequest("POST", "{}", lines)).status, status);
}

void TrustedProxiesTest::limitsConnectionsOfOneAddress()
{
    ListenerSettings settings;
    settings.unlimitedNetworks = {};
    settings.maxConnectionsPerAddress = 2;
    ListenerHarness harness(settings);
    RawSender silent(harness.port);
    auto served = std::make_unique<RawSender>(harness.port);
    QCOMPARE(served->ask(hookRequest("POST", "a")).status, 200);
    RawSender refused(harness.port);
    QCOMPARE(refused.ask(hookRequest("POST", "b")).status, 503);
    QVERIFY(refused.isClosed());
    QCOMPARE(harness.listener.takeRefusals(), (QList<Refusals>{{0, 503, 1}}));
    served.reset();
    bool isServed = false; // when the place comes free cannot be seen from outside
    QTRY_VERIFY((isServed = isServed || RawSender(harness.port).ask(hookRequest("POST", "c")).status == 200));
}

void TrustedProxiesTest::limitsNoTrustedProxy()
{
    ListenerSettings settings = behindProxy(QStringLiteral("127.0.0.1/32"));
    settings.unlimitedNetworks = {};
    settings.maxConnectionsPerAddress = 1;
    ListenerHarness harness(settings);
    std::vector<std::unique_ptr<RawSender>> senders;
    for (int i = 0; i < 4; ++i) {
        senders.push_back(std::make_unique<RawSender>(harness.port));
        QCOMPARE(senders.back()->ask(hookRequest("POST", "{}")).status, 200);
    }
}

} // namespace earshot

QTEST_GUILESS_MAIN(earshot::TrustedProxiesTest)
#include "tst_trustedproxies.moc"
