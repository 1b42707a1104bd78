// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"

class QFileDevice;

namespace earshot {

/** Waits until the file's content is on the disk. Errors: FileFailed. */
Result<void> syncFile(const QString &path);

/** The same for a file that is open, with what Qt still holds of it. For one that takes another's place (QSaveFile):
 * before the rename, or a power cut may leave the new name with nothing in it. */
Result<void> syncFile(QFileDevice &file);

/** Waits until the names in the folder that @p path lies in are on the disk, so that what was made, renamed or removed
 * there is so after a power cut too (fsync(2)). File systems that know no such thing count as done. Errors: FileFailed.
 */
Result<void> syncFolderOf(const QString &path);

} // namespace earshot
