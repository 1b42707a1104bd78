// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace earshot {

class PagedTableModel;

/** The rows of a live table: a model, and what lies beyond QAbstractItemModel. Of the GUI thread. */
class LiveRows : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QAbstractItemModel &model() = 0;

    /** The row of a record, -1 if it is not in the result; and back, 0 if there is no such row. */
    virtual int rowOf(qint64 id) const = 0;
    virtual qint64 idAt(int row) const = 0;

    /** All ids of the result in their order. */
    virtual std::vector<qint64> ids() const = 0;

    /** True until the whole result is known. */
    virtual bool isLoading() const = 0;

    /** While paused, arrivals are kept back and counted. */
    virtual void setPaused(bool paused) = 0;
    virtual bool isPaused() const = 0;
    virtual int pendingCount() const = 0;

    virtual void markSeen(int firstRow, int lastRow) = 0;

Q_SIGNALS:
    /** isLoading() or the number of rows changed. */
    void progressed();
    void pendingChanged();
};

/** The rows of a table over a query. @p model must outlive it. */
std::unique_ptr<LiveRows> liveRowsOf(PagedTableModel &model);

} // namespace earshot
