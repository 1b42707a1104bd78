// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/storereader.h"
#include "models/items/viewscope.h"

#include <QObject>

namespace earshot {

/** A saved view whose rows are counted. */
struct WatchedView {
    int id = 0; ///< the caller's
    RecordKind kind = RecordKind::Conversations; ///< or Deliveries
    ScopeQuery query;

    friend bool operator==(const WatchedView &, const WatchedView &) = default;
};

/** How many rows saved views have, and how many have begun to match since a view was last in front. Counted off the GUI
 * thread: at once where views change, at most every two seconds where the store does. GUI thread. */
class ViewCounts final : public QObject
{
    Q_OBJECT

public:
    /** @p reader and @p clock must outlive it. */
    ViewCounts(StoreReader &reader, const Clock &clock, QObject *parent = nullptr);
    ~ViewCounts() override;

    /** @p front is the id of the view that is looked at; what matches it now is not new any more when it is left. */
    void setViews(const QList<WatchedView> &views, int front);

    /** Counts nothing while nobody looks. */
    void setActive(bool active);

    /** Nothing until it is counted. */
    std::optional<qint64> rows(int id) const;

    /** Rows that match and did not when the view was last in front, or when it was first counted. */
    qint64 newRows(int id) const;

Q_SIGNALS:
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace earshot
