// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/acceptor.h"

#include "models/base/logging.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace earshot {
namespace {

/** Often enough for the shortest deadline to be kept within a quarter of it. */
std::chrono::milliseconds tickFor(const ListenerSettings &settings)
{
    const auto shortest =
        std::min({settings.firstByteDeadline, settings.headerDeadline, settings.bodyDeadline, settings.answerDeadline,
                  settings.idleTimeout, settings.lingerTime, settings.leastRateWindow});
    return std::clamp(shortest / 4, std::chrono::milliseconds(10), std::chrono::milliseconds(500));
}

/** What says no more than that this one connection came to nothing. */
bool isPassing(int error)
{
    constexpr std::array c_errors = {EINTR,       ECONNABORTED, EPROTO,       EPERM,       ENETDOWN,
                                     ENETUNREACH, EHOSTDOWN,    EHOSTUNREACH, ENOPROTOOPT, ETIMEDOUT};
    return std::find(c_errors.begin(), c_errors.end(), error) != c_errors.end();
}

void sendAtOnce(int socket, const QByteArray &wire)
{
    // Nothing else is waiting to be sent, so it fits the socket's buffer; if the sender has gone nobody misses it.
    ::send(socket, wire.constData(), std::size_t(wire.size()), MSG_DONTWAIT | MSG_NOSIGNAL);
}

} // namespace

Acceptor::Acceptor(ListenSocket socket, const Lanes &lanes, ReceiveContext &context, ConnectionTable &connections,
                   ClosingSockets &closing)
    : m_socket(std::move(socket))
    , m_lanes(lanes)
    , m_context(context)
    , m_connections(connections)
    , m_closing(closing)
    , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    , m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    , m_tick(tickFor(context.settings))
    , m_tooSlow(context.answers.wire(Answer::TooSlow))
{
}

bool Acceptor::start()
{
    const bool isWatching = watch(m_wake.get()) && watch(m_closing.pollDescriptor())
                            && watch(m_context.delays.pollDescriptor()) && watch(m_socket.descriptor.get());
    if (!isWatching)
        return false;
    try {
        m_thread = std::thread([this] { run(); });
    } catch (const std::system_error &) {
        return false;
    }
    return true;
}

Acceptor::~Acceptor()
{
    m_ends = true;
    closeDoor();
    if (m_thread.joinable())
        m_thread.join();
}

void Acceptor::closeDoor()
{
    m_doorCloses = true;
    ::eventfd_write(m_wake.get(), 1); // cannot fail: the counter is far from its end
}

void Acceptor::run()
{
    auto nextTick = Deadline::Clock::now() + m_tick;
    while (!m_ends) {
        std::array<epoll_event, 64> events;
        const int count = ::epoll_wait(m_epoll.get(), events.data(), int(events.size()), int(m_tick.count()));
        for (int i = 0; i < count; ++i)
            handleEvent(events[std::size_t(i)].data.fd);
        if (m_doorCloses)
            shutDoor();
        if (const auto now = Deadline::Clock::now(); now >= nextTick) {
            tick(now);
            nextTick = now + m_tick;
        }
    }
}

void Acceptor::handleEvent(int descriptor)
{
    eventfd_t wakes = 0;
    if (descriptor == m_wake.get())
        ::eventfd_read(m_wake.get(), &wakes);
    else if (descriptor == m_closing.pollDescriptor())
        m_closing.drain();
    else if (descriptor == m_context.delays.pollDescriptor())
        m_context.delays.run(Deadline::Clock::now());
    else if (descriptor == m_socket.descriptor.get())
        acceptAll();
    else
        look(descriptor);
}

void Acceptor::tick(Deadline::Clock::time_point now)
{
    std::erase_if(m_waiting, [now](const auto &entry) { return entry.second.until <= now; });
    m_closing.expire(now);
    const LeastRate least = {m_context.settings.leastBytesPerSecond, m_context.settings.leastRateWindow};
    m_connections.expire(now, least, [this](const Connection &connection) { tellLate(connection); });
    if (m_isPaused && m_socket.descriptor.isValid())
        m_isPaused = !watch(m_socket.descriptor.get());
}

/** Into a TLS session nothing can be written from here, so there it is just closed. */
void Acceptor::tellLate(const Connection &connection)
{
    const bool isTold = !connection.isTls;
    m_context.counters.answered(isTold ? AnswerSet::status(Answer::TooSlow) : 0, connection.sourceId);
    if (isTold)
        sendAtOnce(connection.descriptor, m_tooSlow);
}

