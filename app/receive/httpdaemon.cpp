// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/httpdaemon.h"

#include "app/receive/exchange.h"
#include "models/base/logging.h"

#include <gnutls/abstract.h>
#include <gnutls/gnutls.h>

#include <fcntl.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>

namespace earshot {
namespace {

Connection *connectionOf(MHD_Connection *handle)
{
    const MHD_ConnectionInfo *info = MHD_get_connection_info(handle, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return info != nullptr ? static_cast<Connection *>(info->socket_context) : nullptr;
}

constexpr const char *c_tlsPriorities = "NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2:%SERVER_PRECEDENCE";

/** libmicrohttpd will not start without a certificate or somebody to ask for one. Every session gets credentials of its
 * own before its handshake, so nobody is ever asked. */
int noCertificate(gnutls_session_t /*session*/, const gnutls_datum_t * /*authorities*/, int /*authorityCount*/,
                  const gnutls_pk_algorithm_t * /*algorithms*/, int /*algorithmCount*/,
                  gnutls_pcert_st ** /*certificates*/, unsigned int * /*certificateCount*/, gnutls_privkey_t * /*key*/)
{
    return -1;
}

/** What libmicrohttpd has answered by itself or for us; 0 if nothing. */
int statusOf(MHD_Connection *handle)
{
    const MHD_ConnectionInfo *info = MHD_get_connection_info(handle, MHD_CONNECTION_INFO_HTTP_STATUS);
    return info != nullptr ? int(info->http_status) : 0;
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
    , m_daemon(start())
{
}

MHD_Daemon *HttpDaemon::start()
{
    // TURBO would close a TLS session without telling, which the other side must take for an attack (RFC 8446, 6.1).
    const unsigned int flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_NO_LISTEN_SOCKET | MHD_ALLOW_SUSPEND_RESUME
                               | unsigned(m_limits.isTls ? MHD_USE_TLS : MHD_USE_TURBO);
    const auto unreachedLimit = unsigned(2 * m_limits.maxConnections + 64); // see add()
    std::array tlsOptions = {
        MHD_OptionItem{MHD_OPTION_HTTPS_PRIORITIES, 0, const_cast<char *>(c_tlsPriorities)}, // only read
        MHD_OptionItem{MHD_OPTION_HTTPS_CERT_CALLBACK, 0, reinterpret_cast<void *>(&noCertificate)},
        MHD_OptionItem{MHD_OPTION_END, 0, nullptr},
    };
    std::array noOptions = {MHD_OptionItem{MHD_OPTION_END, 0, nullptr}};
    MHD_OptionItem *options = m_limits.isTls ? tlsOptions.data() : noOptions.data();
    // clang-format off: an option and its values to a line
    return MHD_start_daemon(flags, 0, nullptr, nullptr, &requestProceeds, this,
                            MHD_OPTION_CONNECTION_MEMORY_LIMIT, std::size_t(m_limits.connectionMemoryBytes),
                            MHD_OPTION_CONNECTION_LIMIT, unreachedLimit,
                            MHD_OPTION_URI_LOG_CALLBACK, &requestBegins, this,
                            MHD_OPTION_NOTIFY_COMPLETED, &requestEnds, this,
                            MHD_OPTION_NOTIFY_CONNECTION, &connectionChanges, this,
                            MHD_OPTION_ARRAY, options,
                            MHD_OPTION_END);
    // clang-format on
}

HttpDaemon::~HttpDaemon()
{
    if (m_daemon != nullptr)
        MHD_stop_daemon(m_daemon);
}

void HttpDaemon::add(FileDescriptor socket, const PeerAddress &peer, AddressCounts::Place place)
{
    ++m_open;
    place.release(); // openConnection() adopts it, in the daemon's thread
    // Closes the socket itself where it fails.
    if (MHD_add_connection(m_daemon, socket.release(), peer.get(), peer.sizeBytes) == MHD_YES)
        return;
    --m_open;
    const AddressCounts::Place given = m_context.addresses.adopt(hostAddress(peer.get())); // and gives it back
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
    ended->end(statusOf(handle));
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
    connection->isTls = m_limits.isTls;
    connection->isTrustedProxy = m_context.trustedProxies.contains(connection->address);
    connection->place = m_context.addresses.adopt(connection->address);
    if (connection->isTls && !presentCertificate(handle, *connection))
        qCWarning(lcReceive) << "a TLS session could not be given its certificate and will fail";
    connection->deadline.arm(m_context.settings.headerDeadline, Deadline::Expiry::Tell);
    return m_connections.add(std::move(connection));
}

/** The connection keeps what its session uses: libmicrohttpd ends the session before it tells of the connection's
 * end. */
bool HttpDaemon::presentCertificate(MHD_Connection *handle, Connection &connection) const
{
    connection.credentials = m_context.credentials.load();
    const MHD_ConnectionInfo *info = MHD_get_connection_info(handle, MHD_CONNECTION_INFO_GNUTLS_SESSION);
    return info != nullptr && connection.credentials
           && connection.credentials->presentIn(static_cast<gnutls_session_t>(info->tls_session));
}

void HttpDaemon::closeConnection(Connection *connection)
{
    const std::unique_ptr<Connection> closed = m_connections.remove(connection);
    if (closed->isTls && !closed->hasRequested)
        m_context.counters.answered(0, 0); // no handshake, or nothing asked after it
    if (wouldBeReset(*closed))
        m_closing.add(FileDescriptor(::fcntl(closed->descriptor, F_DUPFD_CLOEXEC, 0)));
    --m_open;
}

} // namespace earshot
