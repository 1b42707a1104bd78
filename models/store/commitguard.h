// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/diskroom.h"
#include "models/store/logtrust.h"
#include "models/store/synclevel.h"

#include <QDeadlineTimer>

#include <mutex>

namespace earshot {

/** Stands before the commits of the journal: says when nothing may be acknowledged, and remembers why for those who
 * have to be told. Of the writer's thread but for trouble(). */
class CommitGuard
{
public:
    /** Below @p leastFreeBytes, or a twentieth of the disk where that is less, nothing is acknowledged: what is left is
     * for the projection of what was accepted, for deleting (which takes room first) and for other programs. @p trust
     * must outlive it. */
    CommitGuard(LogTrust &trust, qint64 leastFreeBytes, AskDiskRoom diskRoom);

    /** Makes the connection fit for a commit that is acknowledged: room, a log that can be trusted, every flush waited
     * for. Errors: StoreFull, and the store's; then nothing may be acknowledged. Outside transactions. */
    Result<void> prepare(const Database &database);

    /** What came of an attempt to store deliveries. True if that changes what trouble() says. Says it in the log too:
     * at once, and again each minute while it lasts. */
    bool note(const Result<void> &outcome);

    /** Why deliveries are not stored at present; nothing while they are. Any thread. */
    std::optional<Error> trouble() const;

    /** The level of the writer's connection, for those who may commit without waiting. */
    SyncLevel &sync() { return m_sync; }

private:
    Result<void> checkRoom(const Database &database);

    LogTrust &m_trust;
    const qint64 m_leastFreeBytes;
    const AskDiskRoom m_diskRoom;
    SyncLevel m_sync;
    QDeadlineTimer m_roomKnown{0}; ///< until when the latest look at the disk counts
    QDeadlineTimer m_quiet{0}; ///< until when the same trouble is not logged again
    mutable std::mutex m_mutex;
    std::optional<Error> m_trouble; ///< under the mutex
};

} // namespace earshot
