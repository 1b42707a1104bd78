// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/store/database.h"

#include <QList>

#include <optional>

namespace earshot {

/** Why listening ended; stored as its word. */
enum class DownReason {
    Stop, ///< Earshot was told to
    Sleep, ///< the computer slept, or Earshot stood still
    Network, ///< its address was gone
    Port, ///< another program has the port
    Store, ///< the store could not be opened or was closed
    Crash, ///< Earshot or the computer stopped without a word; deduced by whoever listens next
};

QString downReasonText(DownReason reason);
std::optional<DownReason> downReasonFromText(QStringView text);

/** A stretch of listening without a break. */
struct ListeningSpan {
    Timestamp from;
    Timestamp until; ///< last known to listen; moved on while it goes on
    QString address; ///< as in `http://127.0.0.1:8765`
    std::optional<DownReason> ended; ///< none: it goes on, or who listened did not live to say

    friend bool operator==(const ListeningSpan &, const ListeningSpan &) = default;
};

/** Answers that were not 2xx within one minute. */
struct RefusalCount {
    Timestamp minute; ///< its beginning
    qint64 sourceId = 0; ///< 0: no source of ours
    int status = 0; ///< 0: closed without an answer
    qint64 count = 0;

    friend bool operator==(const RefusalCount &, const RefusalCount &) = default;
};

/** Arrivals of one source within a quarter of an hour. */
struct ArrivalCount {
    Timestamp quarter; ///< its beginning
    qint64 count = 0;
    Timestamp firstAt;
    Timestamp lastAt;

    friend bool operator==(const ArrivalCount &, const ArrivalCount &) = default;
};

inline constexpr std::chrono::minutes c_quarter(15);

/** The tables of the coverage ledger (docs/coverage.md). Functions over a connection, in its thread; the changing ones
 * inside the caller's transaction and only for the holder of the writer's role. */
namespace coverageledger {

/** Writes spans, each known by its beginning, and moves on those that are there. */
Result<void> noteSpans(const Database &database, const QList<ListeningSpan> &spans);

/** Notes for spans of processes that are gone that they crashed, but for the one that began at @p own. */
Result<void> closeCrashed(const Database &database, Timestamp own);

/** Adds to what is counted for these minutes. */
Result<void> addRefusals(const Database &database, const QList<RefusalCount> &refusals);

/** Forgets refusals from before @p time. */
Result<void> dropRefusalsBefore(const Database &database, Timestamp time);

/** Counts the next @p most projected deliveries among the arrivals; true if there may be more. Counts and watermark
 * change together, so a delivery counts once whatever happens in between.
 *
 *  An arrival is what a sender sent of its own accord and was believed: quarantined deliveries are none (the copy of
 * one that a person releases is), nor are repeats of an earlier one, what Earshot fetched, and what it sent to itself.
 */
Result<bool> countArrivals(const Database &database, int most);

/** By their beginning; those that end after @p since. */
Result<QList<ListeningSpan>> spans(const Database &database, Timestamp since);

/** When the ledger began; nothing if there was never any listening. */
Result<std::optional<Timestamp>> beginning(const Database &database);

/** By minute, of minutes that begin within the interval. */
Result<QList<RefusalCount>> refusals(const Database &database, Timestamp from, Timestamp until);

/** By source, then quarter, of quarters that begin within the interval, also those not counted yet. */
Result<QHash<qint64, QList<ArrivalCount>>> arrivals(const Database &database, Timestamp from, Timestamp until);

/** Of each source, the first quarter that had arrivals. */
Result<QHash<qint64, Timestamp>> firstArrivals(const Database &database);

} // namespace coverageledger
} // namespace earshot
