// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/sparkline.h"

#include "widgets/style/colors.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace earshot {
namespace {

constexpr int c_width = 56;
constexpr int c_height = 14;
constexpr qreal c_stroke = 1.4;

} // namespace

Sparkline::Sparkline(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void Sparkline::setValues(const QList<double> &values)
{
    if (m_values == values)
        return;
    m_values = values;
    update();
}

QSize Sparkline::sizeHint() const
{
    return {c_width, c_height};
}

void Sparkline::paintEvent(QPaintEvent * /*event*/)
{
    if (m_values.size() < 2)
        return;
    const double most = std::max(*std::ranges::max_element(m_values), 1e-9);
    const QRectF area = QRectF(rect()).adjusted(1, 1, -1, -1);
    const qreal step = area.width() / qreal(m_values.size() - 1);
    QPainterPath path;
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        const QPointF point(area.left() + qreal(i) * step, area.bottom() - m_values.at(i) / most * area.height());
        i == 0 ? path.moveTo(point) : path.lineTo(point);
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colorsOf(palette())[ColorRole::Accent], c_stroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
}

} // namespace earshot
