// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/destinations/destinationstate.h"

#include <QCoreApplication>

namespace earshot {
namespace {

QString translated(const char *text, const char *comment = nullptr)
{
    return QCoreApplication::translate("earshot::DestinationState", text, comment);
}

/** "paused: it said 401". */
QString withReason(const QString &state, const QString &reason)
{
    //: %1: what a destination does, as in "paused"; %2: why
    return reason.isEmpty() ? state
                            : translated(QT_TRANSLATE_NOOP("earshot::DestinationState", "%1: %2")).arg(state, reason);
}

} // namespace

Look destinationStateLook(const Destination &destination, const ValueFormat &format, Timestamp now)
{
    if (destination.state == DestinationState::Paused)
        return {Icon::Pause,
                //: State of a destination: a person, or an answer such as 401, has stopped it
                withReason(translated(QT_TRANSLATE_NOOP("earshot::DestinationState", "paused")), destination.reason),
                ColorRole::WarningText};
    if (destination.breaker == BreakerState::Probing)
        return {Icon::Retry,
                translated(QT_TRANSLATE_NOOP("earshot::DestinationState", "tried again, one conversation at a time")),
                ColorRole::InfoText};
    const bool isHeld = destination.holdUntil && *destination.holdUntil > now;
    if (!isHeld)
        //: State of a destination
        return {Icon::Tick, translated(QT_TRANSLATE_NOOP("earshot::DestinationState", "active")), ColorRole::GoodText};
    ValueFormat clock = format;
    clock.timeDisplay = TimeDisplay::Local; // it lies ahead
    const QString until = timeText(*destination.holdUntil, clock, now);
    if (destination.breaker == BreakerState::Open)
        return {Icon::Warning,
                //: State of a destination that failed too often; %1: a time
                withReason(translated(QT_TRANSLATE_NOOP("earshot::DestinationState", "left alone until %1")).arg(until),
                           destination.holdReason),
                ColorRole::WarningText};
    return {Icon::Hourglass,
            //: State of a destination that asked for a pause; %1: a time
            withReason(translated(QT_TRANSLATE_NOOP("earshot::DestinationState", "waits until %1")).arg(until),
                       destination.holdReason),
            ColorRole::WarningText};
}

} // namespace earshot
