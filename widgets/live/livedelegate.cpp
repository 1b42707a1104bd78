// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/live/livedelegate.h"

#include "widgets/live/skeletonrows.h"
#include "widgets/style/format.h"
#include "widgets/style/metrics.h"

#include <QPainter>

namespace earshot {
namespace {

constexpr int c_dot = 6;
constexpr int c_dotCentre = 11; // from the leading edge, so that what else stands in the gutter has room
constexpr int c_mark = 14;
constexpr int c_markCentre = 10; // from the trailing edge

} // namespace

LiveDelegate::LiveDelegate(DisplaySettings &display, const CellWords &words, QObject *parent)
    : RowDelegate(display, parent)
    , m_words(words)
{
}

void LiveDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    RowDelegate::paint(painter, option, index);
    if (!m_isCellMarked || !option.state.testFlag(QStyle::State_HasFocus))
        return;
    const QRectF ring = QRectF(option.rect).adjusted(1, 1, -1, -1); // half of the pen's width
    painter->setPen(QPen(colorsOf(option.palette)[ColorRole::Accent], metrics::c_focusRing));
    painter->drawRect(ring);
}

QString LiveDelegate::cellText(const QModelIndex &index) const
{
    return m_words.text(index);
}

QString LiveDelegate::toolTip(const QModelIndex &index) const
{
    return m_words.toolTip(index);
}

QRect LiveDelegate::paintWords(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                               const QString &text, ColorRole color) const
{
    TextStyle style;
    style.color = text == noneText() ? ColorRole::Muted : color;
    return paintCellText(painter, option, index, contentRect(option), text, style);
}

QRect LiveDelegate::paintFigure(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                                const QString &text, ColorRole color) const
{
    TextStyle style;
    style.color = text == noneText() ? ColorRole::Muted : color;
    style.alignment = Qt::AlignTrailing;
    style.tabular = true;
    style.ownDirection = false;
    return paintCellText(painter, option, index, contentRect(option), text, style);
}

void LiveDelegate::paintLoneIcon(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                                 Icon icon, ColorRole color) const
{
    QRectF rect(0, 0, metrics::c_icon, metrics::c_icon);
    rect.moveCenter(QRectF(option.rect).center());
    paintIcon(*painter, icon, rect, colorFor(option, index, color));
}

void LiveDelegate::paintMark(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, Icon icon,
                             ColorRole color) const
{
    QRectF rect(0, 0, c_mark, c_mark);
    const bool mirrored = option.direction == Qt::RightToLeft;
    const int x = mirrored ? option.rect.left() + c_markCentre : option.rect.right() + 1 - c_markCentre;
    rect.moveCenter(QPointF(x, QRectF(option.rect).center().y()));
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    paintIcon(*painter, icon, rect, colorFor(option, index, isSelected ? ColorRole::Text : color));
}

void LiveDelegate::paintUnread(QPainter *painter, const QStyleOptionViewItem &option) const
{
    QRectF dot(0, 0, c_dot, c_dot);
    const bool mirrored = option.direction == Qt::RightToLeft;
    const int x = mirrored ? option.rect.right() - c_dotCentre : option.rect.left() + c_dotCentre;
    dot.moveCenter(QPointF(x, QRectF(option.rect).center().y()));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colorsOf(option.palette)[ColorRole::Accent]);
    painter->drawEllipse(dot);
    painter->restore();
}

void LiveDelegate::paintSkeleton(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QRect content = contentRect(option);
    if (content.width() > metrics::c_icon)
        paintSkeletonBar(*painter, content, index.row() + index.column(), option.palette);
}

} // namespace earshot
