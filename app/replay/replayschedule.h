// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/replay.h"
#include "models/store/storeddelivery.h"

#include <cmath>

namespace earshot {

/** When each of a row of stored deliveries is due, from the start of the replay. A clock that was set back while they
 * came makes no gap and takes none away. Of one thread. */
class ReplaySchedule
{
public:
    ReplaySchedule(const QList<StoredArrival> &arrivals, const ReplayPace &pace)
        : m_pace(pace)
    {
        if (pace.speed == 0)
            return;
        m_offsets.reserve(arrivals.size());
        std::chrono::microseconds offset{0};
        for (qsizetype i = 0; i < arrivals.size(); ++i) {
            if (i > 0)
                offset += std::max(gap(arrivals.at(i - 1), arrivals.at(i)), std::chrono::microseconds(0));
            m_offsets.append(offset);
        }
    }

    /** False where each goes as soon as there is room for it. */
    bool isPaced() const { return m_pace.speed != 0 || m_pace.ratePerSecond != 0; }

    std::chrono::nanoseconds dueTime(qsizetype index) const
    {
        if (m_pace.speed != 0)
            return scaled(double(std::chrono::nanoseconds(m_offsets.at(index)).count()) / m_pace.speed);
        if (m_pace.ratePerSecond != 0)
            return scaled(double(index) / m_pace.ratePerSecond * 1e9);
        return {};
    }

private:
    static std::chrono::microseconds gap(const StoredArrival &before, const StoredArrival &after)
    {
        return std::chrono::duration_cast<std::chrono::microseconds>(after.receivedAt - before.receivedAt);
    }

    static std::chrono::nanoseconds scaled(double nanoseconds)
    {
        return std::chrono::nanoseconds(std::llround(nanoseconds));
    }

    ReplayPace m_pace;
    QList<std::chrono::microseconds> m_offsets; ///< of a speed only
};

} // namespace earshot
