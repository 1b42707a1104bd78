// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/clock.h"

#include <QTest>

using namespace earshot;

namespace {

constexpr qint64 c_may14 = 1'778'754'093'000'000; // 2026-05-14T10:21:33Z

} // namespace

class ClockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTimesAsPlatformsWriteThem_data();
    void readsTimesAsPlatformsWriteThem();
    void refusesWhatIsNoTime_data();
    void refusesWhatIsNoTime();
    void readsNaiveTimesInTheGivenZone();
    void aZoneIsOneOfTheKnownNames();
    void writesAnOffsetUnlessItIsUtc_data();
    void writesAnOffsetUnlessItIsUtc();
    void writesWhatItReads();
    void tellsEpochsByMagnitude_data();
    void tellsEpochsByMagnitude();
};

void ClockTest::readsTimesAsPlatformsWriteThem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("microseconds");
    QTest::addColumn<bool>("zoneAssumed");
    QTest::newRow("Z") << "2026-05-14T10:21:33Z" << c_may14 << false;
    QTest::newRow("offset") << "2026-05-14T12:21:33+02:00" << c_may14 << false;
    QTest::newRow("offset without colon") << "2026-05-14T12:21:33+0200" << c_may14 << false;
    QTest::newRow("negative offset") << "2026-05-14T05:51:33-04:30" << c_may14 << false;
    QTest::newRow("naive with a space") << "2026-05-14 10:21:33" << c_may14 << true;
    QTest::newRow("UTC in words") << "2026-05-14 10:21:33 UTC" << c_may14 << false;
    QTest::newRow("milliseconds") << "2026-05-14T10:21:33.250Z" << c_may14 + 250'000 << false;
    QTest::newRow("microseconds, naive") << "2026-05-14T10:21:33.985001" << c_may14 + 985'001 << true;
    QTest::newRow("nanoseconds are cut") << "2026-05-14T10:21:33.123456789Z" << c_may14 + 123'456 << false;
    QTest::newRow("without seconds") << "2026-05-14T10:21Z" << c_may14 - 33'000'000 << false;
    QTest::newRow("leap second") << "2026-05-14T10:21:60Z" << c_may14 + 27'000'000 << false;
}

void ClockTest::readsTimesAsPlatformsWriteThem()
{
    QFETCH(QString, text);
    QFETCH(qint64, microseconds);
    QFETCH(bool, zoneAssumed);
    const auto read = readIsoText(text, QTimeZone::utc());
    QVERIFY(read);
    QCOMPARE(toMicroseconds(read->time), microseconds);
    QCOMPARE(read->zoneAssumed, zoneAssumed);
}

void ClockTest::refusesWhatIsNoTime_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"", "yesterday", "2026-02-30T10:00:00Z", "2026-05-14", "2026-05-14T25:00:00Z", "2026-05-14T10:21:33+99:00",
          "0000-00-00 00:00:00", "9999-12-31T23:59:59Z", "2026-05-14T10:21:33ZZ", "1778754093"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void ClockTest::refusesWhatIsNoTime()
{
    QFETCH(QString, text);
    QVERIFY(!readIsoText(text, QTimeZone::utc()));
}

void ClockTest::readsNaiveTimesInTheGivenZone()
{
    const auto read = readIsoText(u"2026-05-14 12:21:33", QTimeZone("Europe/Berlin"));
    QVERIFY(read);
    QCOMPARE(toMicroseconds(read->time), c_may14);
}

void ClockTest::aZoneIsOneOfTheKnownNames()
{
    for (const char *name : {"UTC", "Europe/Berlin", "Asia/Kathmandu"})
        QVERIFY2(zoneNamed(QString::fromLatin1(name)), name);
    for (const char *name : {"", "Mars", "Mars/Olympus", "Europe", "../../etc/passwd", "Europe/Berlin "})
        QVERIFY2(!zoneNamed(QString::fromLatin1(name)), name);
}

void ClockTest::writesAnOffsetUnlessItIsUtc_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<qint64>("microseconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("UTC") << QByteArray("UTC") << c_may14 << "2026-05-14T10:21:33Z";
    QTest::newRow("Berlin in summer") << QByteArray("Europe/Berlin") << c_may14 << "2026-05-14T12:21:33+02:00";
    QTest::newRow("Kathmandu") << QByteArray("Asia/Kathmandu") << c_may14 << "2026-05-14T16:06:33+05:45";
    QTest::newRow("New York") << QByteArray("America/New_York") << c_may14 << "2026-05-14T06:21:33-04:00";
    QTest::newRow("London in winter") << QByteArray("Europe/London") << qint64(1'768'472'493'000'000)
                                      << "2026-01-15T10:21:33+00:00";
    QTest::newRow("milliseconds") << QByteArray("UTC") << c_may14 + 5'000 << "2026-05-14T10:21:33.005Z";
    QTest::newRow("microseconds") << QByteArray("UTC") << c_may14 + 5 << "2026-05-14T10:21:33.000005Z";
    QTest::newRow("before 1970") << QByteArray("UTC") << qint64(-1) << "1969-12-31T23:59:59.999999Z";
}

void ClockTest::writesAnOffsetUnlessItIsUtc()
{
    QFETCH(QByteArray, zone);
    QFETCH(qint64, microseconds);
    QFETCH(QString, text);
    QCOMPARE(toIsoText(fromMicroseconds(microseconds), QTimeZone(zone)), text);
}

void ClockTest::writesWhatItReads()
{
    const Timestamp time = fromMicroseconds(c_may14 + 123'456);
    for (const char *zone : {"UTC", "Asia/Kathmandu", "America/St_Johns"}) {
        const auto read = readIsoText(toIsoText(time, QTimeZone(zone)), QTimeZone::utc());
        QVERIFY(read);
        QCOMPARE(read->time, time);
    }
}

void ClockTest::tellsEpochsByMagnitude_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<qint64>("microseconds"); // 0: refused
    QTest::newRow("seconds") << 1778754093.0 << c_may14;
    QTest::newRow("milliseconds") << 1778754093000.0 << c_may14;
    QTest::newRow("microseconds") << 1778754093000000.0 << c_may14;
    QTest::newRow("float seconds") << 1778754093.5 << c_may14 + 500'000;
    QTest::newRow("zero means never") << 0.0 << qint64(0);
    QTest::newRow("too early") << 12345.0 << qint64(0);
    QTest::newRow("too large") << 1e300 << qint64(0);
    QTest::newRow("not a number") << qQNaN() << qint64(0);
}

void ClockTest::tellsEpochsByMagnitude()
{
    QFETCH(double, number);
    QFETCH(qint64, microseconds);
    const auto time = readEpoch(number);
    QCOMPARE(time ? toMicroseconds(*time) : 0, microseconds);
}

QTEST_GUILESS_MAIN(ClockTest)
#include "tst_clock.moc"
