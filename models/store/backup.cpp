// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/backup.h"

#include "models/base/logging.h"
#include "models/store/diskroom.h"
#include "models/store/filesync.h"
#include "models/store/location.h"
#include "models/store/migrations.h"
#include "models/store/sqlitehandle.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryFile>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>

namespace earshot {
namespace {

constexpr int c_pagesAStep = 512; // 2 MiB: what is between two looks at the stop flag
constexpr qint64 c_spareBytes = 128LL << 20; // left free by a copy that nobody asked for
constexpr int c_keptBeforeMigration = 2;

QString trueName(const QString &path)
{
    const QFileInfo file(path);
    const QString canonical = file.canonicalFilePath();
    return canonical.isEmpty() ? QDir(file.absolutePath()).canonicalPath() + QLatin1Char('/') + file.fileName()
                               : canonical;
}

bool belongsToStore(const QString &filePath, const QString &storePath)
{
    const QString store = trueName(storePath);
    const StoreLocation location{store};
    const QString file = trueName(filePath);
    return file == store || file == location.lockPath() || file == location.secretsPath()
           || file == location.socketPath() || file == store + QLatin1StringView("-wal")
           || file == store + QLatin1StringView("-shm");
}

Result<void> checkTarget(const BackupRequest &request)
{
    const QFileInfo file(request.filePath);
    if (belongsToStore(request.filePath, request.storePath))
        return failure(ErrorCode::BadArgument,
                       QStringLiteral("%1 belongs to the store itself. Name another file").arg(request.filePath));
    if (file.isDir())
        return failure(ErrorCode::BadArgument,
                       QStringLiteral("%1 is a folder. Name a file in it").arg(request.filePath));
    if (!QFileInfo(file.absolutePath()).isDir())
        return failure(ErrorCode::NotFound, QStringLiteral("there is no folder %1").arg(file.absolutePath()));
    if (file.exists() && !request.replaces)
        return failure(ErrorCode::AlreadyExists, QStringLiteral("%1 is there already").arg(request.filePath));
    return {};
}

Error copyError(int code, const QString &path)
{
    const QString why = QString::fromLatin1(sqlite3_errstr(code));
    switch (code & 0xff) {
    case SQLITE_FULL:
        return {ErrorCode::StoreFull, QStringLiteral("no room for the copy %1 (%2)").arg(path, why)};
    case SQLITE_CORRUPT:
        return {ErrorCode::StoreDamaged, QStringLiteral("the store is damaged, see `earshot check` (%1)").arg(why)};
    case SQLITE_NOMEM:
    case SQLITE_IOERR:
        return {ErrorCode::StoreDiskFailed, QStringLiteral("the copy %1 could not be written (%2)").arg(path, why)};
    default:
        return {ErrorCode::FileFailed, QStringLiteral("the copy %1 could not be made (%2)").arg(path, why)};
    }
}

/** One copy, from the store to a file of its own that is not yet under its name. */
class Backup
{
public:
    Backup(const BackupRequest &request, const Database &store)
        : m_request(request)
        , m_store(store)
        , m_partial(request.filePath + QLatin1StringView(".partial-XXXXXX"))
    {
    }

    Result<BackupReport> run();

private:
    Result<void> copy();
    Result<void> copyPages(sqlite3_backup *backup) const;
    Result<void> check(BackupReport &report) const;
    Result<void> moveIntoPlace();

    bool isStopped() const { return m_request.stop != nullptr && *m_request.stop; }

