// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/card.h"

#include "widgets/style/colors.h"
#include "widgets/style/metrics.h"

#include <QPainter>

namespace earshot {

Card::Card(QWidget *parent)
    : QWidget(parent)
{
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &colors = colorsOf(palette());
    painter.setPen(QPen(colors[ColorRole::Line], 1));
    painter.setBrush(colors[ColorRole::Surface]);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::c_cardRadius,
                            metrics::c_cardRadius);
}

} // namespace earshot
