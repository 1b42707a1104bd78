// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/statistics.h"
#include "models/store/zoneoffsets.h"

namespace earshot {

/** Sums up by local days or hours what comes in any order. */
class TimeTally
{
public:
    enum class Step { Day, Hour };

    TimeTally(Step step, const QTimeZone &zone)
        : m_step(step)
        , m_offsets(zone)
    {
    }

    void add(Timestamp time, const Tally &tally);

    /** Ascending. */
    QList<StatisticsRow> rows() const;

private:
    /** A day has no offset of its own; an hour that clocks repeat is two hours with two offsets. */
    struct Key {
        std::chrono::sys_seconds start; ///< a day as if in UTC, an hour in UTC
        std::chrono::seconds offset{0};

        friend auto operator<=>(const Key &, const Key &) = default;
    };

    Key keyOf(Timestamp time);
    QString textOf(const Key &key) const;

    Step m_step;
    ZoneOffsets m_offsets;
    std::map<Key, Tally> m_tallies;
};

} // namespace earshot
