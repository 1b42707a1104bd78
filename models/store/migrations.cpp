// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/migrations.h"

#include "models/base/logging.h"
#include "models/store/backup.h"

#include <QDir>
#include <QFile>

static void initResources()
{
    Q_INIT_RESOURCE(earshot);
}

namespace earshot {
namespace {

/** "EaSh": tells our files from other programs' SQLite databases. */
constexpr int c_applicationId = 0x45615368;

QStringList migrationFiles()
{
    initResources();
    return QDir(QStringLiteral(":/sql/sqlite")).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
}

Result<QString> migrationScript(int number)
{
    QFile file(QStringLiteral(":/sql/sqlite/") + migrationFiles().at(number - 1));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileFailed, file.fileName());
    return QString::fromUtf8(file.readAll());
}

Result<int> pragma(const Database &database, const QString &name)
{
    const auto value = database.value(QStringLiteral("PRAGMA ") + name);
    if (!value)
        return std::unexpected(value.error());
    return value->toInt();
}

Result<bool> isEmpty(const Database &database)
{
    const auto tables = database.value(QStringLiteral("SELECT count(*) FROM sqlite_master"));
    if (!tables)
        return std::unexpected(tables.error());
    return tables->toInt() == 0;
}

Result<void> applyMigration(const Database &database, int number)
{
    const auto script = migrationScript(number);
    if (!script)
        return std::unexpected(script.error());
    return database.transaction([&]() -> Result<void> {
        if (const auto done = database.runScript(*script); !done)
            return done;
        const auto stamped = database.run(QStringLiteral("PRAGMA user_version = %1").arg(number));
        return stamped ? Result<void>() : std::unexpected(stamped.error());
    });
}

/** What must be said before the first table: SQLite cannot change it afterwards. */
Result<void> prepareEmptyStore(const Database &database)
{
    return database.runScript(
        QStringLiteral("PRAGMA auto_vacuum = INCREMENTAL;\nPRAGMA application_id = %1;\n").arg(c_applicationId));
}

/** `synchronous=FULL` makes a commit to the write-ahead log survive a power cut; checkpoints have a thread of their
 * own. */
Result<void> setWriterPragmas(const Database &database)
{
    return database.runScript(QStringLiteral("PRAGMA journal_mode = WAL;\n"
                                             "PRAGMA synchronous = FULL;\n"
                                             "PRAGMA wal_autocheckpoint = 0;\n"
                                             "PRAGMA cache_size = -65536;\n"
                                             "PRAGMA temp_store = MEMORY;\n"
                                             "PRAGMA foreign_keys = ON;\n"));
}

} // namespace

int storeApplicationId()
{
    return c_applicationId;
}

int currentSchema()
{
    return int(migrationFiles().size());
}

Result<int> schemaOf(const Database &database)
{
    const auto applicationId = pragma(database, QStringLiteral("application_id"));
    if (!applicationId)
        return applicationId;
    if (*applicationId != c_applicationId) {
        const auto empty = isEmpty(database);
        if (!empty)
            return std::unexpected(empty.error());
        if (*empty)
            return 0;
        return failure(ErrorCode::StoreNotADatabase,
                       QStringLiteral("%1 is another program's database, not an Earshot store").arg(database.path()));
    }
    const auto schema = pragma(database, QStringLiteral("user_version"));
    if (schema && *schema > currentSchema())
        return failure(
            ErrorCode::StoreNewer,
            QStringLiteral("%1 was made by a newer Earshot (schema %2, this program knows %3). Nothing was changed. "
                           "Update Earshot or open another store")
                .arg(database.path())
                .arg(*schema)
                .arg(currentSchema()));
    return schema;
}

Result<void> migrate(const Database &database, int target)
{
    const auto schema = schemaOf(database);
    if (!schema)
        return std::unexpected(schema.error());
    for (int number = *schema + 1; number <= target; ++number) {
        qCInfo(lcStore) << "migrating to schema" << number;
        if (const auto done = applyMigration(database, number); !done)
            return done;
    }
    return {};
}

Result<Database> openToRead(const QString &path)
{
    auto database = Database::open(path, Database::Mode::Read);
    if (!database)
        return database;
    const auto schema = schemaOf(*database);
    if (!schema)
        return std::unexpected(schema.error());
    if (*schema < currentSchema())
        return failure(ErrorCode::StoreOlder,
                       QStringLiteral("%1 has schema %2 and wants migrating to %3: start `earshot serve` on it once")
                           .arg(path)
                           .arg(*schema)
                           .arg(currentSchema()));
    return database;
}

Result<Database> openToWrite(const QString &path)
{
    auto database = Database::open(path, Database::Mode::Write);
    if (!database)
        return database;
    const auto schema = schemaOf(*database); // first: nothing is changed in a file that is not ours
    if (!schema)
        return std::unexpected(schema.error());
    if (*schema == 0) {
        if (const auto prepared = prepareEmptyStore(*database); !prepared)
            return std::unexpected(prepared.error());
    } else if (*schema < currentSchema())
        backUpBeforeMigration(path, currentSchema());
    if (const auto set = setWriterPragmas(*database); !set)
        return std::unexpected(set.error());
    if (const auto migrated = migrate(*database); !migrated)
        return std::unexpected(migrated.error());
    return database;
}

} // namespace earshot
