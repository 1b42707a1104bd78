// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/listenaddress.h"

#include <QTest>

using namespace earshot;

class ListenAddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAddressAndPort_data();
    void readsAddressAndPort();
    void refusesWhatIsNone_data();
    void refusesWhatIsNone();
};

void ListenAddressTest::readsAddressAndPort_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("base");
    const auto row = [](const char *text, const char *address, int port, const char *base) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(address) << port
                            << QString::fromLatin1(base);
    };
    row("127.0.0.1:8765", "127.0.0.1", 8765, "http://127.0.0.1:8765");
    row("0.0.0.0:0", "0.0.0.0", 0, "http://0.0.0.0:0");
    row("[::1]:65535", "::1", 65535, "http://[::1]:65535");
    row("[::]:80", "::", 80, "http://[::]:80");
    row("localhost:9000", "127.0.0.1", 9000, "http://127.0.0.1:9000");
}

void ListenAddressTest::readsAddressAndPort()
{
    QFETCH(QString, text);
    QFETCH(QString, address);
    QFETCH(int, port);
    QFETCH(QString, base);
    const auto read = readListenAddress(text);
    QVERIFY(read);
    QCOMPARE(read->address, address);
    QCOMPARE(int(read->port), port);
    QCOMPARE(baseUrl(*read), base);
}

void ListenAddressTest::refusesWhatIsNone_data()
{
    QTest::addColumn<QString>("text");
    for (const char *const text :
         {"", ":", "8765", ":8765", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1", "127.0.0.1:x",
          "::1:8765", "[127.0.0.1]:80", "[::1]", "example.com:80", "256.0.0.1:80", "[:80", "127.0.0.1:80 "})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void ListenAddressTest::refusesWhatIsNone()
{
    QFETCH(QString, text);
    const auto read = readListenAddress(text);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::BadArgument);
}

QTEST_GUILESS_MAIN(ListenAddressTest)
#include "tst_listenaddress.moc"
