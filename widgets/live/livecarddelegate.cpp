// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/live/livecarddelegate.h"

#include "models/items/roles.h"
#include "widgets/live/conversationwords.h"
#include "widgets/live/lanewords.h"
#include "widgets/style/colors.h"
#include "widgets/style/format.h"
#include "widgets/style/metrics.h"
#include "widgets/style/tabular.h"

#include <QPainter>
#include <QPainterPath>

namespace earshot {
namespace {

constexpr int c_width = 185;
constexpr int c_height = 62;
constexpr int c_designedLine = 17; // height of a line in the font that the sizes are given for
constexpr int c_edge = 3;
constexpr int c_textMargin = 10;

bool isMirrored(const QStyleOptionViewItem &option)
{
    return option.direction == Qt::RightToLeft;
}

/** The strip at the leading edge, of a card's whole height. */
QRectF edgeOf(const QStyleOptionViewItem &option, const QRect &card)
{
    return isMirrored(option) ? QRectF(card.right() + 1 - c_edge, card.top(), c_edge, card.height())
                              : QRectF(card.left(), card.top(), c_edge, card.height());
}

void paintEdge(QPainter &painter, const QStyleOptionViewItem &option, const QRect &card, const ConversationListRow &row)
{
    const Colors &colors = colorsOf(option.palette);
    const QRectF edge = edgeOf(option, card);
    QPainterPath shape;
    shape.addRoundedRect(card, metrics::c_cardRadius, metrics::c_cardRadius);
    painter.save();
    painter.setClipPath(shape);
    if (row.record.status == Status::Ringing) {
        painter.fillRect(QRectF(edge.left(), edge.top(), 1, edge.height()), colors[ColorRole::OutcomeFollowUp]);
        painter.fillRect(QRectF(edge.right() - 1, edge.top(), 1, edge.height()), colors[ColorRole::OutcomeFollowUp]);
    } else if (row.isOverdue) {
        painter.setPen(QPen(colors[ColorRole::OutcomeFollowUp], c_edge, Qt::CustomDashLine, Qt::FlatCap));
        QPen pen = painter.pen();
        pen.setDashPattern({2, 1.4}); // in widths of the pen
        painter.setPen(pen);
        painter.drawLine(QPointF(edge.center().x(), edge.top()), QPointF(edge.center().x(), edge.bottom()));
    } else {
        painter.fillRect(edge, colors[ColorRole::Accent]);
    }
    painter.restore();
}

/** Text at the leading edge of @p rect, in its own direction, cut at its end. */
void paintLeading(QPainter &painter, const QStyleOptionViewItem &option, const QRect &rect, const QString &text)
{
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width());
    const Qt::LayoutDirection before = painter.layoutDirection();
    painter.setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    const Qt::Alignment side = isMirrored(option) ? Qt::AlignRight : Qt::AlignLeft;
    painter.drawText(rect, int(side | Qt::AlignAbsolute | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
    painter.setLayoutDirection(before);
}

} // namespace

LiveCardDelegate::LiveCardDelegate(DisplaySettings &display, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_display(display)
{
}

QSize LiveCardDelegate::cardSize(const QFont &font)
{
    const qreal factor = std::max(1.0, QFontMetricsF(font).height() / c_designedLine);
    return {int(c_width * factor), int(c_height * factor)};
}

int LiveCardDelegate::gap()
{
    return metrics::c_between;
}

int LiveCardDelegate::marginBelow()
{
    return 10; // with a card of 62 the row is 72 high
}

QSize LiveCardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return cardSize(option.font) + QSize(gap(), marginBelow());
}

void LiveCardDelegate::paintFrame(QPainter &painter, const QStyleOptionViewItem &option, const QRect &card) const
{
    const Colors &colors = colorsOf(option.palette);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
    const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
    const qreal ring = hasFocus ? metrics::c_focusRing : 1;
    painter.setBrush(colors[isSelected ? ColorRole::Selection : isHovered ? ColorRole::Hover : ColorRole::Surface]);
    painter.setPen(QPen(colors[hasFocus || isSelected ? ColorRole::Accent : ColorRole::Line], ring));
    const QRectF frame = QRectF(card).adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2);
    painter.drawRoundedRect(frame, metrics::c_cardRadius, metrics::c_cardRadius);
}

void LiveCardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto row = index.data(RowRole).value<ConversationListRowPtr>();
    if (!row)
        return;
    QRect card(option.rect.topLeft(), cardSize(option.font));
    if (isMirrored(option))
        card.moveRight(option.rect.right());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintFrame(*painter, option, card);
    paintEdge(*painter, option, card, *row);

    const int inner = c_edge + c_textMargin - 1;
    const QRect content = card.adjusted(inner, metrics::c_inner + 1, -inner, -metrics::c_inner - 1);
    const QRect upper(content.left(), content.top(), content.width(), content.height() * 45 / 100);
    const Colors &colors = colorsOf(option.palette);
    painter->setFont(option.font);
    painter->setPen(colors[row->isOverdue ? ColorRole::Muted : ColorRole::Text]);
    paintLeading(*painter, option, upper, contactText(row->record));
    paintLowerLine(*painter, option, content.adjusted(0, upper.height(), 0, 0), *row);
    painter->restore();
}

void LiveCardDelegate::paintLowerLine(QPainter &painter, const QStyleOptionViewItem &option, const QRect &line,
                                      const ConversationListRow &row) const
{
    const Colors &colors = colorsOf(option.palette);
    const bool mirrored = isMirrored(option);
    const QString time = durationText(laneSeconds(row, m_display.now()));
    const QFont timer = metrics::timer(option.font);
    painter.setFont(timer);
    painter.setPen(colors[row.isOverdue ? ColorRole::Muted : ColorRole::Text]);
    drawTabular(painter, line, Qt::AlignVCenter | (mirrored ? Qt::AlignLeft : Qt::AlignRight), time);

    const Look look = statusLookOf(row);
    QRect icon(0, 0, metrics::c_icon, metrics::c_icon);
    icon.moveCenter(line.center());
    mirrored ? icon.moveRight(line.right()) : icon.moveLeft(line.left());
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    paintIcon(painter, look.icon, icon, colors[isSelected ? ColorRole::Text : look.color]);

    const int taken = metrics::c_icon + metrics::c_inner + 2;
    const int timeTaken = int(std::ceil(tabularWidth(timer, time))) + metrics::c_inner;
    const QRect rest = mirrored ? line.adjusted(timeTaken, 0, -taken, 0) : line.adjusted(taken, 0, -timeTaken, 0);
    painter.setFont(metrics::caption(option.font));
    painter.setPen(colors[ColorRole::Muted]);
    paintLeading(painter, option, rest, oneLine(row.record.agent.isEmpty() ? row.record.source : row.record.agent));
}

} // namespace earshot
