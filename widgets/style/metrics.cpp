// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/metrics.h"

#include <QFontDatabase>

#include <algorithm>

namespace earshot::metrics {
namespace {

constexpr double c_smallestPoints = 8;

/** @p base, larger by @p points; a font set in pixels grows by as much. */
QFont resized(const QFont &base, double points)
{
    QFont font = base;
    if (base.pointSizeF() > 0)
        font.setPointSizeF(std::max(c_smallestPoints, base.pointSizeF() + points));
    else
        font.setPixelSize(std::max(11, base.pixelSize() + int(points * 4 / 3)));
    return font;
}

QFont semibold(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

int rowHeight(Density density)
{
    switch (density) {
    case Density::Compact:
        return 24;
    case Density::Normal:
        return 28;
    case Density::Roomy:
        return 34;
    }
    return 28;
}

QFont body(const QFont &base)
{
    return base;
}

QFont strong(const QFont &base)
{
    return semibold(base);
}

QFont caption(const QFont &base)
{
    return resized(base, -1);
}

QFont title(const QFont &base)
{
    return semibold(resized(base, 2));
}

QFont timer(const QFont &base)
{
    return semibold(resized(base, 3));
}

QFont figure(const QFont &base)
{
    return semibold(resized(base, 9));
}

QFont mono(const QFont &base)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const QFont sized = resized(base, -1);
    if (sized.pointSizeF() > 0)
        font.setPointSizeF(sized.pointSizeF());
    else
        font.setPixelSize(sized.pixelSize());
    return font;
}

} // namespace earshot::metrics
