// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/database.h"
#include "models/store/record.h"

namespace earshot {

// The SQL that every reader of records shares, so that all see the same rows. It uses the aliases that filters are
// compiled for.

/** `SELECT columns FROM …`, ready for a WHERE; @p more columns follow the record's own. */
QString recordSelect(RecordKind kind, const QStringList &more = {});

/** `FROM …` with all tables that a filter over this kind may name; the joins neither add rows nor take any away. */
QString recordFrom(RecordKind kind);

/** The moment that ranges, days and order go by. A conversation: its start, else end, else first event. A message: its
 * own, else its conversation's. An event: when it occurred, else arrived. A delivery: when it arrived. */
QString recordTime(RecordKind kind);

/** What follows ORDER BY: that moment, then the id. */
QString recordOrder(RecordKind kind);

/** Reads the row of a recordSelect() into @p record, whose memory is used again. */
void readRecord(const Statement &row, RecordKind kind, Record &record);

} // namespace earshot
