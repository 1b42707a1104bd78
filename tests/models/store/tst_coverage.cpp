// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/coverage.h"

#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(earshot::CountRange)
Q_DECLARE_METATYPE(std::optional<earshot::DownReason>)

static constexpr Timestamp c_monday = fromMicroseconds(1'778'457'600'000'000); // 2026-05-11T00:00:00Z
static constexpr Timestamp c_end = c_monday + std::chrono::weeks(8);
static constexpr TimeSpan c_lastDay{c_end - 24h, c_end};

/** A store that listened for eight weeks, and one source with four arrivals every quarter of an hour. */
class CoverageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysNothingOfAnEmptyStore();
    void knowsNothingBeforeItsLedger();
    void findsWhenNobodyListened();
    void namesWhyListeningEnded_data();
    void namesWhyListeningEnded();
    void takesWhatIsMovedOnForListening();
    void leavesOutTheMomentOfARestart();
    void countsWhatMayBeMissing_data();
    void countsWhatMayBeMissing();
    void addsUpGaps();
    void aGapOfManyReasonsIsOneForItsSenders_data();
    void aGapOfManyReasonsIsOneForItsSenders();
    void saysThatVardaMayHaveSwitchedOff_data();
    void saysThatVardaMayHaveSwitchedOff();
    void needsARhythm_data();
    void needsARhythm();
    void tellsASilence_data();
    void tellsASilence();
    void isNotSilentWhileNobodyListens();
    void joinsRefusals();
    void roundsTheRange_data();
    void roundsTheRange();

private:
    static Source source(qint64 id, const QString &platform);
    /** Arrivals with none in @p without. */
    static QList<ArrivalCount> arrivals(const TimeSpans &without = {}, Timestamp from = c_monday);
    /** @p gaps: when it did not listen; each ended by a stop. */
    static CoverageFacts facts(const QString &platform, const TimeSpans &gaps = {});
};

Source CoverageTest::source(qint64 id, const QString &platform)
{
    Source source;
    source.id = id;
    source.name = platform;
    source.platform = platform;
    source.createdAt = c_monday - std::chrono::days(1);
    return source;
}

QList<ArrivalCount> CoverageTest::arrivals(const TimeSpans &without, Timestamp from)
{
    QList<ArrivalCount> arrivals;
    for (Timestamp at = from; at < c_end; at += c_quarter) {
        if (intersection(without, TimeSpan{at, at + c_quarter}).isEmpty())
            arrivals.append({at, 4, at + 1min, at + 14min});
    }
    return arrivals;
}

CoverageFacts CoverageTest::facts(const QString &platform, const TimeSpans &gaps)
{
    CoverageFacts facts;
    facts.since = c_monday;
    for (const TimeSpan &span : complement(gaps, {c_monday, c_end}))
        facts.spans.append({span.from, span.until, QStringLiteral("http://127.0.0.1:8765"),
                            span.until == c_end ? std::nullopt : std::optional(DownReason::Stop)});
    facts.sources = {source(1, platform)};
    facts.arrivals.insert(1, arrivals(gaps));
    facts.firstArrivals.insert(1, c_monday);
    return facts;
}

void CoverageTest::saysNothingOfAnEmptyStore()
{
    const Coverage coverage = coverageOf({}, c_lastDay, c_end);
    QVERIFY(!coverage.since);
    QVERIFY(coverage.gaps.isEmpty());
    QVERIFY(coverage.sources.isEmpty());
    CoverageFacts onlySource;
    onlySource.sources = {source(1, QStringLiteral("insighto"))};
    const Coverage silent = coverageOf(onlySource, c_lastDay, c_end);
    QVERIFY(silent.gaps.isEmpty());
    QCOMPARE(silent.sources.size(), 1);
    QCOMPARE(silent.sources.first().noRhythm, NoRhythm::Nothing);
    QVERIFY(!silent.sources.first().missed);
}

/** Arrivals from before are counted for the rhythm, but no gap and no silence is made of what nobody noted. */
void CoverageTest::knowsNothingBeforeItsLedger()
{
    CoverageFacts known = facts(QStringLiteral("insighto"));
    known.since = c_end - 6h;
    known.spans = {{c_end - 6h, c_end, QStringLiteral("http://127.0.0.1:1"), std::nullopt}};
    known.arrivals[1] = arrivals({{c_end - 20h, c_end - 8h}});
    const Coverage coverage = coverageOf(known, c_lastDay, c_end);
    QVERIFY(coverage.gaps.isEmpty());
    QCOMPARE(coverage.sources.first().listened, 6h);
    QVERIFY(coverage.sources.first().silences.isEmpty());
    QCOMPARE(coverage.sources.first().expected,
             std::optional<qint64>(12 * 16 + 12 * 14)); // one day in eight had none then
}

