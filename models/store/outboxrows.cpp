// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/outboxrows.h"

#include "models/store/changetable.h"
#include "models/store/idlist.h"

namespace earshot::outboxrows {
namespace {

Result<qint64> change(const Database &database, const QString &sql, const QVariantList &values)
{
    const auto done = database.run(sql, values);
    if (!done)
        return std::unexpected(done.error());
    return done->rowsChanged();
}

Result<void> note(const Database &database, const Touched &touched)
{
    if (!touched.conversations.isEmpty())
        return changetable::noteConversations(database, ChangeKind::Outbox, touched.conversations);
    return touched.rows.isEmpty() ? changetable::note(database, ChangeKind::Outbox)
                                  : changetable::noteOutboxRows(database, touched.rows);
}

} // namespace

Result<void> changeRow(const Database &database, qint64 row, const QString &sql, const QVariantList &values)
{
    const auto done = change(database, sql, values);
    if (!done)
        return std::unexpected(done.error());
    return *done > 0 ? changetable::noteOutboxRows(database, {row}) : Result<void>();
}

Result<qint64> changeRows(const Database &database, const Touched &touched, const QString &sql,
                          const QVariantList &values)
{
    const auto done = change(database, sql, values);
    if (!done || *done == 0)
        return done;
    const auto noted = note(database, touched);
    return noted ? done : std::unexpected(noted.error());
}

Result<void> checkKnown(const Database &database, QLatin1StringView table, QLatin1StringView what,
                        const QList<qint64> &ids)
{
    const auto unknown = database.value(QStringLiteral("SELECT \"value\" FROM json_each(?) "
                                                       "WHERE \"value\" NOT IN (SELECT \"id\" FROM %1) LIMIT 1")
                                            .arg(table),
                                        {idList(ids)});
    if (!unknown)
        return std::unexpected(unknown.error());
    if (unknown->isValid())
        return failure(ErrorCode::NotFound, QStringLiteral("no %1 %2").arg(what).arg(unknown->toLongLong()));
    return {};
}

std::optional<Timestamp> momentOf(const Statement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(fromMicroseconds(row.integer(column)));
}

} // namespace earshot::outboxrows
