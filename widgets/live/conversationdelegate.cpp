// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/live/conversationdelegate.h"

#include "models/items/roles.h"
#include "widgets/style/format.h"
#include "widgets/style/metrics.h"
#include "widgets/style/tabular.h"

#include <QPainter>

namespace earshot {

using Column = ConversationColumn;

ConversationDelegate::ConversationDelegate(DisplaySettings &display, const ConversationWords &words, QObject *parent)
    : LiveDelegate(display, words, parent)
    , m_words(words)
{
}

bool ConversationDelegate::isMuted(const QModelIndex &index) const
{
    const auto row = index.data(RowRole).value<ConversationListRowPtr>();
    return row && (row->isOverdue || row->record.status == Status::AssumedEnded);
}

void ConversationDelegate::paintCell(QPainter *painter, const QStyleOptionViewItem &option,
                                     const QModelIndex &index) const
{
    const auto column = Column(index.column());
    const auto row = index.data(RowRole).value<ConversationListRowPtr>();
    if (!row)
        paintSkeleton(painter, option, index);
    else if (column != Column::Gutter)
        paintColumn({painter, option, index, *row}, column);
    else
        paintGutter({painter, option, index, *row});
}

void ConversationDelegate::paintGutter(const Cell &cell) const
{
    if (cell.index.data(UnseenRole).toBool())
        paintUnread(cell.painter, cell.option);
    if (const auto look = forwardingMarkOf(cell.row))
        paintMark(cell.painter, cell.option, cell.index, look->icon, look->color);
}

void ConversationDelegate::paintColumn(const Cell &cell, Column column) const
{
    switch (column) {
    case Column::Status:
        return paintLook(cell, statusLookOf(cell.row));
    case Column::Outcome:
        if (!cell.row.record.outcome.isEmpty())
            return paintLook(cell, outcomeLook(cell.row.record.outcome));
        break;
    case Column::Forwarding:
        if (const auto look = forwardingLookOf(cell.row))
            return paintLook(cell, *look);
        break;
    case Column::Source:
        return paintSourceOf(cell);
    case Column::Duration:
        return paintDuration(cell);
    case Column::LastLine:
        return paintLastLine(cell);
    case Column::Started: {
        TextStyle style;
        style.color = ColorRole::TextSecond;
        style.tabular = true;
        style.ownDirection = false;
        paintCellText(cell.painter, cell.option, cell.index, contentRect(cell.option), m_words.text(cell.index), style);
        return;
    }
    case Column::Messages:
    case Column::Value:
        paintFigure(cell.painter, cell.option, cell.index, m_words.text(cell.index));
        return;
    default:
        break;
    }
    paintWords(cell.painter, cell.option, cell.index, m_words.text(cell.index));
}

void ConversationDelegate::paintLook(const Cell &cell, const Look &look) const
{
    paintIconAndText(cell.painter, cell.option, cell.index, contentRect(cell.option), look.icon, look.color, look.word);
}

void ConversationDelegate::paintSourceOf(const Cell &cell) const
{
    const Conversation &record = cell.row.record;
    paintSource(cell.painter, cell.option, cell.index, contentRect(cell.option), platformMonogram(record.platform),
                oneLine(record.source));
}

void ConversationDelegate::paintDuration(const Cell &cell) const
{
    const QString text = m_words.durationText(cell.row);
    if (!runningSeconds(cell.row, settings().now())) {
        paintFigure(cell.painter, cell.option, cell.index, text, ColorRole::TextSecond);
        if (text != noneText() && isDurationEstimated(cell.row.record))
            paintDots(cell, text);
        return;
    }
    TextStyle style;
    style.color = cell.row.isOverdue ? ColorRole::Muted : ColorRole::Accent;
    style.alignment = Qt::AlignTrailing;
    style.tabular = true;
    style.ownDirection = false;
    if (!cell.row.isOverdue)
        style.font = metrics::strong(cell.option.font);
    paintCellText(cell.painter, cell.option, cell.index, contentRect(cell.option), text, style);
}

void ConversationDelegate::paintDots(const Cell &cell, const QString &text) const
{
    const QRect content = contentRect(cell.option);
    const qreal width = std::min<qreal>(content.width(), tabularWidth(cell.option.font, text));
    const bool mirrored = cell.option.direction == Qt::RightToLeft;
    const qreal left = mirrored ? content.left() : content.right() + 1 - width;
    const QFontMetricsF fonts(cell.option.font);
    const qreal y = QRectF(content).center().y() + fonts.height() / 2;
    cell.painter->save();
    cell.painter->setPen(QPen(colorFor(cell.option, cell.index, ColorRole::Muted), 1, Qt::DotLine));
    cell.painter->drawLine(QPointF(left, std::floor(y) + 0.5), QPointF(left + width, std::floor(y) + 0.5));
    cell.painter->restore();
}

void ConversationDelegate::paintLastLine(const Cell &cell) const
{
    QRect rect = contentRect(cell.option);
    for (const QString &tag : m_words.tags(cell.row))
        rect = paintTag(cell.painter, cell.option, cell.index, rect, tag);
    bool isSaid = false;
    const QString line = m_words.lastLine(cell.row, &isSaid);
    TextStyle style;
    style.color = isSaid ? ColorRole::TextSecond : ColorRole::Muted;
    paintCellText(cell.painter, cell.option, cell.index, rect, line, style);
}

} // namespace earshot
