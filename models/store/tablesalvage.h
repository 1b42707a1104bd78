// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/database.h"

namespace earshot {

/** What was got out of one table. */
struct SalvagedTable {
    QString name;
    qint64 rows = 0; ///< copied
    qint64 lost = 0; ///< at most so many: ids that lie on pages that cannot be read, or whose row makes no sense
    bool isCutShort = false; ///< more of it, nobody knows how much, could not be read

    friend bool operator==(const SalvagedTable &, const SalvagedTable &) = default;
};

/** Copies into the table of the same name in @p to, which has none of these rows, what can be read of it in @p from.
 * Around pages that cannot be read it searches by key; a table ordered by texts is read up to the first of them.
 * Columns that only one side knows are left out. Within the caller's transaction on @p to, which may be committed and
 * begun again in between. Errors: those of @p to only; what is wrong with @p from is counted. */
Result<SalvagedTable> salvageTable(const Database &from, const Database &to, const QString &table);

/** Ids given from now on are above those that @p from has given. Errors: those of @p to. */
Result<void> salvageSequences(const Database &from, const Database &to);

} // namespace earshot
