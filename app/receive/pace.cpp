// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/pace.h"

#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

namespace earshot {

std::optional<quint64> receivedBytes(int socket)
{
    int unread = 0;
    if (::ioctl(socket, FIONREAD, &unread) != 0 || unread > 0)
        return std::nullopt;
    tcp_info info = {};
    socklen_t sizeBytes = sizeof info;
    if (::getsockopt(socket, IPPROTO_TCP, TCP_INFO, &info, &sizeBytes) != 0)
        return std::nullopt;
    // Linux has it since 4.1. Every connection asked about has sent something, so 0 is a system that does not count.
    return info.tcpi_bytes_received > 0 ? std::optional<quint64>(info.tcpi_bytes_received) : std::nullopt;
}

} // namespace earshot
