// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/replay/replayschedule.h"

#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

QList<StoredArrival> arrivalsAt(const QList<int> &seconds)
{
    QList<StoredArrival> arrivals;
    for (const int second : seconds)
        arrivals.append({arrivals.size() + 1, Timestamp(std::chrono::seconds(1'778'760'000 + second)), true});
    return arrivals;
}

} // namespace

class ReplayScheduleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesWhenThereIsRoom();
    void keepsGapsAtItsSpeed_data();
    void keepsGapsAtItsSpeed();
    void aClockThatWasSetBackIsNoGap();
    void goesByARate();
};

void ReplayScheduleTest::goesWhenThereIsRoom()
{
    const ReplaySchedule schedule(arrivalsAt({0, 60}), {});
    QVERIFY(!schedule.isPaced());
    QCOMPARE(schedule.dueTime(1), 0ns);
}

void ReplayScheduleTest::keepsGapsAtItsSpeed_data()
{
    QTest::addColumn<double>("speed");
    QTest::addColumn<qint64>("lastMilliseconds");
    QTest::newRow("as it came") << 1.0 << qint64(90'000);
    QTest::newRow("ten times") << 10.0 << qint64(9'000);
    QTest::newRow("a hundred times") << 100.0 << qint64(900);
    QTest::newRow("no whole number") << 2.5 << qint64(36'000);
}

void ReplayScheduleTest::keepsGapsAtItsSpeed()
{
    QFETCH(double, speed);
    QFETCH(qint64, lastMilliseconds);
    const ReplaySchedule schedule(arrivalsAt({10, 40, 100}), {.speed = speed});
    QVERIFY(schedule.isPaced());
    QCOMPARE(schedule.dueTime(0), 0ns);
    QCOMPARE(schedule.dueTime(1), schedule.dueTime(2) / 3);
    QCOMPARE(schedule.dueTime(2), std::chrono::nanoseconds(std::chrono::milliseconds(lastMilliseconds)));
}

void ReplayScheduleTest::aClockThatWasSetBackIsNoGap()
{
    const ReplaySchedule schedule(arrivalsAt({100, 40, 50}), {.speed = 1});
    QCOMPARE(schedule.dueTime(1), 0ns);
    QCOMPARE(schedule.dueTime(2), std::chrono::nanoseconds(10s));
}

void ReplayScheduleTest::goesByARate()
{
    const ReplaySchedule schedule(arrivalsAt({0, 60, 7'200}), {.ratePerSecond = 4});
    QVERIFY(schedule.isPaced());
    QCOMPARE(schedule.dueTime(2), std::chrono::nanoseconds(500ms));
}

QTEST_GUILESS_MAIN(ReplayScheduleTest)
#include "tst_replayschedule.moc"
