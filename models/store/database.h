// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <functional>

class QSqlError;

namespace earshot {

/** A prepared statement, used again and again. Only in its database's thread. */
class Statement
{
public:
    Statement() = default;

    Statement(QSqlQuery query, QString storePath)
        : m_query(std::move(query))
        , m_storePath(std::move(storePath))
    {
    }

    /** Binds by place and runs. A result's first row is reached with next(). */
    Result<void> run(const QVariantList &values = {});

    bool next() { return m_query.next(); }

    QVariant value(int column) const { return m_query.value(column); }

    qint64 integer(int column) const { return m_query.value(column).toLongLong(); }

    QString text(int column) const { return m_query.value(column).toString(); }

    bool isNull(int column) const { return m_query.isNull(column); }

    qint64 lastId() const { return m_query.lastInsertId().toLongLong(); }

    qint64 rowsChanged() const { return m_query.numRowsAffected(); }

    /** Lets go of the read transaction; the write-ahead log cannot shrink under an open one. */
    void finish() { m_query.finish(); }

    /** After next() said false: whether the rows really ended there. */
    Result<void> ended() const;

private:
    QSqlQuery m_query;
    QString m_storePath; ///< for errors
};

/** One connection to a store's SQLite file. Belongs to the thread that opened it. */
class Database
{
public:
    enum class Mode {
        Read, ///< queries only; several at once, in any process
        Write, ///< for whoever holds the writer's role; makes the file (0600) if it is missing
    };

    /** Opens @p path. Errors: NotFound, StoreUnreadable, StoreReadOnly, StoreNotADatabase, StoreLocked,
     * StoreDamaged, StoreDiskFailed, StoreFailed, each naming the file. */
    static Result<Database> open(const QString &path, Mode mode);

    /** Opens a file that nobody writes, to read it alone: a log beside it does not count and none is made. The same
     * errors. */
    static Result<Database> openUnchanging(const QString &path);

    ~Database();
    Database(Database &&other) noexcept;
    Database &operator=(Database &&other) noexcept;
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    Result<Statement> prepare(const QString &sql) const;

    /** prepare() and run() in one, for statements that are not repeated. */
    Result<Statement> run(const QString &sql, const QVariantList &values = {}) const;

    /** The first column of the first row; an invalid QVariant if there is no row. */
    Result<QVariant> value(const QString &sql, const QVariantList &values = {}) const;

    /** Runs statements separated by `;` at line ends. */
    Result<void> runScript(const QString &script) const;

    /** BEGIN IMMEDIATE, @p work, COMMIT; any failure rolls back and is returned. */
    Result<void> transaction(const std::function<Result<void>()> &work) const;

    Result<void> begin() const;
    Result<void> commit() const;
    void rollback() const;

    /** Whether a transaction here has failed for the disk since the last call. */
    bool takeDiskError() const { return std::exchange(m_hadDiskError, false); }

    QString path() const { return m_path; }

    /** Qt's handle, for what only the driver can do. */
    QSqlDatabase handle() const;

private:
    Database(QString connection, QString path);

    static Result<Database> open(const QString &path, Mode mode, bool isImmutable);

    QString m_connection;
    QString m_path;
    mutable bool m_hadDiskError = false;
};

/** What a driver's error means for the store at @p path. */
Error storeError(const QSqlError &error, const QString &path);

} // namespace earshot
