// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/simulate/conversationfloor.h"
#include "app/simulate/faultinjector.h"
#include "app/simulate/sendschedule.h"
#include "app/simulate/simulationsettings.h"

#include <optional>

namespace earshot {

/** All deliveries of a run, one after another: a floor's, with the faults that were asked for, signed where there is a
 *  secret. It sends nothing and reads no clock: the same settings and start make the same bytes. */
class SimulationStream
{
public:
    /** @p settings are good (checkSettings); delivery number i is taken to be sent at @p start + i / rate. */
    SimulationStream(const SimulationSettings &settings, Timestamp start);

    /** The next delivery; null once the count is reached. */
    std::optional<SimulatedRequest> next();

private:
    std::optional<qint64> remaining() const;
    std::optional<SimulatedRequest> undisturbed(Timestamp now);
    QByteArray secretFor(const SimulatedRequest &request) const;

    SimulationSettings m_settings;
    Timestamp m_start;
    SendSchedule m_schedule;
    ConversationFloor m_floor;
    FaultInjector m_faults;
    qint64 m_made = 0;
};

} // namespace earshot
