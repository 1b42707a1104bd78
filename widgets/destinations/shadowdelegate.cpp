// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/destinations/shadowdelegate.h"

#include "widgets/destinations/shadowrowsmodel.h"

namespace earshot {

void ShadowDelegate::paintCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *rows = qobject_cast<const ShadowRowsModel *>(index.model());
    if (rows == nullptr || index.column() != ShadowRowsModel::Verdict)
        return RowDelegate::paintCell(painter, option, index);
    const Look look = shadowLook(rows->row(index.row()).verdict);
    paintIconAndText(painter, option, index, contentRect(option), look.icon, look.color, cellText(index));
}

} // namespace earshot
