// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/recordqueries.h"

#include <QList>
#include <QString>

namespace earshot {

/** A value and how many records have it. */
struct ValueCount {
    QString value; ///< as stored; null where it is unknown
    qint64 count = 0;

    friend bool operator==(const ValueCount &, const ValueCount &) = default;
};

/** Counts the chosen conversations or deliveries by a field of their filters that has one value a record, by count
 * downwards, then by value, the unknown last; at most @p most of them. */
Result<QList<ValueCount>> countValues(const Database &database, RecordKind kind, const RecordSelection &selection,
                                      const QString &field, int most);

/** The chosen conversations in durationClasses(), all of them in that order; those of unknown duration are in none. */
Result<QList<ValueCount>> countDurations(const Database &database, const RecordSelection &selection);

/** How many conversations or deliveries are chosen. */
Result<qint64> countRecords(const Database &database, RecordKind kind, const RecordSelection &selection);

/** The times of the chosen conversations in quarters of an hour since 1970 and how many there are in each, ascending.
 * Clocks of all zones stand at whole quarters, so hours and days can be made of them. */
Result<QList<std::pair<qint64, qint64>>> countQuarters(const Database &database, const RecordSelection &selection);

} // namespace earshot
