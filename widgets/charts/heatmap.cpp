// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/heatmap.h"

#include "widgets/charts/chartpaint.h"
#include "widgets/style/format.h"
#include "widgets/style/metrics.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace earshot {
namespace {

constexpr int c_days = 7;
constexpr int c_hours = 24;
constexpr int c_hoursPerName = 6;
constexpr qreal c_gap = 1;
constexpr QSizeF c_swatch{12, 8};

} // namespace

HeatMap::HeatMap(DisplaySettings &settings, QWidget *parent)
    : Chart(settings, parent)
{
    refresh();
}

void HeatMap::setData(const ChartData &counted)
{
    m_counts = counted.weekHours;
    m_total = counted.figures.total;
    refresh();
}

void HeatMap::refresh()
{
    setAccessibleName(tr("Weekday and hour"));
    updateSummary();
    update();
}

qint64 HeatMap::count(int weekday, int hour) const
{
    return m_counts.at(std::size_t(weekday - 1)).at(std::size_t(hour));
}

qint64 HeatMap::most() const
{
    qint64 most = 0;
    for (const auto &day : m_counts)
        most = std::max(most, *std::ranges::max_element(day));
    return most;
}

int HeatMap::weekdayOf(int row) const
{
    return (locale().firstDayOfWeek() - 1 + row) % c_days + 1;
}

qreal HeatMap::scaleHeight() const
{
    return QFontMetricsF(metrics::caption(font())).height() + metrics::c_inner;
}

QRectF HeatMap::gridRect() const
{
    const QFontMetricsF measure(metrics::caption(font()));
    qreal names = 0;
    for (int row = 0; row < c_days; ++row)
        names = std::max(names, measure.horizontalAdvance(locale().dayName(weekdayOf(row), QLocale::ShortFormat)));
    // Hours run from left to right in every language; the names of days stand before them.
    return QRectF(rect()).adjusted(names + metrics::c_between, scaleHeight(), -1, -measure.height() - metrics::c_inner);
}

QRectF HeatMap::cellRect(const Cell &cell) const
{
    const QRectF grid = gridRect();
    const qreal width = grid.width() / c_hours;
    const qreal height = grid.height() / c_days;
    const QRectF room(grid.left() + cell.hour * width, grid.top() + cell.row * height, width, height);
    return snapped(room.adjusted(0, 0, -c_gap, -c_gap), devicePixelRatioF());
}

HeatMap::Cell HeatMap::cellAt(const QPointF &position) const
{
    const QRectF grid = gridRect();
    if (!grid.contains(position))
        return {};
    const int row = int((position.y() - grid.top()) / grid.height() * c_days);
    const int hour = int((position.x() - grid.left()) / grid.width() * c_hours);
    return {std::min(row, c_days - 1), std::min(hour, c_hours - 1)};
}

void HeatMap::setHovered(const Cell &cell, const QPointF &position)
{
    QString tip;
    if (cell.row >= 0) {
        const int weekday = weekdayOf(cell.row);
        const qint64 here = count(weekday, cell.hour);
        const QString hours = QStringLiteral("%1:00 – %2:00")
                                  .arg(cell.hour, 2, 10, QLatin1Char('0'))
                                  .arg(cell.hour + 1, 2, 10, QLatin1Char('0'));
        const QString counted =
            tr("%n conversation(s)", nullptr, int(std::min<qint64>(here, std::numeric_limits<int>::max())));
        //: %1 a weekday, %2 hours as in 10:00 – 11:00, %3 "12 conversations", %4 a share as in 12 %
        tip = tr("%1, %2\n%3, %4")
                  .arg(locale().standaloneDayName(weekday), hours, counted, shareText(here, m_total, locale()));
    }
    showTip(position, tip);
    if (m_hovered == cell)
        return;
    m_hovered = cell;
    update();
}

