// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/system/networkwatch.h"

#include <array>
#include <cerrno>

#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>

namespace earshot {

NetworkWatch::NetworkWatch(std::chrono::milliseconds settling, QObject *parent)
    : QObject(parent)
{
    m_settling.setSingleShot(true);
    m_settling.setInterval(settling);
    m_settling.callOnTimeout(this, &NetworkWatch::changed);
}

bool NetworkWatch::start()
{
    FileDescriptor socket(::socket(AF_NETLINK, SOCK_RAW | SOCK_NONBLOCK | SOCK_CLOEXEC, NETLINK_ROUTE));
    sockaddr_nl groups = {};
    groups.nl_family = AF_NETLINK;
    groups.nl_groups = RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR;
    if (!socket.isValid() || ::bind(socket.get(), reinterpret_cast<const sockaddr *>(&groups), sizeof groups) != 0)
        return false;
    start(std::move(socket));
    return true;
}

void NetworkWatch::start(FileDescriptor socket)
{
    m_notifier.reset();
    m_socket = std::move(socket);
    m_notifier = std::make_unique<QSocketNotifier>(m_socket.get(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &NetworkWatch::readAll);
}

/** What exactly has changed is looked up later. ENOBUFS says that we missed some, which is as good as a message. */
void NetworkWatch::readAll()
{
    std::array<char, 16384> buffer;
    while (true) {
        const ssize_t size = ::recv(m_socket.get(), buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (size == 0 || (size < 0 && errno != ENOBUFS && errno != EINTR)) {
            if (size == 0 || (errno != EAGAIN && errno != EWOULDBLOCK))
                m_notifier->setEnabled(false); // it would be ready for ever
            return;
        }
        m_settling.start();
    }
}

} // namespace earshot
