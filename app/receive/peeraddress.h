// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHostAddress>

#include <sys/socket.h>

namespace earshot {

/** The other end of a connection, as accept() tells it. */
struct PeerAddress {
    sockaddr_storage storage = {};
    socklen_t sizeBytes = sizeof(sockaddr_storage);

    const sockaddr *get() const { return reinterpret_cast<const sockaddr *>(&storage); }

    sockaddr *get() { return reinterpret_cast<sockaddr *>(&storage); }
};

/** The address without its port; an IPv4 sender that came to an IPv6 socket (`::ffff:192.0.2.1`) is told as IPv4. */
inline QHostAddress hostAddress(const sockaddr *peer)
{
    const QHostAddress address(peer);
    bool isMapped = false;
    const quint32 v4 = address.toIPv4Address(&isMapped);
    return isMapped ? QHostAddress(v4) : address;
}

} // namespace earshot
