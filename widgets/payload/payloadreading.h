// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/event.h"
#include "models/domain/source.h"
#include "models/items/payloadjson.h"

#include <QHash>

namespace earshot {

/** What a value of a payload was understood as. */
struct ValueReading {
    QString field; ///< of the neutral record, as filters name it (`outcome`, `attributes.plan`); null for none
    QString filterValue; ///< what a filter compares that field with
    std::optional<Timestamp> time; ///< a moment
    std::optional<qint64> minor; ///< an amount, in minor units
    QString phone; ///< in E.164; null for none
};

/** The readings of a payload's values. */
struct PayloadReadings {
    QHash<int, ValueReading> byNode; ///< those of which something is known, by their number in the outline
    QString currency; ///< of amounts; null if unknown
};

/** Finds out what became of each value: which field of the record that @p events make it is, and whether it is a
 * moment, an amount or a phone number. Any thread. */
PayloadReadings readingsOf(const JsonOutline &outline, const QList<Event> &events, const Source &source);

} // namespace earshot
