// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/zoneoffsets.h"

#include <QDateTime>

namespace earshot {
namespace {

using std::chrono::seconds;
using std::chrono::sys_seconds;

QDateTime toDateTime(sys_seconds time)
{
    return QDateTime::fromSecsSinceEpoch(time.time_since_epoch().count(), Qt::UTC);
}

/** When the clocks change, or @p none where they do not any more. */
sys_seconds changeAt(const QTimeZone::OffsetData &change, sys_seconds none)
{
    return change.atUtc.isValid() ? sys_seconds(seconds(change.atUtc.toSecsSinceEpoch())) : none;
}

} // namespace

seconds ZoneOffsets::at(Timestamp time)
{
    const sys_seconds second = std::chrono::floor<seconds>(time);
    const auto found = m_stretches.upper_bound(second);
    if (found != m_stretches.end() && found->second.from <= second)
        return found->second.offset;
    return add(second).offset;
}

const ZoneOffsets::Stretch &ZoneOffsets::add(sys_seconds time)
{
    const QDateTime moment = toDateTime(time);
    const seconds offset(m_zone.offsetFromUtc(moment));
    if (!m_zone.hasTransitions())
        return m_stretches[sys_seconds::max()] = {sys_seconds::min(), offset};
    const sys_seconds from = changeAt(m_zone.previousTransition(moment.addSecs(1)), sys_seconds::min());
    const sys_seconds until = changeAt(m_zone.nextTransition(moment), sys_seconds::max());
    return m_stretches[until] = {from, offset};
}

} // namespace earshot