void CoverageTest::findsWhenNobodyListened()
{
    const TimeSpan gap{c_end - 4h, c_end - 3h};
    const Coverage coverage = coverageOf(facts(QStringLiteral("insighto"), {gap}), c_lastDay, c_end);
    QCOMPARE(coverage.gaps,
             QList<CoverageGap>({{gap, DownReason::Stop, QStringLiteral("http://127.0.0.1:8765"), false}}));
    const SourceCoverage &source = coverage.sources.first();
    QCOMPARE(source.listened, 23h);
    QCOMPARE(source.notListened, 1h);
    QCOMPARE(source.received, qint64(23 * 16));
    QCOMPARE(source.expected, std::optional<qint64>(23 * 16));
    QCOMPARE(source.gaps.size(), 1);
    QCOMPARE(source.gaps.first().missed, source.missed);
}

void CoverageTest::namesWhyListeningEnded_data()
{
    QTest::addColumn<std::optional<DownReason>>("ended");
    QTest::addColumn<QString>("word");
    QTest::newRow("told to") << std::optional(DownReason::Stop) << QStringLiteral("stop");
    QTest::newRow("slept") << std::optional(DownReason::Sleep) << QStringLiteral("sleep");
    QTest::newRow("no network") << std::optional(DownReason::Network) << QStringLiteral("network");
    QTest::newRow("port taken") << std::optional(DownReason::Port) << QStringLiteral("port");
    QTest::newRow("no store") << std::optional(DownReason::Store) << QStringLiteral("store");
    QTest::newRow("crash noted") << std::optional(DownReason::Crash) << QStringLiteral("crash");
    QTest::newRow("nobody was left to say") << std::optional<DownReason>() << QStringLiteral("crash");
}

void CoverageTest::namesWhyListeningEnded()
{
    QFETCH(std::optional<DownReason>, ended);
    CoverageFacts known = facts(QStringLiteral("insighto"), {{c_end - 2h, c_end - 1h}});
    known.spans[0].ended = ended;
    const Coverage coverage = coverageOf(known, c_lastDay, c_end);
    QCOMPARE(coverage.gaps.size(), 1);
    QTEST(downReasonText(coverage.gaps.first().reason), "word");
    if (ended)
        QCOMPARE(downReasonFromText(downReasonText(*ended)), ended);
}

void CoverageTest::takesWhatIsMovedOnForListening()
{
    CoverageFacts known = facts(QStringLiteral("insighto"));
    QVERIFY(coverageOf(known, {c_lastDay.from, c_end + 10s}, c_end + 10s).gaps.isEmpty());
    const Coverage later = coverageOf(known, {c_lastDay.from, c_end + 60s}, c_end + 60s);
    QCOMPARE(later.gaps.size(), 1);
    QCOMPARE(later.gaps.first().span, (TimeSpan{c_end, c_end + 60s}));
    QCOMPARE(later.gaps.first().reason, DownReason::Crash);
    QVERIFY(later.gaps.first().goesOn);
    known.spans.last().ended = DownReason::Stop; // it said so: no grace
    QCOMPARE(coverageOf(known, {c_lastDay.from, c_end + 10s}, c_end + 10s).gaps.first().reason, DownReason::Stop);
}

void CoverageTest::leavesOutTheMomentOfARestart()
{
    const auto gapsOf = [](std::chrono::milliseconds length) {
        return coverageOf(facts(QStringLiteral("insighto"), {{c_end - 1h, c_end - 1h + length}}), c_lastDay, c_end)
            .gaps;
    };
    QVERIFY(gapsOf(999ms).isEmpty());
    QCOMPARE(gapsOf(1000ms).size(), 1);
}

void CoverageTest::countsWhatMayBeMissing_data()
{
    QTest::addColumn<QString>("platform");
    QTest::addColumn<int>("seconds"); // of the gap
    QTest::addColumn<CountRange>("missed");

    // 16 an hour; an hour of the week was listened to for 8 hours, less the gap.
    QTest::newRow("Insighto never sends again") << "insighto" << 3600 << CountRange{9, 16, 23};
    QTest::newRow("a minute of it") << "insighto" << 60 << CountRange{0, 0, 1};
    QTest::newRow("eigi tries for half a minute") << "eigi" << 30 << CountRange{0, 0, 0};
    QTest::newRow("eigi, an hour") << "eigi" << 3600 << CountRange{9, 16, 23};
    QTest::newRow("Varda goes on trying: none may be lost") << "varda" << 3600 << CountRange{0, 16, 23};
    QTest::newRow("nobody knows of others") << "custom" << 3600 << CountRange{0, 16, 23};
}

