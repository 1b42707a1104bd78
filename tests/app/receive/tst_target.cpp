// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/target.h"

#include <QTest>

namespace earshot {

class TargetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsHooks_data();
    void findsHooks();
    void findsNothingElse_data();
    void findsNothingElse();
    void findsHealth_data();
    void findsHealth();
};

void TargetTest::findsHooks_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("masked");
    QTest::addColumn<bool>("hasQuery");
    QTest::newRow("plain") << QByteArray("/hook/abc") << QByteArray("abc") << QByteArray("/hook/****") << false;
    QTest::newRow("query") << QByteArray("/hook/abc?d=e") << QByteArray("abc") << QByteArray("/hook/****?d=e") << true;
    QTest::newRow("empty query") << QByteArray("/hook/abc?") << QByteArray("abc") << QByteArray("/hook/****?") << false;
    QTest::newRow("slash in the query") << QByteArray("/hook/abc?/hook/d") << QByteArray("abc")
                                        << QByteArray("/hook/****?/hook/d") << true;
    QTest::newRow("encoded") << QByteArray("/hook/%61%62c") << QByteArray("abc") << QByteArray("/hook/****") << false;
    QTest::newRow("encoded nul") << QByteArray("/hook/abc%00") << QByteArray("abc\0", 4) << QByteArray("/hook/****")
                                 << false;
    QTest::newRow("encoded slash") << QByteArray("/hook/abc%2Fd") << QByteArray("abc/d") << QByteArray("/hook/****")
                                   << false;
    QTest::newRow("absolute") << QByteArray("https://h:8/hook/abc?d") << QByteArray("abc") << QByteArray("/hook/****?d")
                              << true;
}

void TargetTest::findsHooks()
{
    QFETCH(QByteArray, raw);
    const Target target = readTarget(raw);
    QCOMPARE(target.kind, Target::Kind::Hook);
    QTEST(target.token, "token");
    QTEST(target.masked, "masked");
    QTEST(target.hasQuery, "hasQuery");
}

void TargetTest::findsNothingElse_data()
{
    QTest::addColumn<QByteArray>("raw");
    for (const char *raw : {"",
                            "/",
                            "*",
                            "?",
                            "hook/abc",
                            "/hook",
                            "/hook/",
                            "/hook/?a",
                            "/hook//abc",
                            "/hook/abc/",
                            "/hook/abc/d",
                            "/Hook/abc",
                            "//hook/abc",
                            "/x/../hook/abc",
                            "/healthy",
                            "/health/",
                            "http://",
                            "http://h",
                            "http://hook/abc",
                            "ftp://h/hook/abc",
                            "h:80"})
        QTest::addRow("'%s'", raw) << QByteArray(raw);
}

void TargetTest::findsNothingElse()
{
    QFETCH(QByteArray, raw);
    const Target target = readTarget(raw);
    QCOMPARE(target.kind, Target::Kind::Unknown);
    QVERIFY(target.token.isEmpty());
}

void TargetTest::findsHealth_data()
{
    QTest::addColumn<QByteArray>("raw");
    for (const char *raw : {"/health", "/health?", "/health?a=b", "http://h/health"})
        QTest::addRow("%s", raw) << QByteArray(raw);
}

void TargetTest::findsHealth()
{
    QFETCH(QByteArray, raw);
    QCOMPARE(readTarget(raw).kind, Target::Kind::Health);
}

} // namespace earshot

QTEST_GUILESS_MAIN(earshot::TargetTest)
#include "tst_target.moc"
