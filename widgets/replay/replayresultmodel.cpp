// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/replay/replayresultmodel.h"

#include "widgets/replay/replaywords.h"

#include <algorithm>

namespace earshot {

void ReplayResultModel::clear()
{
    beginResetModel();
    m_outcomes.clear();
    m_accepted = 0;
    endResetModel();
}

void ReplayResultModel::append(const QList<ReplayOutcome> &outcomes)
{
    if (outcomes.isEmpty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + int(outcomes.size()) - 1);
    m_outcomes.append(outcomes);
    m_accepted += std::ranges::count_if(outcomes, &ReplayOutcome::isAccepted);
    endInsertRows();
}

QList<qint64> ReplayResultModel::failed() const
{
    QList<qint64> ids;
    for (const ReplayOutcome &outcome : m_outcomes) {
        if (!outcome.isAccepted())
            ids.append(outcome.delivery);
    }
    std::ranges::sort(ids);
    return ids;
}

int ReplayResultModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_outcomes.size());
}

int ReplayResultModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ReplayResultModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    const ReplayOutcome &outcome = m_outcomes.at(index.row());
    switch (Column(index.column())) {
    case DeliveryId:
        return QString::number(outcome.delivery);
    case Status:
        return replayLook(outcome).word;
    case Elapsed:
        return tr("%1 ms").arg(outcome.elapsed.count());
    case Answer:
        return answerLine(outcome);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ReplayResultModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (Column(section)) {
    case DeliveryId:
        return tr("Delivery");
    case Status:
        return tr("Status");
    case Elapsed:
        //: how long the answer took
        return tr("Took");
    case Answer:
        return tr("Answer");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace earshot
