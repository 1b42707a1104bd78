// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/rebuildtables.h"

#include "models/store/changetable.h"
#include "models/store/tableset.h"

#include <QRegularExpression>

namespace earshot {

QStringList TableSet::tables()
{
    return {QStringLiteral("finding"), QStringLiteral("event"), QStringLiteral("conversation"),
            QStringLiteral("message")};
}

namespace rebuildtables {
namespace {

constexpr int c_rowsAtATime = 2000;

Result<QStringList> texts(const Database &database, const QString &sql, const QVariantList &values)
{
    auto rows = database.run(sql, values);
    if (!rows)
        return std::unexpected(rows.error());
    QStringList found;
    while (rows->next())
        found.append(rows->text(0));
    if (const auto ended = rows->ended(); !ended)
        return std::unexpected(ended.error());
    return found;
}

Result<void> runAll(const Database &database, const QStringList &statements)
{
    for (const QString &statement : statements) {
        if (const auto done = database.run(statement); !done)
            return std::unexpected(done.error());
    }
    return {};
}

/** Index names are unique over all tables, so the two sets take turns with a prefix. */
QString otherIndexName(const QString &name)
{
    const QLatin1StringView prefix("other_");
    return name.startsWith(prefix) ? name.mid(prefix.size()) : prefix + name;
}

/** The live table's own CREATE, whatever migrations made of it, for the second set. */
QString tableSqlFor(QString sql, const QString &newName)
{
    static const QRegularExpression head(QStringLiteral("^CREATE TABLE \"?\\w+\"?"));
    return sql.replace(head, QStringLiteral("CREATE TABLE ") + newName);
}

QString indexSqlFor(const QString &sql, const QString &newTable)
{
    static const QRegularExpression head(QStringLiteral("^CREATE (UNIQUE )?INDEX \"?(\\w+)\"? ON \"?\\w+\"?"));
    const QRegularExpressionMatch match = head.match(sql);
    return QStringLiteral("CREATE %1INDEX %2 ON %3").arg(match.captured(1), otherIndexName(match.captured(2)), newTable)
           + sql.mid(match.capturedEnd());
}

Result<void> createLike(const Database &database, const QString &table)
{
    const QString newName = TableSet::rebuilding().name(table);
    const auto tableSql =
        texts(database, QStringLiteral("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?"), {table});
    if (!tableSql)
        return std::unexpected(tableSql.error());
    const auto indexSql =
        texts(database,
              QStringLiteral("SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL"),
              {table});
    if (!indexSql)
        return std::unexpected(indexSql.error());
    QStringList statements;
    for (const QString &sql : *tableSql)
        statements.append(tableSqlFor(sql, newName));
    for (const QString &sql : *indexSql)
        statements.append(indexSqlFor(sql, newName));
    return runAll(database, statements);
}

QStringList dropStatements(const TableSet &tables)
{
    QStringList statements;
    for (const QString &table : TableSet::tables())
        statements.append(QStringLiteral("DROP TABLE IF EXISTS ") + tables.name(table));
    statements.append(QStringLiteral("DELETE FROM meta WHERE \"key\" = '%1'").arg(tables.watermarkKey()));
    return statements;
}

/** The column that a table's primary key begins with. */
QString firstKeyColumn(const QString &table)
{
    if (table == QLatin1StringView("conversation"))
        return QStringLiteral("\"id\"");
    return table == QLatin1StringView("message") ? QStringLiteral("\"conversation\"") : QStringLiteral("\"delivery\"");
}

Result<qint64> dropSomeRows(const Database &database, const QString &table, const QString &key)
{
    const auto last = database.value(QStringLiteral("SELECT max(k) FROM (SELECT %1 AS k FROM %2 ORDER BY %1 LIMIT %3)")
                                         .arg(key, table)
                                         .arg(c_rowsAtATime));
    if (!last)
        return std::unexpected(last.error());
    if (last->isNull())
        return 0;
    const auto dropped = database.run(QStringLiteral("DELETE FROM %1 WHERE %2 <= ?").arg(table, key), {*last});
    if (!dropped)
        return std::unexpected(dropped.error());
    return dropped->rowsChanged();
}

} // namespace

Result<void> create(const Database &database)
{
    return database.transaction([&]() -> Result<void> {
        const QStringList leftovers = dropStatements(TableSet::rebuilding()) + dropStatements(TableSet::retired());
        if (const auto dropped = runAll(database, leftovers); !dropped)
            return dropped;
        for (const QString &table : TableSet::tables()) {
            if (const auto created = createLike(database, table); !created)
                return created;
        }
        return {};
    });
}

Result<void> swapIn(const Database &database)
{
    QStringList statements;
    for (const QString &table : TableSet::tables()) {
        const QString rename = QStringLiteral("ALTER TABLE %1 RENAME TO %2");
        statements.append(rename.arg(table, TableSet::retired().name(table)));
        statements.append(rename.arg(TableSet::rebuilding().name(table), table));
    }
    // The live watermark stays: the new set has all deliveries up to it that there still are.
    statements.append(
        QStringLiteral("DELETE FROM meta WHERE \"key\" = '%1'").arg(TableSet::rebuilding().watermarkKey()));
    return database.transaction([&]() -> Result<void> {
        const auto swapped = runAll(database, statements);
        return swapped ? changetable::note(database, ChangeKind::Rebuild) : swapped;
    });
}

Result<void> discard(const Database &database)
{
    return database.transaction([&] { return runAll(database, dropStatements(TableSet::rebuilding())); });
}

Result<bool> dropRetired(const Database &database)
{
    bool more = false;
    const auto done = database.transaction([&]() -> Result<void> {
        for (const QString &table : TableSet::tables()) {
            const QString retired = TableSet::retired().name(table);
            const auto exists = database.value(
                QStringLiteral("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"), {retired});
            if (!exists)
                return std::unexpected(exists.error());
            if (!exists->isValid())
                continue;
            const auto dropped = dropSomeRows(database, retired, firstKeyColumn(table));
            if (!dropped)
                return std::unexpected(dropped.error());
            more = true;
            return *dropped > 0 ? Result<void>() : runAll(database, {QStringLiteral("DROP TABLE ") + retired});
        }
        return {};
    });
    return done ? Result<bool>(more) : std::unexpected(done.error());
}

} // namespace rebuildtables
} // namespace earshot
