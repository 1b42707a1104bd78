// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/database.h"

#include "models/base/logging.h"
#include "models/store/filesync.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUrl>
#include <QUuid>

#include <array>

#include <sqlite3.h>

namespace earshot {
namespace {

constexpr int c_busyTimeoutMs = 5000;

struct Meaning {
    int sqliteCode; // primary result code, https://www.sqlite.org/rescode.html
    ErrorCode code;
    const char16_t *words;
};

constexpr std::array c_meanings = {
    Meaning{SQLITE_BUSY, ErrorCode::StoreLocked, u"is locked by another program"},
    Meaning{SQLITE_LOCKED, ErrorCode::StoreLocked, u"is locked"},
    Meaning{SQLITE_READONLY, ErrorCode::StoreReadOnly, u"cannot be written"},
    Meaning{SQLITE_PERM, ErrorCode::StoreReadOnly, u"may not be accessed"},
    Meaning{SQLITE_FULL, ErrorCode::StoreFull, u"has no room left on its disk"},
    Meaning{SQLITE_NOTADB, ErrorCode::StoreNotADatabase, u"is not a database"},
    Meaning{SQLITE_CORRUPT, ErrorCode::StoreDamaged, u"is damaged"},
    Meaning{SQLITE_CANTOPEN, ErrorCode::StoreUnreadable, u"cannot be opened"},
    Meaning{SQLITE_AUTH, ErrorCode::StoreUnreadable, u"may not be accessed"},
    Meaning{SQLITE_IOERR, ErrorCode::StoreDiskFailed, u"could not be read or written by the disk"},
};

/** SQLite wants a write-ahead log even to read. Where the folder cannot be written and no log is left over, the file
 * cannot change either and may be opened without one. */
bool isImmutable(const QString &path)
{
    const QFileInfo file(path);
    return !QFileInfo(file.absolutePath()).isWritable() && !QFileInfo::exists(path + QLatin1StringView("-wal"));
}

QString immutableUri(const QString &path)
{
    const QUrl url = QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath());
    return QString::fromUtf8(url.toEncoded()) + QLatin1StringView("?immutable=1");
}

/** The file exists before SQLite sees it, so that at no time it is anybody else's to read. */
Result<void> makePrivateFile(const QString &path)
{
    if (QFileInfo::exists(path))
        return {};
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return failure(ErrorCode::StoreUnreadable,
                       QStringLiteral("%1 cannot be made: %2").arg(path, file.errorString()));
    file.close();
    return syncFolderOf(path); // a file whose name a power cut takes away is gone with all that is in it
}

Result<void> checkReachable(const QString &path)
{
    const QFileInfo file(path);
    if (!file.exists())
        return failure(ErrorCode::NotFound, QStringLiteral("%1 does not exist").arg(path));
    if (file.isDir())
        return failure(ErrorCode::StoreNotADatabase, QStringLiteral("%1 is a folder, not a database").arg(path));
    if (!file.isReadable())
        return failure(ErrorCode::StoreUnreadable, QStringLiteral("%1 may not be read").arg(path));
    return {};
}

} // namespace

Error storeError(const QSqlError &error, const QString &path)
{
    const int code = error.nativeErrorCode().toInt() & 0xff;
    const auto meaning = std::ranges::find(c_meanings, code, &Meaning::sqliteCode);
    if (meaning != c_meanings.end())
        return {meaning->code,
                QStringLiteral("%1 %2 (%3)").arg(path, QString::fromUtf16(meaning->words), error.databaseText())};
    return {ErrorCode::StoreFailed, QStringLiteral("%1: %2").arg(path, error.text().simplified())};
}

Result<void> Statement::run(const QVariantList &values)
{
    for (qsizetype i = 0; i < values.size(); ++i)
        m_query.bindValue(int(i), values[i]);
    if (!m_query.exec())
        return std::unexpected(storeError(m_query.lastError(), m_storePath));
    return {};
}

Result<void> Statement::ended() const
{
    if (m_query.lastError().isValid())
        return std::unexpected(storeError(m_query.lastError(), m_storePath));
    return {};
}

