// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/monogram.h"

#include "widgets/style/colors.h"
#include "widgets/style/painting.h"

#include <QPainter>

#include <cmath>

namespace earshot {
namespace {

constexpr int c_side = 16;
constexpr qreal c_radius = 3;
constexpr int c_pixels = 9;

} // namespace

QSizeF monogramSize()
{
    return {c_side, c_side};
}

void paintMonogram(QPainter &painter, const QRectF &rect, const QString &text, const QPalette &palette)
{
    const Colors &colors = colorsOf(palette);
    const QSizeF size = monogramSize();
    const QRectF frame(
        QPointF(std::round(rect.center().x() - size.width() / 2), std::round(rect.center().y() - size.height() / 2)),
        size);
    drawRounded(painter, frame, c_radius, colors[ColorRole::Surface], colors[ColorRole::ButtonEdge]);
    painter.save();
    QFont font = painter.font();
    font.setPixelSize(text.size() > 2 ? c_pixels - 2 : c_pixels);
    font.setWeight(QFont::Bold);
    painter.setFont(font);
    painter.setPen(colors[ColorRole::TextSecond]);
    painter.drawText(frame, int(Qt::AlignCenter) | Qt::TextSingleLine | Qt::TextDontClip, text);
    painter.restore();
}

} // namespace earshot
