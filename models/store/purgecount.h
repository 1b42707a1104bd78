// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/retention.h"

namespace earshot {

/** What a purge of everything before @p before would remove now, of one source or of all. Changes nothing; on any
 * connection. It looks through all that is old: minutes in a store of many millions. */
Result<PurgeReport> countPurge(const Database &database, Timestamp before, std::optional<qint64> source);

} // namespace earshot
