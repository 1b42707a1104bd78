// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/statementcache.h"

namespace earshot {

Result<Statement *> StatementCache::prepared(const QString &sql)
{
    auto held = m_statements.value(sql);
    if (!held) {
        auto statement = m_database->prepare(sql);
        if (!statement)
            return std::unexpected(statement.error());
        held = std::make_shared<Statement>(std::move(*statement));
        m_statements.insert(sql, held);
    }
    return held.get();
}

Result<qint64> StatementCache::run(const QString &sql, const QVariantList &values)
{
    const auto statement = prepared(sql);
    if (!statement)
        return std::unexpected(statement.error());
    if (const auto done = (*statement)->run(values); !done)
        return std::unexpected(done.error());
    return (*statement)->rowsChanged();
}

Result<void> StatementCache::each(const QString &sql, const QVariantList &values,
                                  const std::function<void(const Statement &)> &visit)
{
    const auto statement = prepared(sql);
    if (!statement)
        return std::unexpected(statement.error());
    if (const auto done = (*statement)->run(values); !done)
        return done;
    while ((*statement)->next())
        visit(**statement);
    const auto ended = (*statement)->ended();
    (*statement)->finish();
    return ended;
}

Result<QList<qint64>> StatementCache::integers(const QString &sql, const QVariantList &values)
{
    QList<qint64> found;
    const auto done = each(sql, values, [&found](const Statement &row) { found.append(row.integer(0)); });
    return done ? Result<QList<qint64>>(std::move(found)) : std::unexpected(done.error());
}

Result<qint64> StatementCache::integer(const QString &sql, const QVariantList &values)
{
    const auto found = integers(sql, values);
    if (!found)
        return std::unexpected(found.error());
    return found->isEmpty() ? 0 : found->first();
}

} // namespace earshot
