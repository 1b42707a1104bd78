// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/icons.h"

#include <QRect>

class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionComplex;
class QStyleOptionDockWidget;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;
class QStyleOptionToolButton;
class QWidget;

// What EarshotStyle paints, a function a thing. Private to the style.
namespace earshot::paint {

inline constexpr int c_chevron = 14;
inline constexpr int c_buttonPadding = 12;
inline constexpr int c_fieldPadding = 8;
inline constexpr int c_comboArrow = 26; ///< the trailing part of a combo box or spin box
inline constexpr int c_menuPadding = 10;
inline constexpr int c_menuIconColumn = 24;

QColor textColor(const QStyleOption &option);
void chevron(QPainter &painter, const QStyleOption &option, Icon icon, const QRectF &rect);
/** Of the chevron after a label, with the gap before it unless it stands alone. */
int chevronWidth(bool alone);
void focusFrame(QPainter &painter, const QStyleOption &option);

// Buttons and fields
bool isFilled(const QStyleOption &option, const QWidget *widget);
void pushButtonBevel(QPainter &painter, const QStyleOption &option, const QWidget *widget);
void pushButtonLabel(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget);
void toolButton(QPainter &painter, const QStyleOptionToolButton &option, const QWidget *widget);
void checkIndicator(QPainter &painter, const QStyleOption &option);
void radioIndicator(QPainter &painter, const QStyleOption &option);
void fieldFrame(QPainter &painter, const QStyleOption &option, bool hasFocus);
void comboBox(QPainter &painter, const QStyleOptionComboBox &option);
void spinBox(QPainter &painter, const QStyleOptionSpinBox &option, const QRect &up, const QRect &down);

// Views
void headerSection(QPainter &painter, const QStyleOptionHeader &option);
void headerLabel(QPainter &painter, const QStyleOptionHeader &option);
void itemBackground(QPainter &painter, const QStyleOption &option, bool showsHover = true);
void branch(QPainter &painter, const QStyleOption &option);
void scrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRect &slider, const QWidget *widget);
void scrollCorner(QPainter &painter, const QStyleOption &option, const QWidget *widget);

// Bars and frames
void tabShape(QPainter &painter, const QStyleOptionTab &option);
void tabLabel(QPainter &painter, const QStyleOptionTab &option, const QRect &textRect);
void menuItem(QPainter &painter, const QStyleOptionMenuItem &option);
void menuBarItem(QPainter &painter, const QStyleOptionMenuItem &option);
void progressBar(QPainter &painter, const QStyleOptionProgressBar &option);
void dockTitle(QPainter &painter, const QStyleOptionDockWidget &option);
void dockSeparator(QPainter &painter, const QStyleOption &option, const QWidget *widget);
void splitter(QPainter &painter, const QStyleOption &option);

} // namespace earshot::paint
