// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/storerepair.h"

#include "app/control/writerrole.h"
#include "models/store/damagedstore.h"
#include "models/store/filesync.h"
#include "models/store/migrations.h"

#include <QFile>
#include <QFileInfo>

namespace earshot {
namespace {

/** Takes the new store's files away again unless it is wanted. */
class NewStore
{
public:
    explicit NewStore(QString path)
        : m_location{std::move(path)}
    {
    }

    ~NewStore()
    {
        QFile::remove(m_location.lockPath());
        if (!m_isKept)
            removeFiles();
    }

    NewStore(const NewStore &) = delete;
    NewStore &operator=(const NewStore &) = delete;

    const StoreLocation &location() const { return m_location; }

    void keep() { m_isKept = true; }

    void removeFiles() const
    {
        for (const char *suffix : {"", "-wal", "-shm"})
            QFile::remove(m_location.path + QLatin1StringView(suffix));
    }

private:
    StoreLocation m_location;
    bool m_isKept = false;
};

Result<void> rebuild(const StoreLocation &location)
{
    const auto role = WriterRole::take({.location = location});
    if (!role)
        return std::unexpected(role.error());
    QFuture<Result<qint64>> rebuilt = (*role)->writer().rebuild();
    rebuilt.waitForFinished();
    const auto result = rebuilt.result();
    return result ? Result<void>() : std::unexpected(result.error());
}

Result<IntegrityReport> check(const QString &path)
{
    const auto database = openToRead(path);
    return database ? checkIntegrity(*database) : std::unexpected(database.error());
}

Result<RepairReport> make(const StoreLocation &damaged, const NewStore &made)
{
    const auto salvaged = salvageStore(damaged.path, made.location().path);
    if (!salvaged)
        return std::unexpected(salvaged.error());
    if (const auto rebuilt = rebuild(made.location()); !rebuilt)
        return std::unexpected(rebuilt.error());
    const auto checked = check(made.location().path);
    if (!checked)
        return std::unexpected(checked.error());
    if (const auto synced = syncFile(made.location().path); !synced)
        return std::unexpected(synced.error());
    return RepairReport{*salvaged, *checked, made.location().path, {}};
}

Result<void> takePlace(const StoreLocation &damaged, const NewStore &made, RepairReport &report)
{
    const auto aside = damagedstore::putAside(damaged.path, SystemClock().now());
    if (!aside)
        return std::unexpected(aside.error());
    report.putAside = *aside;
    if (!QFile::rename(made.location().path, damaged.path))
        return failure(ErrorCode::FileFailed, QStringLiteral("%1 cannot be renamed to %2; the damaged store is %3")
                                                  .arg(made.location().path, damaged.path, *aside));
    report.path = damaged.path;
    return syncFolderOf(damaged.path);
}

} // namespace

Result<RepairReport> repairStore(const StoreLocation &damaged, const QString &output)
{
    if (!output.isEmpty() && QFileInfo::exists(output))
        return failure(ErrorCode::AlreadyExists, QStringLiteral("%1 is there already").arg(output));
    if (!QFileInfo::exists(damaged.path))
        return failure(ErrorCode::NotFound, QStringLiteral("%1 does not exist").arg(damaged.path));
    std::optional<WriterLock> lock; // while the store's place is taken by another
    if (output.isEmpty()) {
        auto acquired = WriterLock::acquire(damaged.lockPath());
        if (!acquired)
            return std::unexpected(acquired.error());
        lock.emplace(std::move(*acquired));
    }
    NewStore made(output.isEmpty() ? damaged.path + QLatin1StringView(".repaired") : output);
    if (output.isEmpty())
        made.removeFiles(); // of a repair that was cut short
    auto report = make(damaged, made);
    if (!report)
        return report;
    made.keep();
    if (!output.isEmpty())
        return report;
    if (const auto placed = takePlace(damaged, made, *report); !placed)
        return std::unexpected(placed.error());
    return report;
}

} // namespace earshot
