// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/storeactions.h"
#include "models/store/location.h"

#include <QPromise>

#include <atomic>

namespace earshot {

/** Writes the file that a person asked for and ends @p promise, whose progress is the rows written; blocks until then.
 * Ends early, without a file, once @p stop is true or the promise's future was cancelled. Any thread. */
void runExport(const ExportRequest &request, const StoreLocation &location, Timestamp now, const std::atomic_bool &stop,
               QPromise<Result<ExportResult>> &promise);

} // namespace earshot
