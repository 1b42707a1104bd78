// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/storeactions.h"
#include "models/store/location.h"

#include <QPromise>

#include <atomic>

namespace earshot {

/** Has everything fetched that was seen only in part of the source, a few conversations at a time, and tells how far it
 * is. Ends after those few where the promise is cancelled or @p stop becomes true; what has come is kept. Blocks: for a
 * thread of its own. */
void runBackfill(const QString &name, const StoreLocation &location, const std::atomic_bool &stop,
                 QPromise<Result<BackfillResult>> &promise);

} // namespace earshot
