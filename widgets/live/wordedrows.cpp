// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/live/wordedrows.h"

namespace earshot {

WordedRows::WordedRows(QAbstractItemModel &rows, const CellWords &words, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_words(words)
{
    setSourceModel(&rows);
}

QVariant WordedRows::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return m_words.text(index);
    case Qt::AccessibleTextRole:
        //: of a cell: the column's heading, then its words
        return tr("%1, %2").arg(m_words.columnName(index.column()), m_words.spoken(index));
    default:
        return QIdentityProxyModel::data(index, role);
    }
}

QVariant WordedRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return m_words.heading(section);
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return m_words.columnName(section);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (m_words.isFigure(section) ? Qt::AlignTrailing : Qt::AlignLeading));
    default:
        return {};
    }
}

void WordedRows::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

} // namespace earshot
