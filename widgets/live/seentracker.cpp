// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/live/seentracker.h"

#include "models/items/roles.h"
#include "widgets/live/liverows.h"

namespace earshot {
namespace {

constexpr std::chrono::seconds c_untilSeen(3);

} // namespace

SeenTracker::SeenTracker(LiveRows &rows)
    : m_rows(rows)
{
}

void SeenTracker::look(int firstRow, int lastRow, Timestamp now)
{
    QHash<qint64, Timestamp> since;
    QList<int> seen;
    for (int row = firstRow; row <= lastRow; ++row) {
        const QModelIndex index = m_rows.model().index(row, 0);
        if (!index.data(UnseenRole).toBool())
            continue;
        const qint64 id = m_rows.idAt(row);
        const Timestamp first = m_since.value(id, now);
        if (now - first >= c_untilSeen)
            seen.append(row);
        else
            since.insert(id, first);
    }
    m_since = since;
    for (const int row : seen)
        m_rows.markSeen(row, row);
}

void SeenTracker::lookAway()
{
    m_since.clear();
}

} // namespace earshot
