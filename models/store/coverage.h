// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/source.h"
#include "models/store/coverageledger.h"
#include "models/store/rhythm.h"
#include "models/store/timespans.h"

#include <QHash>

namespace earshot {

/** What a platform does about a delivery that was not answered 2xx. */
enum class Resending {
    Never, ///< insighto: what is missed is lost (its page "Form captured")
    Briefly, ///< eigi: four tries in about 30 seconds (its page "Webhooks")
    Backoff, ///< varda: up to five more, ever later; switched off after ten failures in a row (its page "Overview")
    Unknown, ///< custom: nobody knows
};

Resending resendingOf(const QString &platform);

/** Earshot was not listening. */
struct CoverageGap {
    TimeSpan span;
    DownReason reason = DownReason::Stop;
    QString address; ///< where it had listened before
    bool goesOn = false; ///< at the end of the range it still does not listen

    friend bool operator==(const CoverageGap &, const CoverageGap &) = default;
};

/** A gap from one source's point of view. */
struct SourceGap {
    TimeSpan span;
    DownReason reason = DownReason::Stop;
    std::optional<CountRange> missed; ///< deliveries; nothing where the source has no rhythm yet

    friend bool operator==(const SourceGap &, const SourceGap &) = default;
};

/** Earshot listened and nothing came, though that much was to be expected. */
struct Silence {
    TimeSpan span; ///< from the last arrival until the next, or the end of the range
    double expected = 0;
    bool goesOn = false;

    friend bool operator==(const Silence &, const Silence &) = default;
};

/** Answers of one status that were not 2xx, minute after minute. */
struct RefusalSpan {
    TimeSpan span; ///< whole minutes
    int status = 0; ///< 0: closed without an answer
    qint64 count = 0;

    friend bool operator==(const RefusalSpan &, const RefusalSpan &) = default;
};

/** Why a source has no rhythm that a count could go by. */
enum class NoRhythm {
    No, ///< it has one
    Disabled, ///< the source is switched off
    Nothing, ///< nothing ever came
    TooYoung, ///< known for less than three days, or listened to for less than a day of them
};

struct SourceCoverage {
    qint64 sourceId = 0;
    QString name;
    QString platform;
    Resending resending = Resending::Unknown;
    NoRhythm noRhythm = NoRhythm::No;
    std::chrono::seconds listened{0};
    std::chrono::seconds notListened{0}; ///< all gaps together
    qint64 received = 0; ///< arrivals, as countArrivals() has them
    std::optional<qint64> expected; ///< at the usual rate, in the time listened and what was before the ledger
    std::optional<CountRange> missed; ///< in the time not listened, by the usual rate, but for what is sent again
    bool maybeSwitchedOff = false; ///< varda, where enough failed in a row and nothing has come since
    QList<SourceGap> gaps;
    QList<Silence> silences;
    QList<RefusalSpan> refusals;
    qint64 incomplete = 0; ///< conversations that the platform's API can be asked for
    bool canBackfill = false; ///< Earshot knows how to ask this platform
};

/** What is known of the listening in a range of time. */
struct Coverage {
    TimeSpan range; ///< as asked, with whole quarters of an hour, not beyond now
    std::optional<Timestamp> since; ///< when the ledger began: before, nothing is known
    TimeSpans listened;
    QList<CoverageGap> gaps;
    QList<SourceCoverage> sources; ///< by name
    QList<RefusalSpan> strayRefusals; ///< of requests to no source of ours
};

/** All that coverageOf() goes by, as the store has it. */
struct CoverageFacts {
    std::optional<Timestamp> since;
    QList<ListeningSpan> spans; ///< by their beginning
    QList<Source> sources;
    QHash<qint64, QList<ArrivalCount>> arrivals; ///< by source; from rhythmSpan() on
    QHash<qint64, Timestamp> firstArrivals;
    QList<RefusalCount> refusals; ///< of the range
    QHash<qint64, qint64> incomplete;
};

/** The range with whole quarters, since arrivals are kept by these, and not beyond @p now. */
TimeSpan coverageRange(const TimeSpan &wanted, Timestamp now);

/** From when on arrivals are needed: the eight weeks before the range's end, and the range. */
TimeSpan rhythmSpan(const TimeSpan &range);

/** What the facts mean. @p range is of coverageRange(). A pure function; every definition stands in docs/coverage.md.
 */
Coverage coverageOf(const CoverageFacts &facts, const TimeSpan &range, Timestamp now);

/** The same of a store. The window and the command line both show this. */
Result<Coverage> readCoverage(const Database &database, const TimeSpan &wanted, Timestamp now);

} // namespace earshot
