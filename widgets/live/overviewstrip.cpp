// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/live/overviewstrip.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStyleOptionSlider>

namespace earshot {
namespace {

constexpr int c_width = 12;
constexpr int c_tickWidth = 8;
constexpr int c_tickHeight = 2;
constexpr int c_mostUnseen = 40;
constexpr int c_reach = 3; // pixels beside a tick that still hit it

} // namespace

OverviewStrip::OverviewStrip(QWidget *parent)
    : QScrollBar(Qt::Vertical, parent)
{
}

QSize OverviewStrip::sizeHint() const
{
    return {c_width, QScrollBar::sizeHint().height()};
}

void OverviewStrip::setTicks(const std::map<int, ColorRole> &ticks, int rowCount)
{
    std::map<int, ColorRole> shown = ticks;
    // Where nearly everything is new, saying so of each row says nothing and hides the rest.
    if (std::ranges::count(ticks, ColorRole::Accent, &std::pair<const int, ColorRole>::second) > c_mostUnseen)
        std::erase_if(shown, [](const auto &tick) { return tick.second == ColorRole::Accent; });
    if (shown == m_ticks && rowCount == m_rowCount)
        return;
    m_ticks = std::move(shown);
    m_rowCount = rowCount;
    update();
}

QRect OverviewStrip::grooveRect() const
{
    QStyleOptionSlider option;
    initStyleOption(&option);
    return style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarGroove, this);
}

QRect OverviewStrip::sliderRect() const
{
    QStyleOptionSlider option;
    initStyleOption(&option);
    return style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, this);
}

int OverviewStrip::tickY(int row) const
{
    const QRect groove = grooveRect();
    const qint64 room = std::max(0, groove.height() - c_tickHeight);
    return groove.top() + int(room * row / std::max(1, m_rowCount - 1));
}

void OverviewStrip::paintEvent(QPaintEvent *event)
{
    QScrollBar::paintEvent(event);
    const Colors &colors = colorsOf(palette());
    QPainter painter(this);
    const int left = (width() - c_tickWidth) / 2;
    int lastY = -1;
    ColorRole lastColor = ColorRole::Count_;
    for (const auto &[row, color] : m_ticks) {
        const int y = tickY(row);
        if (y == lastY && color == lastColor)
            continue;
        painter.fillRect(left, y, c_tickWidth, c_tickHeight, colors[color]);
        lastY = y;
        lastColor = color;
    }
}

void OverviewStrip::mousePressEvent(QMouseEvent *event)
{
    const int y = event->position().toPoint().y();
    const bool onSlider = sliderRect().contains(event->position().toPoint());
    if (event->button() == Qt::LeftButton && !onSlider) {
        int nearest = -1;
        for (const auto &[row, color] : m_ticks) {
            const int distance = std::abs(tickY(row) - y);
            if (distance <= c_reach && (nearest < 0 || distance < std::abs(tickY(nearest) - y)))
                nearest = row;
        }
        if (nearest >= 0) {
            Q_EMIT rowClicked(nearest);
            return;
        }
    }
    QScrollBar::mousePressEvent(event);
}

} // namespace earshot
