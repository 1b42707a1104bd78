// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/closingsockets.h"

#include <sys/epoll.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>

namespace earshot {
namespace {

constexpr std::size_t c_mostClosing = 64;

/** False when the sender has stopped. */
bool discardOne(int socket)
{
    std::array<char, 65536> scrap;
    const ssize_t count = ::recv(socket, scrap.data(), scrap.size(), MSG_DONTWAIT);
    return count > 0 || (count < 0 && (errno == EAGAIN || errno == EINTR));
}

} // namespace

ClosingSockets::ClosingSockets(std::chrono::milliseconds lingerTime)
    : m_lingerTime(lingerTime)
    , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
{
}

void ClosingSockets::add(FileDescriptor socket)
{
    ::shutdown(socket.get(), SHUT_WR); // fails only if the sender has gone already, which drain() then sees
    const std::scoped_lock lock(m_mutex);
    const int descriptor = socket.get();
    epoll_event event = {.events = EPOLLIN, .data = {.fd = descriptor}};
    if (m_sockets.size() < c_mostClosing && ::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, descriptor, &event) == 0)
        m_sockets.emplace(descriptor, Closing{std::move(socket), Deadline::Clock::now() + m_lingerTime});
}

void ClosingSockets::drain()
{
    std::array<epoll_event, c_mostClosing> events;
    const int count = ::epoll_wait(m_epoll.get(), events.data(), int(events.size()), 0);
    for (int i = 0; i < count; ++i) {
        const int descriptor = events[std::size_t(i)].data.fd;
        if (!discardOne(descriptor))
            forget(descriptor);
    }
}

void ClosingSockets::forget(int descriptor)
{
    const std::scoped_lock lock(m_mutex);
    m_sockets.erase(descriptor);
}

void ClosingSockets::expire(Deadline::Clock::time_point now)
{
    const std::scoped_lock lock(m_mutex);
    std::erase_if(m_sockets, [now](const auto &entry) { return entry.second.until <= now; });
}

} // namespace earshot
