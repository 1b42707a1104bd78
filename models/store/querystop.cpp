// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/querystop.h"

#include "models/store/sqlitehandle.h"

#include <sqlite3.h>

namespace earshot {
namespace {

constexpr int c_stepsBetweenLooks = 10'000; // of SQLite's virtual machine: well under a millisecond

static_assert(std::atomic_bool::is_always_lock_free, "a signal handler may set it");

int isStopWanted(void *stop)
{
    return static_cast<const std::atomic_bool *>(stop)->load(std::memory_order_relaxed) ? 1 : 0;
}

} // namespace

QueryStop::QueryStop(const Database &database, const std::atomic_bool &stop)
    : m_database(database)
    , m_isSet(sqliteHandle(database) != nullptr)
{
    if (m_isSet)
        sqlite3_progress_handler(sqliteHandle(database), c_stepsBetweenLooks, isStopWanted,
                                 const_cast<std::atomic_bool *>(&stop));
}

QueryStop::~QueryStop()
{
    if (m_isSet)
        sqlite3_progress_handler(sqliteHandle(m_database), 0, nullptr, nullptr);
}

} // namespace earshot
