// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/database.h"

#include <QList>

#include <optional>

namespace earshot {

/** What has changed in a store since a reader last looked. */
struct StoreChanges {
    QList<qint64> conversations; ///< each once; made, changed (also how far it is on its way) or gone
    bool everything = false; ///< a rebuild was swapped in, or the reader was away for too long: read all anew
    qint64 lastDelivery = 0; ///< the newest delivery there is
    qint64 projected = 0; ///< deliveries up to this one have their state
    bool hasNewDeliveries = false; ///< lastDelivery or projected have moved
    bool hasLostDeliveries = false; ///< some have gone, or their bodies
    bool outbox = false;
    bool hasUnnamedOutbox = false; ///< the outbox, also of conversations that are not among these
    bool settings = false; ///< sources or destinations

    bool isEmpty() const
    {
        return conversations.isEmpty() && !everything && !hasNewDeliveries && !hasLostDeliveries && !outbox
               && !settings;
    }
};

/** Follows the `change` table of a store, which every projection transaction and every change a person makes adds to.
 * There is no other way to hear of changes, in this process or another. In its connection's thread. */
class ChangeReader
{
public:
    /** Begins after what has changed so far. @p database must outlive it. */
    static Result<ChangeReader> open(const Database &database);

    /** What has changed since the last call; cheap where nothing has (`PRAGMA data_version`). */
    Result<StoreChanges> poll();

private:
    explicit ChangeReader(const Database &database);
    Result<StoreChanges> readChanges();

    const Database *m_database = nullptr;
    qint64 m_dataVersion = -1;
    qint64 m_lastChange = 0;
    qint64 m_lastDelivery = 0;
    qint64 m_projected = 0;
};

} // namespace earshot
