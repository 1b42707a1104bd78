// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/colors.h"

#include <QRectF>

class QPainter;

namespace earshot {

/** What has no outcome: lines from corner to corner within a thin frame. */
void fillHatched(QPainter &painter, const QRectF &rect, const Colors &colors);

/** The outline of the mark under the pointer, or with the focus. */
void outlineMark(QPainter &painter, const QRectF &rect, const Colors &colors, bool hasFocus);

/** On whole device pixels, so that edges are sharp at every scale. */
QRectF snapped(const QRectF &rect, qreal pixelRatio);

/** The step of heatColor() for @p count where @p most is the largest: 0 only for nothing. */
int heatStep(qint64 count, qint64 most);

} // namespace earshot
