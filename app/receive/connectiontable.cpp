// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/connectiontable.h"

#include <sys/socket.h>

namespace earshot {
namespace {

/** Expires the deadline of a sender that is too slow, before its time. */
std::optional<Deadline::Expiry> slownessOf(Connection &connection, Deadline::Clock::time_point now,
                                           const LeastRate &least)
{
    const std::optional<qint64> step = connection.deadline.sendingStep();
    if (!step || !connection.pace.isDue(least, now, *step))
        return std::nullopt;
    const std::optional<quint64> received = receivedBytes(connection.descriptor);
    if (!received || !connection.pace.isTooSlow(least, now, *step, *received))
        return std::nullopt;
    return connection.deadline.cutShort(*step);
}

} // namespace

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

void ConnectionTable::expire(Deadline::Clock::time_point now, const LeastRate &least,
                             const std::function<void(const Connection &connection)> &tell)
{
    const std::scoped_lock lock(m_mutex);
    for (const auto &[connection, owned] : m_connections) {
        std::optional<Deadline::Expiry> expiry = connection->deadline.expire(now);
        if (!expiry)
            expiry = slownessOf(*connection, now, least);
        if (!expiry)
            continue;
        if (*expiry == Deadline::Expiry::Tell)
            tell(*connection);
        ::shutdown(connection->descriptor, SHUT_RDWR); // fails only if the sender has gone already
    }
}

} // namespace earshot
