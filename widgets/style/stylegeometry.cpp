// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How large things are, where their parts lie, and how they behave.

#include "widgets/style/earshotstyle.h"
#include "widgets/style/metrics.h"
#include "widgets/style/stylepainters.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTextEdit>

#include <algorithm>
#include <optional>

namespace earshot {
namespace {

constexpr int c_textPadding = 10; ///< above and below a line of text in a control, together
constexpr int c_checkBox = 16;
constexpr int c_shortestHandle = 28;
constexpr int c_motion = 120; ///< milliseconds

/** 28 or 24, and more for large fonts. */
int controlHeight(const QStyleOption *option, const QWidget *widget)
{
    const bool isSmall = widget && widget->property("smallControl").toBool();
    const int least = isSmall ? metrics::c_smallControlHeight : metrics::c_controlHeight;
    const int text = option ? option->fontMetrics.height() : 0;
    return std::max(least, text + (isSmall ? c_textPadding - 2 : c_textPadding));
}

int buttonPadding(const QWidget *widget)
{
    return widget && widget->property("smallControl").toBool() ? metrics::c_between : paint::c_buttonPadding;
}

/** What a word takes more in semibold. */
int strongSurplus(const QString &text, const QWidget *widget)
{
    const QFont font = widget ? widget->font() : QFont();
    return std::max(0, QFontMetrics(metrics::strong(font)).size(Qt::TextShowMnemonic, text).width()
                           - QFontMetrics(font).size(Qt::TextShowMnemonic, text).width());
}

std::optional<int> frameMetric(QStyle::PixelMetric metric, const QWidget *widget)
{
    switch (metric) {
    case QStyle::PM_DefaultFrameWidth: {
        const bool isTextEdit = qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTextEdit *>(widget);
        return isTextEdit ? metrics::c_focusRing : 1;
    }
    case QStyle::PM_SpinBoxFrameWidth:
    case QStyle::PM_ComboBoxFrameWidth:
    case QStyle::PM_MenuPanelWidth:
    case QStyle::PM_SplitterWidth: // Qt lets it be grabbed 2 px to each side
        return 1;
    case QStyle::PM_ButtonMargin:
    case QStyle::PM_ButtonShiftHorizontal:
    case QStyle::PM_ButtonShiftVertical:
    case QStyle::PM_ButtonDefaultIndicator:
    case QStyle::PM_DockWidgetFrameWidth:
    case QStyle::PM_MenuBarPanelWidth:
    case QStyle::PM_MenuBarVMargin:
    case QStyle::PM_MenuBarItemSpacing:
    case QStyle::PM_MenuHMargin:
    case QStyle::PM_ToolBarFrameWidth:
    case QStyle::PM_ToolBarItemMargin:
    case QStyle::PM_TabBarTabOverlap:
    case QStyle::PM_TabBarBaseOverlap:
    case QStyle::PM_TabBarTabShiftHorizontal:
    case QStyle::PM_TabBarTabShiftVertical:
    case QStyle::PM_ScrollView_ScrollBarSpacing:
        return 0;
    default:
        return std::nullopt;
    }
}

std::optional<int> spacingMetric(QStyle::PixelMetric metric, const QWidget *widget)
{
    switch (metric) {
    case QStyle::PM_LayoutHorizontalSpacing:
    case QStyle::PM_LayoutVerticalSpacing:
    case QStyle::PM_CheckBoxLabelSpacing:
    case QStyle::PM_RadioButtonLabelSpacing:
    case QStyle::PM_ToolBarItemSpacing:
    case QStyle::PM_ToolBarHandleExtent:
    case QStyle::PM_HeaderMargin:
    case QStyle::PM_MenuBarHMargin:
        return metrics::c_between;
    case QStyle::PM_LayoutTopMargin:
    case QStyle::PM_LayoutBottomMargin:
    case QStyle::PM_LayoutLeftMargin:
    case QStyle::PM_LayoutRightMargin:
        return qobject_cast<const QGroupBox *>(widget) ? 0 : metrics::c_paneMargin;
    case QStyle::PM_MenuVMargin:
    case QStyle::PM_DockWidgetTitleBarButtonMargin:
        return metrics::c_inner;
    case QStyle::PM_DockWidgetTitleMargin:
    case QStyle::PM_ToolTipLabelFrameWidth:
        return 6;
    case QStyle::PM_FocusFrameHMargin:
    case QStyle::PM_DockWidgetSeparatorExtent:
        return 5;
    case QStyle::PM_TabBarTabHSpace:
        return 2 * metrics::c_paneMargin;
    case QStyle::PM_TabBarTabVSpace:
        return 14;
    default:
        return std::nullopt;
    }
}

std::optional<int> extentMetric(QStyle::PixelMetric metric)
{
    switch (metric) {
    case QStyle::PM_IndicatorWidth:
    case QStyle::PM_IndicatorHeight:
    case QStyle::PM_ExclusiveIndicatorWidth:
    case QStyle::PM_ExclusiveIndicatorHeight:
        return c_checkBox;
    case QStyle::PM_SmallIconSize:
    case QStyle::PM_ButtonIconSize:
    case QStyle::PM_ToolBarIconSize:
    case QStyle::PM_TabBarIconSize:
    case QStyle::PM_ListViewIconSize:
    case QStyle::PM_LineEditIconSize:
    case QStyle::PM_TitleBarButtonIconSize:
    case QStyle::PM_TreeViewIndentation:
    case QStyle::PM_ToolBarExtensionExtent:
    case QStyle::PM_TabCloseIndicatorWidth:
    case QStyle::PM_TabCloseIndicatorHeight:
        return metrics::c_icon;
    case QStyle::PM_ScrollBarExtent:
        return 10;
    case QStyle::PM_ScrollBarSliderMin:
        return c_shortestHandle;
    case QStyle::PM_MenuButtonIndicator:
        return paint::chevronWidth(false);
    case QStyle::PM_HeaderMarkSize:
        return paint::c_chevron;
    case QStyle::PM_TabBarScrollButtonWidth:
        return metrics::c_smallControlHeight;
    case QStyle::PM_ToolBarSeparatorExtent:
        return 9;
    default:
        return std::nullopt;
    }
}

QSize pushButtonSize(const QStyleOption *option, const QSize &size, const QWidget *widget)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const bool isDefault = button && (button->features & QStyleOptionButton::DefaultButton);
    const int surplus = isDefault ? strongSurplus(button->text, widget) : 0;
    const int height = controlHeight(option, widget);
    return {std::max(height, size.width() + 2 * buttonPadding(widget) + surplus), std::max(height, size.height())};
}

QSize toolButtonSize(const QStyleOption *option, const QSize &size, const QWidget *widget)
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    const bool hasText = button && button->toolButtonStyle != Qt::ToolButtonIconOnly && !button->text.isEmpty();
    const bool hasChevron = button && (button->features & QStyleOptionToolButton::HasMenu)
                            && (hasText || (widget && widget->property("menuChevron").toBool()));
    const int height = controlHeight(option, widget);
    const int chevron = hasChevron ? paint::chevronWidth(!hasText) : 0;
    const int padding = hasText ? metrics::c_between : height - metrics::c_icon;
    return {std::max(height, size.width() + padding + chevron), std::max(height, size.height() + 4)};
}

