// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/database.h"

struct sqlite3;

namespace earshot {

/** SQLite's own handle of a connection, for what Qt does not offer; null where Qt's driver brings an SQLite of its own,
 * whose handles must not be given to ours. Only in the connection's thread and while it is open. */
sqlite3 *sqliteHandle(const Database &database);

} // namespace earshot
