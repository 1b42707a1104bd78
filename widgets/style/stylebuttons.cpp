// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/colors.h"
#include "widgets/style/metrics.h"
#include "widgets/style/painting.h"
#include "widgets/style/stylepainters.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOption>
#include <QWidget>

#include <algorithm>

namespace earshot::paint {
namespace {

constexpr qreal c_indicatorRadius = 3;
constexpr int c_iconGap = 6;

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state & flag;
}

/** Fill of something that can be pressed and is not filled with the accent. */
QColor pressableFill(const QStyleOption &option)
{
    const Colors &colors = colorsOf(option.palette);
    if (has(option, QStyle::State_On))
        return colors[ColorRole::Selection];
    if (!has(option, QStyle::State_Enabled))
        return QColor();
    if (has(option, QStyle::State_Sunken))
        return colors[ColorRole::Line];
    if (has(option, QStyle::State_MouseOver))
        return mixed(colors[ColorRole::Text], colors[ColorRole::Surface], 0.045);
    return colors[ColorRole::Surface];
}

QColor accentFill(const QStyleOption &option)
{
    const Colors &colors = colorsOf(option.palette);
    if (has(option, QStyle::State_Sunken))
        return mixed(colors[ColorRole::Text], colors[ColorRole::Accent], 0.25);
    if (has(option, QStyle::State_MouseOver))
        return mixed(colors[ColorRole::Text], colors[ColorRole::Accent], 0.12);
    return colors[ColorRole::Accent];
}

/** Icon, gap, text and chevron, centred as one; what has no room is cut. */
struct Label {
    QIcon icon;
    int iconSize = metrics::c_icon;
    QString text;
    bool hasChevron = false;
};

void paintLabel(QPainter &painter, const QStyleOption &option, const QRect &rect, const Label &label,
                const QColor &color)
{
    const int flags = Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine | Qt::TextShowMnemonic;
    const int iconWidth = label.icon.isNull() ? 0 : label.iconSize;
    const int gap = iconWidth > 0 && !label.text.isEmpty() ? c_iconGap : 0;
    const int end = label.hasChevron ? chevronWidth(label.text.isEmpty()) : 0;
    const int wanted = option.fontMetrics.size(flags, label.text).width();
    const int textWidth = std::min(wanted, std::max(0, rect.width() - iconWidth - gap - end));
    int x = rect.left() + (rect.width() - iconWidth - gap - textWidth - end) / 2;
    const auto place = [&](int width) {
        const QRect part(x, rect.top(), width, rect.height());
        x += width;
        return QStyle::visualRect(option.direction, rect, part);
    };
    if (iconWidth > 0)
        paintIcon(painter, label.icon, place(iconWidth), color);
    x += gap;
    painter.setPen(color);
    const QString text =
        textWidth < wanted ? option.fontMetrics.elidedText(label.text, Qt::ElideRight, textWidth, Qt::TextShowMnemonic)
                           : label.text;
    painter.drawText(place(textWidth),
                     int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter)
                         | Qt::TextSingleLine | Qt::TextShowMnemonic | Qt::TextDontClip,
                     text);
    if (label.hasChevron) {
        x += end - c_chevron;
        chevron(painter, option, Icon::ChevronDown, place(c_chevron));
    }
}

} // namespace

int chevronWidth(bool alone)
{
    return alone ? c_chevron : c_chevron + 4;
}

QColor textColor(const QStyleOption &option)
{
    return has(option, QStyle::State_Enabled) ? colorsOf(option.palette)[ColorRole::Text]
                                              : option.palette.color(QPalette::Disabled, QPalette::Text);
}

void chevron(QPainter &painter, const QStyleOption &option, Icon icon, const QRectF &rect)
{
    const QColor color = has(option, QStyle::State_Enabled) ? colorsOf(option.palette)[ColorRole::Muted]
                                                            : option.palette.color(QPalette::Disabled, QPalette::Text);
    const QRectF place(rect.center() - QPointF(c_chevron, c_chevron) / 2, QSizeF(c_chevron, c_chevron));
    paintIcon(painter, icon, place, color);
}

