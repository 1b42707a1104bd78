// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/store/database.h"

#include <QList>

#include <optional>

namespace earshot {

/** One request of an attempt and what came back. Without secrets. */
struct LoggedExchange {
    QString purpose; ///< as in `find contact`
    QString method;
    QString url; ///< the query's values are left out
    QString request; ///< header fields, an empty line, and at most 4 KiB of the body
    std::optional<int> status;
    QString answer; ///< at most 4 KiB of it
    QString failure; ///< why no whole answer came; null if one did
    std::chrono::microseconds latency{0};
};

enum class AttemptOutcomeKind { Sent, Retry, Parked, Paused, Asks };

QString attemptOutcomeText(AttemptOutcomeKind outcome);

/** An attempt at a version of a record. */
struct LoggedAttempt {
    qint64 id = 0;
    qint64 row = 0; ///< of the outbox
    qint64 version = 0;
    int number = 1; ///< of that version
    Timestamp begunAt;
    std::optional<Timestamp> endedAt; ///< nothing while it is under way, or if it was cut short
    std::optional<AttemptOutcomeKind> outcome;
    QString reason;
    QList<LoggedExchange> exchanges;
};

/** What was asked of destinations and answered. Functions over a connection, in its thread; the changing ones inside
 * the caller's transaction and only for the holder of the writer's role. */
namespace outboxlog {

/** Attempts kept of one row; older ones go. */
inline constexpr int c_kept = 50;

/** The id of the attempt that begins. */
Result<qint64> begin(const Database &database, qint64 row, qint64 destination, qint64 version, int number,
                     Timestamp now);
Result<void> end(const Database &database, qint64 attempt, AttemptOutcomeKind outcome, const QString &reason,
                 const QList<LoggedExchange> &exchanges, Timestamp now);

/** Attempts at a row, the latest first, with their exchanges. */
Result<QList<LoggedAttempt>> ofRow(const Database &database, qint64 row, int most = c_kept);

/** How a destination's attempts since @p from ended, in that order: true for those that say it works. Parked ones do,
 * since it answered. */
Result<QList<std::pair<Timestamp, bool>>> recent(const Database &database, qint64 destination, Timestamp from);

} // namespace outboxlog
} // namespace earshot
