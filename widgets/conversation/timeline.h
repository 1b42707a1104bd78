// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/recordlookup.h"

#include <QList>

namespace earshot {

/** What an event said of one field. */
struct FieldChange {
    QString field; ///< its name in the neutral record
    QString before; ///< as stored; null if nothing was known
    QString after; ///< as stored; null for values too long to be shown in a line

    friend bool operator==(const FieldChange &, const FieldChange &) = default;
};

/** An event, or several alike in a row. */
struct TimelineRow {
    qint64 delivery = 0; ///< that brought it; of several the first
    QString type; ///< neutral, as stored
    QString platformType; ///< as sent
    Timestamp at;
    bool isArrival = false; ///< the platform gave no time, so it is when it arrived
    QList<FieldChange> changes;
    int times = 1; ///< how often it came, repeats of deliveries too

    friend bool operator==(const TimelineRow &, const TimelineRow &) = default;
};

/** The events of a conversation in the order of the fold. Any thread. */
QList<TimelineRow> timelineOf(const ConversationDetails &details);

} // namespace earshot
