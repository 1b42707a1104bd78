// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/database.h"

namespace earshot::rebuildtables {

// The second set of projection tables that a rebuild fills. On the writer's connection.

/** Makes the set empty, shaped as the live one is now; what an earlier rebuild left half-done is dropped. In one
 * transaction. */
Result<void> create(const Database &database);

/** Puts the set in the place of the live one, which is retired. One transaction; readers see either set whole. */
Result<void> swapIn(const Database &database);

/** Drops a set that was given up. */
Result<void> discard(const Database &database);

/** Empties the retired set a few rows at a time, then drops it; in one transaction. True while there is more. */
Result<bool> dropRetired(const Database &database);

} // namespace earshot::rebuildtables
