// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/system/backoff.h"
#include "app/system/powerwatch.h"

#include <QSignalSpy>
#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

/** What needs no login manager; with one, see tests/system/tst_sleep. */
class PowerWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seesASleepThatNobodyToldOf();
    void isQuietWhileNothingHappens();
    void passesOnWhatTheManagerSays();
    void doesNotWaitForEverToBeWoken();
    void clocksAgreeWhileTheComputerIsAwake();
    void waitsGrowUpToALongest();
};

void PowerWatchTest::seesASleepThatNobodyToldOf()
{
    std::chrono::milliseconds asleep = 90s;
    PowerWatch watch({1ms, 1h, [&asleep] { return asleep; }});
    QSignalSpy woke(&watch, &PowerWatch::wokeUp);
    const QSignalSpy going(&watch, &PowerWatch::goingToSleep);
    watch.start();
    asleep += 8h;
    QVERIFY(woke.wait());
    QVERIFY(!woke.wait(50)); // once for each sleep
    QCOMPARE(woke.size(), 1);
    asleep += 1s;
    QVERIFY(woke.wait());
    QCOMPARE(going.size(), 0);
}

void PowerWatchTest::isQuietWhileNothingHappens()
{
    std::chrono::milliseconds asleep = 90s;
    PowerWatch watch({1ms, 1h, [&asleep] { return asleep; }});
    QSignalSpy woke(&watch, &PowerWatch::wokeUp);
    watch.start();
    asleep += 20ms; // the clocks are read one after the other
    QVERIFY(!woke.wait(50));
}

void PowerWatchTest::passesOnWhatTheManagerSays()
{
    PowerWatch watch({1h, 1h, [] { return 0ms; }});
    const QSignalSpy woke(&watch, &PowerWatch::wokeUp);
    const QSignalSpy going(&watch, &PowerWatch::goingToSleep);
    watch.takeSleep(true);
    QCOMPARE(going.size(), 1);
    QCOMPARE(woke.size(), 0);
    watch.takeSleep(false);
    QCOMPARE(going.size(), 1);
    QCOMPARE(woke.size(), 1);
}

void PowerWatchTest::doesNotWaitForEverToBeWoken()
{
    PowerWatch watch({1h, 1ms, [] { return 0ms; }});
    QSignalSpy woke(&watch, &PowerWatch::wokeUp);
    watch.takeSleep(true);
    QVERIFY(woke.wait());
    QCOMPARE(woke.size(), 1);
}

void PowerWatchTest::clocksAgreeWhileTheComputerIsAwake()
{
    const std::chrono::milliseconds before = timeAsleep();
    QVERIFY(before >= 0ms);
    QVERIFY(timeAsleep() - before < 10s);
}

void PowerWatchTest::waitsGrowUpToALongest()
{
    BackOff backOff(1s, 60s);
    QList<qint64> seconds;
    for (int i = 0; i < 8; ++i)
        seconds.append(std::chrono::duration_cast<std::chrono::seconds>(backOff.next()).count());
    QCOMPARE(seconds, (QList<qint64>{1, 2, 4, 8, 16, 32, 60, 60}));
    backOff.reset();
    QVERIFY(backOff.next() == 1s);
}

QTEST_GUILESS_MAIN(PowerWatchTest)
#include "tst_powerwatch.moc"