void CoverageTest::countsWhatMayBeMissing()
{
    QFETCH(QString, platform);
    QFETCH(int, seconds);
    QFETCH(CountRange, missed);
    CoverageFacts known = facts(platform, {{c_end - 4h, c_end - 4h + std::chrono::seconds(seconds)}});
    if (seconds < 900)
        known.arrivals[1] = arrivals();
    const auto found = coverageOf(known, c_lastDay, c_end).sources.first().missed;
    QVERIFY(found.has_value());
    const QString said = QStringLiteral("%1 between %2 and %3").arg(found->likely).arg(found->low).arg(found->high);
    QVERIFY2(*found == missed, qPrintable(said));
}

void CoverageTest::addsUpGaps()
{
    const Coverage coverage = coverageOf(
        facts(QStringLiteral("insighto"), {{c_end - 9h, c_end - 8h}, {c_end - 4h, c_end - 3h}}), c_lastDay, c_end);
    const SourceCoverage &source = coverage.sources.first();
    QCOMPARE(source.gaps.size(), 2);
    QCOMPARE(source.missed->likely, qint64(32));
    // Two together are known better than each by itself.
    QVERIFY(source.missed->low > source.gaps[0].missed->low + source.gaps[1].missed->low);
    QVERIFY(source.missed->high < source.gaps[0].missed->high + source.gaps[1].missed->high);
}

void CoverageTest::aGapOfManyReasonsIsOneForItsSenders_data()
{
    QTest::addColumn<QString>("platform");
    QTest::newRow("tries for half a minute") << "eigi";
    QTest::newRow("switches off") << "varda";
}

/** An hour in which the reason changed every twenty seconds, which is less than senders go on trying. */
void CoverageTest::aGapOfManyReasonsIsOneForItsSenders()
{
    QFETCH(QString, platform);
    const TimeSpan gap{c_end - 2h, c_end - 1h};
    CoverageFacts known = facts(platform, {gap});
    known.arrivals[1] = arrivals({{gap.from, c_end}});
    const SourceCoverage whole = coverageOf(known, c_lastDay, c_end).sources.first();
    for (Timestamp at = gap.from + 20s; at < gap.until; at += 20s)
        known.spans.append({at, at, QStringLiteral("http://127.0.0.1:8765"), DownReason::Port});
    std::ranges::sort(known.spans, {}, &ListeningSpan::from);
    const SourceCoverage split = coverageOf(known, c_lastDay, c_end).sources.first();
    QCOMPARE(whole.gaps.size(), 1);
    QCOMPARE(split.gaps.size(), 180);
    QCOMPARE(split.missed, whole.missed);
    QCOMPARE(split.notListened, whole.notListened);
    QCOMPARE(split.maybeSwitchedOff, whole.maybeSwitchedOff);
}

void CoverageTest::saysThatVardaMayHaveSwitchedOff_data()
{
    QTest::addColumn<QString>("platform");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<bool>("cameSince");
    QTest::addColumn<bool>("maybe");
    QTest::newRow("long, nothing since") << "varda" << 120 << false << true;
    QTest::newRow("long, but it sends") << "varda" << 120 << true << false;
    QTest::newRow("too short for ten failures") << "varda" << 2 << false << false;
    QTest::newRow("another platform") << "insighto" << 120 << false << false;
}

void CoverageTest::saysThatVardaMayHaveSwitchedOff()
{
    QFETCH(QString, platform);
    QFETCH(int, minutes);
    QFETCH(bool, cameSince);
    const TimeSpan gap{c_end - 3h, c_end - 3h + std::chrono::minutes(minutes)};
    CoverageFacts known = facts(platform, {gap});
    if (!cameSince)
        known.arrivals[1] = arrivals({{gap.from, c_end}});
    QTEST(coverageOf(known, c_lastDay, c_end).sources.first().maybeSwitchedOff, "maybe");
}

void CoverageTest::needsARhythm_data()
{
    QTest::addColumn<int>("ageHours"); // of its first arrival; 0: none
    QTest::addColumn<int>("listenedHours");
    QTest::addColumn<bool>("enabled");
    QTest::addColumn<int>("reason");
    QTest::newRow("nothing came") << 0 << 100 << true << int(NoRhythm::Nothing);
    QTest::newRow("two days") << 48 << 100 << true << int(NoRhythm::TooYoung);
    QTest::newRow("three days") << 72 << 100 << true << int(NoRhythm::No);
    QTest::newRow("old, but hardly listened to") << 500 << 20 << true << int(NoRhythm::TooYoung);
    QTest::newRow("disabled") << 500 << 100 << false << int(NoRhythm::Disabled);
}

