// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/storyrandom.h"

#include <QtTest>

#include <array>

using namespace earshot;

class StoryRandomTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameSeedDrawsTheSame();
    void eachPartChangesACombinedSeed();
    void betweenReachesBothEndsAndNoMore();
    void weightsDecideHowOften();
    void halfOfLogNormalDrawsLieBelowTheMedian();
};

void StoryRandomTest::theSameSeedDrawsTheSame()
{
    StoryRandom a(7);
    StoryRandom b(7);
    StoryRandom other(8);
    bool differs = false;
    for (int i = 0; i < 100; ++i) {
        const quint64 drawn = a.bits();
        QCOMPARE(b.bits(), drawn);
        differs = differs || other.bits() != drawn;
    }
    QVERIFY(differs);
}

void StoryRandomTest::eachPartChangesACombinedSeed()
{
    const quint64 seed = combinedSeed({1, 2, 3});
    QCOMPARE(combinedSeed({1, 2, 3}), seed);
    QVERIFY(combinedSeed({2, 2, 3}) != seed);
    QVERIFY(combinedSeed({1, 3, 3}) != seed);
    QVERIFY(combinedSeed({1, 2, 4}) != seed);
    QVERIFY(combinedSeed({2, 1, 3}) != seed);
    QVERIFY(combinedSeed({1, 2}) != seed);
}

void StoryRandomTest::betweenReachesBothEndsAndNoMore()
{
    StoryRandom random(1);
    QSet<qint64> seen;
    for (int i = 0; i < 1000; ++i)
        seen.insert(random.between(-1, 2));
    QCOMPARE(seen, (QSet<qint64>{-1, 0, 1, 2}));
    QCOMPARE(random.between(5, 5), 5);
}

void StoryRandomTest::weightsDecideHowOften()
{
    constexpr std::array weights = {0, 90, 0, 10};
    StoryRandom random(2);
    std::array<int, 4> drawn{};
    for (int i = 0; i < 10'000; ++i)
        ++drawn[random.weighted(weights)];
    QCOMPARE(drawn[0], 0);
    QCOMPARE(drawn[2], 0);
    QVERIFY2(drawn[3] > 800 && drawn[3] < 1200, qPrintable(QString::number(drawn[3])));
}

void StoryRandomTest::halfOfLogNormalDrawsLieBelowTheMedian()
{
    StoryRandom random(3);
    int below = 0;
    int farAbove = 0;
    for (int i = 0; i < 10'000; ++i) {
        const double drawn = random.logNormal(150, 0.7);
        QVERIFY(drawn > 0);
        below += drawn < 150;
        farAbove += drawn > 600; // two sigmas
    }
    QVERIFY2(below > 4800 && below < 5200, qPrintable(QString::number(below)));
    QVERIFY2(farAbove > 100 && farAbove < 400, qPrintable(QString::number(farAbove)));
}

QTEST_GUILESS_MAIN(StoryRandomTest)
#include "tst_storyrandom.moc"
