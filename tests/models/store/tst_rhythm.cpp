// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/rhythm.h"

#include <QTest>

#include <random>

using namespace earshot;
using namespace std::chrono_literals;

// A Monday, midnight in UTC.
static constexpr Timestamp c_monday = fromMicroseconds(1'778'457'600'000'000); // 2026-05-11
static constexpr auto c_weeks = std::chrono::weeks(8);

static ArrivalCount arrival(Timestamp at, qint64 count)
{
    return {at, count, at, at + 1min};
}

class RhythmTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joinsAndCutsSpans_data();
    void joinsAndCutsSpans();
    void saysARange_data();
    void saysARange();
    void goesByTheHourOfTheWeek();
    void goesByTheHourOfTheDayWhereWeeksAreFew();
    void goesByTheMeanWhereAnHourWasNeverListenedTo();
    void readsHoursOnTheSourcesClock();
    void countsOnlyWhatWasListened();
    void isRightAsOftenAsItSays();
};

void RhythmTest::joinsAndCutsSpans_data()
{
    QTest::addColumn<QList<int>>("minutes"); // from, until, from, until …
    QTest::addColumn<QList<int>>("within");
    QTest::addColumn<QList<int>>("met");
    QTest::addColumn<QList<int>>("rest");

    QTest::newRow("nothing") << QList<int>{} << QList<int>{0, 10} << QList<int>{} << QList<int>{0, 10};
    QTest::newRow("all") << QList<int>{0, 10} << QList<int>{0, 10} << QList<int>{0, 10} << QList<int>{};
    QTest::newRow("a hole") << QList<int>{0, 3, 5, 10} << QList<int>{0, 10} << QList<int>{0, 3, 5, 10}
                            << QList<int>{3, 5};
    QTest::newRow("cut at both ends") << QList<int>{0, 4, 6, 20} << QList<int>{2, 8} << QList<int>{2, 4, 6, 8}
                                      << QList<int>{4, 6};
    QTest::newRow("touching are one") << QList<int>{0, 4, 4, 6} << QList<int>{0, 9} << QList<int>{0, 6}
                                      << QList<int>{6, 9};
    QTest::newRow("overlapping and out of order")
        << QList<int>{5, 9, 0, 6} << QList<int>{0, 10} << QList<int>{0, 9} << QList<int>{9, 10};
    QTest::newRow("empty ones go") << QList<int>{3, 3, 7, 5} << QList<int>{0, 10} << QList<int>{} << QList<int>{0, 10};
    QTest::newRow("ends where the other begins")
        << QList<int>{0, 5} << QList<int>{5, 9} << QList<int>{} << QList<int>{5, 9};
}

static TimeSpans spansOf(const QList<int> &minutes)
{
    TimeSpans spans;
    for (qsizetype i = 0; i + 1 < minutes.size(); i += 2)
        spans.append({c_monday + std::chrono::minutes(minutes[i]), c_monday + std::chrono::minutes(minutes[i + 1])});
    return spans;
}

void RhythmTest::joinsAndCutsSpans()
{
    QFETCH(QList<int>, minutes);
    QFETCH(QList<int>, within);
    QFETCH(QList<int>, met);
    QFETCH(QList<int>, rest);
    const TimeSpans spans = merged(spansOf(minutes));
    const TimeSpan frame = spansOf(within).first();
    QCOMPARE(intersection(spans, frame), spansOf(met));
    QCOMPARE(complement(spans, frame), spansOf(rest));
    QCOMPARE(length(intersection(spans, frame)) + length(complement(spans, frame)), frame.length());
}

