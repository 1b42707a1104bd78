// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/receive/deadline.h"

namespace earshot {

/** The least speed a sender must keep to while a request of its is half sent. */
struct LeastRate {
    qint64 bytesPerSecond = 0;
    std::chrono::milliseconds window{0}; ///< over which it is measured
};

/** Whether a sender still comes forward. One thread. */
class Pace
{
public:
    using Clock = Deadline::Clock;

    /** False until one window of the same @p step has gone by; then whether fewer bytes came in it than should have.
     * @p step changes with each phase of a request; @p receivedBytes of the whole connection. */
    bool isTooSlow(const LeastRate &least, Clock::time_point now, qint64 step, quint64 receivedBytes)
    {
        const bool isNew = step != m_step;
        const auto elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(now - m_since);
        if (!isNew && elapsed < least.window)
            return false;
        const auto came = qint64(receivedBytes - m_bytes);
        m_step = step;
        m_since = now;
        m_bytes = receivedBytes;
        return !isNew && came * 1000 < least.bytesPerSecond * elapsed.count();
    }

    /** Whether isTooSlow() would look at the bytes, which cost a system call. */
    bool isDue(const LeastRate &least, Clock::time_point now, qint64 step) const
    {
        return step != m_step || now - m_since >= least.window;
    }

private:
    qint64 m_step = 0;
    Clock::time_point m_since;
    quint64 m_bytes = 0; ///< at m_since
};

/** How many bytes the system has taken from the other side of a TCP connection; nothing where it does not tell, and
 * nothing while some of them lie unread, since then it is we who are slow. */
std::optional<quint64> receivedBytes(int socket);

} // namespace earshot
