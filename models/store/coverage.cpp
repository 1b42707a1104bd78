// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/coverage.h"

#include "models/store/backfill.h"
#include "models/store/sources.h"

#include <algorithm>
#include <cmath>

namespace earshot {
namespace {

using namespace std::chrono_literals;

constexpr auto c_rhythmWeeks = std::chrono::weeks(8);
constexpr auto c_leastAge = std::chrono::days(3);
constexpr auto c_leastListened = std::chrono::hours(24);
constexpr auto c_leastGap = 1s; // a new listener takes less to follow the old one
constexpr auto c_stillAlive = 15s; // spans are moved on every five seconds
constexpr auto c_sentAgainWithin = 30s; // eigi: 4 tries, 10 s apart; five ever longer waits are no shorter
constexpr auto c_sameRefusal = 5min;
constexpr double c_silence =
    6.907755; // -ln(1/1000): so many expected and none came, by chance, once in a thousand times
constexpr double c_failuresInARow = 10; // at Varda, which tries each delivery six times
constexpr double c_triesOfVarda = 6;

constexpr auto c_minute = std::chrono::minutes(1);

/** Whether a gap is followed by another with no hearing worth the name between them: it had a second reason. */
bool goesOn(const TimeSpan &gap, const TimeSpan &next)
{
    return next.from - gap.until < c_leastGap;
}

/** What becomes of the facts about one source. */
class SourceReading
{
public:
    SourceReading(const Source &source, const CoverageFacts &facts, const Coverage &coverage)
        : m_source(source)
        , m_coverage(coverage)
        , m_arrivals(facts.arrivals.value(source.id))
        , m_first(facts.firstArrivals.contains(source.id) ? std::optional(facts.firstArrivals.value(source.id))
                                                          : std::nullopt)
        , m_listened(listenedSpans(facts))
    {
        m_found.sourceId = source.id;
        m_found.name = source.name;
        m_found.platform = source.platform;
        m_found.resending = resendingOf(source.platform);
        m_found.incomplete = facts.incomplete.value(source.id);
        m_found.canBackfill = backfill::isPossible(source.platform);
    }

    SourceCoverage read()
    {
        const TimeSpan life{std::max(m_source.createdAt, m_coverage.range.from), m_coverage.range.until};
        m_found.listened = std::chrono::floor<std::chrono::seconds>(length(intersection(m_coverage.listened, life)));
        countReceived();
        findRhythm();
        findGaps(life);
        if (m_rhythm) {
            m_found.expected = std::llround(m_rhythm->expected(intersection(m_listened, life)).mean);
            findSilences();
        }
        m_found.maybeSwitchedOff = isMaybeSwitchedOff();
        return m_found;
    }

private:
    /** When arrivals could come, as far as the rhythm goes by it: what was before the ledger counts as listened. */
    static TimeSpans listenedSpans(const CoverageFacts &facts)
    {
        TimeSpans spans{{Timestamp::min(), facts.since.value_or(Timestamp::max())}};
        for (const ListeningSpan &span : facts.spans)
            spans.append({span.from, span.until});
        return merged(spans);
    }

    void countReceived()
    {
        for (const ArrivalCount &arrival : m_arrivals) {
            if (arrival.quarter >= m_coverage.range.from)
                m_found.received += arrival.count;
        }
    }

    void findRhythm()
    {
        const Timestamp end = m_coverage.range.until;
        if (!m_source.enabled)
            m_found.noRhythm = NoRhythm::Disabled;
        else if (!m_first || *m_first >= end)
            m_found.noRhythm = NoRhythm::Nothing;
        else
            makeRhythm({std::max<Timestamp>(*m_first, end - c_rhythmWeeks), end});
    }

    void makeRhythm(const TimeSpan &basis)
    {
        const TimeSpans listened = intersection(m_listened, basis);
        if (basis.until - *m_first < c_leastAge || length(listened) < c_leastListened) {
            m_found.noRhythm = NoRhythm::TooYoung;
            return;
        }
        QList<ArrivalCount> arrivals = m_arrivals;
        arrivals.removeIf([&basis](const ArrivalCount &arrival) { return arrival.quarter < basis.from; });
        m_rhythm.emplace(arrivals, listened, zoneNamed(m_source.zone).value_or(QTimeZone::utc()));
    }

    /** When the gap of that index is over: one may go on as the next, for another reason. */
    Timestamp heardAgain(qsizetype index) const
    {
        const QList<CoverageGap> &gaps = m_coverage.gaps;
        while (index + 1 < gaps.size() && goesOn(gaps[index].span, gaps[index + 1].span))
            ++index;
        return gaps[index].span.until;
    }

