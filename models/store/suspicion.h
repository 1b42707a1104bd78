// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"

#include <atomic>

namespace earshot {

/** Damage that was met while a store was written to. What follows from it is for the next opening, so it is noted in a
 * file beside the store: what SQLite trips over while running need not be what an opening looks at. */
namespace suspicion {

/** The note beside the store at @p storePath. */
QString notePath(const QString &storePath);

/** Leaves the note; one that is there stays. Errors: FileFailed. */
Result<void> note(const QString &storePath);

bool isNoted(const QString &storePath);

/** Takes the note away, if there is one: the store is sound, or another. */
void forget(const QString &storePath);

/** Reads the whole store over a connection of its own (`PRAGMA quick_check`), which takes as long as reading the file
 * does. Errors: StoreDamaged with the first thing that is wrong; Cancelled soon after @p stop has become true; those of
 * opening. Any thread. */
Result<void> examine(const QString &storePath, const std::atomic_bool &stop);

/** Before a store is opened to be written: examines it if the note is there, and takes an unfounded one away. What an
 * opening tries by itself may lie elsewhere in the file. Error: StoreDamaged only. */
Result<void> settle(const QString &storePath);

} // namespace suspicion
} // namespace earshot
