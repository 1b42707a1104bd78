// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/receive/connection.h"

#include <functional>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace earshot {

/** The open connections, so that one thread can cut off those whose time is up while others serve them. A descriptor is
 * used and forgotten under one lock: forgotten later, its number might by then be another sender's. Any thread. */
class ConnectionTable
{
public:
    /** Takes @p connection until remove(); its address stays the same. */
    Connection *add(std::unique_ptr<Connection> connection);

    /** Forgets it; from then on nobody will touch its descriptor. */
    std::unique_ptr<Connection> remove(Connection *connection);

    /** Ends those past their deadline at @p now, and those that send slower than @p least while a request is half sent:
     * shut down, so that libmicrohttpd closes them, after @p tell for those that are owed a 408. One thread. */
    void expire(Deadline::Clock::time_point now, const LeastRate &least,
                const std::function<void(const Connection &connection)> &tell);

private:
    std::mutex m_mutex;
    std::unordered_map<Connection *, std::unique_ptr<Connection>> m_connections;
};

} // namespace earshot
