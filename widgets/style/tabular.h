// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QString>

class QPainter;
class QRectF;

namespace earshot {

/** Paints one line of figures so that digits stand under digits: where a font's digits differ in width, each is set on
 * the widest one's advance. @p flags are Qt::Alignment's. The painter's font and pen are used. */
void drawTabular(QPainter &painter, const QRectF &rect, Qt::Alignment flags, const QString &text);

/** The width that drawTabular() needs. */
qreal tabularWidth(const QFont &font, const QString &text);

} // namespace earshot
