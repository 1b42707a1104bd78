// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/receive/httpdaemon.h"
#include "app/receive/listensocket.h"

#include <atomic>
#include <functional>
#include <thread>
#include <unordered_map>

namespace earshot {

/** The front door, in a thread of its own: accepts connections, waits for their first byte and hands them to a daemon
 * by what it is. A GET may carry a transcript in its query and so needs much memory for its request line; that memory
 * is cleared for every request, which the others need not pay for. The same thread looks at all deadlines and gives
 * delayed answers their turn. */
class Acceptor
{
public:
    struct Lanes {
        HttpDaemon &ordinary;
        HttpDaemon *longLines = nullptr; ///< for what begins with G; under TLS nobody can see that, so there is none
    };

    Acceptor(ListenSocket socket, const Lanes &lanes, ReceiveContext &context, ConnectionTable &connections,
             ClosingSockets &closing);
    ~Acceptor();

    Acceptor(const Acceptor &) = delete;
    Acceptor &operator=(const Acceptor &) = delete;

    /** Opens the door; false where the system gave no descriptor to wait on or no thread. Both daemons must be running.
     */
    bool start();

    /** No connection comes in from now on; deadlines are kept until the end. Any thread. */
    void closeDoor();

private:
    struct Waiting {
        FileDescriptor socket;
        PeerAddress peer;
        AddressCounts::Place place;
        Deadline::Clock::time_point until;
    };

    void run();
    void handleEvent(int descriptor);
    void tick(Deadline::Clock::time_point now);
    bool watch(int descriptor);

    void acceptAll();
    bool acceptOne();
    void pauseAccepting();
    void admit(FileDescriptor socket, const PeerAddress &peer);

    bool isTls() const { return m_context.settings.tls.has_value(); }

    bool isFull() const;
    void refuse(FileDescriptor socket);
    void look(int descriptor);
    void handOver(Waiting waiting, char firstByte);
    void tellLate(const Connection &connection);
    void shutDoor();

    ListenSocket m_socket;
    const Lanes m_lanes;
    ReceiveContext &m_context;
    ConnectionTable &m_connections;
    ClosingSockets &m_closing;
    const FileDescriptor m_epoll;
    const FileDescriptor m_wake;
    const std::chrono::milliseconds m_tick;
    const QByteArray m_tooSlow; ///< as it goes over the wire
    std::unordered_map<int, Waiting> m_waiting; ///< for their first byte
    bool m_isPaused = false;
    std::atomic<bool> m_doorCloses = false;
    std::atomic<bool> m_ends = false;
    std::thread m_thread;
};

} // namespace earshot
