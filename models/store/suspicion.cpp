// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/suspicion.h"

#include "models/base/logging.h"
#include "models/store/database.h"
#include "models/store/filesync.h"
#include "models/store/querystop.h"

#include <QFile>

namespace earshot::suspicion {

QString notePath(const QString &storePath)
{
    return storePath + QLatin1StringView(".suspect");
}

Result<void> note(const QString &storePath)
{
    QFile file(notePath(storePath));
    if (file.exists())
        return {};
    if (!file.open(QIODevice::WriteOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return failure(ErrorCode::FileFailed,
                       QStringLiteral("%1 cannot be made: %2").arg(file.fileName(), file.errorString()));
    return syncFolderOf(file.fileName());
}

bool isNoted(const QString &storePath)
{
    return QFile::exists(notePath(storePath));
}

void forget(const QString &storePath)
{
    QFile::remove(notePath(storePath)); // one that stays costs the next opening another look
}

Result<void> examine(const QString &storePath, const std::atomic_bool &stop)
{
    const auto database = Database::open(storePath, Database::Mode::Read);
    if (!database)
        return std::unexpected(database.error());
    const QueryStop stopping(*database, stop);
    const auto answer = database->value(QStringLiteral("PRAGMA quick_check(1)"));
    if (stop)
        return failure(ErrorCode::Cancelled, QStringLiteral("stopped while the store was read"));
    if (!answer)
        return std::unexpected(answer.error());
    if (answer->toString() != QLatin1StringView("ok"))
        return failure(ErrorCode::StoreDamaged,
                       QStringLiteral("%1 is damaged (%2)").arg(storePath, answer->toString().simplified()));
    return {};
}

Result<void> settle(const QString &storePath)
{
    if (!isNoted(storePath))
        return {};
    qCWarning(lcStore).noquote() << "damage was met in this store before; reading all of it:" << storePath;
    const std::atomic_bool never = false;
    const auto examined = examine(storePath, never);
    if (!examined && examined.error().code == ErrorCode::StoreDamaged)
        return examined;
    if (examined || examined.error().code == ErrorCode::NotFound)
        forget(storePath);
    return {};
}

} // namespace earshot::suspicion
