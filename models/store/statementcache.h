// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/database.h"

#include <QHash>
#include <QList>

namespace earshot {

/** Statements that are prepared when they are first wanted, and no reader is left open between calls. In its
 * connection's thread. */
class StatementCache
{
public:
    /** @p database must outlive it. */
    explicit StatementCache(const Database &database)
        : m_database(&database)
    {
    }

    const Database &database() const { return *m_database; }

    /** Runs a changing statement; the number of rows it changed. */
    Result<qint64> run(const QString &sql, const QVariantList &values);

    /** The first column of all rows. */
    Result<QList<qint64>> integers(const QString &sql, const QVariantList &values);

    /** The first column of the first row; 0 if there is none or it is NULL. */
    Result<qint64> integer(const QString &sql, const QVariantList &values);

    /** Calls @p visit for each row. */
    Result<void> each(const QString &sql, const QVariantList &values,
                      const std::function<void(const Statement &)> &visit);

private:
    Result<Statement *> prepared(const QString &sql);

    const Database *m_database;
    QHash<QString, std::shared_ptr<Statement>> m_statements;
};

} // namespace earshot
