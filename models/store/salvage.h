// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/tablesalvage.h"

#include <QList>

namespace earshot {

/** What was got out of a damaged store. */
struct SalvageReport {
    QList<SalvagedTable> tables; ///< what cannot be made again first: sources, journal, then the rest
    qint64 deliveriesWithoutBody = 0; ///< left out: what was sent is lost
    qint64 sourcesMadeUp = 0; ///< their rows are lost, but not what they received: called `lost-<id>`, disabled
    qint64 orphans = 0; ///< rows left out since what they belong to is lost (outbox, sealed conversations)

    qint64 deliveries() const;
    bool isWhole() const; ///< nothing was lost
};

/** Makes a store at @p newPath, where none is, of what SQLite can still read of the one at @p damagedPath, which it
 * leaves as it is. The projection is copied as it was found, for a rebuild to put right: start one on the new store,
 * with the writer's role. Takes as long as reading the file. Errors: those of opening the damaged store and of writing
 * the new. */
Result<SalvageReport> salvageStore(const QString &damagedPath, const QString &newPath);

} // namespace earshot
