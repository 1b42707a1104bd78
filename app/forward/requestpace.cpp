// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/requestpace.h"

#include <algorithm>
#include <utility>

namespace earshot {

RequestPace::RequestPace(double perSecond, int burst)
    : m_perSecond(perSecond)
    , m_most(burst)
    , m_tokens(burst)
{
}

std::chrono::microseconds RequestPace::reserve(Time now)
{
    const std::chrono::duration<double> since = now - std::exchange(m_filled, std::max(now, m_filled));
    if (since.count() > 0)
        m_tokens = std::min(m_tokens + since.count() * m_perSecond, m_most);
    m_tokens -= 1;
    if (m_tokens >= 0)
        return {};
    return std::chrono::ceil<std::chrono::microseconds>(std::chrono::duration<double>(-m_tokens / m_perSecond));
}

} // namespace earshot
