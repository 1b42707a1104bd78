// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/payload/payloadstrip.h"

#include "widgets/style/colors.h"
#include "widgets/style/metrics.h"
#include "widgets/style/painting.h"

#include <QHBoxLayout>
#include <QPainter>

namespace earshot {

PayloadStrip::PayloadStrip(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    constexpr int aboveAndBelow = 6;
    m_row->setContentsMargins(metrics::c_paneMargin, aboveAndBelow, metrics::c_paneMargin, aboveAndBelow);
    m_row->setSpacing(metrics::c_between);
}

void PayloadStrip::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const Colors &colors = colorsOf(palette());
    painter.fillRect(rect(), colors[ColorRole::Raised]);
    drawHorizontalLine(painter, 0, width(), hairline(painter), colors[ColorRole::Line]);
}

} // namespace earshot
