// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/filter/sqlcompiler.h"
#include "models/store/database.h"
#include "models/store/record.h"

#include <functional>

namespace earshot {

/** From one moment until, not including, another; without one open at that end. */
struct TimeInterval {
    std::optional<Timestamp> from;
    std::optional<Timestamp> until;
};

/** Which records are meant, by a filter and by their time (see recordTime()). Exports, counts and tables take the same
 * one and so agree. */
struct RecordSelection {
    SqlCondition filter; ///< of a Filter over filterSchema(kind); without SQL everything passes
    TimeInterval interval;
};

/** The selection as what follows WHERE. */
SqlCondition recordCondition(RecordKind kind, const RecordSelection &selection);

/** Is shown one record after the other; false ends the reading. The record is valid during the call. */
using RecordVisitor = std::function<bool(const Record &)>;

/** Shows @p visit the chosen records by time, then id, one by one in constant memory, all as of one moment. Returns how
 * many there were. Errors: Cancelled if @p visit wanted no more, or those of the store. */
Result<qint64> readRecords(const Database &database, RecordKind kind, const RecordSelection &selection,
                           const RecordVisitor &visit);

} // namespace earshot
