// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/listensocket.h"

#include "app/receive/peeraddress.h"

#include <netinet/in.h>

#include <cerrno>
#include <cstring>

namespace earshot {
namespace {

constexpr int c_backlog = 1024;

std::unexpected<Error> listenFailure(const QString &address, quint16 port, const QString &reason)
{
    const QString place = address.contains(QLatin1Char(':')) ? QLatin1Char('[') + address + QLatin1Char(']') : address;
    return failure(ErrorCode::ListenFailed,
                   place + QLatin1Char(':') + QString::number(port) + QStringLiteral(": ") + reason);
}

PeerAddress socketAddress(const QHostAddress &address, quint16 port)
{
    PeerAddress result;
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        auto *v4 = reinterpret_cast<sockaddr_in *>(&result.storage);
        v4->sin_family = AF_INET;
        v4->sin_port = htons(port);
        v4->sin_addr.s_addr = htonl(address.toIPv4Address());
        result.sizeBytes = sizeof(sockaddr_in);
    } else {
        auto *v6 = reinterpret_cast<sockaddr_in6 *>(&result.storage);
        const Q_IPV6ADDR bytes = address.toIPv6Address();
        v6->sin6_family = AF_INET6;
        v6->sin6_port = htons(port);
        std::memcpy(&v6->sin6_addr, &bytes, sizeof bytes);
        result.sizeBytes = sizeof(sockaddr_in6);
    }
    return result;
}

bool setOption(int socket, int level, int option, int value)
{
    return ::setsockopt(socket, level, option, &value, sizeof value) == 0;
}

/** False with errno set where any step fails. */
bool listenOn(int socket, const PeerAddress &place)
{
    const bool isV6 = place.storage.ss_family == AF_INET6;
    return setOption(socket, SOL_SOCKET, SO_REUSEADDR, 1) && (!isV6 || setOption(socket, IPPROTO_IPV6, IPV6_V6ONLY, 0))
           && ::bind(socket, place.get(), place.sizeBytes) == 0 && ::listen(socket, c_backlog) == 0;
}

quint16 boundPort(int socket)
{
    PeerAddress place;
    if (::getsockname(socket, place.get(), &place.sizeBytes) != 0)
        return 0;
    return place.storage.ss_family == AF_INET6
               ? ntohs(reinterpret_cast<const sockaddr_in6 *>(&place.storage)->sin6_port)
               : ntohs(reinterpret_cast<const sockaddr_in *>(&place.storage)->sin_port);
}

} // namespace

Result<ListenSocket> openListenSocket(const QString &address, quint16 port)
{
    const QHostAddress host(address);
    if (host.isNull())
        return listenFailure(address, port, QStringLiteral("not an IP address"));
    const PeerAddress place = socketAddress(host, port);
    FileDescriptor socket(::socket(place.storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!socket.isValid() || !listenOn(socket.get(), place))
        return listenFailure(address, port, QString::fromLocal8Bit(std::strerror(errno)));
    const quint16 given = boundPort(socket.get());
    return ListenSocket{std::move(socket), given};
}

} // namespace earshot
