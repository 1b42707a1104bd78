// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/busybar.h"

#include "widgets/style/colors.h"

#include <QPainter>
#include <QStyle>

namespace earshot {
namespace {

using namespace std::chrono_literals;

constexpr auto c_delay = 200ms;
constexpr int c_roundTrip = 1400; ///< milliseconds
constexpr int c_height = 2;
constexpr qreal c_share = 0.25; ///< of the width, that the moving part takes

} // namespace

BusyBar::BusyBar(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(c_height);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    m_delay.setSingleShot(true);
    m_delay.setInterval(c_delay);
    connect(&m_delay, &QTimer::timeout, this, &BusyBar::showLine);
    m_motion.setStartValue(0.0);
    m_motion.setEndValue(1.0);
    m_motion.setDuration(c_roundTrip);
    m_motion.setLoopCount(-1);
    connect(&m_motion, &QVariantAnimation::valueChanged, this, qOverload<>(&QWidget::update));
}

void BusyBar::setBusy(bool busy)
{
    if (m_isBusy == busy)
        return;
    m_isBusy = busy;
    if (busy) {
        m_delay.start();
        return;
    }
    m_delay.stop();
    m_motion.stop();
    m_isLineShown = false;
    update();
}

void BusyBar::showLine()
{
    m_isLineShown = true;
    if (style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0)
        m_motion.start();
    update();
}

QSize BusyBar::sizeHint() const
{
    return {0, c_height};
}

void BusyBar::paintEvent(QPaintEvent * /*event*/)
{
    if (!m_isLineShown)
        return;
    QPainter painter(this);
    const QColor accent = colorsOf(palette())[ColorRole::Accent];
    if (m_motion.state() != QAbstractAnimation::Running) {
        painter.fillRect(rect(), accent);
        return;
    }
    const qreal at = m_motion.currentValue().toReal() * (1 + c_share) - c_share;
    const qreal left = isRightToLeft() ? 1 - at - c_share : at;
    painter.fillRect(QRectF(left * width(), 0, c_share * width(), height()), accent);
}

} // namespace earshot
