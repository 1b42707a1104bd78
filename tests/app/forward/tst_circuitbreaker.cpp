// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/circuitbreaker.h"

#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp c_noon = fromMicroseconds(1'778'760'000'000'000);

/** One that has just opened, at noon. */
CircuitBreaker opened()
{
    CircuitBreaker breaker;
    for (int i = 0; i < 10; ++i)
        breaker.note(false, c_noon);
    return breaker;
}

} // namespace

class CircuitBreakerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensWhereEnoughFails_data();
    void opensWhereEnoughFails();
    void forgetsWhatIsLongAgo();
    void opensOnlyOnAFailure();
    void whatWasUnderWayCountsNoMore();
    void closesAfterFiveProbes();
    void aFailedProbeOpensItForLonger();
    void theProbesStartOverAfterAFailure();
    void startsAfreshOnceItIsClosed();
    void recallsAnEarlierRun();
    void isWhatAnEarlierRunLeft();
};

void CircuitBreakerTest::opensWhereEnoughFails_data()
{
    QTest::addColumn<int>("successes");
    QTest::addColumn<int>("failures");
    QTest::addColumn<BreakerState>("state");
    QTest::newRow("nine failures are too few to tell") << 0 << 9 << BreakerState::Closed;
    QTest::newRow("ten failures") << 0 << 10 << BreakerState::Open;
    QTest::newRow("seven of ten") << 3 << 7 << BreakerState::Open;
    QTest::newRow("six of ten") << 4 << 6 << BreakerState::Closed;
    QTest::newRow("69 of 100") << 31 << 69 << BreakerState::Closed;
    QTest::newRow("70 of 100") << 30 << 70 << BreakerState::Open;
    QTest::newRow("nothing fails") << 100 << 0 << BreakerState::Closed;
}

void CircuitBreakerTest::opensWhereEnoughFails()
{
    QFETCH(int, successes);
    QFETCH(int, failures);
    QFETCH(BreakerState, state);
    CircuitBreaker breaker;
    for (int i = 0; i < successes; ++i)
        QVERIFY(!breaker.note(true, c_noon));
    bool changed = false;
    for (int i = 0; i < failures; ++i)
        changed = breaker.note(false, c_noon) || changed;
    QCOMPARE(breaker.state(), state);
    QCOMPARE(changed, state == BreakerState::Open);
    if (changed)
        QCOMPARE(breaker.openUntil(), c_noon + 30s);
}

void CircuitBreakerTest::forgetsWhatIsLongAgo()
{
    CircuitBreaker breaker;
    for (int i = 0; i < 9; ++i)
        breaker.note(false, c_noon);
    QVERIFY(!breaker.note(false, c_noon + 5min));
    CircuitBreaker other;
    for (int i = 0; i < 9; ++i)
        other.note(false, c_noon);
    QVERIFY(other.note(false, c_noon + 5min - 1us));
}

/** Successes that fall out of the window do not open it by themselves. */
void CircuitBreakerTest::opensOnlyOnAFailure()
{
    CircuitBreaker breaker;
    for (int i = 0; i < 10; ++i)
        breaker.note(true, c_noon);
    for (int i = 0; i < 14; ++i)
        breaker.note(false, c_noon + 4min);
    QCOMPARE(breaker.state(), BreakerState::Closed);
    QVERIFY(!breaker.note(true, c_noon + 5min));
    QVERIFY(breaker.note(false, c_noon + 5min));
}

void CircuitBreakerTest::whatWasUnderWayCountsNoMore()
{
    CircuitBreaker breaker = opened();
    QVERIFY(!breaker.note(true, c_noon + 1s));
    QVERIFY(!breaker.note(false, c_noon + 1s));
    QCOMPARE(breaker.state(), BreakerState::Open);
    QCOMPARE(breaker.openUntil(), c_noon + 30s);
}

void CircuitBreakerTest::closesAfterFiveProbes()
{
    CircuitBreaker breaker = opened();
    breaker.probe();
    for (int i = 0; i < 4; ++i)
        QVERIFY(!breaker.note(true, c_noon + 30s));
    QCOMPARE(breaker.state(), BreakerState::Probing);
    QVERIFY(breaker.note(true, c_noon + 30s));
    QCOMPARE(breaker.state(), BreakerState::Closed);
}

void CircuitBreakerTest::aFailedProbeOpensItForLonger()
{
    CircuitBreaker breaker = opened();
    Timestamp now = c_noon;
    const QList<std::chrono::seconds> waits{60s, 120s, 240s, 480s, 600s, 600s};
    for (const std::chrono::seconds wait : waits) {
        now = breaker.openUntil();
        breaker.probe();
        QVERIFY(breaker.note(false, now));
        QCOMPARE(breaker.state(), BreakerState::Open);
        QCOMPARE(breaker.openUntil(), now + wait);
    }
}

void CircuitBreakerTest::theProbesStartOverAfterAFailure()
{
    CircuitBreaker breaker = opened();
    breaker.probe();
    for (int i = 0; i < 4; ++i)
        breaker.note(true, c_noon + 30s);
    breaker.note(false, c_noon + 30s);
    breaker.probe();
    for (int i = 0; i < 4; ++i)
        QVERIFY(!breaker.note(true, c_noon + 2min));
    QVERIFY(breaker.note(true, c_noon + 2min));
}

void CircuitBreakerTest::startsAfreshOnceItIsClosed()
{
    CircuitBreaker breaker = opened();
    breaker.probe();
    breaker.note(false, c_noon + 30s);
    breaker.probe();
    for (int i = 0; i < 5; ++i)
        breaker.note(true, c_noon + 90s);
    for (int i = 0; i < 9; ++i)
        QVERIFY(!breaker.note(false, c_noon + 91s));
    QVERIFY(breaker.note(false, c_noon + 91s));
    QCOMPARE(breaker.openUntil(), c_noon + 91s + 30s);
}

void CircuitBreakerTest::recallsAnEarlierRun()
{
    CircuitBreaker breaker;
    for (int i = 0; i < 20; ++i)
        breaker.recall(false, c_noon);
    QCOMPARE(breaker.state(), BreakerState::Closed); // nothing is known of now
    QVERIFY(breaker.note(false, c_noon + 1min));
}

void CircuitBreakerTest::isWhatAnEarlierRunLeft()
{
    CircuitBreaker breaker(BreakerSettings(), BreakerState::Open);
    QVERIFY(!breaker.note(false, c_noon));
    breaker.probe();
    QVERIFY(breaker.note(false, c_noon));
    QCOMPARE(breaker.openUntil(), c_noon + 30s);
}

QTEST_GUILESS_MAIN(CircuitBreakerTest)

#include "tst_circuitbreaker.moc"
