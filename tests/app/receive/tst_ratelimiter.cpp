// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/ratelimiter.h"

#include <QTest>

#include <thread>

namespace earshot {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

const RateLimiter::Clock::time_point c_start(std::chrono::hours(5));

} // namespace

class RateLimiterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsABurstThrough();
    void fillsByTime();
    void neverHoldsMoreThanTheBurst();
    void saysWhenToComeBack_data();
    void saysWhenToComeBack();
    void takesABurstOfNoneForOne();
    void countsOnceOverManyThreads();
};

void RateLimiterTest::letsABurstThrough()
{
    RateLimiter limiter({60, 3});
    for (int i = 0; i < 3; ++i)
        QVERIFY(!limiter.take(c_start));
    QVERIFY(limiter.take(c_start).has_value());
}

void RateLimiterTest::fillsByTime()
{
    RateLimiter limiter({60, 1});
    QVERIFY(!limiter.take(c_start));
    QVERIFY(limiter.take(c_start + milliseconds(999)).has_value());
    QVERIFY(!limiter.take(c_start + milliseconds(1000)));
    QVERIFY(limiter.take(c_start + milliseconds(1999)).has_value());
}

void RateLimiterTest::neverHoldsMoreThanTheBurst()
{
    RateLimiter limiter({600, 2});
    const auto later = c_start + std::chrono::hours(1);
    QVERIFY(!limiter.take(c_start));
    QVERIFY(!limiter.take(later));
    QVERIFY(!limiter.take(later));
    QVERIFY(limiter.take(later).has_value());
}

void RateLimiterTest::saysWhenToComeBack_data()
{
    QTest::addColumn<int>("perMinute");
    QTest::addColumn<qint64>("wait");
    QTest::newRow("a thousand a second") << 60'000 << qint64(1);
    QTest::newRow("one a second") << 60 << qint64(1);
    QTest::newRow("one in 1.5 seconds") << 40 << qint64(2);
    QTest::newRow("one a minute") << 1 << qint64(60);
}

void RateLimiterTest::saysWhenToComeBack()
{
    QFETCH(int, perMinute);
    QFETCH(qint64, wait);
    RateLimiter limiter({perMinute, 1});
    QVERIFY(!limiter.take(c_start));
    QCOMPARE(limiter.take(c_start), std::optional(seconds(wait)));
    QVERIFY(!limiter.take(c_start + seconds(wait)));
}

void RateLimiterTest::takesABurstOfNoneForOne()
{
    RateLimiter limiter({60, 0});
    QVERIFY(!limiter.take(c_start));
    QVERIFY(limiter.take(c_start).has_value());
}

void RateLimiterTest::countsOnceOverManyThreads()
{
    RateLimiter limiter({1, 1000});
    std::atomic<int> passed = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int j = 0; j < 1000; ++j)
                passed += limiter.take(c_start) ? 0 : 1;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(passed.load(), 1000);
}

} // namespace earshot

QTEST_GUILESS_MAIN(earshot::RateLimiterTest)
#include "tst_ratelimiter.moc"
