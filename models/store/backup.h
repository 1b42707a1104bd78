// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/database.h"

#include <atomic>

namespace earshot {

struct BackupRequest {
    QString storePath;
    QString filePath; ///< of the copy; its folder exists
    bool replaces = false; ///< takes the place of a file that is there
    std::function<void(qint64 done, qint64 total)> progress = {}; ///< in bytes, now and then
    const std::atomic_bool *stop = nullptr; ///< set: gives up and leaves nothing behind
};

/** What a finished copy is like. */
struct BackupReport {
    QString path; ///< absolute
    qint64 bytes = 0;
    qint64 deliveries = 0; ///< in it
};

/** Copies a store to a file while it is received into: all that was committed before the call is in it, as of one
 * moment. A reader like any other, in the caller's thread: commits are not held up, and no role is needed. Meanwhile
 * the store's log cannot be emptied and grows by what is received.
 *
 * The copy appears whole, checked (`quick_check`), on the disk and readable by its owner only, or not at all. Secrets
 * are not part of a store and so not of its copy. Errors: BadArgument for a file of the store itself, AlreadyExists,
 * NotFound, StoreDamaged if the copy does not pass its check, StoreFull, FileFailed, Cancelled, and those of reading
 * the store. */
Result<BackupReport> backUp(const BackupRequest &request);

/** Before the store of @p database is migrated to @p schema, copies it to `<store>.before-<schema>`, and keeps only the
 * two latest of these. Without room for it, or where it fails, it says so in the log and nothing else: a migration is
 * one transaction. By the holder of the writer's role. */
void backUpBeforeMigration(const QString &storePath, int schema);

} // namespace earshot
