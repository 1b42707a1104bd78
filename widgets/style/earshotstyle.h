// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProxyStyle>

namespace earshot {

/** The one quiet style of the window, over Fusion: hairlines instead of boxes, flat buttons, tabs as underlined words.
 * Its colours come from the widget's palette. Buttons with `setDefault(true)` are filled with the accent; a button,
 * tool button or combo box with the property `smallControl` is 24 high instead of 28, a tool button that shows only an
 * icon has a chevron for its menu if its property `menuChevron` is set. */
class EarshotStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    EarshotStyle();

    /** Motion is off in all widgets: style animations last 0 ms. */
    void setReducedMotion(bool reduced);

    using QProxyStyle::polish;
    void polish(QWidget *widget) override;

    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget = nullptr) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget = nullptr) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option = nullptr,
                    const QWidget *widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption *option = nullptr, const QWidget *widget = nullptr,
                  QStyleHintReturn *returnData = nullptr) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget = nullptr) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget = nullptr) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
                         const QWidget *widget = nullptr) const override;
    QIcon standardIcon(StandardPixmap pixmap, const QStyleOption *option = nullptr,
                       const QWidget *widget = nullptr) const override;

private:
    bool drawBar(ControlElement element, const QStyleOption &option, QPainter &painter, const QWidget *widget) const;
    void drawGroupBox(const QStyleOptionComplex &option, QPainter &painter, const QWidget *widget) const;
    QRect groupBoxRect(const QStyleOptionComplex &option, SubControl subControl, const QWidget *widget) const;

    bool m_isMotionReduced = false;
};

} // namespace earshot