void HeatMap::keyPressEvent(QKeyEvent *event)
{
    Cell next = m_current.row < 0 ? Cell{0, 0} : m_current;
    switch (event->key()) {
    case Qt::Key_Left:
        next.hour = std::max(0, next.hour - 1);
        break;
    case Qt::Key_Right:
        next.hour = std::min(c_hours - 1, next.hour + 1);
        break;
    case Qt::Key_Up:
        next.row = std::max(0, next.row - 1);
        break;
    case Qt::Key_Down:
        next.row = std::min(c_days - 1, next.row + 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT rowsRequested();
        return;
    default:
        return Chart::keyPressEvent(event);
    }
    m_current = next;
    setHovered(m_current, cellRect(m_current).center());
}

void HeatMap::mouseMoveEvent(QMouseEvent *event)
{
    setHovered(cellAt(event->position()), event->position());
}

void HeatMap::leaveEvent(QEvent *event)
{
    Chart::leaveEvent(event);
    setHovered({}, {});
}

void HeatMap::focusInEvent(QFocusEvent *event)
{
    Chart::focusInEvent(event);
    update();
}

void HeatMap::focusOutEvent(QFocusEvent *event)
{
    Chart::focusOutEvent(event);
    setHovered({}, {});
    update();
}

void HeatMap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &colors = colorsOf(palette());
    const qint64 highest = most();
    for (int row = 0; row < c_days; ++row) {
        for (int hour = 0; hour < c_hours; ++hour)
            painter.fillRect(cellRect({row, hour}), heatColor(colors, heatStep(count(weekdayOf(row), hour), highest)));
    }
    paintNames(painter);
    paintScale(painter);
    if (hasFocus() && m_hovered.row < 0)
        outlineMark(painter, m_current.row < 0 ? gridRect().adjusted(2, 2, -2, -2) : cellRect(m_current), colors, true);
    if (m_hovered.row >= 0)
        outlineMark(painter, cellRect(m_hovered), colors, hasFocus() && m_hovered == m_current);
}

void HeatMap::paintNames(QPainter &painter) const
{
    const QRectF grid = gridRect();
    painter.setFont(metrics::caption(font()));
    painter.setPen(colorsOf(palette())[ColorRole::Muted]);
    const QFontMetricsF measure(painter.font());
    for (int row = 0; row < c_days; ++row) {
        const QRectF cell = cellRect({row, 0});
        const QRectF words(0, cell.center().y() - measure.height() / 2, grid.left() - metrics::c_between + 2,
                           measure.height());
        painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter,
                         locale().dayName(weekdayOf(row), QLocale::ShortFormat));
    }
    for (int hour = 0; hour <= c_hours; hour += c_hoursPerName) {
        const QString name = QStringLiteral("%1").arg(hour, 2, 10, QLatin1Char('0'));
        const qreal width = measure.horizontalAdvance(name) + 2;
        const qreal middle = grid.left() + grid.width() * hour / c_hours;
        const qreal left = std::clamp(middle - width / 2, grid.left(), grid.right() - width);
        painter.drawText(QRectF(left, grid.bottom() + metrics::c_inner, width, measure.height()), Qt::AlignCenter,
                         name);
    }
}

/** From nothing to the largest count, at the trailing end above the grid. */
void HeatMap::paintScale(QPainter &painter) const
{
    const Colors &colors = colorsOf(palette());
    const QFontMetricsF measure(painter.font());
    const QString highest = locale().toString(most());
    const QString lowest = locale().toString(0);
    qreal right = gridRect().right();
    const auto word = [&](const QString &text) {
        const qreal width = measure.horizontalAdvance(text) + 2;
        right -= width;
        painter.drawText(QRectF(right, 0, width, measure.height()), Qt::AlignCenter, text);
        right -= metrics::c_inner;
    };
    word(highest);
    for (int step = Colors::c_heatSteps - 1; step >= 0; --step) {
        right -= c_swatch.width() + c_gap;
        const QRectF swatch({right, (measure.height() - c_swatch.height()) / 2}, c_swatch);
        painter.fillRect(snapped(swatch, devicePixelRatioF()), heatColor(colors, step));
    }
    right -= metrics::c_inner;
    word(lowest);
}

ChartTable HeatMap::table() const
{
    ChartTable table{{tr("Hour")}, {}};
    for (int row = 0; row < c_days; ++row)
        table.headings.append(locale().dayName(weekdayOf(row), QLocale::ShortFormat));
    for (int hour = 0; hour < c_hours; ++hour) {
        QStringList cells = {QStringLiteral("%1:00").arg(hour, 2, 10, QLatin1Char('0'))};
        for (int row = 0; row < c_days; ++row)
            cells.append(locale().toString(count(weekdayOf(row), hour)));
        table.rows.append(cells);
    }
    return table;
}

QString HeatMap::summary() const
{
    const qint64 highest = most();
    for (int weekday = 1; weekday <= c_days && highest > 0; ++weekday) {
        for (int hour = 0; hour < c_hours; ++hour) {
            if (count(weekday, hour) == highest)
                //: %1 a weekday, %2 a full hour as in 10
                return tr("Heat map of weekdays and hours. Most: %3, %1 at %2:00.")
                    .arg(locale().standaloneDayName(weekday), QString::number(hour), locale().toString(highest));
        }
    }
    return tr("Heat map of weekdays and hours. No conversations.");
}

QSize HeatMap::sizeHint() const
{
    return {360, 170};
}

QSize HeatMap::minimumSizeHint() const
{
    return {160, 110};
}

} // namespace earshot
