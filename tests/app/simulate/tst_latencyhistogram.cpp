// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/latencyhistogram.h"

#include <QtTest>

using namespace earshot;
using namespace std::chrono_literals;

class LatencyHistogramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsZero();
    void quantilesAreOffByFivePerCentAtMost();
    void extremesAreCountedToo();
};

void LatencyHistogramTest::nothingIsZero()
{
    QCOMPARE(LatencyHistogram().quantile(0.5).count(), 0);
}

void LatencyHistogramTest::quantilesAreOffByFivePerCentAtMost()
{
    LatencyHistogram histogram;
    for (int i = 1; i <= 1000; ++i)
        histogram.add(i * 1ms);
    const auto isNear = [&](double share, std::chrono::microseconds exact) {
        const double ratio = double(histogram.quantile(share).count()) / double(exact.count());
        return ratio >= 1.0 && ratio <= 1.05;
    };
    QVERIFY(isNear(0.5, 500ms));
    QVERIFY(isNear(0.99, 990ms));
    QVERIFY(isNear(1.0, 1000ms));
}

void LatencyHistogramTest::extremesAreCountedToo()
{
    LatencyHistogram histogram;
    histogram.add(0ns);
    histogram.add(24h);
    QCOMPARE(histogram.quantile(0.5).count(), 10);
    QVERIFY(histogram.quantile(1.0) > 5min);
}

QTEST_GUILESS_MAIN(LatencyHistogramTest)
#include "tst_latencyhistogram.moc"
