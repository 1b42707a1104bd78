// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/store/removal.h"

#include <QHash>
#include <QSet>

#include <memory>
#include <vector>

namespace earshot {

/** What is to be removed now. */
struct PurgeWish {
    std::optional<Timestamp> before; ///< all of which nothing was heard since; none: by the rules of the sources
    std::optional<qint64> source; ///< only of this one
};

/** How much of what was quarantined is kept; beyond, the oldest goes. */
struct QuarantineBound {
    qint64 deliveries = 10'000;
    qint64 bytes = 256LL << 20; ///< of bodies
};

/** What a slice of retention did, beside what it counts. */
struct PurgeSlice {
    PurgeReport report;
    QList<qint64> conversations; ///< gone or sealed
};

/** One kind of removal over the whole store, in slices that each go on where the last one stopped. */
class RetentionPass
{
public:
    virtual ~RetentionPass() = default;

    /** Works until @p deadline, at least a little, in the caller's transaction. True once it is through. */
    virtual Result<bool> advance(Removal &removal, QDeadlineTimer deadline, PurgeSlice &slice) = 0;

    /** The slice was rolled back: goes on where it was before it. */
    virtual void rewind() = 0;
};

using RetentionPasses = std::vector<std::unique_ptr<RetentionPass>>;

/** The passes that carry out @p wish: whole conversations by age, then bytes by age, then bytes by size, and what
 * belongs to no conversation by its own age. In the connection's thread. */
Result<RetentionPasses> retentionPasses(const Database &database, const PurgeWish &wish, Timestamp now);

/** The pass that keeps the quarantine within its bound. */
std::unique_ptr<RetentionPass> quarantinePass(const QuarantineBound &bound);

/** What a conversation must be to go, as SQL over `conversation c`: nothing was heard of it since `?`, which stands
 * twice (its start and its latest arrival). */
QString isOldSql();

/** It runs: it has no end, and none is assumed yet. */
QString isRunningSql();

/** It waits to be sent to a destination that there still is. */
QString isWaitingSql();

} // namespace earshot