    const BackupRequest &m_request;
    const Database &m_store;
    QTemporaryFile m_partial; ///< made 0600; removed unless it got its name
};

Result<BackupReport> Backup::run()
{
    if (!m_partial.open())
        return failure(ErrorCode::FileFailed,
                       QStringLiteral("%1 cannot be written: %2").arg(m_request.filePath, m_partial.errorString()));
    m_partial.close();
    BackupReport report;
    auto done = copy();
    if (done)
        done = check(report);
    if (done)
        done = syncFile(m_partial.fileName());
    if (done)
        done = moveIntoPlace();
    if (!done)
        return std::unexpected(done.error());
    const QFileInfo file(m_request.filePath);
    report.path = file.absoluteFilePath();
    report.bytes = file.size();
    return report;
}

Result<void> Backup::copy()
{
    sqlite3 *const from = sqliteHandle(m_store);
    if (from == nullptr)
        return failure(ErrorCode::StoreFailed,
                       QStringLiteral("Qt's SQLite is not the one that Earshot was built with"));
    auto copied = Database::open(m_partial.fileName(), Database::Mode::Write);
    if (!copied)
        return std::unexpected(copied.error());
    // It is flushed once it is whole, and thrown away if it does not become so.
    if (const auto set = copied->runScript(QStringLiteral("PRAGMA journal_mode = OFF;\nPRAGMA synchronous = OFF;\n"));
        !set)
        return set;
    sqlite3_backup *const backup = sqlite3_backup_init(sqliteHandle(*copied), "main", from, "main");
    if (backup == nullptr)
        return std::unexpected(copyError(sqlite3_errcode(sqliteHandle(*copied)), m_request.filePath));
    const auto done = copyPages(backup);
    const int finished = sqlite3_backup_finish(backup);
    if (done && finished != SQLITE_OK)
        return std::unexpected(copyError(finished, m_request.filePath));
    return done;
}

Result<void> Backup::copyPages(sqlite3_backup *backup) const
{
    int code = SQLITE_OK;
    while (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED) {
        if (isStopped())
            return failure(ErrorCode::Cancelled, QStringLiteral("stopped; no copy was made"));
        code = sqlite3_backup_step(backup, c_pagesAStep);
        if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
            sqlite3_sleep(10);
        const qint64 total = sqlite3_backup_pagecount(backup);
        if (m_request.progress)
            m_request.progress(total - sqlite3_backup_remaining(backup), total);
    }
    return code == SQLITE_DONE ? Result<void>() : std::unexpected(copyError(code, m_request.filePath));
}

/** As a reader of the file alone: what is not in it, such as a log, does not count. */
Result<void> Backup::check(BackupReport &report) const
{
    if (isStopped())
        return failure(ErrorCode::Cancelled, QStringLiteral("stopped; no copy was made"));
    const auto copied = Database::openUnchanging(m_partial.fileName());
    if (!copied)
        return std::unexpected(copied.error());
    const auto answer = copied->value(QStringLiteral("PRAGMA quick_check(1)"));
    if (!answer)
        return std::unexpected(answer.error());
    if (answer->toString() != QLatin1StringView("ok"))
        return failure(ErrorCode::StoreDamaged, QStringLiteral("the copy does not pass its check, so the store is "
                                                               "damaged: see `earshot check` (%1)")
                                                    .arg(answer->toString()));
    const auto deliveries = copied->value(QStringLiteral("SELECT count(*) FROM delivery"));
    if (!deliveries)
        return std::unexpected(deliveries.error());
    report.deliveries = deliveries->toLongLong();
    return {};
}

Result<void> Backup::moveIntoPlace()
{
    const QByteArray from = QFile::encodeName(m_partial.fileName());
    const QByteArray to = QFile::encodeName(m_request.filePath);
    int renamed =
        m_request.replaces ? -1 : ::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE);
    const bool isUnknown = renamed != 0 && (errno == EINVAL || errno == ENOSYS); // not every file system has the flag
    if (m_request.replaces || isUnknown)
        renamed = ::rename(from.constData(), to.constData());
    if (renamed != 0)
        return failure(errno == EEXIST ? ErrorCode::AlreadyExists : ErrorCode::FileFailed,
                       QStringLiteral("%1 cannot be written: %2")
                           .arg(m_request.filePath, QString::fromLocal8Bit(std::strerror(errno))));
    m_partial.setAutoRemove(false);
    return syncFolderOf(m_request.filePath);
}

QStringList earlierCopies(const QString &storePath)
{
    const QFileInfo store(storePath);
    const QString prefix = store.fileName() + QLatin1StringView(".before-");
    QStringList copies;
    for (const QString &name : store.dir().entryList({prefix + QLatin1Char('*')}, QDir::Files)) {
        bool isNumber = false;
        name.mid(prefix.size()).toInt(&isNumber);
        if (isNumber)
            copies.append(name);
    }
    std::ranges::sort(copies, std::greater(), [&](const QString &name) { return name.mid(prefix.size()).toInt(); });
    return copies;
}

void keepLatestCopies(const QString &storePath)
{
    const QDir folder = QFileInfo(storePath).dir();
    for (const QString &name : earlierCopies(storePath).mid(c_keptBeforeMigration)) {
        if (!QFile::remove(folder.filePath(name)))
            qCWarning(lcStore).noquote() << "the old copy" << name << "cannot be removed";
    }
}

bool hasRoomForCopy(const QString &storePath)
{
    const auto room = diskRoom(storePath);
    const qint64 wanted =
        QFileInfo(storePath).size() + QFileInfo(storePath + QLatin1StringView("-wal")).size() + c_spareBytes;
    return !room || room->freeBytes > wanted;
}

} // namespace

Result<BackupReport> backUp(const BackupRequest &request)
{
    if (const auto fits = checkTarget(request); !fits)
        return std::unexpected(fits.error());
    const auto store = Database::open(request.storePath, Database::Mode::Read);
    if (!store)
        return std::unexpected(store.error());
    if (const auto schema = schemaOf(*store); !schema && schema.error().code != ErrorCode::StoreNewer)
        return std::unexpected(schema.error());
    // One snapshot from the first page to the last: else each commit meanwhile would have it begin anew.
    if (const auto begun = store->run(QStringLiteral("BEGIN")); !begun)
        return std::unexpected(begun.error());
    if (const auto read = store->value(QStringLiteral("SELECT count(*) FROM sqlite_master")); !read)
        return std::unexpected(read.error());
    return Backup(request, *store).run();
}

void backUpBeforeMigration(const QString &storePath, int schema)
{
    if (!hasRoomForCopy(storePath)) {
        qCWarning(lcStore).noquote() << "no room for a copy of" << storePath << "before migrating it; going on without";
        return;
    }
    const QString copy = QStringLiteral("%1.before-%2").arg(storePath).arg(schema);
    const auto done = backUp({.storePath = storePath, .filePath = copy, .replaces = true});
    if (!done) {
        qCWarning(lcStore).noquote() << "no copy before migrating:" << done.error().detail;
        return;
    }
    qCWarning(lcStore).noquote() << "The store is brought up to date; as it was it is kept as" << copy;
    keepLatestCopies(storePath);
}

} // namespace earshot