Result<Database> Database::open(const QString &path, Mode mode)
{
    if (mode == Mode::Write) {
        if (const auto made = makePrivateFile(path); !made)
            return std::unexpected(made.error());
    }
    return open(path, mode, mode == Mode::Read && isImmutable(path));
}

Result<Database> Database::openUnchanging(const QString &path)
{
    return open(path, Mode::Read, true);
}

Result<Database> Database::open(const QString &path, Mode mode, bool immutable)
{
    if (const auto reachable = checkReachable(path); !reachable)
        return std::unexpected(reachable.error());

    Database database(QUuid::createUuid().toString(QUuid::WithoutBraces), path);
    QSqlDatabase handle = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), database.m_connection);
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(c_busyTimeoutMs);
    if (mode == Mode::Read)
        options += QLatin1StringView(";QSQLITE_OPEN_READONLY");
    if (immutable)
        options += QLatin1StringView(";QSQLITE_OPEN_URI");
    handle.setConnectOptions(options);
    handle.setDatabaseName(immutable ? immutableUri(path) : path);
    if (!handle.open())
        return std::unexpected(storeError(handle.lastError(), path));
    return database;
}

Database::Database(QString connection, QString path)
    : m_connection(std::move(connection))
    , m_path(std::move(path))
{
}

Database::Database(Database &&other) noexcept
    : m_connection(std::exchange(other.m_connection, {}))
    , m_path(std::move(other.m_path))
    , m_hadDiskError(other.m_hadDiskError)
{
}

Database &Database::operator=(Database &&other) noexcept
{
    std::swap(m_connection, other.m_connection);
    std::swap(m_path, other.m_path);
    std::swap(m_hadDiskError, other.m_hadDiskError);
    return *this;
}

Database::~Database()
{
    if (m_connection.isEmpty())
        return;
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

QSqlDatabase Database::handle() const
{
    return QSqlDatabase::database(m_connection, false);
}

Result<Statement> Database::prepare(const QString &sql) const
{
    QSqlQuery query(handle());
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return std::unexpected(storeError(query.lastError(), m_path));
    return Statement(std::move(query), m_path);
}

Result<Statement> Database::run(const QString &sql, const QVariantList &values) const
{
    auto statement = prepare(sql);
    if (!statement)
        return statement;
    if (const auto done = statement->run(values); !done)
        return std::unexpected(done.error());
    return statement;
}

Result<QVariant> Database::value(const QString &sql, const QVariantList &values) const
{
    auto statement = run(sql, values);
    if (!statement)
        return std::unexpected(statement.error());
    QVariant first;
    if (statement->next())
        first = statement->value(0);
    else if (const auto ended = statement->ended(); !ended)
        return std::unexpected(ended.error());
    statement->finish();
    return first;
}

Result<void> Database::runScript(const QString &script) const
{
    const QStringList statements = script.split(QStringLiteral(";\n"), Qt::SkipEmptyParts);
    for (const QString &statement : statements) {
        if (statement.trimmed().isEmpty())
            continue;
        if (const auto done = run(statement); !done)
            return std::unexpected(done.error());
    }
    return {};
}

Result<void> Database::begin() const
{
    const auto done = run(QStringLiteral("BEGIN IMMEDIATE"));
    return done ? Result<void>() : std::unexpected(done.error());
}

Result<void> Database::commit() const
{
    const auto done = run(QStringLiteral("COMMIT"));
    m_hadDiskError = m_hadDiskError || (!done && done.error().code == ErrorCode::StoreDiskFailed);
    return done ? Result<void>() : std::unexpected(done.error());
}

void Database::rollback() const
{
    // SQLite has rolled back by itself after some failures (a full disk); then there is nothing left to undo.
    if (const auto done = run(QStringLiteral("ROLLBACK")); !done)
        qCDebug(lcStore) << "rollback:" << done.error().detail;
}

Result<void> Database::transaction(const std::function<Result<void>()> &work) const
{
    if (const auto begun = begin(); !begun)
        return begun;
    auto done = work();
    if (done)
        done = commit();
    if (!done) {
        m_hadDiskError = m_hadDiskError || done.error().code == ErrorCode::StoreDiskFailed;
        rollback();
    }
    return done;
}

} // namespace earshot