    /** The part of a gap whose deliveries are not sent again once there is hearing at @p heardAgain. */
    TimeSpan lostPart(const TimeSpan &gap, Timestamp heardAgain) const
    {
        const bool isSentAgain = m_found.resending == Resending::Briefly || m_found.resending == Resending::Backoff;
        return isSentAgain ? TimeSpan{gap.from, std::min(gap.until, heardAgain - c_sentAgainWithin)} : gap;
    }

    /** Where later tries are not known, or have no known end, all may have come after all. */
    CountRange missedOf(const TimeSpans &lost) const
    {
        CountRange missed = countRange(m_rhythm->expected(lost));
        if (m_found.resending == Resending::Backoff || m_found.resending == Resending::Unknown)
            missed.low = 0;
        return missed;
    }

    void findGaps(const TimeSpan &life)
    {
        TimeSpans lost;
        std::chrono::microseconds sum(0);
        for (qsizetype i = 0; i < m_coverage.gaps.size(); ++i) {
            const TimeSpan span = intersection(m_coverage.gaps[i].span, life);
            if (span.isEmpty())
                continue;
            sum += span.length();
            m_found.gaps.append({span, m_coverage.gaps[i].reason, std::nullopt});
            const TimeSpan part = lostPart(span, std::min(heardAgain(i), life.until));
            if (!part.isEmpty())
                lost.append(part);
            if (m_rhythm)
                m_found.gaps.last().missed = missedOf(merged({part}));
        }
        m_found.notListened = std::chrono::floor<std::chrono::seconds>(sum);
        if (m_rhythm)
            m_found.missed = missedOf(lost);
    }

    /** A silence lies between two arrivals; one shorter than a quarter is none. */
    void findSilences()
    {
        const TimeSpans known = knownListened();
        for (qsizetype i = 0; i < m_arrivals.size(); ++i) {
            const bool isLast = i + 1 == m_arrivals.size();
            const TimeSpan span{m_arrivals[i].lastAt, isLast ? m_coverage.range.until : m_arrivals[i + 1].firstAt};
            if (span.length() < c_quarter || span.until <= m_coverage.range.from)
                continue;
            const double expected = m_rhythm->expected(intersection(known, span)).mean;
            if (expected > c_silence)
                m_found.silences.append({span, expected, isLast});
        }
    }

    /** Silences are told only of time that the ledger knows. */
    TimeSpans knownListened() const
    {
        if (!m_coverage.since)
            return {};
        return intersection(m_listened, TimeSpan{*m_coverage.since, m_coverage.range.until});
    }

    bool isMaybeSwitchedOff() const
    {
        if (m_found.resending != Resending::Backoff || m_found.gaps.isEmpty() || !m_rhythm)
            return false;
        const QList<SourceGap> &gaps = m_found.gaps;
        qsizetype first = gaps.size() - 1; // of the last gap, which may have gone on for other reasons
        while (first > 0 && goesOn(gaps[first - 1].span, gaps[first].span))
            --first;
        const Timestamp end = gaps.last().span.until;
        const qint64 missed = missedOf(merged({lostPart({gaps[first].span.from, end}, end)})).likely;
        const bool cameSince = !m_arrivals.isEmpty() && m_arrivals.last().lastAt >= end;
        return !cameSince && double(missed) * c_triesOfVarda >= c_failuresInARow;
    }

