// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/store/database.h"

#include <QList>
#include <QString>

#include <optional>

namespace earshot {

/** A delivery whose sender did not prove to be who it should be, or could not be checked. */
struct QuarantinedDelivery {
    qint64 id = 0;
    QString source; ///< its name
    Timestamp receivedAt;
    QString remote;
    qint64 bytes = 0; ///< of its body as it came
    QString verdict;
    QString reason; ///< in words
    std::optional<qint64> releasedAs; ///< the copy that a person let out
};

/** What people do with quarantined deliveries. The changing functions run on the writer's connection, inside the
 * caller's transaction, and do all or nothing. */
namespace quarantine {

/** By id. Any connection. */
Result<QList<QuarantinedDelivery>> list(const Database &database);

/** Journals a copy of each, which is decoded and forwarded as if it had been authentic; the originals stay as they are.
 * The copies' ids, in the order of @p ids. Errors: NotFound; BadArgument for one that is not in quarantine or whose
 * bytes are gone; AlreadyExists for one that was released before. Each names the delivery. */
Result<QList<qint64>> release(const Database &database, const QList<qint64> &ids);

/** Deletes them for good; copies that were released stay. How many went. Errors: NotFound, BadArgument as above. */
Result<qint64> discard(const Database &database, const QList<qint64> &ids);

} // namespace quarantine
} // namespace earshot
