// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/timetally.h"

#include <QDateTime>

namespace earshot {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::seconds;

void TimeTally::add(Timestamp time, const Tally &tally)
{
    m_tallies[keyOf(time)] += tally;
}

QList<StatisticsRow> TimeTally::rows() const
{
    QList<StatisticsRow> rows;
    for (const auto &[key, tally] : m_tallies)
        rows.append({textOf(key), tally});
    return rows;
}

TimeTally::Key TimeTally::keyOf(Timestamp time)
{
    const seconds offset = m_offsets.at(time);
    const auto local = floor<seconds>(time) + offset;
    if (m_step == Step::Day)
        return {floor<days>(local)};
    return {floor<hours>(local) - offset, offset};
}

QString TimeTally::textOf(const Key &key) const
{
    if (m_step == Step::Day)
        return toIsoText(key.start, QTimeZone::utc()).left(qsizetype(10));
    // Clocks may change within an hour (Lord Howe by 30 minutes): then its start was shown with another offset.
    const QDateTime start = QDateTime::fromSecsSinceEpoch(key.start.time_since_epoch().count(), Qt::UTC);
    const bool hasZonesOffset = m_offsets.zone().offsetFromUtc(start) == key.offset.count();
    return toIsoText(key.start, hasZonesOffset ? m_offsets.zone() : QTimeZone(int(key.offset.count())));
}

} // namespace earshot
