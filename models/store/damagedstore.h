// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/store/database.h"

namespace earshot {

/** What becomes of a store whose file contradicts itself. For the holder of the writer's role, with no connection to it
 * open in this process. Readers elsewhere keep the file that they have open. */
namespace damagedstore {

/** Renames the store at @p path, with its log, to `<path>.corrupt-<UTC time>` and returns that path. Everything in it
 * stays as it is. Errors: StoreDamaged for a file that does not begin as a store of ours that this version knows, which
 * is left alone; FileFailed. */
Result<QString> putAside(const QString &path, Timestamp now);

/** Makes a store at @p path, where none is, with what people have set in the one at @p damagedPath, as far as that can
 * be read: sources (so that their tokens keep working), destinations, settings. Ids go on where they were, so that none
 * is used twice. What is lost is said in the log. Errors: those of making a store. */
Result<void> carrySettings(const QString &damagedPath, const QString &path);

} // namespace damagedstore
} // namespace earshot
