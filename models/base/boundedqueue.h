// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace earshot {

/** A queue with a capacity between threads: the one place where two threads share state under a lock. A producer that
 * finds it full is told so and decides itself (the listener answers 503). All functions: any thread. */
template <typename T>
class BoundedQueue
{
public:
    explicit BoundedQueue(std::size_t capacity)
        : m_capacity(capacity)
    {
    }

    enum class Pushed { No, First, More }; ///< First: it was empty, so the consumer wants waking

    /** No when full or closed; @p value is then left as it was. */
    Pushed tryPush(T &&value)
    {
        const std::scoped_lock lock(m_mutex);
        if (m_closed || m_items.size() >= m_capacity)
            return Pushed::No;
        m_items.push_back(std::move(value));
        m_filled.notify_one();
        return m_items.size() == 1 ? Pushed::First : Pushed::More;
    }

    /** Waits for room; false once closed. */
    bool push(T &&value)
    {
        std::unique_lock lock(m_mutex);
        m_drained.wait(lock, [this] { return m_closed || m_items.size() < m_capacity; });
        if (m_closed)
            return false;
        m_items.push_back(std::move(value));
        m_filled.notify_one();
        return true;
    }

    /** At most @p most of the oldest, without waiting. */
    std::vector<T> takeUpTo(std::size_t most)
    {
        const std::scoped_lock lock(m_mutex);
        std::vector<T> taken;
        const std::size_t count = std::min(most, m_items.size());
        taken.reserve(count);
        for (std::size_t i = 0; i < count; ++i) {
            taken.push_back(std::move(m_items.front()));
            m_items.pop_front();
        }
        if (count > 0)
            m_drained.notify_all();
        return taken;
    }

    /** Pushes fail from now on and waiting ones return; what is held can still be taken. */
    void close()
    {
        const std::scoped_lock lock(m_mutex);
        m_closed = true;
        m_filled.notify_all();
        m_drained.notify_all();
    }

    std::size_t size() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_items.size();
    }

    bool isEmpty() const { return size() == 0; }

private:
    const std::size_t m_capacity;
    mutable std::mutex m_mutex;
    std::condition_variable m_filled;
    std::condition_variable m_drained;
    std::deque<T> m_items;
    bool m_closed = false;
};

} // namespace earshot
