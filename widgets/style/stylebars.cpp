// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/colors.h"
#include "widgets/style/metrics.h"
#include "widgets/style/painting.h"
#include "widgets/style/stylepainters.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOption>
#include <QTabBar>
#include <QWidget>

#include <algorithm>

namespace earshot::paint {
namespace {

constexpr int c_tabLine = 2;
constexpr qreal c_progressHeight = 3;

bool isAtBottom(QTabBar::Shape shape)
{
    return shape == QTabBar::RoundedSouth || shape == QTabBar::TriangularSouth;
}

bool isVertical(QTabBar::Shape shape)
{
    return shape == QTabBar::RoundedWest || shape == QTabBar::RoundedEast || shape == QTabBar::TriangularWest
           || shape == QTabBar::TriangularEast;
}

/** Background of what lies at @p point of a window. */
QColor backgroundAt(const QWidget &window, QPoint point, const QColor &otherwise)
{
    for (const QWidget *child = window.childAt(point); child && child != &window; child = child->parentWidget()) {
        if (child->autoFillBackground() || child->inherits("QAbstractScrollArea"))
            return child->palette().color(child->backgroundRole());
    }
    return otherwise;
}

QString menuText(const QStyleOptionMenuItem &option)
{
    return option.text.section(QLatin1Char('\t'), 0, 0);
}

void menuMark(QPainter &painter, const QStyleOptionMenuItem &option, const QRect &column, const QColor &color)
{
    if (option.checkType != QStyleOptionMenuItem::NotCheckable) {
        if (option.checked)
            paintIcon(painter, option.checkType == QStyleOptionMenuItem::Exclusive ? Icon::Dot : Icon::Tick, column,
                      color);
        else if (!option.icon.isNull())
            paintIcon(painter, option.icon, column, color);
    } else if (!option.icon.isNull()) {
        paintIcon(painter, option.icon, column, color);
    }
}

} // namespace

void tabShape(QPainter &painter, const QStyleOptionTab &option)
{
    const Colors &colors = colorsOf(option.palette);
    const bool hasFocus = option.state & QStyle::State_HasFocus;
    if (hasFocus)
        drawFocusRing(painter, QRectF(option.rect).adjusted(2, 2, -2, -3), metrics::c_controlRadius,
                      colors[ColorRole::Accent]);
    if (!(option.state & QStyle::State_Selected))
        return;
    QRect line = option.rect;
    if (isVertical(option.shape))
        line.setWidth(c_tabLine);
    else if (isAtBottom(option.shape))
        line.setHeight(c_tabLine);
    else
        line.setTop(line.bottom() + 1 - c_tabLine);
    const bool isEnabled = option.state & QStyle::State_Enabled;
    painter.fillRect(line, colors[isEnabled ? ColorRole::Accent : ColorRole::ButtonEdge]);
}

void tabLabel(QPainter &painter, const QStyleOptionTab &option, const QRect &textRect)
{
    const Colors &colors = colorsOf(option.palette);
    const bool isSelected = option.state & QStyle::State_Selected;
    const bool isHovered = option.state & QStyle::State_MouseOver;
    const QColor color = !(option.state & QStyle::State_Enabled)
                             ? option.palette.color(QPalette::Disabled, QPalette::Text)
                             : colors[isSelected || isHovered ? ColorRole::Text : ColorRole::TextSecond];
    QRect rect = textRect;
    if (!option.icon.isNull()) {
        const QRect icon(rect.left(), rect.top(), metrics::c_icon, rect.height());
        paintIcon(painter, option.icon, QStyle::visualRect(option.direction, textRect, icon), color);
        rect = QStyle::visualRect(option.direction, textRect, rect.adjusted(metrics::c_icon + 6, 0, 0, 0));
    }
    painter.save();
    if (isSelected)
        painter.setFont(metrics::strong(painter.font()));
    painter.setPen(color);
    painter.drawText(rect, int(Qt::AlignCenter) | Qt::TextShowMnemonic | Qt::TextSingleLine, option.text);
    painter.restore();
}

void menuItem(QPainter &painter, const QStyleOptionMenuItem &option)
{
    const Colors &colors = colorsOf(option.palette);
    const QRect rect = option.rect;
    if (option.menuItemType == QStyleOptionMenuItem::Separator && option.text.isEmpty()) {
        drawHorizontalLine(painter, rect.left(), rect.right() + 1, rect.center().y() + 1, colors[ColorRole::Line]);
        return;
    }
    const bool isEnabled = option.state & QStyle::State_Enabled;
    const QColor color = textColor(option);
    if ((option.state & QStyle::State_Selected) && isEnabled)
        drawRounded(painter, QRectF(rect).adjusted(4, 0, -4, 0), metrics::c_controlRadius, colors[ColorRole::Selection],
                    QColor());
    const bool hasColumn = option.menuHasCheckableItems || option.maxIconWidth > 0;
    const QRect content = rect.adjusted(c_menuPadding, 0, -c_menuPadding, 0);
    const auto visual = [&](const QRect &part) { return QStyle::visualRect(option.direction, rect, part); };
    const QRect column(content.left(), content.top(), metrics::c_icon, content.height());
    menuMark(painter, option, visual(column), color);

    const QRect words = content.adjusted(hasColumn ? c_menuIconColumn : 2, 0, -(c_chevron + 2), 0);
    const int flags = Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextShowMnemonic | Qt::TextDontClip;
    painter.save();
    QFont font = option.font;
    if (option.menuItemType == QStyleOptionMenuItem::DefaultItem
        || option.menuItemType == QStyleOptionMenuItem::Separator)
        font = metrics::strong(font);
    painter.setFont(font);
    painter.setPen(option.menuItemType == QStyleOptionMenuItem::Separator ? colors[ColorRole::Muted] : color);
    painter.drawText(visual(words), flags | int(QStyle::visualAlignment(option.direction, Qt::AlignLeft)),
                     menuText(option));
    painter.setFont(option.font);
    if (const QString shortcut = option.text.section(QLatin1Char('\t'), 1, 1); !shortcut.isEmpty()) {
        painter.setPen(isEnabled ? colors[ColorRole::Muted] : color);
        painter.drawText(visual(words), flags | int(QStyle::visualAlignment(option.direction, Qt::AlignRight)),
                         shortcut);
    }
    painter.restore();
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        const QRect arrow(content.right() + 1 - c_chevron, content.top(), c_chevron, content.height());
        chevron(painter, option, option.direction == Qt::RightToLeft ? Icon::ChevronLeft : Icon::ChevronRight,
                visual(arrow));
    }
}

