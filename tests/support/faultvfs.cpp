// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/faultvfs.h"

#include <QFile>
#include <QFileInfo>

#include <new>

namespace earshot {
namespace {

/** What an open file of ours is: SQLite reserves the room and calls through `base`; the system's file lies behind it.
 */
struct Handle {
    sqlite3_file base;
    FaultDisk *disk;
    std::shared_ptr<DiskFile> file;
    sqlite3_file *real;
    bool syncsFolder; ///< the first flush makes the name durable too, as the system's VFS does for journals
    int seenFailures;
};

Handle &handleOf(sqlite3_file *file)
{
    return *reinterpret_cast<Handle *>(file);
}

sqlite3_file *realOf(sqlite3_file *file)
{
    return handleOf(file).real;
}

sqlite3_vfs *systemVfs()
{
    static sqlite3_vfs *const vfs = sqlite3_vfs_find("unix");
    return vfs;
}

FaultDisk &diskOf(sqlite3_vfs *vfs)
{
    return *static_cast<FaultDisk *>(vfs->pAppData);
}

// ---------------------------------------------------------------- files

int closeFile(sqlite3_file *file)
{
    Handle &handle = handleOf(file);
    const int code = handle.real->pMethods->xClose(handle.real);
    handle.~Handle();
    return code;
}

int readFile(sqlite3_file *file, void *into, int bytes, sqlite3_int64 at)
{
    if (const int code = handleOf(file).disk->admit(DiskOperation::Read); code != SQLITE_OK)
        return code;
    return realOf(file)->pMethods->xRead(realOf(file), into, bytes, at);
}

int writeFile(sqlite3_file *file, const void *from, int bytes, sqlite3_int64 at)
{
    Handle &handle = handleOf(file);
    qsizetype writable = 0;
    const QByteArray content(static_cast<const char *>(from), bytes);
    const int code = handle.disk->write(*handle.file, at, content, writable);
    if (writable > 0) {
        const int written = handle.real->pMethods->xWrite(handle.real, from, int(writable), at);
        return code != SQLITE_OK ? code : written;
    }
    return code;
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    Handle &handle = handleOf(file);
    if (const int code = handle.disk->truncate(*handle.file, size); code != SQLITE_OK)
        return code;
    return handle.real->pMethods->xTruncate(handle.real, size);
}

int syncFile(sqlite3_file *file, int /*flags*/)
{
    Handle &handle = handleOf(file);
    const int code = handle.disk->sync(*handle.file, handle.syncsFolder, handle.seenFailures);
    if (code == SQLITE_OK)
        handle.syncsFolder = false;
    return code;
}

int sizeOfFile(sqlite3_file *file, sqlite3_int64 *size)
{
    return realOf(file)->pMethods->xFileSize(realOf(file), size);
}

int lockFile(sqlite3_file *file, int level)
{
    if (const int code = handleOf(file).disk->admit(DiskOperation::Lock); code != SQLITE_OK)
        return code;
    return realOf(file)->pMethods->xLock(realOf(file), level);
}

int unlockFile(sqlite3_file *file, int level)
{
    return realOf(file)->pMethods->xUnlock(realOf(file), level);
}

int checkReservedLock(sqlite3_file *file, int *isHeld)
{
    return realOf(file)->pMethods->xCheckReservedLock(realOf(file), isHeld);
}

int controlFile(sqlite3_file *file, int operation, void *argument)
{
    return realOf(file)->pMethods->xFileControl(realOf(file), operation, argument);
}

int sectorSize(sqlite3_file *file)
{
    return realOf(file)->pMethods->xSectorSize(realOf(file));
}

int characteristics(sqlite3_file *file)
{
    return realOf(file)->pMethods->xDeviceCharacteristics(realOf(file));
}

int mapShared(sqlite3_file *file, int region, int bytes, int extend, volatile void **into)
{
    return realOf(file)->pMethods->xShmMap(realOf(file), region, bytes, extend, into);
}

int lockShared(sqlite3_file *file, int offset, int count, int flags)
{
    const bool isUnlock = (flags & SQLITE_SHM_UNLOCK) != 0;
    if (const int code = handleOf(file).disk->admit(DiskOperation::Lock); code != SQLITE_OK && !isUnlock)
        return code;
    return realOf(file)->pMethods->xShmLock(realOf(file), offset, count, flags);
}

void shareBarrier(sqlite3_file *file)
{
    realOf(file)->pMethods->xShmBarrier(realOf(file));
}

int unmapShared(sqlite3_file *file, int deletes)
{
    return realOf(file)->pMethods->xShmUnmap(realOf(file), deletes);
}

constexpr sqlite3_io_methods c_methods = {
    2,          closeFile,    readFile,          writeFile,   truncateFile, syncFile,        sizeOfFile,
    lockFile,   unlockFile,   checkReservedLock, controlFile, sectorSize,   characteristics, mapShared,
    lockShared, shareBarrier, unmapShared,       nullptr,     nullptr,
};

// ---------------------------------------------------------------- the file system

std::optional<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.readAll();
}

bool isWatched(const char *path, int flags)
{
    constexpr int kinds = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL;
    return path != nullptr && (flags & kinds) != 0;
}

/** Opening and closing a file for its content would drop this process's POSIX locks on it, so it is read only where the
 * disk does not know it yet. */
std::shared_ptr<DiskFile> diskFileOf(FaultDisk &disk, const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    if (disk.knows(name))
        return disk.open(name, QByteArray());
    return disk.open(name, contentOf(path));
}

int openFile(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *outFlags)
{
    file->pMethods = nullptr;
    sqlite3_vfs *const system = systemVfs();
    if (!isWatched(path, flags))
        return system->xOpen(system, path, file, flags, outFlags);
    const auto diskFile = diskFileOf(diskOf(vfs), QString::fromLocal8Bit(path));
    if (!diskFile)
        return SQLITE_CANTOPEN;
    auto *const handle = new (static_cast<void *>(file)) Handle{};
    handle->disk = &diskOf(vfs);
    handle->file = diskFile;
    handle->real = reinterpret_cast<sqlite3_file *>(reinterpret_cast<char *>(file) + sizeof(Handle));
    constexpr int journals = SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL;
    handle->syncsFolder = (flags & SQLITE_OPEN_CREATE) != 0 && (flags & journals) != 0;
    handle->seenFailures = diskFile->failedSyncs;
    const int code = system->xOpen(system, path, handle->real, flags, outFlags);
    if (code != SQLITE_OK) {
        handle->~Handle();
        file->pMethods = nullptr;
        return code;
    }
    handle->base.pMethods = &c_methods;
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs *vfs, const char *path, int syncsFolder)
{
    const QString name = QFileInfo(QString::fromLocal8Bit(path)).fileName();
    if (const int code = diskOf(vfs).remove(name, syncsFolder != 0); code != SQLITE_OK)
        return code;
    sqlite3_vfs *const system = systemVfs();
    return system->xDelete(system, path, 0);
}

int accessFile(sqlite3_vfs * /*vfs*/, const char *path, int flags, int *answer)
{
    sqlite3_vfs *const system = systemVfs();
    return system->xAccess(system, path, flags, answer);
}

int fullPath(sqlite3_vfs * /*vfs*/, const char *path, int bytes, char *into)
{
    sqlite3_vfs *const system = systemVfs();
    return system->xFullPathname(system, path, bytes, into);
}

} // namespace

FaultVfs::FaultVfs(FaultDisk &disk)
{
    m_vfs = *systemVfs(); // time, randomness, sleeping
    m_vfs.szOsFile += int(sizeof(Handle));
    m_vfs.zName = "fault";
    m_vfs.pAppData = &disk;
    m_vfs.xOpen = openFile;
    m_vfs.xDelete = deleteFile;
    m_vfs.xAccess = accessFile;
    m_vfs.xFullPathname = fullPath;
    if (sqlite3_vfs_register(&m_vfs, 1) != SQLITE_OK)
        qFatal("the VFS cannot be registered");
}

FaultVfs::~FaultVfs()
{
    sqlite3_vfs_unregister(&m_vfs);
    sqlite3_vfs_register(systemVfs(), 1);
}

} // namespace earshot
