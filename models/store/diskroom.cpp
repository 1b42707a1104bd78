// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/diskroom.h"

#include <QFile>

#include <sys/statvfs.h>

namespace earshot {

std::optional<DiskRoom> diskRoom(const QString &path)
{
    struct statvfs facts = {};
    if (::statvfs(QFile::encodeName(path).constData(), &facts) != 0)
        return std::nullopt;
    const auto unit = qint64(facts.f_frsize);
    return DiskRoom{qint64(facts.f_bavail) * unit, qint64(facts.f_blocks) * unit};
}

} // namespace earshot
