// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/hooktable.h"

#include "app/receive/peeraddress.h"

#include <QTest>

#include <arpa/inet.h>
#include <netinet/in.h>

namespace earshot {
namespace {

/** A peer as accept() gives it, of the address's own family. */
PeerAddress peer(const QByteArray &address)
{
    PeerAddress result;
    auto *v4 = reinterpret_cast<sockaddr_in *>(&result.storage);
    auto *v6 = reinterpret_cast<sockaddr_in6 *>(&result.storage);
    if (inet_pton(AF_INET, address.constData(), &v4->sin_addr) == 1)
        v4->sin_family = AF_INET;
    else if (inet_pton(AF_INET6, address.constData(), &v6->sin6_addr) == 1)
        v6->sin6_family = AF_INET6;
    return result;
}

} // namespace

class HookTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsAHookByItsTokenOnly_data();
    void findsAHookByItsTokenOnly();
    void keepsWhatBelongsToAHook();
    void givesASharedTokenToTheFirstSource();
    void knowsNoHookWhenEmpty();
    void allowsNetworks_data();
    void allowsNetworks();
};

void HookTableTest::findsAHookByItsTokenOnly_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<qint64>("sourceId");
    QTest::newRow("first") << QByteArray("aaaaaaaaaaaaaaaa") << qint64(1);
    QTest::newRow("second") << QByteArray("bbbbbbbbbbbbbbbb") << qint64(2);
    QTest::newRow("shorter") << QByteArray("aaaaaaaaaaaaaaa") << qint64(0);
    QTest::newRow("longer") << QByteArray("aaaaaaaaaaaaaaaaa") << qint64(0);
    QTest::newRow("with a nul") << QByteArray("aaaaaaaaaaaaaaaa\0", 17) << qint64(0);
    QTest::newRow("other case") << QByteArray("AAAAAAAAAAAAAAAA") << qint64(0);
    QTest::newRow("empty") << QByteArray() << qint64(0);
}

void HookTableTest::findsAHookByItsTokenOnly()
{
    QFETCH(QByteArray, token);
    QFETCH(qint64, sourceId);
    const HookTable table({{1, "aaaaaaaaaaaaaaaa", {}, {}}, {2, "bbbbbbbbbbbbbbbb", {}, {}}});
    const HookEntry *found = table.find(token);
    QCOMPARE(found != nullptr ? found->sourceId : 0, sourceId);
}

void HookTableTest::keepsWhatBelongsToAHook()
{
    const HookTable table({{1, "aaaaaaaaaaaaaaaa", {QStringLiteral("10.0.0.0/8")}, "X-Key"}});
    const HookEntry *found = table.find("aaaaaaaaaaaaaaaa");
    QVERIFY(found != nullptr);
    QCOMPARE(found->secretHeader, QByteArray("X-Key"));
    QVERIFY(found->allow.allows(QHostAddress(QStringLiteral("10.1.2.3"))));
    QVERIFY(!found->allow.allows(QHostAddress(QStringLiteral("11.1.2.3"))));
}

void HookTableTest::givesASharedTokenToTheFirstSource()
{
    QTest::ignoreMessage(QtWarningMsg, "two sources share a token; the first one gets its deliveries, not 2");
    const HookTable table({{1, "aaaaaaaaaaaaaaaa", {}, {}}, {2, "aaaaaaaaaaaaaaaa", {}, {}}});
    QCOMPARE(table.find("aaaaaaaaaaaaaaaa")->sourceId, qint64(1));
}

void HookTableTest::knowsNoHookWhenEmpty()
{
    QVERIFY(HookTable().find("aaaaaaaaaaaaaaaa") == nullptr);
}

void HookTableTest::allowsNetworks_data()
{
    QTest::addColumn<QString>("network");
    QTest::addColumn<QByteArray>("sender");
    QTest::addColumn<bool>("isAllowed");
    const QString v4 = QStringLiteral("192.0.2.128/25");
    const QString v6 = QStringLiteral("2001:db8::/32");
    QTest::newRow("first of v4") << v4 << QByteArray("192.0.2.128") << true;
    QTest::newRow("before v4") << v4 << QByteArray("192.0.2.127") << false;
    QTest::newRow("v4 on a v6 socket") << v4 << QByteArray("::ffff:192.0.2.200") << true;
    QTest::newRow("other v4 on a v6 socket") << v4 << QByteArray("::ffff:192.0.2.1") << false;
    QTest::newRow("v6") << v6 << QByteArray("2001:db8:1::1") << true;
    QTest::newRow("other v6") << v6 << QByteArray("2001:db9::1") << false;
    QTest::newRow("v6 against v4") << v4 << QByteArray("2001:db8::1") << false;
    QTest::newRow("v4 against v6") << v6 << QByteArray("192.0.2.200") << false;
    QTest::newRow("single address") << QStringLiteral(" 192.0.2.1 ") << QByteArray("192.0.2.1") << true;
    QTest::newRow("everybody of v4") << QStringLiteral("0.0.0.0/0") << QByteArray("203.0.113.9") << true;
}

void HookTableTest::allowsNetworks()
{
    QFETCH(QString, network);
    QFETCH(QByteArray, sender);
    const AllowedNetworks networks({network});
    QTEST(networks.allows(hostAddress(peer(sender).get())), "isAllowed");
}

} // namespace earshot

QTEST_GUILESS_MAIN(earshot::HookTableTest)
#include "tst_hooktable.moc"
