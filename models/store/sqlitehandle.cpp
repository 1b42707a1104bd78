// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/sqlitehandle.h"

#include <QSqlDriver>

#include <sqlite3.h>

namespace earshot {
namespace {

bool isOurSqlite(const Database &database)
{
    const auto id = database.value(QStringLiteral("SELECT sqlite_source_id()"));
    return id && id->toString() == QLatin1StringView(sqlite3_sourceid());
}

} // namespace

sqlite3 *sqliteHandle(const Database &database)
{
    const QVariant handle = database.handle().driver()->handle();
    if (qstrcmp(handle.typeName(), "sqlite3*") != 0 || !isOurSqlite(database))
        return nullptr;
    return *static_cast<sqlite3 *const *>(handle.constData());
}

} // namespace earshot