void focusFrame(QPainter &painter, const QStyleOption &option)
{
    drawFocusRing(painter, option.rect, metrics::c_controlRadius, colorsOf(option.palette)[ColorRole::Accent]);
}

bool isFilled(const QStyleOption &option, const QWidget * /*widget*/)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    return button && (button->features & QStyleOptionButton::DefaultButton) && has(option, QStyle::State_Enabled);
}

void pushButtonBevel(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const Colors &colors = colorsOf(option.palette);
    const bool hasFocus = has(option, QStyle::State_HasFocus);
    if (isFilled(option, widget)) {
        drawRounded(painter, option.rect, metrics::c_controlRadius, accentFill(option), QColor());
        if (hasFocus) // a gap between the fill and its edge: a ring of the same colour would not be seen
            drawRounded(painter, QRectF(option.rect).adjusted(2, 2, -2, -2), metrics::c_controlRadius - 1, QColor(),
                        colors[ColorRole::OnAccent], 1.5);
        return;
    }
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    const bool isFlat = button && (button->features & QStyleOptionButton::Flat);
    const bool isQuiet =
        isFlat && !(option.state & (QStyle::State_MouseOver | QStyle::State_Sunken | QStyle::State_On));
    if (!isQuiet)
        drawRounded(painter, option.rect, metrics::c_controlRadius, pressableFill(option),
                    isFlat ? QColor() : colors[ColorRole::ButtonEdge]);
    if (hasFocus)
        focusFrame(painter, option);
}

void pushButtonLabel(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget)
{
    const bool filled = isFilled(option, widget);
    painter.save();
    if (filled)
        painter.setFont(metrics::strong(painter.font()));
    QStyleOptionButton measured = option;
    measured.fontMetrics = QFontMetrics(painter.font());
    const QColor color = filled ? colorsOf(option.palette)[ColorRole::OnAccent] : textColor(option);
    const Label label{option.icon, option.iconSize.height(), option.text,
                      bool(option.features & QStyleOptionButton::HasMenu)};
    paintLabel(painter, measured, option.rect.adjusted(4, 0, -4, 0), label, color);
    painter.restore();
}

void toolButton(QPainter &painter, const QStyleOptionToolButton &option, const QWidget *widget)
{
    QStyleOption bevel = option;
    const bool isRaised = !has(option, QStyle::State_AutoRaise);
    const bool isActive = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken | QStyle::State_On);
    if (option.activeSubControls == QStyle::SC_None)
        bevel.state &= ~QStyle::State_Sunken;
    if (isRaised || isActive)
        drawRounded(painter, option.rect, metrics::c_controlRadius, pressableFill(bevel),
                    isRaised ? colorsOf(option.palette)[ColorRole::ButtonEdge] : QColor());
    if (has(option, QStyle::State_HasFocus))
        focusFrame(painter, option);

    const bool hasMenu = option.features & (QStyleOptionToolButton::HasMenu | QStyleOptionToolButton::MenuButtonPopup);
    const bool showsIcon = option.toolButtonStyle != Qt::ToolButtonTextOnly;
    const bool showsText = option.toolButtonStyle != Qt::ToolButtonIconOnly || option.icon.isNull();
    painter.save();
    painter.setFont(option.font);
    Label label;
    if (option.features & QStyleOptionToolButton::Arrow)
        label.icon = themedIcon(option.arrowType == Qt::UpArrow     ? Icon::ChevronUp
                                : option.arrowType == Qt::DownArrow ? Icon::ChevronDown
                                : option.arrowType == Qt::LeftArrow ? Icon::ChevronLeft
                                                                    : Icon::ChevronRight);
    else if (showsIcon)
        label.icon = option.icon;
    label.iconSize = std::min(option.iconSize.height(), option.rect.height());
    if (showsText)
        label.text = option.text;
    label.hasChevron = hasMenu && (showsText || (widget && widget->property("menuChevron").toBool()));
    paintLabel(painter, option, option.rect.adjusted(2, 0, -2, 0), label, textColor(option));
    painter.restore();
}

