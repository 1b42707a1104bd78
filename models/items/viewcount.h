// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/viewcounts.h"

#include <QSet>

namespace earshot {

/** What matched a view when it was last in front. */
struct SeenRows {
    QSet<qint64> ids; ///< of conversations
    bool isWhole = true; ///< all ids are there; of a view with very many rows only the newest id is kept
    qint64 newest = 0; ///< the greatest id of its kind in the store
};

using SeenRowsPtr = std::shared_ptr<const SeenRows>;

/** One view to be counted. */
struct ViewCountRequest {
    WatchedView view;
    SeenRowsPtr seen; ///< null: what matches now is to be remembered
    QList<qint64> touched; ///< conversations that have changed since
};

struct ViewCount {
    int id = 0;
    qint64 rows = 0;
    qint64 newRows = 0;
    SeenRowsPtr seen;
};

/** In the connection's thread; the store is read as it is at one moment. */
Result<QList<ViewCount>> countViews(const Database &database, const QList<ViewCountRequest> &requests, Timestamp now);

} // namespace earshot
