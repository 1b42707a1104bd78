// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/store/database.h"

#include <QHash>
#include <QList>

#include <optional>

namespace earshot {

/** A conversation whose platform is to be asked for what its webhook left out. */
struct EnrichmentRow {
    qint64 conversation = 0;
    QString platformId;
    qint64 source = 0;
    int attempts = 0; ///< so far
    std::optional<Timestamp> firstAttemptAt;
};

/** How many conversations of a source wait to be asked for, and for how many asking was given up. */
struct EnrichmentCounts {
    qint64 waiting = 0;
    qint64 parked = 0;
    QString lastReason; ///< why the latest of them is tried again or was given up; null without one
};

/** Conversations that wait for their platform's API. Functions over a connection, in its thread; the changing ones
 * inside the caller's transaction and only for the holder of the writer's role. */
namespace enrichment {

/** Those of the changed conversations that were seen only in part, are over, and belong to one of the sources with
 * these keys, are to be asked for at @p at. Those that wait already go on waiting until then; those given up are tried
 * anew.
 */
Result<void> enqueueChanged(const Database &database, const QList<qint64> &conversations, const QStringList &sourceKeys,
                            Timestamp at);

/** Those whose time has come, the longest waiting first. Those of which nothing is missing any more are forgotten. */
Result<QList<EnrichmentRow>> takeDue(const Database &database, Timestamp now, int most);

/** When the next one is due; nothing if none waits. */
Result<std::optional<Timestamp>> nextDue(const Database &database);

/** Asked in vain, and to be asked again at @p next. */
Result<void> storeRetry(const Database &database, const EnrichmentRow &row, Timestamp next, const QString &reason,
                        Timestamp now);
/** Given up until the conversation changes. */
Result<void> storeParked(const Database &database, const EnrichmentRow &row, const QString &reason, Timestamp now);
/** Nothing more is asked for. */
Result<void> finish(const Database &database, qint64 conversation);

/** Nothing of the source is asked for before @p until. */
Result<void> holdSource(const Database &database, qint64 source, Timestamp until, const QString &reason);

/** By source; sources with nothing to tell are missing. */
Result<QHash<qint64, EnrichmentCounts>> counts(const Database &database);

} // namespace enrichment
} // namespace earshot
