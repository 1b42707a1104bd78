// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/requestpace.h"

#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

constexpr RequestPace::Time c_start{1000h};

} // namespace

class RequestPaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsAFewThroughAtOnce();
    void thenSpreadsThem();
    void countsTheTimeThatPasses();
    void savesUpNoMoreThanTheFew();
    void aSlowOneWaitsLong();
    void aNewRateCountsFromNow();
    void aClockThatStandsStillGivesNothing();
    void keepsTheRateOverALongTime();
};

void RequestPaceTest::letsAFewThroughAtOnce()
{
    RequestPace pace(10, 3);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(pace.reserve(c_start), 0us);
    QVERIFY(pace.reserve(c_start) > 0us);
}

void RequestPaceTest::thenSpreadsThem()
{
    RequestPace pace(10, 1);
    QCOMPARE(pace.reserve(c_start), 0us);
    QCOMPARE(pace.reserve(c_start), 100ms);
    QCOMPARE(pace.reserve(c_start), 200ms);
    QCOMPARE(pace.reserve(c_start), 300ms);
}

void RequestPaceTest::countsTheTimeThatPasses()
{
    RequestPace pace(10, 1);
    pace.reserve(c_start);
    QCOMPARE(pace.reserve(c_start + 40ms), 60ms);
    QCOMPARE(pace.reserve(c_start + 250ms), 0us);
}

void RequestPaceTest::savesUpNoMoreThanTheFew()
{
    RequestPace pace(10, 2);
    pace.reserve(c_start);
    QCOMPARE(pace.reserve(c_start + 1h), 0us);
    QCOMPARE(pace.reserve(c_start + 1h), 0us);
    QCOMPARE(pace.reserve(c_start + 1h), 100ms);
}

void RequestPaceTest::aSlowOneWaitsLong()
{
    RequestPace pace(0.1, 1);
    pace.reserve(c_start);
    QCOMPARE(pace.reserve(c_start), 10s);
}

void RequestPaceTest::aNewRateCountsFromNow()
{
    RequestPace pace(1, 1);
    pace.reserve(c_start);
    pace.setRate(100);
    QCOMPARE(pace.reserve(c_start), 10ms);
}

void RequestPaceTest::aClockThatStandsStillGivesNothing()
{
    RequestPace pace(10, 1);
    pace.reserve(c_start);
    QCOMPARE(pace.reserve(c_start - 1h), 100ms);
    QCOMPARE(pace.reserve(c_start), 200ms);
}

void RequestPaceTest::keepsTheRateOverALongTime()
{
    RequestPace pace(190.0 / 10, 4);
    RequestPace::Time now = c_start;
    int sent = 0;
    for (; now < c_start + 100s; ++sent)
        now += pace.reserve(now);
    QVERIFY2(sent > 1890 && sent <= 1900 + 5, qPrintable(QString::number(sent)));
}

QTEST_GUILESS_MAIN(RequestPaceTest)

#include "tst_requestpace.moc"
