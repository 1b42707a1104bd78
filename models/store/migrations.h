// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/database.h"

namespace earshot {

/** What marks a file as an Earshot store: SQLite's `application_id`. */
int storeApplicationId();

/** The schema this program makes and understands: the number of its last migration. */
int currentSchema();

/** The schema of an opened store; 0 for an empty file. Errors: StoreNotADatabase where the file belongs to another
 * program, StoreNewer where a newer Earshot made it. Changes nothing. */
Result<int> schemaOf(const Database &database);

/** Brings an opened store to currentSchema(), or only to @p target, each migration in a transaction of its own; a store
 * that needs none is not written. Only for whoever holds the writer's role. */
Result<void> migrate(const Database &database, int target = currentSchema());

/** Opens a store to read it. Errors as Database::open() and schemaOf(), and StoreOlder where it wants migrating first.
 */
Result<Database> openToRead(const QString &path);

/** Opens or makes a store to write it, migrated, with the pragmas that the journal's promise rests on. */
Result<Database> openToWrite(const QString &path);

} // namespace earshot
