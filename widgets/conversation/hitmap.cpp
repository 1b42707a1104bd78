// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/conversation/hitmap.h"

#include "widgets/style/colors.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace earshot {
namespace {

constexpr int c_width = 10;
constexpr int c_markHeight = 3;

void paintMarks(QPainter &painter, const QList<qreal> &places, const QSize &size, const QColor &color)
{
    int last = -c_markHeight;
    for (const qreal place : places) {
        const int y = int(place * (size.height() - c_markHeight));
        if (y < last + c_markHeight)
            continue; // thousands of marks are still one strip
        painter.fillRect(2, y, size.width() - 4, c_markHeight, color);
        last = y;
    }
}

} // namespace

HitMap::HitMap(QWidget *parent)
    : QWidget(parent)
{
    setFixedWidth(c_width);
    setFocusPolicy(Qt::NoFocus); // what it does is also done by F3 and by [ and ]
}

QSize HitMap::sizeHint() const
{
    return {c_width, 100};
}

void HitMap::setMarkers(const QList<qreal> &places)
{
    if (m_markers == places)
        return;
    m_markers = places;
    update();
}

void HitMap::setHits(const QList<qreal> &places)
{
    if (m_hits == places)
        return;
    m_hits = places;
    update();
}

void HitMap::mousePressEvent(QMouseEvent *event)
{
    press(*event);
}

void HitMap::mouseMoveEvent(QMouseEvent *event)
{
    press(*event);
}

void HitMap::press(const QMouseEvent &event)
{
    if (event.buttons().testFlag(Qt::LeftButton) && height() > 0)
        Q_EMIT pressedAt(std::clamp(event.position().y() / height(), 0.0, 1.0));
}

void HitMap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &colors = colorsOf(palette());
    painter.fillRect(rect(), colors[ColorRole::Raised]);
    const int edge = layoutDirection() == Qt::RightToLeft ? width() - 1 : 0;
    painter.fillRect(edge, 0, 1, height(), colors[ColorRole::RowLine]);
    paintMarks(painter, m_markers, size(), colors[ColorRole::OutcomeQuoted]);
    paintMarks(painter, m_hits, size(), colors[ColorRole::WarningText]);
}

} // namespace earshot
