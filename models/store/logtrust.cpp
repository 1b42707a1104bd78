// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/logtrust.h"

#include "models/store/sqlitehandle.h"

#include <sqlite3.h>

namespace earshot {
namespace {

constexpr int c_piece = 64 << 10; // SQLite's own files take less than 128 KiB at a time (seekAndWriteFd in os_unix.c)

Result<void> checked(int code, const Database &database)
{
    if (code == SQLITE_OK)
        return {};
    const bool isFull = (code & 0xff) == SQLITE_FULL;
    return failure(isFull ? ErrorCode::StoreFull : ErrorCode::StoreDiskFailed,
                   QStringLiteral("%1: its log could not be written anew (%2)")
                       .arg(database.path(), QString::fromLatin1(sqlite3_errstr(code))));
}

Result<void> rewrite(sqlite3_file *file, const Database &database)
{
    const sqlite3_io_methods *methods = file->pMethods;
    if (methods == nullptr)
        return {}; // no log yet
    sqlite3_int64 size = 0;
    if (const auto sized = checked(methods->xFileSize(file, &size), database); !sized)
        return sized;
    QByteArray piece(c_piece, Qt::Uninitialized);
    for (sqlite3_int64 at = 0; at < size; at += c_piece) {
        const int bytes = int(std::min<sqlite3_int64>(c_piece, size - at));
        if (const auto read = checked(methods->xRead(file, piece.data(), bytes, at), database); !read)
            return read;
        if (const auto written = checked(methods->xWrite(file, piece.constData(), bytes, at), database); !written)
            return written;
    }
    return checked(methods->xSync(file, SQLITE_SYNC_NORMAL), database);
}

} // namespace

Result<void> LogTrust::regain(const Database &database)
{
    sqlite3 *const handle = sqliteHandle(database);
    if (handle == nullptr)
        return failure(ErrorCode::StoreFailed, QStringLiteral("%1 has no connection").arg(database.path()));
    // The transaction keeps others from adding to the log and from cutting it meanwhile.
    const quint64 losses = m_losses; // a failure meanwhile, also elsewhere, counts anew
    const auto done = database.transaction([&]() -> Result<void> {
        sqlite3_file *log = nullptr;
        const int asked = sqlite3_file_control(handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
        if (const auto known = checked(asked, database); !known)
            return known;
        return log != nullptr ? rewrite(log, database) : Result<void>();
    });
    if (done)
        m_regained = losses;
    return done;
}

} // namespace earshot