QSize menuItemSize(const QStyleOptionMenuItem &item, const QSize &size)
{
    if (item.menuItemType == QStyleOptionMenuItem::Separator && item.text.isEmpty())
        return {10, 9};
    const bool hasColumn = item.menuHasCheckableItems || item.maxIconWidth > 0;
    int width =
        size.width() + 2 * paint::c_menuPadding + (hasColumn ? paint::c_menuIconColumn : 2) + paint::c_chevron + 2;
    if (item.text.contains(QLatin1Char('\t')))
        width += metrics::c_dialogMargin; // between words and shortcut
    return {width, std::max(26, item.fontMetrics.height() + c_textPadding)};
}

/** A scroll bar without arrows: the groove is all of it. */
QRect scrollBarRect(const QStyleOptionSlider &bar, QStyle::SubControl part)
{
    const QRect rect = bar.rect;
    const bool isUpright = bar.orientation == Qt::Vertical;
    const int length = isUpright ? rect.height() : rect.width();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    int handle = length;
    if (range > 0)
        handle =
            std::min(length, std::max(c_shortestHandle, int(qint64(bar.pageStep) * length / (range + bar.pageStep))));
    const int at =
        QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - handle, bar.upsideDown);
    const auto piece = [&](int from, int size) {
        const QRect logical = isUpright ? QRect(rect.left(), rect.top() + from, rect.width(), size)
                                        : QRect(rect.left() + from, rect.top(), size, rect.height());
        return QStyle::visualRect(bar.direction, rect, logical);
    };
    switch (part) {
    case QStyle::SC_ScrollBarGroove:
        return rect;
    case QStyle::SC_ScrollBarSlider:
        return piece(at, handle);
    case QStyle::SC_ScrollBarSubPage:
        return piece(0, at);
    case QStyle::SC_ScrollBarAddPage:
        return piece(at + handle, length - at - handle);
    default:
        return {};
    }
}

