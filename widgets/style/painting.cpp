// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/painting.h"

#include "widgets/style/metrics.h"

#include <QPainter>

#include <cmath>

namespace earshot {

qreal deviceRatio(const QPainter &painter)
{
    const QTransform transform = painter.deviceTransform();
    const qreal ratio = std::hypot(transform.m11(), transform.m12()); // also where something is turned
    return ratio > 0 ? ratio : 1;
}

qreal hairline(const QPainter &painter)
{
    return 1 / deviceRatio(painter);
}

void drawHorizontalLine(QPainter &painter, qreal left, qreal right, qreal bottom, const QColor &color)
{
    const qreal width = hairline(painter);
    painter.fillRect(QRectF(left, bottom - width, right - left, width), color);
}

void drawVerticalLine(QPainter &painter, qreal x, qreal top, qreal bottom, const QColor &color)
{
    painter.fillRect(QRectF(x, top, hairline(painter), bottom - top), color);
}

void drawRounded(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &edge,
                 qreal width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.setPen(edge.isValid() ? QPen(edge, width) : QPen(Qt::NoPen));
    const qreal inset = edge.isValid() ? width / 2 : 0;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
    painter.restore();
}

void drawFocusRing(QPainter &painter, const QRectF &rect, qreal radius, const QColor &color)
{
    drawRounded(painter, rect, radius, QColor(), color, metrics::c_focusRing);
}

QColor mixed(const QColor &over, const QColor &under, qreal opacity)
{
    const auto mix = [opacity](float a, float b) { return float(opacity) * a + float(1 - opacity) * b; };
    return QColor::fromRgbF(mix(over.redF(), under.redF()), mix(over.greenF(), under.greenF()),
                            mix(over.blueF(), under.blueF()));
}

} // namespace earshot
