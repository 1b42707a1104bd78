// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/receive/deadline.h"
#include "app/receive/filedescriptor.h"

#include <functional>
#include <map>
#include <mutex>

namespace earshot {

/** Answers that are to be given later, while their connections stay suspended and no thread waits. */
class AnswerDelays
{
public:
    using Clock = Deadline::Clock;
    using Resume = std::move_only_function<void()>;

    AnswerDelays();

    /** Has @p resume called at @p due by run(), or now, by this thread, once endAll() was called. Any thread. */
    void add(Clock::time_point due, Resume resume);

    /** Readable when run() has something to do; -1 where the system gave none, and then nothing is ever delayed. */
    int pollDescriptor() const { return m_timer.get(); }

    /** Calls what is due at @p now. One thread. */
    void run(Clock::time_point now);

    /** Calls all that waits; from now on nothing waits any more. Any thread. */
    void endAll();

private:
    void setTimer();

    const FileDescriptor m_timer;
    std::mutex m_mutex;
    std::multimap<Clock::time_point, Resume> m_waiting;
    bool m_hasEnded = false;
};

} // namespace earshot
