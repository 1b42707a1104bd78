// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/location.h"

#include <QDir>
#include <QFileInfo>

#include <sys/stat.h>

namespace earshot {

StoreLocation StoreLocation::inFolder(const QString &folder)
{
    return {QDir(folder).absoluteFilePath(QStringLiteral("earshot.sqlite"))};
}

QString StoreLocation::folder() const
{
    return QFileInfo(path).absolutePath();
}

Result<void> StoreLocation::makeFolder() const
{
    constexpr auto onlyOwner = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    const QString made = folder();
    if (QFileInfo(made).isDir())
        return {};
    if (QFileInfo::exists(made))
        return failure(ErrorCode::StoreUnreadable, QStringLiteral("%1 is not a folder").arg(made));
    if (!QDir().mkpath(QFileInfo(made).absolutePath()) || !QDir().mkdir(made, onlyOwner))
        return failure(ErrorCode::StoreReadOnly, QStringLiteral("the folder %1 cannot be made").arg(made));
    return {};
}

QString StoreLocation::folderWarning() const
{
    constexpr unsigned int ofOthers = 077;
    struct stat facts = {};
    if (stat(QFile::encodeName(folder()).constData(), &facts) != 0 || (facts.st_mode & ofOthers) == 0)
        return {};
    return QStringLiteral("others than its owner may use the folder %1 (mode %2); set its mode to 0700")
        .arg(folder(), QString::number(facts.st_mode & 07777, 8));
}

} // namespace earshot
