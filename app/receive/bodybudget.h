// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <atomic>
#include <utility>

namespace earshot {

/** How many bytes of bodies may lie in memory at once, over all connections. Any thread. */
class BodyBudget
{
public:
    explicit BodyBudget(qint64 limitBytes)
        : m_limitBytes(limitBytes)
    {
    }

    /** Would @p bytes more fit at this moment? */
    bool hasRoomFor(qint64 bytes) const { return m_usedBytes.load(std::memory_order_relaxed) + bytes <= m_limitBytes; }

    /** One request's part, given back at its end. */
    class Share
    {
    public:
        explicit Share(BodyBudget &budget)
            : m_budget(budget)
        {
        }

        ~Share() { release(); }
        Q_DISABLE_COPY_MOVE(Share)

        /** False, and nothing taken, where it would pass the limit. */
        bool grow(qint64 bytes)
        {
            if (m_budget.m_usedBytes.fetch_add(bytes, std::memory_order_relaxed) + bytes > m_budget.m_limitBytes) {
                m_budget.m_usedBytes.fetch_sub(bytes, std::memory_order_relaxed);
                return false;
            }
            m_bytes += bytes;
            return true;
        }

        /** Gives it back before the request's end. */
        void release() { m_budget.m_usedBytes.fetch_sub(std::exchange(m_bytes, 0), std::memory_order_relaxed); }

    private:
        BodyBudget &m_budget;
        qint64 m_bytes = 0;
    };

private:
    const qint64 m_limitBytes;
    std::atomic<qint64> m_usedBytes = 0;
};

} // namespace earshot
