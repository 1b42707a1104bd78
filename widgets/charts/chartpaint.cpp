// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/chartpaint.h"

#include "widgets/style/metrics.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace earshot {
namespace {

constexpr qreal c_hatchDistance = 6;

} // namespace

void fillHatched(QPainter &painter, const QRectF &rect, const Colors &colors)
{
    if (rect.isEmpty())
        return;
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor line = colors[ColorRole::Muted];
    line.setAlphaF(float(line.alphaF()) * 0.55F);
    painter.setPen(QPen(line, 1));
    // From a raster of the whole device: neighbours then look alike.
    const qreal first = std::floor((rect.left() + rect.top()) / c_hatchDistance) * c_hatchDistance;
    for (qreal sum = first; sum < rect.right() + rect.bottom(); sum += c_hatchDistance)
        painter.drawLine(QPointF(sum - rect.top(), rect.top()), QPointF(sum - rect.bottom(), rect.bottom()));
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(line, 0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect.adjusted(0, 0, -0.5, -0.5));
    painter.restore();
}

void outlineMark(QPainter &painter, const QRectF &rect, const Colors &colors, bool hasFocus)
{
    painter.save();
    painter.setBrush(Qt::NoBrush);
    painter.setRenderHint(QPainter::Antialiasing, false);
    QPen pen(colors[hasFocus ? ColorRole::Accent : ColorRole::Text], hasFocus ? metrics::c_focusRing : 1);
    pen.setJoinStyle(Qt::MiterJoin);
    painter.setPen(pen);
    painter.drawRect(rect.adjusted(-1, -1, 0.5, 0.5));
    painter.restore();
}

QRectF snapped(const QRectF &rect, qreal pixelRatio)
{
    const auto snap = [pixelRatio](qreal value) { return std::round(value * pixelRatio) / pixelRatio; };
    const QPointF topLeft(snap(rect.left()), snap(rect.top()));
    return {topLeft, QPointF(snap(rect.right()), snap(rect.bottom()))};
}

int heatStep(qint64 count, qint64 most)
{
    if (count <= 0 || most <= 0)
        return 0;
    return std::clamp(int(std::ceil(double(count) / double(most) * (Colors::c_heatSteps - 1))), 1,
                      Colors::c_heatSteps - 1);
}

} // namespace earshot
