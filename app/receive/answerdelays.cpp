// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/answerdelays.h"

#include <sys/timerfd.h>

#include <utility>

namespace earshot {
namespace {

void callAll(std::multimap<AnswerDelays::Clock::time_point, AnswerDelays::Resume> &&waiting)
{
    for (auto &[due, resume] : waiting)
        resume();
}

} // namespace

AnswerDelays::AnswerDelays()
    : m_timer(::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK))
{
}

void AnswerDelays::add(Clock::time_point due, Resume resume)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_hasEnded && m_timer.isValid()) {
            m_waiting.emplace(due, std::move(resume));
            setTimer();
            return;
        }
    }
    resume();
}

/** To the first that is due; off where there is none. steady_clock is CLOCK_MONOTONIC here. */
void AnswerDelays::setTimer()
{
    itimerspec when = {};
    if (!m_waiting.empty()) {
        const auto due =
            std::chrono::duration_cast<std::chrono::nanoseconds>(m_waiting.begin()->first.time_since_epoch());
        constexpr qint64 c_second = 1'000'000'000;
        const qint64 nanoseconds = qMax(due.count(), decltype(due.count())(1)); // 0 would turn it off
        when.it_value = {time_t(nanoseconds / c_second), long(nanoseconds % c_second)};
    }
    ::timerfd_settime(m_timer.get(), TFD_TIMER_ABSTIME, &when, nullptr); // cannot fail: the time is a valid one
}

void AnswerDelays::run(Clock::time_point now)
{
    std::multimap<Clock::time_point, Resume> due;
    {
        const std::scoped_lock lock(m_mutex);
        while (!m_waiting.empty() && m_waiting.begin()->first <= now)
            due.insert(m_waiting.extract(m_waiting.begin()));
        setTimer(); // which also makes it unreadable
    }
    callAll(std::move(due));
}

void AnswerDelays::endAll()
{
    std::multimap<Clock::time_point, Resume> waiting;
    {
        const std::scoped_lock lock(m_mutex);
        m_hasEnded = true;
        waiting = std::exchange(m_waiting, {});
    }
    callAll(std::move(waiting));
}

} // namespace earshot
