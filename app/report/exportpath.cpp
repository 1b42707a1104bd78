// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/report/exportpath.h"

#include <QFileInfo>

namespace earshot {
namespace {

/** Where a file is or would be, whatever links lead there. */
QString placeOf(const QString &path)
{
    const QFileInfo info(path);
    const QString canonical = info.canonicalFilePath();
    return canonical.isEmpty()
               ? QStringLiteral("%1/%2").arg(QFileInfo(info.absolutePath()).canonicalFilePath(), info.fileName())
               : canonical;
}

} // namespace

Result<void> checkExportPath(const QString &path, const StoreLocation &location)
{
    const QString place = placeOf(path);
    for (const QString &own : {location.path, QString(location.path + QLatin1StringView("-wal")),
                               QString(location.path + QLatin1StringView("-shm")), location.lockPath(),
                               location.secretsPath(), location.socketPath()}) {
        if (place == placeOf(own))
            return failure(ErrorCode::BadArgument, QStringLiteral("%1 is part of the store").arg(path));
    }
    return {};
}

} // namespace earshot
