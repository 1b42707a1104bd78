// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"

#include <QHash>

namespace earshot {

class LiveRows;

/** Tells when a new row has been in view for long enough to count as seen. */
class SeenTracker final
{
public:
    /** @p rows must outlive it. */
    explicit SeenTracker(LiveRows &rows);

    /** These rows are in view at @p now; what has been so for 3 s is marked seen. */
    void look(int firstRow, int lastRow, Timestamp now);

    /** Nothing is in view. */
    void lookAway();

private:
    LiveRows &m_rows;
    QHash<qint64, Timestamp> m_since; ///< by record; only unseen ones in view
};

} // namespace earshot
