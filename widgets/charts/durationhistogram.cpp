// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/durationhistogram.h"

#include "widgets/charts/chartpaint.h"
#include "widgets/charts/plot.h"
#include "widgets/style/format.h"
#include "widgets/style/metrics.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace earshot {
namespace {

constexpr QSize c_smallest{120, 90};
constexpr int c_steps = 4;
constexpr qsizetype c_lastBin = ChartData::c_durationBins - 1;
constexpr int c_binsPerMinute = 60 / ChartData::c_durationBinSeconds;

/** Where a duration lies on the axis; what is in the last bin stands in its middle. */
double keyOf(qint64 durationSeconds)
{
    const double bins = double(std::max<qint64>(0, durationSeconds)) / ChartData::c_durationBinSeconds;
    return bins >= double(c_lastBin) ? double(c_lastBin) : bins - 0.5;
}

} // namespace

DurationHistogram::DurationHistogram(DisplaySettings &settings, QWidget *parent)
    : Chart(settings, parent)
    , m_plot(new Plot(this))
    , m_columns(new Columns(*m_plot))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_plot);
    m_columns->setLastPaler(true);
    m_plot->setOverlay([this](QPainter &painter) { paintOverlay(painter); });
    refresh();
}

DurationHistogram::~DurationHistogram() = default;

void DurationHistogram::setData(const ChartData &counted)
{
    m_counts = counted.durations;
    m_durations = counted.figures.duration;
    refresh();
}

void DurationHistogram::refresh()
{
    setAccessibleName(tr("Duration"));
    m_plot->applyLook(palette(), font());
    const Colors &colors = colorsOf(palette());
    m_columns->setLook(colors, colors[ColorRole::Accent], false);
    m_columns->setCounts(QList<qint64>(m_counts.begin(), m_counts.end()));
    updatePlot();
    updateSummary();
}

void DurationHistogram::updatePlot()
{
    m_scale = steadyScale(m_scale, *std::ranges::max_element(m_counts), height() < 160 ? 2 : c_steps);
    m_plot->setColumns(ChartData::c_durationBins);
    // A line of words over the columns.
    m_plot->setHeight(m_scale, locale());
    m_plot->yAxis->setRangeUpper(double(m_scale.top) * 1.12);
    QMap<double, QString> ticks;
    const int minutes = int(c_lastBin) / c_binsPerMinute;
    for (int minute = 0; minute < minutes; minute += 2)
        ticks.insert(minute * c_binsPerMinute - 0.5, locale().toString(minute));
    //: minutes on an axis: %1 and more
    ticks.insert(double(c_lastBin), tr("%1+").arg(locale().toString(minutes)));
    m_plot->setTicks(ticks);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

QString DurationHistogram::binText(qsizetype bin) const
{
    const qint64 from = bin * ChartData::c_durationBinSeconds;
    if (bin == c_lastBin)
        return tr("%1 and longer").arg(durationText(from));
    //: a range of durations, the second not included
    return tr("%1 to %2").arg(durationText(from), durationText(from + ChartData::c_durationBinSeconds));
}

QString DurationHistogram::tipOf(qsizetype bin) const
{
    if (bin < 0)
        return {};
    const qint64 count = m_counts[std::size_t(bin)];
    const QString counted =
        tr("%n conversation(s)", nullptr, int(std::min<qint64>(count, std::numeric_limits<int>::max())));
    //: %1 is "12 conversations", %2 a share as in 12 %
    const QString share =
        tr("%1, %2 of those with a duration").arg(counted, shareText(count, m_durations.known, locale()));
    QStringList lines = {binText(bin), share};
    if (count > 0)
        lines.append(tr("Enter opens them"));
    return lines.join(QLatin1Char('\n'));
}

qsizetype DurationHistogram::binAt(const QPointF &position) const
{
    const QPointF place = position - m_plot->pos();
    return m_plot->plotRect().contains(place) ? m_plot->columnAt(place.x()) : -1;
}

void DurationHistogram::setHovered(qsizetype bin, const QPointF &position)
{
    showTip(position, tipOf(bin));
    if (m_hovered == bin)
        return;
    m_hovered = bin;
    m_plot->update();
}

void DurationHistogram::activate(qsizetype bin)
{
    if (bin < 0)
        return;
    const int from = int(bin) * ChartData::c_durationBinSeconds;
    Q_EMIT durationActivated(from, bin == c_lastBin ? 0 : from + ChartData::c_durationBinSeconds);
}

void DurationHistogram::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const qsizetype by = event->key() == Qt::Key_Left ? -1 : 1;
        m_current = m_current < 0 ? 0 : std::clamp<qsizetype>(m_current + by, 0, c_lastBin);
        return setHovered(m_current, m_plot->columnRect(m_current).center());
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current < 0)
            Q_EMIT rowsRequested();
        return activate(m_current);
    default:
        return Chart::keyPressEvent(event);
    }
}

void DurationHistogram::mouseMoveEvent(QMouseEvent *event)
{
    setHovered(binAt(event->position()), event->position());
}

void DurationHistogram::mouseDoubleClickEvent(QMouseEvent *event)
{
    activate(binAt(event->position()));
}

void DurationHistogram::leaveEvent(QEvent *event)
{
    Chart::leaveEvent(event);
    setHovered(-1, {});
}

