// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <chrono>

namespace earshot {

/** Waits that double from a first to a longest one: 1, 2, 4 … 60 s. */
class BackOff
{
public:
    BackOff(std::chrono::milliseconds first, std::chrono::milliseconds longest)
        : m_first(first)
        , m_longest(std::max(first, longest))
        , m_next(first)
    {
    }

    /** How long to wait before the next try. */
    std::chrono::milliseconds next()
    {
        const std::chrono::milliseconds wait = m_next;
        m_next = std::min(m_next * 2, m_longest);
        return wait;
    }

    /** It went well, or something has changed: the first wait is short again. */
    void reset() { m_next = m_first; }

private:
    std::chrono::milliseconds m_first;
    std::chrono::milliseconds m_longest;
    std::chrono::milliseconds m_next;
};

} // namespace earshot
