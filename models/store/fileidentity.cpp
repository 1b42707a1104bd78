// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/fileidentity.h"

#include <QFile>

#include <sys/stat.h>

namespace earshot {

FileIdentity FileIdentity::of(const QString &path)
{
    struct stat facts = {};
    if (::stat(QFile::encodeName(path).constData(), &facts) != 0)
        return {};
    return {quint64(facts.st_dev), quint64(facts.st_ino)};
}

} // namespace earshot
