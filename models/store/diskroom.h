// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>
#include <optional>

namespace earshot {

/** Room on the disk that a store lies on. */
struct DiskRoom {
    qint64 freeBytes = 0; ///< that this user may fill
    qint64 totalBytes = 0;
};

/** Of the file system that holds @p path; nothing where the system does not say. */
std::optional<DiskRoom> diskRoom(const QString &path);

/** diskRoom() or, in tests, what stands for it. */
using AskDiskRoom = std::function<std::optional<DiskRoom>(const QString &path)>;

} // namespace earshot
