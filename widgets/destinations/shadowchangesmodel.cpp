// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/destinations/shadowchangesmodel.h"

#include "widgets/style/format.h"

namespace earshot {

ShadowChangesModel::ShadowChangesModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ShadowChangesModel::setChanges(const QList<ShadowChange> &changes)
{
    beginResetModel();
    m_changes = changes;
    endResetModel();
}

void ShadowChangesModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int ShadowChangesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_changes.size());
}

int ShadowChangesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ShadowChangesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const ShadowChange &change = m_changes[index.row()];
    const QString &text = index.column() == Field ? change.path : index.column() == HasNow ? change.has : change.would;
    return text.isNull() ? noneText() : text;
}

QVariant ShadowChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Field:
        return tr("Field");
    case HasNow:
        //: Heading: what a destination has of a conversation
        return tr("Has now");
    default:
        //: Heading: what a destination would get of a conversation
        return tr("Would get");
    }
}

} // namespace earshot
