// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/sendschedule.h"

#include <QtTest>

using namespace earshot;
using namespace std::chrono_literals;

class SendScheduleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstIsDueAtOnce();
    void dueTimesFollowTheRate();
    void roundingDoesNotAddUp();
};

void SendScheduleTest::theFirstIsDueAtOnce()
{
    QCOMPARE(SendSchedule(0.1).dueTime(0).count(), 0);
}

void SendScheduleTest::dueTimesFollowTheRate()
{
    QCOMPARE(SendSchedule(10).dueTime(5), std::chrono::nanoseconds(500ms));
    QCOMPARE(SendSchedule(0.25).dueTime(2), std::chrono::nanoseconds(8s));
}

void SendScheduleTest::roundingDoesNotAddUp()
{
    QCOMPARE(SendSchedule(3).dueTime(3'000'000), std::chrono::nanoseconds(1'000'000s));
    QCOMPARE(SendSchedule(7000).dueTime(7000 * 86400LL), std::chrono::nanoseconds(24h));
}

QTEST_GUILESS_MAIN(SendScheduleTest)
#include "tst_sendschedule.moc"
