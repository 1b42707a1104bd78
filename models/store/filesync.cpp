// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/filesync.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace earshot {
namespace {

bool sync(int descriptor)
{
    return ::fsync(descriptor) == 0 || errno == EINVAL; // which a file system says that knows no such thing
}

Result<void> failed(const QString &path, int error)
{
    return failure(ErrorCode::FileFailed, QStringLiteral("%1 could not be written to the disk: %2")
                                              .arg(path, QString::fromLocal8Bit(std::strerror(error))));
}

Result<void> sync(const QString &path, int flags)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), flags | O_RDONLY | O_CLOEXEC);
    const bool isDone = descriptor >= 0 && sync(descriptor);
    const int error = errno;
    if (descriptor >= 0)
        ::close(descriptor);
    return isDone ? Result<void>() : failed(path, error);
}

} // namespace

Result<void> syncFile(const QString &path)
{
    return sync(path, 0);
}

Result<void> syncFile(QFileDevice &file)
{
    return file.flush() && sync(file.handle()) ? Result<void>() : failed(file.fileName(), errno);
}

Result<void> syncFolderOf(const QString &path)
{
    return sync(QFileInfo(path).absolutePath(), O_DIRECTORY);
}

} // namespace earshot