    const Source &m_source;
    const Coverage &m_coverage;
    const QList<ArrivalCount> m_arrivals;
    const std::optional<Timestamp> m_first;
    const TimeSpans m_listened;
    std::optional<Rhythm> m_rhythm;
    SourceCoverage m_found;
};

/** What is listened now goes on until now: the ledger is a few seconds behind. */
QList<ListeningSpan> upToNow(QList<ListeningSpan> spans, Timestamp now)
{
    for (ListeningSpan &span : spans) {
        if (!span.ended && now - span.until <= c_stillAlive)
            span.until = std::max(span.until, now);
    }
    return spans;
}

/** Why it was silent after @p before ended without saying so: whoever comes next notes that as a crash. */
DownReason reasonAfter(const ListeningSpan &before)
{
    return before.ended.value_or(DownReason::Crash);
}

QList<CoverageGap> gapsIn(const QList<ListeningSpan> &spans, const TimeSpan &range)
{
    QList<CoverageGap> gaps;
    for (qsizetype i = 0; i < spans.size(); ++i) {
        const bool isLast = i + 1 == spans.size();
        const TimeSpan gap = intersection(TimeSpan{spans[i].until, isLast ? range.until : spans[i + 1].from}, range);
        if (gap.length() >= c_leastGap)
            gaps.append({gap, reasonAfter(spans[i]), spans[i].address, isLast});
    }
    return gaps;
}

/** @p refusals by source, joined where they follow one another. */
QList<RefusalSpan> refusalsOf(const QList<RefusalCount> &refusals, qint64 sourceId)
{
    QList<RefusalSpan> spans;
    QHash<int, qsizetype> latest; // by status
    for (const RefusalCount &refusal : refusals) {
        if (refusal.sourceId != sourceId)
            continue;
        const auto place = latest.constFind(refusal.status);
        if (place != latest.constEnd() && refusal.minute - spans[*place].span.until <= c_sameRefusal) {
            spans[*place].span.until = refusal.minute + c_minute;
            spans[*place].count += refusal.count;
            continue;
        }
        latest.insert(refusal.status, spans.size());
        spans.append({{refusal.minute, refusal.minute + c_minute}, refusal.status, refusal.count});
    }
    return spans;
}

using Quarters = std::chrono::duration<qint64, std::ratio<900>>;

Result<QHash<qint64, qint64>> incompleteOf(const Database &database, const QList<Source> &all, const TimeSpan &range,
                                           Timestamp now)
{
    QHash<qint64, qint64> incomplete;
    for (const Source &source : all) {
        if (!backfill::isPossible(source.platform))
            continue;
        const auto count = backfill::countPartlySeen(database, source.id, range.from, range.until, now);
        if (!count)
            return std::unexpected(count.error());
        incomplete.insert(source.id, *count);
    }
    return incomplete;
}

Result<CoverageFacts> readFacts(const Database &database, const TimeSpan &range, Timestamp now)
{
    const TimeSpan basis = rhythmSpan(range);
    const auto since = coverageledger::beginning(database);
    if (!since)
        return std::unexpected(since.error());
    const auto spans = coverageledger::spans(database, Timestamp::min());
    if (!spans)
        return std::unexpected(spans.error());
    const auto known = sources::all(database);
    if (!known)
        return std::unexpected(known.error());
    const auto arrivals = coverageledger::arrivals(database, basis.from, basis.until);
    if (!arrivals)
        return std::unexpected(arrivals.error());
    const auto firsts = coverageledger::firstArrivals(database);
    if (!firsts)
        return std::unexpected(firsts.error());
    const auto refusals = coverageledger::refusals(database, range.from, range.until);
    if (!refusals)
        return std::unexpected(refusals.error());
    const auto incomplete = incompleteOf(database, *known, range, now);
    if (!incomplete)
        return std::unexpected(incomplete.error());
    return CoverageFacts{*since, *spans, *known, *arrivals, *firsts, *refusals, *incomplete};
}

} // namespace

Resending resendingOf(const QString &platform)
{
    if (platform == QLatin1StringView("insighto"))
        return Resending::Never;
    if (platform == QLatin1StringView("eigi"))
        return Resending::Briefly;
    return platform == QLatin1StringView("varda") ? Resending::Backoff : Resending::Unknown;
}

TimeSpan coverageRange(const TimeSpan &wanted, Timestamp now)
{
    const Timestamp until = std::min<Timestamp>(std::chrono::ceil<Quarters>(std::min(wanted.until, now)), now);
    return {std::min<Timestamp>(std::chrono::floor<Quarters>(wanted.from), until), until};
}

TimeSpan rhythmSpan(const TimeSpan &range)
{
    const Timestamp from = std::min<Timestamp>(range.until - c_rhythmWeeks, range.from);
    return {std::chrono::floor<Quarters>(from), range.until};
}

Coverage coverageOf(const CoverageFacts &facts, const TimeSpan &range, Timestamp now)
{
    CoverageFacts known = facts;
    known.spans = upToNow(facts.spans, now);
    Coverage coverage;
    coverage.range = range;
    coverage.since = facts.since;
    TimeSpans listened;
    for (const ListeningSpan &span : std::as_const(known.spans))
        listened.append({span.from, span.until});
    coverage.listened = intersection(merged(listened), range);
    coverage.gaps = gapsIn(known.spans, range);
    coverage.strayRefusals = refusalsOf(facts.refusals, 0);
    for (const Source &source : facts.sources) {
        coverage.sources.append(SourceReading(source, known, coverage).read());
        coverage.sources.last().refusals = refusalsOf(facts.refusals, source.id);
    }
    return coverage;
}

Result<Coverage> readCoverage(const Database &database, const TimeSpan &wanted, Timestamp now)
{
    const TimeSpan range = coverageRange(wanted, now);
    const auto facts = readFacts(database, range, now);
    return facts ? Result<Coverage>(coverageOf(*facts, range, now)) : std::unexpected(facts.error());
}

} // namespace earshot
