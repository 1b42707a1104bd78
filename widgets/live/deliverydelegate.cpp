// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/live/deliverydelegate.h"

#include "models/domain/delivery.h"
#include "models/items/roles.h"
#include "widgets/style/format.h"
#include "widgets/style/metrics.h"
#include "widgets/style/words.h"

#include <QPainter>

namespace earshot {

using Column = DeliveryColumn;

DeliveryDelegate::DeliveryDelegate(DisplaySettings &display, const DeliveryWords &words, QObject *parent)
    : LiveDelegate(display, words, parent)
    , m_words(words)
{
}

bool DeliveryDelegate::isMuted(const QModelIndex &index) const
{
    const auto row = index.data(RowRole).value<DeliveryListRowPtr>();
    return row && row->state == deliveryStateText(DeliveryState::Duplicate);
}

void DeliveryDelegate::paintCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto row = index.data(RowRole).value<DeliveryListRowPtr>();
    if (!row)
        return paintSkeleton(painter, option, index);
    switch (Column(index.column())) {
    case Column::Verdict:
        return paintVerdict(painter, option, index, *row);
    case Column::Received:
        return paintReceived(painter, option, index);
    case Column::State: {
        const Look look = deliveryStateLook(row->state);
        paintIconAndText(painter, option, index, contentRect(option), look.icon, look.color, look.word);
        return;
    }
    case Column::Kind:
        return paintKind(painter, option, index, *row);
    case Column::Source:
        paintSource(painter, option, index, contentRect(option), platformMonogram(row->platform), oneLine(row->source));
        return;
    case Column::Size:
        paintFigure(painter, option, index, m_words.text(index), ColorRole::TextSecond);
        return;
    case Column::Count_:
        break;
    }
}

void DeliveryDelegate::paintVerdict(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                                    const DeliveryListRow &row) const
{
    const Look look = verdictLook(row.verdict);
    paintLoneIcon(painter, option, index, look.icon, look.color);
    if (row.state == deliveryStateText(DeliveryState::Quarantined))
        paintEdge(painter, option, ColorRole::OutcomeSpam);
}

void DeliveryDelegate::paintReceived(QPainter *painter, const QStyleOptionViewItem &option,
                                     const QModelIndex &index) const
{
    TextStyle style;
    style.color = ColorRole::TextSecond;
    style.tabular = true;
    style.ownDirection = false;
    if (index.data(UnseenRole).toBool()) {
        style.color = ColorRole::Text;
        style.font = metrics::strong(option.font);
    }
    paintCellText(painter, option, index, contentRect(option), m_words.text(index), style);
}

void DeliveryDelegate::paintKind(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                                 const DeliveryListRow &row) const
{
    const QRect rest = paintWords(painter, option, index, m_words.kindText(row));
    const QString remark = m_words.remark(row);
    if (remark.isEmpty() || rest.width() <= metrics::c_betweenGroups)
        return;
    TextStyle style;
    style.color = ColorRole::Muted;
    paintCellText(painter, option, index, rest, remark, style);
}

} // namespace earshot