QRect fieldPartRect(const QStyleOptionComplex &option, QStyle::SubControl part, bool hasOwnEdit, bool hasButtons)
{
    // A line edit without a frame keeps 2 px free itself.
    const int before = hasOwnEdit ? paint::c_fieldPadding - 2 : paint::c_fieldPadding + 1;
    const int arrow = hasButtons ? paint::c_comboArrow : before;
    const QRect rect = option.rect;
    QRect found;
    if (part == QStyle::SC_ComboBoxEditField || part == QStyle::SC_SpinBoxEditField)
        found = rect.adjusted(before, 2, -arrow, -2);
    else if (part == QStyle::SC_ComboBoxArrow)
        found = QRect(rect.right() + 1 - arrow, rect.top(), arrow, rect.height());
    return QStyle::visualRect(option.direction, rect, found);
}

QRect spinButtonRect(const QStyleOptionSpinBox &spin, bool up)
{
    if (spin.buttonSymbols == QAbstractSpinBox::NoButtons)
        return {};
    const QRect rect = spin.rect.adjusted(0, 1, 0, -1);
    const int half = rect.height() / 2;
    const QRect button(rect.right() + 1 - paint::c_comboArrow, up ? rect.top() : rect.bottom() + 1 - half,
                       paint::c_comboArrow, half);
    return QStyle::visualRect(spin.direction, spin.rect, button);
}

} // namespace

int EarshotStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    if (const auto value = frameMetric(metric, widget))
        return *value;
    if (const auto value = spacingMetric(metric, widget))
        return *value;
    if (const auto value = extentMetric(metric))
        return *value;
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int EarshotStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_Widget_Animation_Duration:
        return m_isMotionReduced ? 0 : std::min(c_motion, QProxyStyle::styleHint(hint, option, widget, returnData));
    case SH_Widget_Animate:
        return !m_isMotionReduced;
    case SH_DialogButtonLayout:
        return QDialogButtonBox::GnomeLayout; // the primary button is the last
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
    case SH_ComboBox_Popup:
    case SH_ItemView_ActivateItemOnSingleClick:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_FormLayoutFieldGrowthPolicy:
        return QFormLayout::AllNonFixedFieldsGrow;
    case SH_FormLayoutLabelAlignment:
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    case SH_FormLayoutFormAlignment:
        return int(Qt::AlignLeft | Qt::AlignTop);
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize EarshotStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                     const QWidget *widget) const
{
    const int height = controlHeight(option, widget);
    switch (type) {
    case CT_PushButton:
        return pushButtonSize(option, size, widget);
    case CT_ToolButton:
        return toolButtonSize(option, size, widget);
    case CT_ComboBox:
        return {size.width() + paint::c_fieldPadding + 3 + paint::c_comboArrow, std::max(height, size.height())};
    case CT_SpinBox:
        return {size.width() + 2 * paint::c_fieldPadding + paint::c_comboArrow, std::max(height, size.height())};
    case CT_LineEdit: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        return frame && frame->lineWidth > 0
                   ? QSize(base.width() + 2 * paint::c_fieldPadding, std::max(height, base.height()))
                   : base;
    }
    case CT_CheckBox:
    case CT_RadioButton: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width() + metrics::c_inner, std::max(metrics::c_smallControlHeight, base.height())};
    }
    case CT_TabBarTab: {
        const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
        return size + QSize(tab ? strongSurplus(tab->text, widget) : 0, 0);
    }
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return menuItemSize(*item, size);
        break;
    case CT_MenuBarItem:
        return size + QSize(2 * metrics::c_between, metrics::c_between);
    case CT_HeaderSection: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width(), std::max(metrics::c_headerHeight, option->fontMetrics.height() + c_textPadding)};
    }
    case CT_ItemViewItem: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width(), std::max(metrics::c_smallControlHeight, base.height() + metrics::c_inner)};
    }
    case CT_ProgressBar:
        return {size.width(), metrics::c_between};
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

