// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/countbadge.h"

#include "widgets/style/colors.h"
#include "widgets/style/metrics.h"
#include "widgets/style/painting.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace earshot {
namespace {

constexpr qint64 c_most = 99;
constexpr qreal c_padding = 7;

} // namespace

CountBadge::CountBadge(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
}

void CountBadge::setCount(qint64 count)
{
    if (m_count == count)
        return;
    m_count = count;
    setAccessibleName(badgeText(count));
    setVisible(count > 0);
    updateGeometry();
    update();
}

QSize CountBadge::sizeHint() const
{
    return badgeSize(badgeText(m_count), font()).toSize();
}

QSize CountBadge::minimumSizeHint() const
{
    return sizeHint();
}

void CountBadge::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    paintBadge(painter, rect(), badgeText(m_count), palette());
}

QString badgeText(qint64 count)
{
    if (count <= 0)
        return {};
    const QString number = QString::number(std::min(count, c_most));
    return count > c_most ? QString(number % QLatin1Char('+')) : QString(QLatin1Char('+') % number);
}

QSizeF badgeSize(const QString &text, const QFont &font)
{
    const QFontMetricsF fontMetrics(metrics::strong(metrics::caption(font)));
    const qreal height = fontMetrics.height() + 2;
    return {std::max(height, fontMetrics.horizontalAdvance(text) + 2 * c_padding), height};
}

void paintBadge(QPainter &painter, const QRectF &rect, const QString &text, const QPalette &palette)
{
    if (text.isEmpty())
        return;
    const Colors &colors = colorsOf(palette);
    const QSizeF size = badgeSize(text, painter.font());
    const QRectF badge(rect.center() - QPointF(size.width(), size.height()) / 2, size);
    drawRounded(painter, badge, badge.height() / 2, colors[ColorRole::Accent], QColor());
    painter.save();
    painter.setFont(metrics::strong(metrics::caption(painter.font())));
    painter.setPen(colors[ColorRole::OnAccent]);
    painter.drawText(badge, int(Qt::AlignCenter) | Qt::TextSingleLine | Qt::TextDontClip, text);
    painter.restore();
}

} // namespace earshot
