// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/filevacuum.h"
#include "models/store/retention.h"

#include <QPromise>

#include <deque>

namespace earshot {

/** Removes what is to be kept no longer and makes the file smaller, in slices that the writer asks for when it has the
 * time. In the writer's thread, on its connection. */
class Housekeeper
{
public:
    using Promise = std::shared_ptr<QPromise<Result<PurgeReport>>>;

    /** @p database and @p clock must outlive it. */
    Housekeeper(const Database &database, const Clock &clock, const QuarantineBound &bound);

    /** Cancels what is under way. */
    ~Housekeeper();

    /** Carries out @p wish after those before it; @p promise, if any, hears what went once the rows are gone and the
     * file was made smaller as far as the writer had time for that. */
    void purge(const PurgeWish &wish, Promise promise = {});

    /** Looks whether more was quarantined since the last time, and if so keeps it within its bound. */
    Result<void> lookAtQuarantine();

    bool hasWork() const { return !m_wishes.empty() || m_isShrinking; }

    enum class Outcome {
        Nothing, ///< there was nothing to do
        Changed, ///< rows went
        Shrunk, ///< all that could be given back to the disk was: a checkpoint makes the file smaller
        More, ///< it goes on
    };
    /** One transaction of about @p budget. An error ends the wish that it befell; the next one by the rules tries
     * again. */
    Result<Outcome> slice(std::chrono::milliseconds budget);

    /** Looks for gaps in the file that are worth giving back. */
    Result<void> lookForGaps();

    /** Is nothing left but to make the file smaller? */
    bool isShrinking() const { return m_wishes.empty() && m_isShrinking; }

    /** The writer is busy: who waits for a purge need not wait for the file to shrink. */
    void postponeShrinking();

private:
    struct Wish {
        PurgeWish what;
        Promise promise;
        bool isOfQuarantine = false;
        bool isBegun = false;
        RetentionPasses passes;
        PurgeReport report;
    };

    Result<Outcome> advance(std::chrono::milliseconds budget);
    Result<void> begin(Wish &wish) const;
    Result<Outcome> sliceOf(Wish &wish, std::chrono::milliseconds budget);
    Result<void> note(const PurgeSlice &slice) const;
    Result<Outcome> shrink(std::chrono::milliseconds budget);
    void settle();

    const Database &m_database;
    const Clock &m_clock;
    const QuarantineBound m_bound;
    Removal m_removal;
    FileVacuum m_vacuum;
    std::deque<Wish> m_wishes;
    std::deque<Wish> m_done; ///< whose answer waits for the file to shrink
    bool m_isShrinking = false;
    qint64 m_lastQuarantined = -1; ///< newest one that the bound was looked at for
};

} // namespace earshot
