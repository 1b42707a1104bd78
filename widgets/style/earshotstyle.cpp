// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/earshotstyle.h"

#include "widgets/style/colors.h"
#include "widgets/style/metrics.h"
#include "widgets/style/painting.h"
#include "widgets/style/stylepainters.h"

#include <QAbstractItemView>
#include <QGroupBox>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTabBar>
#include <QTableView>
#include <QTextEdit>

#include <cmath>

namespace earshot {
namespace {

bool isTextEdit(const QWidget *widget)
{
    return qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTextEdit *>(widget);
}

/** The frame of a scroll area or of a QFrame. */
void drawFrame(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    if (isTextEdit(widget)) {
        paint::fieldFrame(painter, option, option.state & QStyle::State_HasFocus);
        return;
    }
    drawRounded(painter, option.rect, 0, QColor(), colorsOf(option.palette)[ColorRole::Line]);
}

void drawMenuPanel(QPainter &painter, const QStyleOption &option)
{
    const Colors &colors = colorsOf(option.palette);
    painter.fillRect(option.rect, colors[ColorRole::Surface]);
    drawRounded(painter, option.rect, 0, QColor(), colors[ColorRole::ButtonEdge]);
}

void drawTip(QPainter &painter, const QStyleOption &option)
{
    const Colors &colors = colorsOf(option.palette);
    painter.fillRect(option.rect, colors[ColorRole::Raised]);
    drawRounded(painter, option.rect, 0, QColor(), colors[ColorRole::ButtonEdge]);
}

/** The line between a bar and what it belongs to. */
void drawBarLine(QPainter &painter, const QStyleOption &option, bool above)
{
    const QRectF rect = option.rect;
    drawHorizontalLine(painter, rect.left(), rect.right(), above ? rect.top() + hairline(painter) : rect.bottom(),
                       colorsOf(option.palette)[ColorRole::Line]);
}

void drawTabBase(QPainter &painter, const QStyleOption &option)
{
    const auto *base = qstyleoption_cast<const QStyleOptionTabBarBase *>(&option);
    const bool isSouth = base && (base->shape == QTabBar::RoundedSouth || base->shape == QTabBar::TriangularSouth);
    drawBarLine(painter, option, isSouth);
}

void drawTabClose(QPainter &painter, const QStyleOption &option)
{
    const Colors &colors = colorsOf(option.palette);
    if (option.state & QStyle::State_MouseOver)
        drawRounded(painter, option.rect, metrics::c_controlRadius, colors[ColorRole::Line], QColor());
    paintIcon(painter, Icon::Close, QRectF(option.rect).adjusted(1, 1, -1, -1), colors[ColorRole::Muted]);
}

/** Ticks, arrows and handles; false for what is none. */
bool drawIndicator(QStyle::PrimitiveElement element, const QStyleOption &option, QPainter &painter,
                   const QWidget *widget)
{
    switch (element) {
    case QStyle::PE_IndicatorCheckBox:
    case QStyle::PE_IndicatorItemViewItemCheck:
        paint::checkIndicator(painter, option);
        return true;
    case QStyle::PE_IndicatorRadioButton:
        paint::radioIndicator(painter, option);
        return true;
    case QStyle::PE_IndicatorBranch:
        paint::branch(painter, option);
        return true;
    case QStyle::PE_IndicatorTabClose:
        drawTabClose(painter, option);
        return true;
    case QStyle::PE_IndicatorDockWidgetResizeHandle:
        paint::dockSeparator(painter, option, widget);
        return true;
    case QStyle::PE_IndicatorArrowDown:
    case QStyle::PE_IndicatorButtonDropDown:
        paint::chevron(painter, option, Icon::ChevronDown, option.rect);
        return true;
    case QStyle::PE_IndicatorArrowUp:
        paint::chevron(painter, option, Icon::ChevronUp, option.rect);
        return true;
    case QStyle::PE_IndicatorArrowLeft:
        paint::chevron(painter, option, Icon::ChevronLeft, option.rect);
        return true;
    case QStyle::PE_IndicatorArrowRight:
        paint::chevron(painter, option, Icon::ChevronRight, option.rect);
        return true;
    default:
        return false;
    }
}

} // namespace

EarshotStyle::EarshotStyle()
    : QProxyStyle(QStringLiteral("fusion"))
{
}

void EarshotStyle::setReducedMotion(bool reduced)
{
    m_isMotionReduced = reduced;
}

void EarshotStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (auto *view = qobject_cast<QAbstractItemView *>(widget))
        view->viewport()->setAttribute(Qt::WA_Hover);
    else if (qobject_cast<QTabBar *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

void EarshotStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    if (drawIndicator(element, *option, *painter, widget))
        return;
    switch (element) {
    case PE_PanelButtonCommand:
        return paint::pushButtonBevel(*painter, *option, widget);
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            paint::fieldFrame(*painter, *option, option->state & State_HasFocus);
        return;
    }
    case PE_Frame:
        return drawFrame(*painter, *option, widget);
    case PE_FrameFocusRect:
        return paint::focusFrame(*painter, *option);
    case PE_FrameDefaultButton:
    case PE_FrameGroupBox:
    case PE_FrameLineEdit:
    case PE_FrameStatusBarItem:
    case PE_FrameTabWidget:
    case PE_FrameDockWidget:
    case PE_FrameMenu:
        return; // drawn with what they frame, or not at all
    case PE_PanelMenu:
        return drawMenuPanel(*painter, *option);
    case PE_PanelTipLabel:
        return drawTip(*painter, *option);
    case PE_PanelStatusBar:
        return drawBarLine(*painter, *option, true);
    case PE_PanelItemViewRow:
        // A table asks for each cell, and says that the pointer is over the row only for the one beneath it.
        if (qobject_cast<const QTableView *>(widget))
            return paint::itemBackground(*painter, *option, false);
        return paint::itemBackground(*painter, *option);
    case PE_PanelItemViewItem:
        return paint::itemBackground(*painter, *option);
    case PE_PanelScrollAreaCorner:
        return paint::scrollCorner(*painter, *option, widget);
    case PE_FrameTabBarBase:
        return drawTabBase(*painter, *option);
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

bool EarshotStyle::drawBar(ControlElement element, const QStyleOption &option, QPainter &painter,
                           const QWidget *widget) const
{
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(&option);
    const auto *menu = qstyleoption_cast<const QStyleOptionMenuItem *>(&option);
    switch (element) {
    case CE_TabBarTabShape:
        if (tab)
            paint::tabShape(painter, *tab);
        return tab;
    case CE_TabBarTabLabel:
        if (!tab || tab->shape == QTabBar::RoundedWest || tab->shape == QTabBar::RoundedEast)
            return false;
        paint::tabLabel(painter, *tab, subElementRect(SE_TabBarTabText, tab, widget));
        return true;
    case CE_MenuItem:
        if (menu)
            paint::menuItem(painter, *menu);
        return menu;
    case CE_MenuBarItem:
        if (menu)
            paint::menuBarItem(painter, *menu);
        return menu;
    case CE_MenuBarEmptyArea:
        painter.fillRect(option.rect, colorsOf(option.palette)[ColorRole::Window]);
        return true;
    case CE_ToolBar:
        painter.fillRect(option.rect, colorsOf(option.palette)[ColorRole::Window]);
        drawBarLine(painter, option, false);
        return true;
    case CE_DockWidgetTitle:
        if (const auto *dock = qstyleoption_cast<const QStyleOptionDockWidget *>(&option)) {
            paint::dockTitle(painter, *dock);
            return true;
        }
        return false;
    default:
        return false;
    }
}

void EarshotStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (drawBar(element, *option, *painter, widget))
        return;
    if (element == CE_PushButtonLabel) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return paint::pushButtonLabel(*painter, *button, widget);
    } else if (element == CE_PushButtonBevel) {
        return paint::pushButtonBevel(*painter, *option, widget);
    } else if (element == CE_Header || element == CE_HeaderSection || element == CE_HeaderLabel) {
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            if (element != CE_HeaderLabel)
                paint::headerSection(*painter, *header);
            if (element != CE_HeaderSection)
                paint::headerLabel(*painter, *header);
            return;
        }
    } else if (element == CE_HeaderEmptyArea) {
        painter->fillRect(option->rect, colorsOf(option->palette)[ColorRole::Raised]);
        return drawBarLine(*painter, *option, false);
    } else if (element == CE_ProgressBar) {
        if (const auto *progress = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            return paint::progressBar(*painter, *progress);
    } else if (element == CE_Splitter) {
        return paint::splitter(*painter, *option);
    } else if (element == CE_ShapedFrame) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        const QFrame::Shape shape = frame ? frame->frameShape : QFrame::StyledPanel;
        const QColor line = colorsOf(option->palette)[ColorRole::Line];
        const QRectF rect = option->rect;
        if (shape == QFrame::HLine)
            return drawHorizontalLine(*painter, rect.left(), rect.right(), rect.center().y() + hairline(*painter) / 2,
                                      line);
        if (shape == QFrame::VLine)
            return drawVerticalLine(*painter, std::floor(rect.center().x()), rect.top(), rect.bottom(), line);
        if (shape != QFrame::NoFrame)
            drawFrame(*painter, *option, widget);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void EarshotStyle::drawGroupBox(const QStyleOptionComplex &option, QPainter &painter, const QWidget *widget) const
{
    const auto *box = qstyleoption_cast<const QStyleOptionGroupBox *>(&option);
    if (!box)
        return;
    if (box->subControls & SC_GroupBoxCheckBox) {
        QStyleOptionButton check;
        check.QStyleOption::operator=(*box);
        check.rect = groupBoxRect(option, SC_GroupBoxCheckBox, widget);
        paint::checkIndicator(painter, check);
    }
    const QRect label = groupBoxRect(option, SC_GroupBoxLabel, widget);
    painter.save();
    painter.setFont(metrics::strong(painter.font()));
    painter.setPen(paint::textColor(option));
    painter.drawText(label,
                     int(visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter) | Qt::TextSingleLine
                         | Qt::TextShowMnemonic | Qt::TextDontClip,
                     box->text);
    painter.restore();
    if (option.state & State_HasFocus) {
        QStyleOption focus = option;
        focus.rect = label.adjusted(-metrics::c_inner, -2, metrics::c_inner, 2);
        paint::focusFrame(painter, focus);
    }
}

void EarshotStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                      const QWidget *widget) const
{
    if (control == CC_ToolButton) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option))
            return paint::toolButton(*painter, *button, widget);
    } else if (control == CC_ComboBox) {
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            return paint::comboBox(*painter, *combo);
    } else if (control == CC_SpinBox) {
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
            return paint::spinBox(*painter, *spin, subControlRect(control, option, SC_SpinBoxUp, widget),
                                  subControlRect(control, option, SC_SpinBoxDown, widget));
    } else if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return paint::scrollBar(*painter, *bar, subControlRect(control, option, SC_ScrollBarSlider, widget),
                                    widget);
    } else if (control == CC_GroupBox) {
        return drawGroupBox(*option, *painter, widget);
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QIcon EarshotStyle::standardIcon(StandardPixmap pixmap, const QStyleOption *option, const QWidget *widget) const
{
    switch (pixmap) {
    case SP_LineEditClearButton:
    case SP_DockWidgetCloseButton:
    case SP_TitleBarCloseButton:
        return themedIcon(Icon::Close, ColorRole::Muted);
    case SP_TitleBarNormalButton:
        return themedIcon(Icon::Expand, ColorRole::Muted);
    case SP_MessageBoxInformation:
    case SP_MessageBoxQuestion:
        return themedIcon(Icon::Info, ColorRole::Accent);
    case SP_MessageBoxWarning:
        return themedIcon(Icon::Warning, ColorRole::WarningText);
    case SP_MessageBoxCritical:
        return themedIcon(Icon::Error, ColorRole::ErrorText);
    default:
        return QProxyStyle::standardIcon(pixmap, option, widget);
    }
}

} // namespace earshot