QRect EarshotStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    switch (element) {
    case SE_LineEditContents: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        const int padding = frame && frame->lineWidth > 0 ? paint::c_fieldPadding - 2 : 0;
        return option->rect.adjusted(padding, 0, -padding, 0);
    }
    case SE_ItemViewItemFocusRect:
        return option->rect; // around the icon too
    case SE_CheckBoxFocusRect:
    case SE_RadioButtonFocusRect: {
        const SubElement contents = element == SE_CheckBoxFocusRect ? SE_CheckBoxContents : SE_RadioButtonContents;
        const QRect text = QProxyStyle::subElementRect(contents, option, widget);
        const int grown = metrics::c_inner;
        return text.adjusted(-grown, 0, grown, 0) & option->rect;
    }
    case SE_TabBarTabText:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            const auto taken = [](const QSize &button) {
                return button.isEmpty() ? 0 : button.width() + metrics::c_inner;
            };
            const int padding = pixelMetric(PM_TabBarTabHSpace, option, widget) / 2;
            const QRect rect =
                tab->rect.adjusted(padding + taken(tab->leftButtonSize), 0, -padding - taken(tab->rightButtonSize), 0);
            return visualRect(tab->direction, tab->rect, rect);
        }
        break;
    default:
        break;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect EarshotStyle::groupBoxRect(const QStyleOptionComplex &option, SubControl subControl, const QWidget *widget) const
{
    const auto *box = qstyleoption_cast<const QStyleOptionGroupBox *>(&option);
    if (!box)
        return {};
    const QFontMetrics fontMetrics(metrics::strong(widget ? widget->font() : QFont()));
    const bool hasCheck = box->subControls & SC_GroupBoxCheckBox;
    const int height = box->text.isEmpty() && !hasCheck ? 0 : std::max(fontMetrics.height(), hasCheck ? c_checkBox : 0);
    const QRect rect = option.rect;
    const int textLeft = rect.left() + (hasCheck ? c_checkBox + metrics::c_between : 0);
    switch (subControl) {
    case SC_GroupBoxCheckBox:
        return visualRect(option.direction, rect,
                          QRect(rect.left(), rect.top() + (height - c_checkBox) / 2, c_checkBox, c_checkBox));
    case SC_GroupBoxLabel: {
        const int width = fontMetrics.size(Qt::TextShowMnemonic, box->text).width();
        return visualRect(option.direction, rect, QRect(textLeft, rect.top(), width, height));
    }
    case SC_GroupBoxContents:
        return rect.adjusted(0, height > 0 ? height + metrics::c_between : 0, 0, 0);
    default:
        return rect;
    }
}

QRect EarshotStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
                                   const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return scrollBarRect(*bar, subControl);
    } else if (control == CC_GroupBox) {
        return groupBoxRect(*option, subControl, widget);
    } else if (control == CC_ComboBox && (subControl == SC_ComboBoxEditField || subControl == SC_ComboBoxArrow)) {
        const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        return fieldPartRect(*option, subControl, combo && combo->editable, true);
    } else if (control == CC_SpinBox) {
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option)) {
            if (subControl == SC_SpinBoxEditField)
                return fieldPartRect(*option, subControl, true, spin->buttonSymbols != QAbstractSpinBox::NoButtons);
            if (subControl == SC_SpinBoxUp || subControl == SC_SpinBoxDown)
                return spinButtonRect(*spin, subControl == SC_SpinBoxUp);
        }
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

} // namespace earshot
