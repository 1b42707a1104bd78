// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/querystop.h"

#include <QSqlDriver>

#include <sqlite3.h>

namespace earshot {
namespace {

constexpr int c_stepsBetweenLooks = 10'000; // of SQLite's virtual machine: well under a millisecond

static_assert(std::atomic_bool::is_always_lock_free, "a signal handler may set it");

sqlite3 *connectionOf(const Database &database)
{
    const QVariant handle = database.handle().driver()->handle();
    if (qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    return *static_cast<sqlite3 *const *>(handle.constData());
}

/** A handle of another copy of SQLite must not be given to ours. */
bool isOurSqlite(const Database &database)
{
    const auto id = database.value(QStringLiteral("SELECT sqlite_source_id()"));
    return id && id->toString() == QLatin1StringView(sqlite3_sourceid());
}

int isStopWanted(void *stop)
{
    return static_cast<const std::atomic_bool *>(stop)->load(std::memory_order_relaxed) ? 1 : 0;
}

} // namespace

QueryStop::QueryStop(const Database &database, const std::atomic_bool &stop)
    : m_database(database)
    , m_isSet(isOurSqlite(database))
{
    if (m_isSet)
        sqlite3_progress_handler(connectionOf(database), c_stepsBetweenLooks, isStopWanted,
                                 const_cast<std::atomic_bool *>(&stop));
}

QueryStop::~QueryStop()
{
    if (m_isSet)
        sqlite3_progress_handler(connectionOf(m_database), 0, nullptr, nullptr);
}

} // namespace earshot
