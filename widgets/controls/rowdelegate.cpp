// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/rowdelegate.h"

#include "widgets/controls/datatable.h"
#include "widgets/controls/monogram.h"
#include "widgets/controls/plaintip.h"
#include "widgets/style/painting.h"
#include "widgets/style/tabular.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QPainter>
#include <QTableView>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace earshot {
namespace {

constexpr int c_iconGap = 6;
constexpr int c_fewestLetters = 4; ///< of a name beside its monogram
constexpr int c_edgeBar = 3;
constexpr int c_tagPadding = 5;
constexpr qreal c_tagRadius = 3;
constexpr qsizetype c_longest = 500; ///< characters; no cell is as wide

/** One line, and no longer than could be seen. */
QString lineOf(const QString &text)
{
    return text.left(c_longest).simplified();
}

bool isSelected(const QStyleOptionViewItem &option)
{
    return option.state & QStyle::State_Selected;
}

/** The row of the option's view that the pointer is over. */
bool isHovered(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (const auto *table = qobject_cast<const DataTable *>(option.widget))
        return table->hoveredRow() == index.row();
    return option.state & QStyle::State_MouseOver;
}

/** Visible columns at both ends, by logical index. */
std::pair<int, int> outerColumns(const QHeaderView &header)
{
    int first = -1;
    int last = -1;
    for (int visual = 0; visual < header.count(); ++visual) {
        const int column = header.logicalIndex(visual);
        if (header.isSectionHidden(column))
            continue;
        first = first < 0 ? column : first;
        last = column;
    }
    return {first, last};
}

void paintFocusPart(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *table = qobject_cast<const QTableView *>(option.widget);
    if (!table || !table->hasFocus() || table->currentIndex().row() != index.row())
        return;
    const QColor accent = colorsOf(option.palette)[ColorRole::Accent];
    const QRect rect = option.rect;
    const int width = metrics::c_focusRing;
    painter.fillRect(rect.left(), rect.top(), rect.width(), width, accent);
    painter.fillRect(rect.left(), rect.bottom() + 1 - width, rect.width(), width, accent);
    const auto [first, last] = outerColumns(*table->horizontalHeader());
    const bool isMirrored = option.direction == Qt::RightToLeft;
    if (index.column() == (isMirrored ? last : first))
        painter.fillRect(rect.left(), rect.top(), width, rect.height(), accent);
    if (index.column() == (isMirrored ? first : last))
        painter.fillRect(rect.right() + 1 - width, rect.top(), width, rect.height(), accent);
}

/** @p rect without @p width at its leading edge. */
QRect after(const QStyleOptionViewItem &option, const QRect &rect, int width)
{
    return option.direction == Qt::RightToLeft ? rect.adjusted(0, 0, -width, 0) : rect.adjusted(width, 0, 0, 0);
}

/** @p width at the leading edge of @p rect. */
QRect leading(const QStyleOptionViewItem &option, const QRect &rect, int width)
{
    const int x = option.direction == Qt::RightToLeft ? rect.right() + 1 - width : rect.left();
    return {x, rect.top(), width, rect.height()};
}

} // namespace

RowDelegate::RowDelegate(DisplaySettings &settings, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_settings(settings)
{
}

QString RowDelegate::cellText(const QModelIndex &index) const
{
    return index.data(Qt::DisplayRole).toString();
}

QString RowDelegate::toolTip(const QModelIndex & /*index*/) const
{
    return {};
}

bool RowDelegate::isMuted(const QModelIndex & /*index*/) const
{
    return false;
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setFont(option.font);
    paintRow(painter, option, index);
    paintCell(painter, option, index);
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = int(tabularWidth(option.font, lineOf(cellText(index)))) + 1 + 2 * DataTable::cellPadding();
    return {width, std::max(metrics::rowHeight(m_settings.density()), option.fontMetrics.height() + 8)};
}

bool RowDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                            const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QString tip = toolTip(index);
    if (tip.isNull() && isCut(option, index))
        tip = cellText(index);
    QToolTip::showText(event->globalPos(), plainTip(tip), view, view->visualRect(index));
    return true;
}

bool RowDelegate::isCut(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    QImage nowhere(1, 1, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&nowhere);
    painter.setFont(cell.font);
    m_wasCut = false;
    paintCell(&painter, cell, index);
    return m_wasCut || neededWidth(option, index) > option.rect.width();
}

int RowDelegate::neededWidth(const QStyleOptionViewItem & /*option*/, const QModelIndex & /*index*/) const
{
    return 0;
}

void RowDelegate::paintCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintCellText(painter, option, index, contentRect(option), cellText(index), {});
}

