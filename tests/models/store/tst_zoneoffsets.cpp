// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/zoneoffsets.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTest>

using namespace earshot;

class ZoneOffsetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheZone_data();
    void agreesWithTheZone();
    void changesWithTheClocks_data();
    void changesWithTheClocks();
};

void ZoneOffsetsTest::agreesWithTheZone_data()
{
    QTest::addColumn<QByteArray>("zone");
    for (const char *name : {"UTC", "Asia/Kathmandu", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe",
                             "Africa/Monrovia", "Pacific/Apia", "Africa/Casablanca", "UTC+05:30"})
        QTest::newRow(name) << QByteArray(name);
}

void ZoneOffsetsTest::agreesWithTheZone()
{
    QFETCH(QByteArray, zone);
    const QTimeZone known(zone);
    QVERIFY(known.isValid());
    ZoneOffsets offsets(known);
    QRandomGenerator random(42);
    for (int i = 0; i < 5000; ++i) {
        const qint64 second = random.bounded(qint64(-86'400), qint64(7'258'118'400)); // 1969-12-31 to 2199
        const auto expected = known.offsetFromUtc(QDateTime::fromSecsSinceEpoch(second, Qt::UTC));
        QCOMPARE(offsets.at(fromMicroseconds(second * 1'000'000 + 999'999)).count(), expected);
    }
}

void ZoneOffsetsTest::changesWithTheClocks_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<qint64>("change");
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("after");
    QTest::newRow("Berlin, spring 2026") << QByteArray("Europe/Berlin") << qint64(1'774'746'000) << 3600 << 7200;
    QTest::newRow("Berlin, autumn 2026") << QByteArray("Europe/Berlin") << qint64(1'792'890'000) << 7200 << 3600;
    QTest::newRow("Berlin, by rule in 2100") << QByteArray("Europe/Berlin") << qint64(4'109'878'800) << 3600 << 7200;
    QTest::newRow("St. John's, a minute past midnight")
        << QByteArray("America/St_Johns") << qint64(1'143'948'660) << -12'600 << -9'000;
    QTest::newRow("Kathmandu, 1986") << QByteArray("Asia/Kathmandu") << qint64(504'901'800) << 19'800 << 20'700;
}

void ZoneOffsetsTest::changesWithTheClocks()
{
    QFETCH(QByteArray, zone);
    QFETCH(qint64, change);
    QFETCH(int, before);
    QFETCH(int, after);
    ZoneOffsets offsets{QTimeZone(zone)};
    QCOMPARE(offsets.at(fromMicroseconds(change * 1'000'000)).count(), after);
    QCOMPARE(offsets.at(fromMicroseconds(change * 1'000'000 - 1)).count(), before);
    QCOMPARE(offsets.at(fromMicroseconds(change * 1'000'000)).count(), after);
}

QTEST_GUILESS_MAIN(ZoneOffsetsTest)
#include "tst_zoneoffsets.moc"
