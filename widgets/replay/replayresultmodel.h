// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/replay.h"

#include <QAbstractTableModel>

namespace earshot {

/** What became of the deliveries of a replay, in the order of the answers. GUI thread. */
class ReplayResultModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { DeliveryId, Status, Elapsed, Answer, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void clear();

    /** One insert signal for all of them. */
    void append(const QList<ReplayOutcome> &outcomes);

    const ReplayOutcome &outcome(int row) const { return m_outcomes.at(row); }

    qint64 acceptedCount() const { return m_accepted; }

    /** Deliveries that were not answered with 2xx, in the order they went. */
    QList<qint64> failed() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<ReplayOutcome> m_outcomes;
    qint64 m_accepted = 0;
};

} // namespace earshot
