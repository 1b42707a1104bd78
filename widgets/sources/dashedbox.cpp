// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sources/dashedbox.h"

#include "widgets/style/colors.h"
#include "widgets/style/metrics.h"

namespace earshot {

DashedBox::DashedBox(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(metrics::c_paneMargin, metrics::c_between, metrics::c_paneMargin, metrics::c_between);
    m_row->setSpacing(metrics::c_paneMargin);
}

void DashedBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colorsOf(palette())[ColorRole::ButtonEdge], 1, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::c_controlRadius,
                            metrics::c_controlRadius);
}

} // namespace earshot