void CoverageTest::needsARhythm()
{
    QFETCH(int, ageHours);
    QFETCH(int, listenedHours);
    QFETCH(bool, enabled);
    QFETCH(int, reason);
    CoverageFacts known;
    known.since = c_monday;
    known.spans = {{c_end - std::chrono::hours(listenedHours) - 1h, c_end - 1h, QStringLiteral("x"), DownReason::Stop}};
    known.sources = {source(1, QStringLiteral("insighto"))};
    known.sources[0].enabled = enabled;
    if (ageHours > 0) {
        known.firstArrivals.insert(1, c_end - std::chrono::hours(ageHours));
        known.arrivals.insert(1, arrivals({}, c_end - std::chrono::hours(ageHours)));
    }
    const SourceCoverage found = coverageOf(known, c_lastDay, c_end).sources.first();
    QCOMPARE(int(found.noRhythm), reason);
    QCOMPARE(found.missed.has_value(), found.noRhythm == NoRhythm::No);
    QCOMPARE(found.expected.has_value(), found.noRhythm == NoRhythm::No);
    QCOMPARE(found.gaps.isEmpty(), false); // the last hour: it is said all the same
}

void CoverageTest::tellsASilence_data()
{
    QTest::addColumn<int>("quarters"); // without any
    QTest::addColumn<bool>("goesOn");
    QTest::addColumn<bool>("told");
    // Of 16 an hour 6.9 are expected in 26 minutes; a silence also has the minutes at both of its ends.
    QTest::newRow("one quarter: chance") << 1 << false << false;
    QTest::newRow("two quarters") << 2 << false << true;
    QTest::newRow("three hours") << 12 << false << true;
    QTest::newRow("until now") << 3 << true << true;
    QTest::newRow("until now, but short") << 1 << true << false;
}

void CoverageTest::tellsASilence()
{
    QFETCH(int, quarters);
    QFETCH(bool, goesOn);
    QFETCH(bool, told);
    const auto length = std::chrono::minutes(15 * quarters);
    const TimeSpan silent = goesOn ? TimeSpan{c_end - length, c_end} : TimeSpan{c_end - 6h, c_end - 6h + length};
    CoverageFacts known = facts(QStringLiteral("insighto"));
    known.arrivals[1] = arrivals({silent});
    const QList<Silence> silences = coverageOf(known, c_lastDay, c_end).sources.first().silences;
    QCOMPARE(!silences.isEmpty(), told);
    if (!told)
        return;
    QCOMPARE(silences.size(), 1);
    QCOMPARE(silences.first().goesOn, goesOn);
    QCOMPARE(silences.first().span.from, silent.from - 1min); // the last arrival before
    QCOMPARE(silences.first().span.until, goesOn ? c_end : silent.until + 1min);
    QVERIFY(silences.first().expected > 6.9);
}

void CoverageTest::isNotSilentWhileNobodyListens()
{
    const TimeSpan gap{c_end - 6h, c_end - 3h};
    QVERIFY(coverageOf(facts(QStringLiteral("insighto"), {gap}), c_lastDay, c_end).sources.first().silences.isEmpty());
}

void CoverageTest::joinsRefusals()
{
    CoverageFacts known = facts(QStringLiteral("insighto"));
    const Timestamp at = c_end - 1h;
    known.refusals = {{at, 1, 503, 3},        {at, 1, 401, 1},        {at, 0, 404, 9},
                      {at + 1min, 1, 503, 2}, {at + 6min, 1, 503, 1}, {at + 30min, 1, 503, 7}};
    const Coverage coverage = coverageOf(known, c_lastDay, c_end);
    const QList<RefusalSpan> expected{
        {{at, at + 7min}, 503, 6}, {{at, at + 1min}, 401, 1}, {{at + 30min, at + 31min}, 503, 7}};
    QCOMPARE(coverage.sources.first().refusals, expected);
    QCOMPARE(coverage.strayRefusals, QList<RefusalSpan>({{{at, at + 1min}, 404, 9}}));
}

void CoverageTest::roundsTheRange_data()
{
    QTest::addColumn<int>("from"); // minutes after midnight
    QTest::addColumn<int>("until");
    QTest::addColumn<int>("now");
    QTest::addColumn<int>("roundFrom");
    QTest::addColumn<int>("roundUntil");
    QTest::newRow("whole quarters stay") << 60 << 120 << 600 << 60 << 120;
    QTest::newRow("outwards") << 61 << 119 << 600 << 60 << 120;
    QTest::newRow("not beyond now") << 60 << 700 << 607 << 60 << 607;
    QTest::newRow("begins after now") << 700 << 800 << 607 << 607 << 607;
}

void CoverageTest::roundsTheRange()
{
    QFETCH(int, from);
    QFETCH(int, until);
    QFETCH(int, now);
    QFETCH(int, roundFrom);
    QFETCH(int, roundUntil);
    const auto at = [](int minutes) { return c_monday + std::chrono::minutes(minutes); };
    QCOMPARE(coverageRange({at(from), at(until)}, at(now)), (TimeSpan{at(roundFrom), at(roundUntil)}));
}

QTEST_GUILESS_MAIN(CoverageTest)
#include "tst_coverage.moc"
