// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QColor>
#include <QRectF>

class QPainter;

// Lines and frames as every hand-painted part of the window draws them.
namespace earshot {

/** Device pixels to a logical one, where the painter really paints: a widget rendered into a picture has the picture's.
 */
qreal deviceRatio(const QPainter &painter);

/** One device pixel, in logical ones. */
qreal hairline(const QPainter &painter);

void drawHorizontalLine(QPainter &painter, qreal left, qreal right, qreal bottom, const QColor &color);
void drawVerticalLine(QPainter &painter, qreal x, qreal top, qreal bottom, const QColor &color);

/** A rounded rectangle, its edge of @p width inside @p rect; an invalid colour leaves edge or fill away. */
void drawRounded(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &edge,
                 qreal width = 1);

/** The ring around what has focus: 2 px inside @p rect. */
void drawFocusRing(QPainter &painter, const QRectF &rect, qreal radius, const QColor &color);

/** @p over on @p under, as if @p over were that opaque. */
QColor mixed(const QColor &over, const QColor &under, qreal opacity);

} // namespace earshot