void RowDelegate::paintRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colors &colors = colorsOf(option.palette);
    const QRectF rect = option.rect;
    if (isSelected(option))
        painter->fillRect(option.rect, colors[ColorRole::Selection]);
    else if (isHovered(option, index))
        painter->fillRect(option.rect, colors[ColorRole::Hover]);
    drawHorizontalLine(*painter, rect.left(), rect.right(), rect.bottom(), colors[ColorRole::RowLine]);
    paintFocusPart(*painter, option, index);
}

QRect RowDelegate::contentRect(const QStyleOptionViewItem &option)
{
    const int padding = DataTable::cellPadding();
    return option.rect.adjusted(padding, 0, -padding, 0);
}

QColor RowDelegate::colorFor(const QStyleOptionViewItem &option, const QModelIndex &index, ColorRole role) const
{
    return colorsOf(option.palette)[isMuted(index) ? ColorRole::Muted : role];
}

QRect RowDelegate::paintCellText(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                                 const QRect &rect, const QString &text, const TextStyle &style) const
{
    if (rect.width() <= 0 || text.isEmpty())
        return rect;
    const QString line = lineOf(text);
    const QFont font = style.font.value_or(option.font);
    const QFontMetricsF fontMetrics(font);
    const qreal wanted = style.tabular ? tabularWidth(font, line) : fontMetrics.horizontalAdvance(line);
    const bool isTooWide = std::ceil(wanted) > rect.width() + 1;
    m_wasCut = m_wasCut || isTooWide || text.size() > c_longest;

    painter->save();
    painter->setFont(font);
    painter->setPen(colorFor(option, index, style.color));
    const Qt::Alignment across = QStyle::visualAlignment(option.direction, style.alignment) & Qt::AlignHorizontal_Mask;
    const Qt::Alignment flags = across | Qt::AlignAbsolute | Qt::AlignVCenter;
    if (style.tabular && !isTooWide) {
        drawTabular(*painter, rect, flags, line);
    } else {
        const bool isRightToLeft = style.ownDirection && line.isRightToLeft();
        const QString shown = isTooWide ? fontMetrics.elidedText(line, style.elide, rect.width()) : line;
        painter->drawText(rect,
                          int(flags) | Qt::TextSingleLine | Qt::TextDontClip
                              | (isRightToLeft ? Qt::TextForceRightToLeft : Qt::TextForceLeftToRight),
                          shown);
    }
    painter->restore();
    return after(option, rect, std::min(rect.width(), int(std::ceil(wanted)) + c_iconGap));
}

QRect RowDelegate::paintCellIcon(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                                 const QRect &rect, Icon icon, ColorRole color) const
{
    const ColorRole shown = isSelected(option) ? ColorRole::Text : color;
    paintIcon(*painter, icon, leading(option, rect, metrics::c_icon), colorFor(option, index, shown));
    return after(option, rect, metrics::c_icon + c_iconGap);
}

QRect RowDelegate::paintIconAndText(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                                    const QRect &rect, Icon icon, ColorRole iconColor, const QString &text) const
{
    const QRect rest = paintCellIcon(painter, option, index, rect, icon, iconColor);
    return paintCellText(painter, option, index, rest, text, {});
}

QRect RowDelegate::paintSource(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                               const QRect &rect, const QString &monogram, const QString &name) const
{
    const int width = int(monogramSize().width());
    paintMonogram(*painter, leading(option, rect, width), monogram, option.palette);
    const QRect rest = after(option, rect, width + c_iconGap);
    if (rest.width() < option.fontMetrics.averageCharWidth() * c_fewestLetters)
        return rest; // the monogram stands for it, the tooltip has the name
    return paintCellText(painter, option, index, rest, name, {.color = ColorRole::TextSecond});
}

QRect RowDelegate::paintTag(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                            const QRect &rect, const QString &word) const
{
    const QFont font = metrics::caption(option.font);
    const QFontMetrics fontMetrics(font);
    const int width = std::min(rect.width(), fontMetrics.horizontalAdvance(word) + 2 * c_tagPadding);
    const QRect place = leading(option, rect, width);
    const int height = fontMetrics.height() + 2;
    const QRectF frame(place.left(), place.top() + (place.height() - height) / 2, place.width(), height);
    drawRounded(*painter, frame, c_tagRadius, QColor(), colorsOf(option.palette)[ColorRole::ButtonEdge]);
    painter->save();
    painter->setFont(font);
    painter->setPen(colorFor(option, index, ColorRole::TextSecond));
    painter->drawText(frame, int(Qt::AlignCenter) | Qt::TextSingleLine, word);
    painter->restore();
    return after(option, rect, width + c_iconGap);
}

void RowDelegate::paintEdge(QPainter *painter, const QStyleOptionViewItem &option, ColorRole color) const
{
    painter->fillRect(leading(option, option.rect, c_edgeBar), colorsOf(option.palette)[color]);
}

} // namespace earshot
