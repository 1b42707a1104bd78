// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/httpdate.h"

#include <QTest>

using namespace earshot;

class HttpDateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAllThreeForms_data();
    void readsAllThreeForms();
    void refusesAnythingElse_data();
    void refusesAnythingElse();
};

void HttpDateTest::readsAllThreeForms_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("of today") << QByteArray("Thu, 14 May 2026 12:00:05 GMT") << 1'778'760'005ll;
    QTest::newRow("RFC 850") << QByteArray("Thursday, 14-May-26 12:00:05 GMT") << 1'778'760'005ll;
    QTest::newRow("asctime") << QByteArray("Thu May 14 12:00:05 2026") << 1'778'760'005ll;
    QTest::newRow("asctime, one digit") << QByteArray("Wed May  6 12:00:05 2026") << 1'778'068'805ll;
    QTest::newRow("first of January") << QByteArray("Thu, 01 Jan 2026 00:00:00 GMT") << 1'767'225'600ll;
}

void HttpDateTest::readsAllThreeForms()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, seconds);
    const auto time = readHttpDate(text);
    QVERIFY(time);
    QCOMPARE(toMicroseconds(*time), seconds * 1'000'000);
}

void HttpDateTest::refusesAnythingElse_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("ISO 8601") << QByteArray("2026-05-14T12:00:05Z");
    QTest::newRow("no such day") << QByteArray("Thu, 31 Feb 2026 12:00:05 GMT");
    QTest::newRow("another zone") << QByteArray("Thu, 14 May 2026 12:00:05 CET");
    QTest::newRow("a number") << QByteArray("120");
    QTest::newRow("noise") << QByteArray("\xff\x00 soon", 7);
}

void HttpDateTest::refusesAnythingElse()
{
    QFETCH(QByteArray, text);
    QVERIFY(!readHttpDate(text));
}

QTEST_GUILESS_MAIN(HttpDateTest)

#include "tst_httpdate.moc"
