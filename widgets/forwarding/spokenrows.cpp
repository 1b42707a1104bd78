// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/forwarding/spokenrows.h"

#include "widgets/controls/rowdelegate.h"
#include "widgets/style/format.h"

namespace earshot {

SpokenRows::SpokenRows(QAbstractItemModel &rows, const RowDelegate &delegate, Heading heading, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_delegate(delegate)
    , m_heading(std::move(heading))
{
    setSourceModel(&rows);
}

QVariant SpokenRows::data(const QModelIndex &index, int role) const
{
    if (role != Qt::AccessibleTextRole || !index.isValid())
        return QIdentityProxyModel::data(index, role);
    const QString text = m_delegate.cellText(index);
    //: of a cell: the column's heading, then its words
    return tr("%1, %2").arg(m_heading(index.column()), text.isEmpty() || text == noneText()
                                                           //: what a screen reader says where nothing is known
                                                           ? tr("none")
                                                           : text);
}

QVariant SpokenRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QIdentityProxyModel::headerData(section, orientation, role);
    return m_heading(section);
}

void SpokenRows::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

} // namespace earshot
