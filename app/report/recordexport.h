// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/report/exportoutput.h"
#include "app/report/recordformat.h"
#include "models/store/recordqueries.h"

#include <atomic>

namespace earshot {

/** Writes the chosen records to @p output, in constant memory, and finishes it. Returns how many. Ends soon after @p
 * stop became true. @p written, if given, rises with every record, for whoever shows progress. Errors: Cancelled,
 * FileFailed, those of the store; then @p output is not finished. */
Result<qint64> exportRecords(const Database &database, RecordKind kind, const RecordSelection &selection,
                             RecordFormat &format, ExportOutput &output, const std::atomic_bool &stop,
                             std::atomic<qint64> *written = nullptr);

} // namespace earshot
