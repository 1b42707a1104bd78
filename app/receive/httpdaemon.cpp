// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/httpdaemon.h"

#include "app/receive/exchange.h"

#include <fcntl.h>

#include <cerrno>

namespace earshot {
namespace {

Connection *connectionOf(MHD_Connection *handle)
{
    const MHD_ConnectionInfo *info = MHD_get_connection_info(handle, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return info != nullptr ? static_cast<Connection *>(info->socket_context) : nullptr;
}

/** Whether closing now would reset the connection under a sender that has not read its answer yet. */
bool wouldBeReset(const Connection &connection)
{
    char next = 0;
    const ssize_t count = ::recv(connection.descriptor, &next, 1, MSG_PEEK | MSG_DONTWAIT);
    const bool isOpen = count < 0 && errno == EAGAIN;
    return count > 0 || (isOpen && !connection.isRequestComplete);
}

} // namespace

HttpDaemon::HttpDaemon(const Limits &limits, ReceiveContext &context, ConnectionTable &connections,
                       ClosingSockets &closing)
    : m_limits(limits)
    , m_context(context)
    , m_connections(connections)
    , m_closing(closing)
{
    constexpr unsigned int c_flags =
        MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_NO_LISTEN_SOCKET | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_TURBO;
    const auto unreachedLimit = unsigned(2 * limits.maxConnections + 64); // see add()
    // clang-format off: an option and its values to a line
    m_daemon = MHD_start_daemon(c_flags, 0, nullptr, nullptr, &requestProceeds, this,
                                MHD_OPTION_CONNECTION_MEMORY_LIMIT, std::size_t(limits.connectionMemoryBytes),
                                MHD_OPTION_CONNECTION_LIMIT, unreachedLimit,
                                MHD_OPTION_URI_LOG_CALLBACK, &requestBegins, this,
                                MHD_OPTION_NOTIFY_COMPLETED, &requestEnds, this,
                                MHD_OPTION_NOTIFY_CONNECTION, &connectionChanges, this,
                                MHD_OPTION_END);
    // clang-format on
}

HttpDaemon::~HttpDaemon()
{
    if (m_daemon != nullptr)
        MHD_stop_daemon(m_daemon);
}

void HttpDaemon::add(FileDescriptor socket, const PeerAddress &peer)
{
    ++m_open;
    // Closes the socket itself where it fails.
    if (MHD_add_connection(m_daemon, socket.release(), peer.get(), peer.sizeBytes) != MHD_YES)
        --m_open;
}

void *HttpDaemon::requestBegins(void *self, const char *rawTarget, MHD_Connection *handle)
{
    auto *daemon = static_cast<HttpDaemon *>(self);
    Connection *connection = connectionOf(handle);
    // A connection whose time is up is being shut down: libmicrohttpd sees that by itself.
    connection->deadline.arm(daemon->m_context.settings.headerDeadline, Deadline::Expiry::Tell);
    auto exchange = std::make_unique<Exchange>(daemon->m_context, *connection, handle, QByteArrayView(rawTarget));
    return exchange.release(); // libmicrohttpd carries it from call to call; requestEnds() takes it back
}

MHD_Result HttpDaemon::requestProceeds(void * /*self*/, MHD_Connection * /*handle*/, const char * /*url*/,
                                       const char *method, const char *version, const char *piece,
                                       std::size_t *pieceBytes, void **exchange)
{
    const QByteArrayView taken(piece, qsizetype(*pieceBytes));
    *pieceBytes = 0;
    return static_cast<Exchange *>(*exchange)->proceed(method, version, taken);
}

void HttpDaemon::requestEnds(void *self, MHD_Connection *handle, void **exchange, MHD_RequestTerminationCode /*how*/)
{
    auto *daemon = static_cast<HttpDaemon *>(self);
    const std::unique_ptr<Exchange> ended(static_cast<Exchange *>(std::exchange(*exchange, nullptr)));
    connectionOf(handle)->deadline.arm(daemon->m_context.settings.idleTimeout, Deadline::Expiry::Close);
}

void HttpDaemon::connectionChanges(void *self, MHD_Connection *handle, void **connection,
                                   MHD_ConnectionNotificationCode change)
{
    auto *daemon = static_cast<HttpDaemon *>(self);
    if (change == MHD_CONNECTION_NOTIFY_STARTED)
        *connection = daemon->openConnection(handle);
    else
        daemon->closeConnection(static_cast<Connection *>(std::exchange(*connection, nullptr)));
}

Connection *HttpDaemon::openConnection(MHD_Connection *handle)
{
    auto connection = std::make_unique<Connection>();
    connection->descriptor = MHD_get_connection_info(handle, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
    connection->address = hostAddress(MHD_get_connection_info(handle, MHD_CONNECTION_INFO_CLIENT_ADDRESS)->client_addr);
    connection->remote = connection->address.toString();
    connection->deadline.arm(m_context.settings.headerDeadline, Deadline::Expiry::Tell);
    return m_connections.add(std::move(connection));
}

void HttpDaemon::closeConnection(Connection *connection)
{
    const std::unique_ptr<Connection> closed = m_connections.remove(connection);
    if (wouldBeReset(*closed))
        m_closing.add(FileDescriptor(::fcntl(closed->descriptor, F_DUPFD_CLOEXEC, 0)));
    --m_open;
}

} // namespace earshot