void checkIndicator(QPainter &painter, const QStyleOption &option)
{
    const Colors &colors = colorsOf(option.palette);
    const bool isEnabled = has(option, QStyle::State_Enabled);
    const bool isSet = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const QColor accent = isEnabled ? accentFill(option) : colors[ColorRole::ButtonEdge];
    const QColor fill = isSet ? accent : isEnabled ? pressableFill(option) : QColor();
    const QColor edge = isSet ? accent : colors[isEnabled ? ColorRole::FieldEdge : ColorRole::ButtonEdge];
    drawRounded(painter, option.rect, c_indicatorRadius, fill, edge);
    if (isSet)
        paintIcon(painter, has(option, QStyle::State_NoChange) ? Icon::Minus : Icon::Tick,
                  option.rect.adjusted(1, 1, -1, -1), colors[ColorRole::OnAccent]);
}

void radioIndicator(QPainter &painter, const QStyleOption &option)
{
    const Colors &colors = colorsOf(option.palette);
    const bool isEnabled = has(option, QStyle::State_Enabled);
    const bool isSet = has(option, QStyle::State_On);
    const QRectF rect = option.rect;
    const QColor accent = isEnabled ? accentFill(option) : colors[ColorRole::ButtonEdge];
    const QColor edge = isSet ? accent : colors[isEnabled ? ColorRole::FieldEdge : ColorRole::ButtonEdge];
    drawRounded(painter, rect, rect.height() / 2, isSet ? accent : colors[ColorRole::Surface], edge);
    if (isSet) {
        const QRectF centre = rect.adjusted(5, 5, -5, -5);
        drawRounded(painter, centre, centre.height() / 2, colors[ColorRole::OnAccent], QColor());
    }
}

void fieldFrame(QPainter &painter, const QStyleOption &option, bool hasFocus)
{
    const Colors &colors = colorsOf(option.palette);
    const bool isEnabled = has(option, QStyle::State_Enabled);
    drawRounded(painter, option.rect, metrics::c_controlRadius,
                colors[isEnabled ? ColorRole::Surface : ColorRole::Window],
                colors[isEnabled ? ColorRole::FieldEdge : ColorRole::ButtonEdge]);
    if (hasFocus)
        focusFrame(painter, option);
}

void comboBox(QPainter &painter, const QStyleOptionComboBox &option)
{
    const bool hasFocus = has(option, QStyle::State_HasFocus);
    if (option.editable)
        fieldFrame(painter, option, hasFocus);
    else if (option.frame)
        pushButtonBevel(painter, option, nullptr);
    const QRect arrow(option.rect.right() + 1 - c_comboArrow, option.rect.top(), c_comboArrow, option.rect.height());
    chevron(painter, option, Icon::ChevronDown, QStyle::visualRect(option.direction, option.rect, arrow));
}

void spinBox(QPainter &painter, const QStyleOptionSpinBox &option, const QRect &up, const QRect &down)
{
    if (option.frame)
        fieldFrame(painter, option, has(option, QStyle::State_HasFocus));
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto step = [&](const QRect &rect, Icon icon, QAbstractSpinBox::StepEnabledFlag flag) {
        QStyleOption part = option;
        if (!(option.stepEnabled & flag))
            part.state &= ~QStyle::State_Enabled;
        chevron(painter, part, icon, rect);
    };
    step(up, Icon::ChevronUp, QAbstractSpinBox::StepUpEnabled);
    step(down, Icon::ChevronDown, QAbstractSpinBox::StepDownEnabled);
}

} // namespace earshot::paint
