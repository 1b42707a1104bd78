// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

namespace earshot {

/** Spreads requests so that no more than so many go out in a second, but for a few at once after a quiet time. A bucket
 * of tokens; the time is passed in, a steady one. A plain value. */
class RequestPace
{
public:
    using Time = std::chrono::steady_clock::time_point;

    /** @p perSecond over 0; @p burst, at least 1, is how many may go out at once. */
    RequestPace(double perSecond, int burst);

    /** Takes the next turn: how long to wait for it. Turns come in the order in which they are taken. */
    std::chrono::microseconds reserve(Time now);

    /** From now on; turns that were taken stay. */
    void setRate(double perSecond) { m_perSecond = perSecond; }

private:
    double m_perSecond;
    double m_most;
    double m_tokens; ///< below 0: turns taken ahead
    Time m_filled{}; ///< when m_tokens was right
};

} // namespace earshot