bool Acceptor::watch(int descriptor)
{
    epoll_event event = {.events = EPOLLIN | EPOLLRDHUP, .data = {.fd = descriptor}};
    if (::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, descriptor, &event) == 0)
        return true;
    qCWarning(lcReceive) << "cannot wait for a socket:" << std::strerror(errno);
    return false;
}

void Acceptor::acceptAll()
{
    constexpr int c_mostAtOnce = 64; // so that a flood of them does not hold up those that are here
    for (int i = 0; i < c_mostAtOnce && acceptOne(); ++i) { }
}

/** False when there is nobody left to accept. */
bool Acceptor::acceptOne()
{
    PeerAddress peer;
    FileDescriptor socket(
        ::accept4(m_socket.descriptor.get(), peer.get(), &peer.sizeBytes, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (socket.isValid()) {
        admit(std::move(socket), peer);
        return true;
    }
    if (errno == EAGAIN || errno == EWOULDBLOCK)
        return false;
    if (isPassing(errno))
        return true;
    pauseAccepting();
    return false;
}

/** Out of descriptors or memory: they wait in the system's queue until the next tick, instead of waking us at once
 * again. */
void Acceptor::pauseAccepting()
{
    qCWarning(lcReceive) << "no connection can be accepted for a moment:" << std::strerror(errno);
    ::epoll_ctl(m_epoll.get(), EPOLL_CTL_DEL, m_socket.descriptor.get(), nullptr);
    m_isPaused = true;
}

void Acceptor::admit(FileDescriptor socket, const PeerAddress &peer)
{
    std::optional<AddressCounts::Place> place = m_context.addresses.enter(hostAddress(peer.get()));
    if (!place || isFull()) {
        refuse(std::move(socket));
        return;
    }
    m_context.counters.connectionAccepted();
    const int descriptor = socket.get();
    const auto until = Deadline::Clock::now() + m_context.settings.firstByteDeadline;
    if (watch(descriptor))
        m_waiting.emplace(descriptor, Waiting{std::move(socket), peer, std::move(*place), until});
}

bool Acceptor::isFull() const
{
    const ListenerSettings &settings = m_context.settings;
    const int inLongLines = m_lanes.longLines != nullptr ? m_lanes.longLines->openConnections() : 0;
    const int open = int(m_waiting.size()) + m_lanes.ordinary.openConnections() + inLongLines;
    return open >= (isTls() ? qMin(settings.maxTlsConnections, settings.maxConnections) : settings.maxConnections);
}

void Acceptor::refuse(FileDescriptor socket)
{
    m_context.counters.connectionRefused();
    m_context.counters.answered(isTls() ? 0 : AnswerSet::status(Answer::NotStored), 0);
    if (!isTls())
        sendAtOnce(socket.get(), m_context.answers.wire(Answer::NotStored));
    m_closing.add(std::move(socket));
}

void Acceptor::look(int descriptor)
{
    const auto found = m_waiting.find(descriptor);
    if (found == m_waiting.end())
        return;
    char firstByte = 0;
    const ssize_t count = ::recv(descriptor, &firstByte, 1, MSG_PEEK | MSG_DONTWAIT);
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    Waiting waiting = std::move(m_waiting.extract(found).mapped());
    ::epoll_ctl(m_epoll.get(), EPOLL_CTL_DEL, descriptor, nullptr);
    if (count > 0)
        handOver(std::move(waiting), firstByte);
}

void Acceptor::handOver(Waiting waiting, char firstByte)
{
    constexpr char c_handshake = 0x16; // RFC 8446, 5.1: what every TLS connection begins with
    if (isTls() && firstByte != c_handshake) {
        m_context.counters.answered(0, 0);
        m_closing.add(std::move(waiting.socket));
        return;
    }
    const bool isLong = firstByte == 'G' && m_lanes.longLines != nullptr && !m_lanes.longLines->isFull();
    HttpDaemon &lane = isLong ? *m_lanes.longLines : m_lanes.ordinary;
    lane.add(std::move(waiting.socket), waiting.peer, std::move(waiting.place));
}

void Acceptor::shutDoor()
{
    m_socket.descriptor = {};
    m_waiting.clear();
}

} // namespace earshot
