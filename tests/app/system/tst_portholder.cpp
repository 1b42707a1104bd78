// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/system/portholder.h"

#include <QCoreApplication>
#include <QFile>
#include <QTcpServer>
#include <QTest>

using namespace earshot;

class PortHolderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesWhoListens_data();
    void namesWhoListens();
    void isNobodyWhereThePortIsFree();
    void isNobodyOnAnotherAddress();
};

void PortHolderTest::namesWhoListens_data()
{
    QTest::addColumn<QString>("theirs");
    QTest::addColumn<QString>("ours");
    const QString v4 = QStringLiteral("127.0.0.1");
    const QString v6 = QStringLiteral("::1");
    const QString allV4 = QStringLiteral("0.0.0.0");
    const QString all = QStringLiteral("::");
    QTest::newRow("the same address") << v4 << v4;
    QTest::newRow("the same IPv6 address") << v6 << v6;
    QTest::newRow("theirs takes all") << allV4 << v4;
    QTest::newRow("ours would take all") << v4 << allV4;
    QTest::newRow("theirs takes both families") << all << v4;
}

void PortHolderTest::namesWhoListens()
{
    QFETCH(QString, theirs);
    QFETCH(QString, ours);
    QTcpServer server;
    if (!server.listen(QHostAddress(theirs)))
        QSKIP("This computer has no such address.");
    const auto holder = portHolder(ours, server.serverPort());
    QVERIFY(holder);
    QCOMPARE(holder->process, QCoreApplication::applicationPid());
    QFile comm(QStringLiteral("/proc/self/comm"));
    QVERIFY(comm.open(QIODevice::ReadOnly));
    QCOMPARE(holder->program, QString::fromLocal8Bit(comm.readAll().trimmed()));
}

void PortHolderTest::isNobodyWhereThePortIsFree()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const quint16 port = server.serverPort();
    server.close();
    QVERIFY(!portHolder(QStringLiteral("127.0.0.1"), port));
}

void PortHolderTest::isNobodyOnAnotherAddress()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress(QStringLiteral("127.0.0.2"))));
    QVERIFY(!portHolder(QStringLiteral("127.0.0.1"), server.serverPort()));
}

QTEST_GUILESS_MAIN(PortHolderTest)
#include "tst_portholder.moc"