void DurationHistogram::focusInEvent(QFocusEvent *event)
{
    Chart::focusInEvent(event);
    if (m_current >= 0 && event->reason() != Qt::MouseFocusReason)
        setHovered(m_current, m_plot->columnRect(m_current).center());
    m_plot->update();
}

void DurationHistogram::focusOutEvent(QFocusEvent *event)
{
    Chart::focusOutEvent(event);
    setHovered(-1, {});
    m_plot->update();
}

void DurationHistogram::resizeEvent(QResizeEvent *event)
{
    Chart::resizeEvent(event);
    updatePlot();
}

void DurationHistogram::paintOverlay(QPainter &painter) const
{
    paintPercentiles(painter);
    if (hasFocus() && m_current < 0)
        outlineMark(painter, m_plot->plotRect().adjusted(2, 2, -2, -2), colorsOf(palette()), true);
    if (m_hovered < 0)
        return;
    QRectF mark = m_columns->rectOf(m_hovered);
    if (mark.isEmpty()) {
        const QRectF room = m_plot->columnRect(m_hovered);
        mark = QRectF(room.left() + 1, room.bottom() - 3, room.width() - 2, 3);
    }
    outlineMark(painter, mark, colorsOf(palette()), hasFocus() && m_hovered == m_current);
}

QRectF DurationHistogram::placeForWords(qreal x, bool before, const QSizeF &size, const QList<QRectF> &taken,
                                        const QList<qreal> &all) const
{
    const QRectF room = m_plot->plotRect();
    const auto placed = [&](int line, bool isBefore) {
        QRectF words(QPointF(x + metrics::c_inner, room.top() + line * size.height()), size);
        if (isBefore)
            words.moveRight(x - metrics::c_inner);
        return words;
    };
    const auto isFree = [&](const QRectF &words) {
        const auto crosses = [&](qreal other) { return other > words.left() && other < words.right(); };
        const auto covers = [&](const QRectF &other) { return other.intersects(words); };
        return words.left() >= room.left() && words.right() <= room.right() && std::ranges::none_of(all, crosses)
               && std::ranges::none_of(taken, covers);
    };
    for (int line = 0; line < 3; ++line) {
        for (const bool isBefore : {before, !before}) {
            if (const QRectF words = placed(line, isBefore); isFree(words))
                return words;
        }
    }
    const QRectF last = placed(int(taken.size()), false);
    return last.right() <= room.right() ? last : placed(int(taken.size()), true);
}

void DurationHistogram::paintPercentiles(QPainter &painter) const
{
    struct Line {
        std::optional<qint64> seconds;
        QString word;
        bool isDashed;
        bool wordsBefore;
    };

    const std::array lines = {Line{m_durations.median, tr("median %1"), false, false},
                              //: nine of ten are not longer
                              Line{m_durations.p90, tr("p90 %1"), true, true},
                              Line{m_durations.p95, tr("p95 %1"), true, false}};
    if (!m_durations.median)
        return;
    const Colors &colors = colorsOf(palette());
    const QRectF room = m_plot->plotRect();
    const QFont caption = metrics::caption(font());
    const QFontMetricsF measure(caption);
    painter.setFont(caption);
    QList<qreal> all;
    for (const Line &line : lines) {
        QPen pen(colors[ColorRole::TextSecond], 1);
        if (line.isDashed)
            pen.setDashPattern({3, 3});
        painter.setPen(pen);
        all.append(std::round(m_plot->xOf(keyOf(*line.seconds))) + 0.5);
        painter.drawLine(QPointF(all.last(), room.top()), QPointF(all.last(), room.bottom()));
    }
    painter.setPen(colors[ColorRole::TextSecond]);
    QList<QRectF> taken;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const QString text = lines[i].word.arg(durationText(*lines[i].seconds));
        const QSizeF size(measure.horizontalAdvance(text) + 2, measure.height());
        taken.append(placeForWords(all[qsizetype(i)], lines[i].wordsBefore, size, taken, all));
        painter.fillRect(taken.last(), colors[ColorRole::Surface]);
        painter.drawText(taken.last(), Qt::AlignLeft | Qt::AlignVCenter, text);
    }
}

void DurationHistogram::paintTo(QPaintDevice &device)
{
    m_plot->paintTo(device);
}

ChartTable DurationHistogram::table() const
{
    ChartTable table{{tr("Duration"), tr("Conversations"), tr("Share")}, {}};
    for (qsizetype bin = 0; bin <= c_lastBin; ++bin) {
        const qint64 count = m_counts[std::size_t(bin)];
        table.rows.append({binText(bin), locale().toString(count), shareText(count, m_durations.known, locale())});
    }
    return table;
}

QString DurationHistogram::summary() const
{
    if (!m_durations.median)
        return tr("Histogram. No conversation with a duration.");
    const auto most = std::ranges::max_element(m_counts) - m_counts.begin();
    return tr("Histogram of durations in half minutes. Median %1, p90 %2, p95 %3. Most: %4, %5.")
        .arg(durationSentence(*m_durations.median), durationSentence(*m_durations.p90),
             durationSentence(*m_durations.p95), locale().toString(m_counts[std::size_t(most)]), binText(most));
}

QSize DurationHistogram::sizeHint() const
{
    return {360, 170};
}

QSize DurationHistogram::minimumSizeHint() const
{
    return c_smallest;
}

} // namespace earshot
