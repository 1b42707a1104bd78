// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/storereader.h"
#include "models/items/viewscope.h"
#include "models/store/listqueries.h"

#include <QAbstractTableModel>

#include <chrono>
#include <vector>

namespace earshot {

/** A long table over a query: it knows the ids of the whole result and holds the rows of the pages in view. data()
 * reads memory; a missing page is asked for and told of by dataChanged. What arrives comes in batches, one insert
 * signal each; a reset only when the query changes. GUI thread. */
class PagedTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    ~PagedTableModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;

    /** The row of a record; -1 if it is not in the result. */
    int rowOf(qint64 id) const;

    /** Earshot's id of the record in @p row. */
    qint64 idAt(int row) const;

    /** All ids of the result in their order, for what is done to all of them. */
    std::vector<qint64> ids() const;

    /** True until the whole result of the last query is known. */
    bool isLoading() const;

    /** While loading: how many were found until now. Else the number of rows. */
    qint64 foundSoFar() const;

    /** How long the last complete query took. */
    std::chrono::milliseconds elapsed() const;

    /** While paused, what arrives is kept back and counted, so that nothing moves; what changes in place still shows.
     */
    void setPaused(bool paused);
    bool isPaused() const;

    /** How many rows are kept back. */
    int pendingCount() const;

    /** Rows that arrived while they could not be seen are unseen until told otherwise. */
    void markSeen(int firstRow, int lastRow);

Q_SIGNALS:
    /** The first page of a new query is there; the rest may still come. */
    void firstPageShown();

    /** isLoading() or the number of rows changed. */
    void progressed();

    /** The query ended with an error. */
    void failed(const earshot::Error &error);
    void pendingChanged();

protected:
    /** A row of whatever type a table has. */
    using AnyRow = std::shared_ptr<const void>;

    struct LoadedRow {
        qint64 id = 0;
        AnyRow row;
    };

    /** Reads the rows of some ids, in a thread of the reader's. */
    using RowReader = std::function<Result<QList<LoadedRow>>(const Database &, const QList<qint64> &, Timestamp now)>;

    /** @p kind is Conversations or Deliveries. */
    PagedTableModel(RecordKind kind, RowReader readRows, StoreReader &reader, const ViewScope &scope,
                    const Clock &clock, QObject *parent);

    /** Null, and asked for, while its page is not there. */
    AnyRow anyRow(int row) const;
    bool isUnseen(int row) const;
    void sortBy(ListSort sort, Qt::SortOrder order);

    /** Puts what @p update gives in the place of the rows that are held; where it gives null the row stays. */
    void updateHeld(const std::function<AnyRow(const AnyRow &)> &update);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace earshot
