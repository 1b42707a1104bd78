// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <condition_variable>
#include <mutex>
#include <utility>

namespace earshot {

/** Counts the work that must end before a stop: closed, it lets nobody in and waits for the last one to leave. Any
 * thread. */
class Gate
{
public:
    /** Held by whoever is inside; leaving is its end. */
    class Ticket
    {
    public:
        Ticket() = default;

        Ticket(Ticket &&other) noexcept
            : m_gate(std::exchange(other.m_gate, nullptr))
        {
        }

        Ticket &operator=(Ticket &&other) noexcept
        {
            std::swap(m_gate, other.m_gate);
            return *this;
        }

        ~Ticket()
        {
            if (m_gate != nullptr)
                m_gate->leave();
        }

        bool isValid() const { return m_gate != nullptr; }

        /** One more for the same work; given also when the gate was closed meanwhile. */
        Ticket another() const
        {
            const std::scoped_lock lock(m_gate->m_mutex);
            ++m_gate->m_inside;
            return Ticket(m_gate);
        }

    private:
        friend class Gate;

        explicit Ticket(Gate *gate)
            : m_gate(gate)
        {
        }

        Gate *m_gate = nullptr;
    };

    /** An invalid ticket once closed. */
    Ticket enter()
    {
        const std::scoped_lock lock(m_mutex);
        if (m_closed)
            return {};
        ++m_inside;
        return Ticket(this);
    }

    void closeAndWait()
    {
        std::unique_lock lock(m_mutex);
        m_closed = true;
        m_empty.wait(lock, [this] { return m_inside == 0; });
    }

private:
    void leave()
    {
        const std::scoped_lock lock(m_mutex);
        if (--m_inside == 0)
            m_empty.notify_all();
    }

    std::mutex m_mutex;
    std::condition_variable m_empty;
    int m_inside = 0;
    bool m_closed = false;
};

} // namespace earshot
