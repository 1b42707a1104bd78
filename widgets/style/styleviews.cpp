// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/colors.h"
#include "widgets/style/metrics.h"
#include "widgets/style/painting.h"
#include "widgets/style/stylepainters.h"

#include <QAbstractScrollArea>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>

namespace earshot::paint {
namespace {

constexpr int c_headerPadding = 8;
constexpr int c_handleWidth = 6;

/** What stands behind the bars of a scroll area: what stands behind its content. */
QColor areaColor(const QStyleOption &option, const QWidget *widget)
{
    for (const QWidget *parent = widget; parent; parent = parent->parentWidget()) {
        const auto *area = qobject_cast<const QAbstractScrollArea *>(parent);
        if (!area || !area->viewport())
            continue;
        const QWidget *viewport = area->viewport();
        return viewport->palette().color(viewport->backgroundRole());
    }
    return colorsOf(option.palette)[ColorRole::Window];
}

Qt::Alignment headerAlignment(const QStyleOptionHeader &option)
{
    return QStyle::visualAlignment(option.direction, option.textAlignment) & Qt::AlignHorizontal_Mask;
}

} // namespace

void headerSection(QPainter &painter, const QStyleOptionHeader &option)
{
    const Colors &colors = colorsOf(option.palette);
    const bool isHovered = (option.state & QStyle::State_MouseOver) && (option.state & QStyle::State_Enabled);
    painter.fillRect(option.rect, colors[isHovered ? ColorRole::Hover : ColorRole::Raised]);
    const QRectF rect = option.rect;
    drawHorizontalLine(painter, rect.left(), rect.right(), rect.bottom(), colors[ColorRole::Line]);
    const bool isLast =
        option.position == QStyleOptionHeader::End || option.position == QStyleOptionHeader::OnlyOneSection;
    if (option.orientation == Qt::Horizontal && !isLast) {
        const qreal edge = option.direction == Qt::RightToLeft ? rect.left() : rect.right() - hairline(painter);
        drawVerticalLine(painter, edge, rect.top() + 6, rect.bottom() - 6, colors[ColorRole::ButtonEdge]);
    }
}

void headerLabel(QPainter &painter, const QStyleOptionHeader &option)
{
    const bool isSorted = option.sortIndicator != QStyleOptionHeader::None;
    const int arrow = isSorted ? c_chevron + metrics::c_inner : 0;
    const QRect content = option.rect.adjusted(c_headerPadding, 0, -c_headerPadding, 0);
    const QString cut =
        option.fontMetrics.elidedText(option.text, Qt::ElideRight, std::max(0, content.width() - arrow));
    const QString text = cut == QStringLiteral("…") ? QString() : cut; // an ellipsis alone says nothing
    const int textWidth = option.fontMetrics.horizontalAdvance(text);
    const Qt::Alignment alignment = headerAlignment(option);
    const int spare = std::max(0, content.width() - textWidth - arrow);
    const int before = alignment & Qt::AlignRight ? spare : alignment & Qt::AlignHCenter ? spare / 2 : 0;
    const bool isMirrored = option.direction == Qt::RightToLeft;
    const int textLeft = content.left() + before + (isMirrored ? arrow : 0);
    painter.setPen(colorsOf(option.palette)[isSorted ? ColorRole::Text : ColorRole::TextSecond]);
    painter.drawText(QRect(textLeft, content.top(), textWidth, content.height()),
                     int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine | Qt::TextDontClip, text);
    if (!isSorted)
        return;
    const int arrowLeft = isMirrored ? content.left() + before : textLeft + textWidth + metrics::c_inner;
    // Qt's SortDown is an ascending order.
    const Icon icon = option.sortIndicator == QStyleOptionHeader::SortDown ? Icon::ChevronUp : Icon::ChevronDown;
    chevron(painter, option, icon, QRect(arrowLeft, content.top(), c_chevron, content.height()));
}

void itemBackground(QPainter &painter, const QStyleOption &option, bool showsHover)
{
    const Colors &colors = colorsOf(option.palette);
    if (option.state & QStyle::State_Selected)
        painter.fillRect(option.rect, colors[ColorRole::Selection]);
    else if (showsHover && (option.state & QStyle::State_MouseOver) && (option.state & QStyle::State_Enabled))
        painter.fillRect(option.rect, colors[ColorRole::Hover]);
}

void branch(QPainter &painter, const QStyleOption &option)
{
    if (!(option.state & QStyle::State_Children))
        return;
    const bool isOpen = option.state & QStyle::State_Open;
    const Icon closed = option.direction == Qt::RightToLeft ? Icon::ChevronLeft : Icon::ChevronRight;
    chevron(painter, option, isOpen ? Icon::ChevronDown : closed, option.rect);
}

void scrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRect &slider, const QWidget *widget)
{
    painter.fillRect(option.rect, areaColor(option, widget));
    if (option.maximum <= option.minimum || !(option.state & QStyle::State_Enabled))
        return;
    const Colors &colors = colorsOf(option.palette);
    const bool isHeld =
        (option.state & QStyle::State_Sunken) && (option.activeSubControls & QStyle::SC_ScrollBarSlider);
    const bool isHovered = option.state & QStyle::State_MouseOver;
    const ColorRole role = isHeld ? ColorRole::Muted : isHovered ? ColorRole::FieldEdge : ColorRole::ButtonEdge;
    QRectF handle = slider;
    const qreal inset = std::max<qreal>(
        0, ((option.orientation == Qt::Vertical ? handle.width() : handle.height()) - c_handleWidth) / 2);
    handle = option.orientation == Qt::Vertical ? handle.adjusted(inset, 2, -inset, -2)
                                                : handle.adjusted(2, inset, -2, -inset);
    drawRounded(painter, handle, c_handleWidth / 2.0, colors[role], QColor());
}

void scrollCorner(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    painter.fillRect(option.rect, areaColor(option, widget));
}

} // namespace earshot::paint
