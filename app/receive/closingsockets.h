// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/receive/deadline.h"
#include "app/receive/filedescriptor.h"

#include <mutex>
#include <unordered_map>

namespace earshot {

/** Sockets that have been answered while their senders still write. Closed at once, they would be reset, and the reset
 * may overtake the answer (RFC 9112, 9.6): so what still comes is thrown away until the sender has stopped or the time
 * is up. */
class ClosingSockets
{
public:
    explicit ClosingSockets(std::chrono::milliseconds lingerTime);

    /** Ends the sending side. Beyond a modest number it just closes. Any thread. */
    void add(FileDescriptor socket);

    /** Readable when drain() has something to do. */
    int pollDescriptor() const { return m_epoll.get(); }

    /** Throws away what has come, and closes the sockets that have ended. One thread drains and expires. */
    void drain();

    /** Closes those whose time is up at @p now. One thread drains and expires. */
    void expire(Deadline::Clock::time_point now);

private:
    void forget(int descriptor);

    struct Closing {
        FileDescriptor socket;
        Deadline::Clock::time_point until;
    };

    const std::chrono::milliseconds m_lingerTime;
    const FileDescriptor m_epoll;
    std::mutex m_mutex;
    std::unordered_map<int, Closing> m_sockets;
};

} // namespace earshot