void menuBarItem(QPainter &painter, const QStyleOptionMenuItem &option)
{
    const Colors &colors = colorsOf(option.palette);
    painter.fillRect(option.rect, colors[ColorRole::Window]);
    if (option.state & QStyle::State_Selected)
        drawRounded(painter, QRectF(option.rect).adjusted(0, 2, 0, -2), metrics::c_controlRadius,
                    colors[option.state & QStyle::State_Sunken ? ColorRole::Selection : ColorRole::Line], QColor());
    painter.setPen(textColor(option));
    painter.drawText(option.rect, int(Qt::AlignCenter) | Qt::TextShowMnemonic | Qt::TextSingleLine | Qt::TextDontClip,
                     option.text);
}

void progressBar(QPainter &painter, const QStyleOptionProgressBar &option)
{
    const Colors &colors = colorsOf(option.palette);
    QRectF groove = option.rect;
    groove = QRectF(groove.left(), groove.center().y() - c_progressHeight / 2, groove.width(), c_progressHeight);
    drawRounded(painter, groove, c_progressHeight / 2, colors[ColorRole::Line], QColor());
    const qint64 range = qint64(option.maximum) - option.minimum;
    const qreal share =
        range <= 0 ? 0.3 : std::clamp(qreal(qint64(option.progress) - option.minimum) / qreal(range), 0.0, 1.0);
    if (share <= 0)
        return;
    QRectF done = groove;
    done.setWidth(groove.width() * share);
    if ((option.direction == Qt::RightToLeft) != option.invertedAppearance)
        done.moveRight(groove.right());
    drawRounded(painter, done, c_progressHeight / 2, colors[ColorRole::Accent], QColor());
}

void dockTitle(QPainter &painter, const QStyleOptionDockWidget &option)
{
    const Colors &colors = colorsOf(option.palette);
    painter.fillRect(option.rect, colors[ColorRole::Window]);
    painter.save();
    painter.setFont(metrics::strong(painter.font()));
    const int buttons = (option.closable ? 24 : 0) + (option.floatable ? 24 : 0);
    const QRect rect =
        QStyle::visualRect(option.direction, option.rect,
                           option.rect.adjusted(metrics::c_paneMargin, 0, -buttons - metrics::c_between, 0));
    painter.setPen(colors[ColorRole::Text]);
    const QString text = QFontMetrics(painter.font()).elidedText(option.title, Qt::ElideRight, rect.width());
    painter.drawText(rect,
                     int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter)
                         | Qt::TextSingleLine | Qt::TextShowMnemonic,
                     text);
    painter.restore();
}

void dockSeparator(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const Colors &colors = colorsOf(option.palette);
    const QRect rect = option.rect;
    // Horizontal says that the areas lie beside each other, as the separator then stands.
    const bool stands = rect.height() > rect.width();
    const QRect first = stands ? QRect(rect.left(), rect.top(), rect.width() / 2, rect.height())
                               : QRect(rect.left(), rect.top(), rect.width(), rect.height() / 2);
    if (widget) {
        const QPoint middle = rect.center();
        const QPoint before = stands ? QPoint(rect.left() - 2, middle.y()) : QPoint(middle.x(), rect.top() - 2);
        const QPoint after = stands ? QPoint(rect.right() + 2, middle.y()) : QPoint(middle.x(), rect.bottom() + 2);
        painter.fillRect(rect, backgroundAt(*widget, after, colors[ColorRole::Window]));
        painter.fillRect(first, backgroundAt(*widget, before, colors[ColorRole::Window]));
    }
    if (stands)
        drawVerticalLine(painter, first.right() + 1, rect.top(), rect.bottom() + 1, colors[ColorRole::Line]);
    else
        drawHorizontalLine(painter, rect.left(), rect.right() + 1, first.bottom() + 2, colors[ColorRole::Line]);
}

void splitter(QPainter &painter, const QStyleOption &option)
{
    const QColor color = colorsOf(option.palette)[ColorRole::Line];
    const QRectF rect = option.rect;
    if (option.state & QStyle::State_Horizontal)
        painter.fillRect(QRectF(rect.center().x() - 0.5, rect.top(), 1, rect.height()), color);
    else
        painter.fillRect(QRectF(rect.left(), rect.center().y() - 0.5, rect.width(), 1), color);
}

} // namespace earshot::paint
