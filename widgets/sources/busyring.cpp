// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sources/busyring.h"

#include "widgets/style/colors.h"
#include "widgets/style/metrics.h"

namespace earshot {
namespace {

constexpr int c_turnMilliseconds = 1200;
constexpr double c_stroke = 2;
constexpr int c_arc = 90 * 16; ///< sixteenths of a degree

} // namespace

BusyRing::BusyRing(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_turn.setStartValue(0.0);
    m_turn.setEndValue(360.0);
    m_turn.setDuration(c_turnMilliseconds);
    m_turn.setLoopCount(-1);
    connect(&m_turn, &QVariantAnimation::valueChanged, this, [this] { update(); });
}

QSize BusyRing::sizeHint() const
{
    return {metrics::c_icon + 2, metrics::c_icon + 2};
}

void BusyRing::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0)
        m_turn.start();
}

void BusyRing::hideEvent(QHideEvent *event)
{
    m_turn.stop();
    QWidget::hideEvent(event);
}

void BusyRing::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &colors = colorsOf(palette());
    const QRectF ring = QRectF(rect()).adjusted(c_stroke, c_stroke, -c_stroke, -c_stroke);
    painter.setPen(QPen(colors[ColorRole::Line], c_stroke));
    painter.drawEllipse(ring);
    painter.setPen(QPen(colors[ColorRole::Accent], c_stroke, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(ring, int(-m_turn.currentValue().toDouble() * 16), c_arc);
}

} // namespace earshot
