// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sources/sourcedelegate.h"

#include "widgets/controls/monogram.h"
#include "widgets/sources/sourcetablemodel.h"
#include "widgets/style/metrics.h"
#include "widgets/style/words.h"

namespace earshot {
namespace {

bool takesDeliveries(const QModelIndex &index)
{
    return index.data(SourceTableModel::EnabledRole).toBool();
}

} // namespace

bool SourceDelegate::isMuted(const QModelIndex &index) const
{
    return !takesDeliveries(index);
}

void SourceDelegate::paintCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect rect = contentRect(option);
    const QString text = cellText(index);
    switch (index.column()) {
    case SourceTableModel::Name:
        paintSource(painter, option, index, rect,
                    platformMonogram(index.data(SourceTableModel::PlatformRole).toString()), text);
        return;
    case SourceTableModel::State:
        paintIconAndText(painter, option, index, rect, takesDeliveries(index) ? Icon::Listening : Icon::NotListening,
                         takesDeliveries(index) ? ColorRole::GoodText : ColorRole::Muted, text);
        return;
    case SourceTableModel::Deliveries:
        paintCellText(painter, option, index, rect, text, {.alignment = Qt::AlignTrailing, .tabular = true});
        return;
    case SourceTableModel::LastDelivery:
        paintCellText(painter, option, index, rect, text, {.tabular = true});
        return;
    case SourceTableModel::Address:
        paintCellText(painter, option, index, rect, text,
                      {.color = ColorRole::Muted, .elide = Qt::ElideMiddle, .ownDirection = false});
        return;
    default:
        paintCellText(painter, option, index, rect, text, {});
    }
}

int SourceDelegate::neededWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = RowDelegate::neededWidth(option, index);
    if (index.column() == SourceTableModel::Name)
        return width + int(monogramSize().width()) + metrics::c_between;
    return index.column() == SourceTableModel::State ? width + metrics::c_icon + metrics::c_between : width;
}

} // namespace earshot