void RhythmTest::saysARange_data()
{
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("variance");
    QTest::addColumn<qint64>("low");
    QTest::addColumn<qint64>("likely");
    QTest::addColumn<qint64>("high");

    // Quantiles of Poisson's and the negative binomial distribution, reckoned elsewhere by their gamma functions.
    QTest::newRow("nothing") << 0.0 << 0.0 << qint64(0) << qint64(0) << qint64(0);
    QTest::newRow("hardly any") << 0.04 << 0.04 << qint64(0) << qint64(0) << qint64(0);
    QTest::newRow("a third") << 0.3 << 0.3 << qint64(0) << qint64(0) << qint64(1);
    QTest::newRow("one") << 1.0 << 1.0 << qint64(0) << qint64(1) << qint64(3);
    QTest::newRow("three") << 3.0 << 3.0 << qint64(1) << qint64(3) << qint64(6);
    QTest::newRow("three, rate not well known") << 3.0 << 3.4 << qint64(0) << qint64(3) << qint64(6);
    QTest::newRow("fourteen") << 14.0 << 14.0 << qint64(8) << qint64(14) << qint64(20);
    QTest::newRow("fourteen of eight weeks") << 14.0 << 15.75 << qint64(8) << qint64(14) << qint64(21);
    QTest::newRow("fourteen of one") << 14.0 << 28.0 << qint64(6) << qint64(14) << qint64(23);
    QTest::newRow("hundred") << 100.0 << 200.0 << qint64(78) << qint64(100) << qint64(124);
    QTest::newRow("very many") << 1e5 << 1e5 << qint64(99'480) << qint64(100'000) << qint64(100'520);
}

void RhythmTest::saysARange()
{
    QFETCH(double, mean);
    QFETCH(double, variance);
    const CountRange range = countRange({mean, variance});
    QTEST(range.low, "low");
    QTEST(range.likely, "likely");
    QTEST(range.high, "high");
}

/** Twelve at nine every day, but Mondays forty; nothing else. */
static QList<ArrivalCount> nineOClockArrivals(std::chrono::days days)
{
    QList<ArrivalCount> arrivals;
    for (std::chrono::days day(0); day < days; ++day)
        arrivals.append(arrival(c_monday + day + 9h + 15min, day.count() % 7 == 0 ? 40 : 12));
    return arrivals;
}

void RhythmTest::goesByTheHourOfTheWeek()
{
    const Rhythm rhythm(nineOClockArrivals(c_weeks), {{c_monday, c_monday + c_weeks}}, QTimeZone::utc());
    const auto expectedAt = [&rhythm](std::chrono::hours hours, std::chrono::minutes length) {
        const Timestamp at = c_monday + c_weeks + hours;
        return rhythm.expected({{at, at + length}}).mean;
    };
    QCOMPARE(expectedAt(9h, 60min), 40.0);
    QCOMPARE(expectedAt(24h + 9h, 60min), 12.0);
    QCOMPARE(expectedAt(24h + 9h, 20min), 4.0);
    QCOMPARE(expectedAt(24h + 10h, 60min), 0.0);
    QCOMPARE(expectedAt(0h, std::chrono::days(7)), 40.0 + 6 * 12.0);
    // Eight times an hour was listened to: one more adds an eighth to the variance.
    const Timestamp nine = c_monday + c_weeks + 9h;
    QCOMPARE(rhythm.expected({{nine, nine + 1h}}).variance, 40.0 * 9 / 8);
}

void RhythmTest::goesByTheHourOfTheDayWhereWeeksAreFew()
{
    const auto days = std::chrono::days(7);
    const Rhythm rhythm(nineOClockArrivals(days), {{c_monday, c_monday + days}}, QTimeZone::utc());
    const Timestamp nine = c_monday + days + 9h; // a Monday: one of them is no rule yet
    QCOMPARE(rhythm.expected({{nine, nine + 1h}}).mean, (40.0 + 6 * 12.0) / 7);
    QCOMPARE(rhythm.expected({{nine + 1h, nine + 2h}}).mean, 0.0);
}

void RhythmTest::goesByTheMeanWhereAnHourWasNeverListenedTo()
{
    QList<ArrivalCount> arrivals;
    TimeSpans listened;
    for (std::chrono::days day(0); day < c_weeks; ++day) { // from nine to five
        listened.append({c_monday + day + 9h, c_monday + day + 17h});
        arrivals.append(arrival(c_monday + day + 12h, 16));
    }
    const Rhythm rhythm(arrivals, listened, QTimeZone::utc());
    const Timestamp night = c_monday + c_weeks + 3h;
    QCOMPARE(rhythm.expected({{night, night + 1h}}).mean, 2.0);
    QCOMPARE(rhythm.expected({{night + 9h, night + 10h}}).mean, 16.0);
}

void RhythmTest::readsHoursOnTheSourcesClock()
{
    // Berlin's clocks went forward within these weeks: nine there is eight in UTC first, then seven.
    const QTimeZone berlin("Europe/Berlin");
    const auto begin = Timestamp(std::chrono::sys_days(std::chrono::year(2026) / 3 / 2));
    QList<ArrivalCount> arrivals;
    for (std::chrono::days day(0); day < c_weeks; ++day) {
        const bool isSummer = begin + day >= Timestamp(std::chrono::sys_days(std::chrono::year(2026) / 3 / 29));
        arrivals.append(arrival(begin + day + (isSummer ? 7h : 8h), 10));
    }
    const Rhythm rhythm(arrivals, {{begin, begin + c_weeks}}, berlin);
    const Timestamp summer = begin + c_weeks;
    QCOMPARE(rhythm.expected({{summer + 7h, summer + 8h}}).mean, 10.0);
    QCOMPARE(rhythm.expected({{summer + 8h, summer + 9h}}).mean, 0.0);
    // Kathmandu is five hours and three quarters ahead: its hours begin at a quarter past.
    const QTimeZone kathmandu("Asia/Kathmandu");
    const Rhythm quarters({arrival(c_monday + 3h + 15min, 5)}, {{c_monday, c_monday + std::chrono::days(3)}},
                          kathmandu);
    QVERIFY(quarters.expected({{c_monday + 3h + 15min, c_monday + 4h + 15min}}).mean > 0);
    QCOMPARE(quarters.expected({{c_monday + 4h + 15min, c_monday + 5h + 15min}}).mean, 0.0);
    QCOMPARE(quarters.expected({{c_monday + 2h + 15min, c_monday + 3h + 15min}}).mean, 0.0);
}

void RhythmTest::countsOnlyWhatWasListened()
{
    // Twelve an hour, and every other hour nobody listened: still twelve an hour.
    QList<ArrivalCount> arrivals;
    TimeSpans listened;
    for (auto hour = 0h; hour < c_weeks; hour += 2h) {
        listened.append({c_monday + hour, c_monday + hour + 1h});
        arrivals.append(arrival(c_monday + hour, 12));
    }
    const Rhythm rhythm(arrivals, listened, QTimeZone::utc());
    const Timestamp next = c_monday + c_weeks;
    QCOMPARE(rhythm.expected({{next, next + 1h}}).mean, 12.0);
}

/** A made-up source with a lunch and an evening rush; each round one stretch is not listened to, and what really came
 * then is compared with what is said. Nine times in ten it should lie within. */
void RhythmTest::isRightAsOftenAsItSays()
{
    std::mt19937_64 random(20'260'511);
    constexpr int rounds = 300;
    const auto rateAt = [](Timestamp time) { // a quarter's mean
        const auto hour = std::chrono::duration_cast<std::chrono::hours>(time - c_monday).count();
        const bool isWeekend = hour / 24 % 7 >= 5;
        return (hour % 24 == 12 ? 4.0 : hour % 24 == 18 ? 2.5 : 0.5) * (isWeekend ? 0.4 : 1.0);
    };
    int within = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto gapAt = c_monday + std::chrono::minutes(15 * std::uniform_int_distribution<int>(0, 5000)(random));
        const TimeSpan gap{gapAt, gapAt + std::chrono::minutes(15 * std::uniform_int_distribution<int>(4, 80)(random))};
        QList<ArrivalCount> arrivals;
        qint64 missed = 0;
        for (Timestamp at = c_monday; at < c_monday + c_weeks; at += c_quarter) {
            const int count = std::poisson_distribution<int>(rateAt(at))(random);
            if (!intersection(gap, {at, at + c_quarter}).isEmpty())
                missed += count;
            else if (count > 0)
                arrivals.append(arrival(at, count));
        }
        const Rhythm rhythm(arrivals, complement({gap}, {c_monday, c_monday + c_weeks}), QTimeZone::utc());
        const CountRange range =
            countRange(rhythm.expected(intersection(TimeSpans{gap}, TimeSpan{c_monday, c_monday + c_weeks})));
        within += missed >= range.low && missed <= range.high ? 1 : 0;
    }
    QVERIFY2(within >= rounds * 87 / 100 && within <= rounds * 97 / 100, qPrintable(QString::number(within)));
}

QTEST_GUILESS_MAIN(RhythmTest)
#include "tst_rhythm.moc"
