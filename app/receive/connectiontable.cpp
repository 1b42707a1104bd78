// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/connectiontable.h"

#include <sys/socket.h>

namespace earshot {

Connection *ConnectionTable::add(std::unique_ptr<Connection> connection)
{
    Connection *added = connection.get();
    const std::scoped_lock lock(m_mutex);
    m_connections.emplace(added, std::move(connection));
    return added;
}

std::unique_ptr<Connection> ConnectionTable::remove(Connection *connection)
{
    const std::scoped_lock lock(m_mutex);
    auto node = m_connections.extract(connection);
    return node.empty() ? nullptr : std::move(node.mapped());
}

void ConnectionTable::expire(Deadline::Clock::time_point now, const std::function<void(int descriptor)> &tell)
{
    const std::scoped_lock lock(m_mutex);
    for (const auto &[connection, owned] : m_connections) {
        const std::optional<Deadline::Expiry> expiry = connection->deadline.expire(now);
        if (!expiry)
            continue;
        if (*expiry == Deadline::Expiry::Tell)
            tell(connection->descriptor);
        ::shutdown(connection->descriptor, SHUT_RDWR); // fails only if the sender has gone already
    }
}

} // namespace earshot
