// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/database.h"

#include <atomic>

namespace earshot {

/** While it lives, queries on a connection end with an error soon after @p stop has become true, also while they still
 * sort. In the connection's thread; any thread and a signal handler may set the flag. Without effect where Qt's driver
 * brings an SQLite of its own. */
class QueryStop
{
public:
    /** @p database and @p stop must outlive it. */
    QueryStop(const Database &database, const std::atomic_bool &stop);
    ~QueryStop();
    QueryStop(const QueryStop &) = delete;
    QueryStop &operator=(const QueryStop &) = delete;

private:
    const Database &m_database;
    bool m_isSet = false;
};

} // namespace earshot
