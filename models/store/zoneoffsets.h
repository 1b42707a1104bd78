// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"

#include <QTimeZone>

#include <map>

namespace earshot {

/** How far a zone's clocks are from UTC. Each stretch between two changes of the clocks is asked for once and kept,
 * since the zone takes a microsecond to answer and a report asks millions of times. One thread at a time. */
class ZoneOffsets
{
public:
    explicit ZoneOffsets(const QTimeZone &zone)
        : m_zone(zone)
    {
    }

    /** To be added to UTC at that moment. */
    std::chrono::seconds at(Timestamp time);

    const QTimeZone &zone() const { return m_zone; }

private:
    struct Stretch {
        std::chrono::sys_seconds from;
        std::chrono::seconds offset;
    };

    const Stretch &add(std::chrono::sys_seconds time);

    QTimeZone m_zone;
    std::map<std::chrono::sys_seconds, Stretch>
        m_stretches; ///< by the moment at which each is over; a zone has some hundred
};

} // namespace earshot
