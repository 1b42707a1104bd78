// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/database.h"

#include <atomic>

namespace earshot {

/** Whether what was written to the write-ahead log can be taken to reach the disk with its next flush.
 *
 *  After a failed flush it cannot: Linux counts the pages as written and does not try them again (fsync(2), "ERRORS";
 *  the error is told once), so that a later flush succeeds over a hole, and what comes after the hole would be gone
 *  after a power cut. Until the log was written anew nothing is acknowledged and nothing moved into the store's file.
 */
class LogTrust
{
public:
    bool isLost() const { return m_losses != m_regained; }

    /** After StoreDiskFailed from any connection that writes the log or flushes it. Any thread. */
    void lose() { ++m_losses; }

    /** Writes the whole log again where it is, and flushes it. On the writer's connection, in its thread, outside
     * transactions. Errors: the store's; then trust stays lost. */
    Result<void> regain(const Database &database);

private:
    std::atomic<quint64> m_losses = 0;
    std::atomic<quint64> m_regained = 0; ///< how many of the losses are made good
};

} // namespace earshot
