// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <chrono>
#include <cmath>

namespace earshot {

/** When each of a row of deliveries is due at a steady rate. Each time is computed from the start, never from the one
 *  before, so nothing adds up. */
class SendSchedule
{
public:
    /** @p ratePerSecond is above 0. */
    explicit SendSchedule(double ratePerSecond)
        : m_rate(ratePerSecond)
    {
    }

    /** When delivery number @p index (from 0) is due, from the start. */
    std::chrono::nanoseconds dueTime(qint64 index) const
    {
        return std::chrono::nanoseconds(std::llround(static_cast<double>(index) / m_rate * 1e9));
    }

private:
    double m_rate;
};

} // namespace earshot
