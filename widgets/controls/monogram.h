// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPalette>
#include <QSizeF>
#include <QString>

class QPainter;
class QRectF;

namespace earshot {

/** The frame around one to three letters that stand for a platform. */
QSizeF monogramSize();

/** Centred in @p rect, in text colour within a hairline frame. */
void paintMonogram(QPainter &painter, const QRectF &rect, const QString &text, const QPalette &palette);

} // namespace earshot
