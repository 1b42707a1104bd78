// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/live/skeletonrows.h"

#include "widgets/style/colors.h"
#include "widgets/style/metrics.h"

#include <QPainter>

#include <array>

namespace earshot {
namespace {

using namespace std::chrono_literals;

constexpr int c_barHeight = 8;
constexpr std::array c_shares = {72, 56, 84, 64, 48}; // percent of a cell, by row

} // namespace

void paintSkeletonBar(QPainter &painter, const QRect &content, int row, const QPalette &palette)
{
    const int share = c_shares[std::size_t(row) % c_shares.size()];
    QRectF bar(0, 0, content.width() * share / 100.0, c_barHeight);
    bar.moveCenter(QRectF(content).center());
    if (painter.layoutDirection() == Qt::RightToLeft)
        bar.moveRight(content.right());
    else
        bar.moveLeft(content.left());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colorsOf(palette)[ColorRole::RowLine]);
    painter.drawRoundedRect(bar, c_barHeight / 2.0, c_barHeight / 2.0);
    painter.restore();
}

SkeletonRows::SkeletonRows(const DisplaySettings &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_delay.setSingleShot(true);
    m_delay.setInterval(200ms);
    connect(&m_delay, &QTimer::timeout, this, &QWidget::show);
    hide();
}

void SkeletonRows::setWaiting(bool waiting)
{
    if (waiting == m_isWaiting)
        return;
    m_isWaiting = waiting;
    if (waiting) {
        m_delay.start();
    } else {
        m_delay.stop();
        hide();
    }
}

void SkeletonRows::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors[ColorRole::Surface]);
    const int height = metrics::rowHeight(m_display.density());
    const int columns = std::max(1, width() / 140);
    for (int row = 0; row * height < this->height(); ++row) {
        for (int column = 0; column < columns; ++column) {
            const QRect cell(column * width() / columns, row * height, width() / columns, height);
            paintSkeletonBar(painter, cell.adjusted(metrics::c_paneMargin, 0, -metrics::c_paneMargin, 0), row + column,
                             palette());
        }
        painter.fillRect(0, (row + 1) * height - 1, width(), 1, colors[ColorRole::RowLine]);
    }
}

} // namespace earshot
