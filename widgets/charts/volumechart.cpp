// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/volumechart.h"

#include "widgets/charts/binwords.h"
#include "widgets/charts/chartpaint.h"
#include "widgets/charts/plot.h"
#include "widgets/charts/serieslegend.h"
#include "widgets/style/metrics.h"
#include "widgets/style/words.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace earshot {
namespace {

constexpr QSize c_smallest{120, 90};
constexpr QSize c_small{280, 160}; ///< below, there is no room for a legend
constexpr int c_tickWidth = 90; ///< room for a name on the axis, in sixths of a letter's width
constexpr int c_steps = 5;
constexpr int c_fewSteps = 2;
constexpr int c_dragDistance = 4;

std::pair<qsizetype, qsizetype> ordered(qsizetype a, qsizetype b)
{
    return {std::min(a, b), std::max(a, b)};
}

} // namespace

VolumeChart::VolumeChart(DisplaySettings &settings, QWidget *parent)
    : Chart(settings, parent)
    , m_legend(new SeriesLegend(this))
    , m_plot(new Plot(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics::c_inner);
    column->addWidget(m_legend);
    column->addWidget(m_plot, 1);
    m_plot->setOverlay([this](QPainter &painter) { paintOverlay(painter); });
    connect(m_legend, &SeriesLegend::shownChanged, this, [this] { updateColumns(); });
    refresh();
}

VolumeChart::~VolumeChart() = default;

void VolumeChart::setData(const ChartData &counted)
{
    const bool isOtherRange =
        m_data.interval.from != counted.interval.from || m_data.bins.size() != counted.bins.size();
    m_data = counted;
    if (isOtherRange) {
        m_brush.reset();
        m_isDragging = false;
        m_anchor = -1;
        m_current = -1;
        m_hovered = {};
        showTip({}, {});
        m_scale = {};
    }
    refresh();
}

void VolumeChart::refresh()
{
    setAccessibleName(title());
    m_plot->applyLook(palette(), font());
    updateLegend();
    updateColumns();
    updateSummary();
}

QString VolumeChart::title() const
{
    switch (m_data.step) {
    case BinStep::Hour:
        return tr("Conversations per hour");
    case BinStep::Day:
        return tr("Conversations per day");
    case BinStep::Week:
        return tr("Conversations per week");
    case BinStep::Month:
        return tr("Conversations per month");
    case BinStep::Year:
        return tr("Conversations per year");
    }
    Q_UNREACHABLE();
}

QString VolumeChart::seriesWord(const ChartSeries &one) const
{
    if (one.kind == ChartSeries::Kind::Others)
        //: several outcomes drawn as one
        return tr("%n other(s)", nullptr, one.merged);
    return outcomeLook(one.outcome).word;
}

void VolumeChart::updateLegend()
{
    QList<SeriesLegend::Entry> entries;
    for (const ChartSeries &one : series()) {
        const ColorRole color =
            one.kind == ChartSeries::Kind::Others ? ColorRole::OutcomeOther : outcomeLook(one.outcome).color;
        entries.append({seriesWord(one), color, one.kind == ChartSeries::Kind::Untagged});
    }
    m_legend->setEntries(entries);
    const bool isSmall = width() < c_small.width() || height() < c_small.height();
    m_legend->setVisible(entries.size() > 1 && !isSmall);
}

void VolumeChart::updateColumns()
{
    const Colors &colors = colorsOf(palette());
    while (m_columns.size() > series().size())
        m_plot->removePlottable(m_columns.takeLast());
    while (m_columns.size() < series().size()) {
        auto *columns = new Columns(*m_plot);
        if (!m_columns.isEmpty())
            columns->moveAbove(m_columns.last());
        m_columns.append(columns);
    }
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        const ChartSeries &one = series()[i];
        const ColorRole color =
            one.kind == ChartSeries::Kind::Others ? ColorRole::OutcomeOther : outcomeLook(one.outcome).color;
        m_columns[i]->setLook(colors, colors[color], one.kind == ChartSeries::Kind::Untagged);
        m_columns[i]->setProminent(m_brush);
        QList<qint64> counts;
        for (const ChartBin &bin : bins())
            counts.append(m_legend->isShown(i) ? bin.counts.value(i) : 0);
        m_columns[i]->setCounts(counts);
    }
    updateAxes();
}

void VolumeChart::updateAxes()
{
    qint64 highest = 0;
    for (const ChartBin &bin : bins()) {
        qint64 height = 0;
        for (qsizetype i = 0; i < bin.counts.size(); ++i)
            height += m_legend->isShown(i) ? bin.counts[i] : 0;
        highest = std::max(highest, height);
    }
    const bool isSmall = width() < c_small.width() || height() < c_small.height();
    const int steps = isSmall ? c_fewSteps : c_steps;
    m_scale = steps == m_steps ? steadyScale(m_scale, highest, steps) : roundScale(highest, steps);
    m_steps = steps;
    m_plot->setColumns(bins().size());
    m_plot->setHeight(m_scale, locale());
    m_plot->setTicks(ticks());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

QMap<double, QString> VolumeChart::ticks() const
{
    const int most = std::max(2, width() / std::max(1, fontMetrics().averageCharWidth() * c_tickWidth / 6));
    return binTicks(m_data, std::min(most, 12), locale());
}

bool VolumeChart::clearBrush()
{
    if (!m_brush)
        return false;
    m_isDragging = false;
    setBrush(std::nullopt);
    return true;
}

void VolumeChart::setBrush(const std::optional<std::pair<qsizetype, qsizetype>> &brush)
{
    m_brush = brush;
    for (Columns *columns : std::as_const(m_columns))
        columns->setProminent(m_brush);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void VolumeChart::emitBrush()
{
    if (m_brush)
        Q_EMIT rangeBrushed(bins()[m_brush->first].from, bins()[m_brush->second].until);
}

QPointF VolumeChart::binCenter(qsizetype bin) const
{
    return m_plot->pos() + m_plot->columnRect(bin).center();
}

bool VolumeChart::isOverPlot(const QPointF &position) const
{
    return !bins().isEmpty() && m_plot->plotRect().contains(position - m_plot->pos());
}

VolumeChart::Mark VolumeChart::markAt(const QPointF &position) const
{
    if (!isOverPlot(position))
        return {};
    const QPointF place = position - m_plot->pos();
    Mark mark{m_plot->columnAt(place.x()), -1};
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        const QRectF rect = m_columns[i]->rectOf(mark.bin);
        if (!rect.isEmpty() && place.y() >= rect.top() && place.y() < rect.bottom())
            mark.series = i;
    }
    return mark;
}

QString VolumeChart::tipOf(const Mark &mark) const
{
    if (mark.bin < 0 || mark.bin >= bins().size())
        return {};
    const ChartBin &bin = bins()[mark.bin];
    QStringList lines = {binText(bin, m_data.step, m_data.scope.zone(), locale())};
    const qint64 total = bin.figures.total;
    if (mark.series >= 0) {
        const qint64 count = bin.counts.value(mark.series);
        //: one part of a column: %1 an outcome, %2 a count, %3 a share as in 12 %
        lines.append(
            tr("%1: %2, %3")
                .arg(seriesWord(series()[mark.series]), locale().toString(count), shareText(count, total, locale())));
    }
    lines.append(tr("%n conversation(s)", nullptr, int(std::min<qint64>(total, std::numeric_limits<int>::max()))));
    if (total > 0)
        lines.append(tr("Enter opens them"));
    return lines.join(QLatin1Char('\n'));
}

void VolumeChart::setHovered(const Mark &mark, const QPointF &position)
{
    showTip(position, tipOf(mark));
    if (m_hovered == mark)
        return;
    m_hovered = mark;
    m_plot->update();
}

void VolumeChart::moveCurrent(qsizetype to, bool extends)
{
    if (bins().isEmpty())
        return;
    const qsizetype before = m_current;
    m_current = std::clamp<qsizetype>(to, 0, bins().size() - 1);
    if (extends) {
        if (m_anchor < 0)
            m_anchor = std::max<qsizetype>(0, before < 0 ? m_current : before);
        setBrush(ordered(m_anchor, m_current));
    } else {
        m_anchor = -1;
        setBrush(std::nullopt);
    }
    setHovered({m_current, -1}, binCenter(m_current));
}

void VolumeChart::keyPressEvent(QKeyEvent *event)
{
    const bool extends = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Left: // the axis of time runs from left to right in every language
        return moveCurrent(m_current < 0 ? bins().size() - 1 : m_current - 1, extends);
    case Qt::Key_Right:
        return moveCurrent(m_current + 1, extends);
    case Qt::Key_Home:
        return moveCurrent(0, extends);
    case Qt::Key_End:
        return moveCurrent(bins().size() - 1, extends);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_brush)
            emitBrush();
        else if (m_current >= 0 && m_current < bins().size())
            Q_EMIT binActivated(bins()[m_current].from, bins()[m_current].until);
        else
            Q_EMIT rowsRequested();
        return;
    case Qt::Key_Escape:
        if (clearBrush())
            return;
        break;
    default:
        break;
    }
    Chart::keyPressEvent(event);
}

void VolumeChart::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Shift && !event->isAutoRepeat() && m_anchor >= 0 && !m_isDragging) {
        m_anchor = -1;
        emitBrush();
    }
    Chart::keyReleaseEvent(event);
}

void VolumeChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !isOverPlot(event->position()))
        return Chart::mousePressEvent(event);
    m_current = m_anchor = markAt(event->position()).bin;
    m_isDragging = true;
    setBrush(std::nullopt);
}

void VolumeChart::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_isDragging)
        return setHovered(markAt(event->position()), event->position());
    const qsizetype bin = m_plot->columnAt(event->position().x() - m_plot->x());
    const bool isFar = std::abs(m_plot->columnRect(m_anchor).center().x() + m_plot->x() - event->position().x())
                       > m_plot->columnRect(m_anchor).width() / 2 + c_dragDistance;
    if (m_brush || isFar) {
        setHovered({}, {}); // its tip speaks of one column
        setBrush(ordered(m_anchor, bin));
    }
}

void VolumeChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_isDragging || event->button() != Qt::LeftButton)
        return Chart::mouseReleaseEvent(event);
    m_isDragging = false;
    m_anchor = -1;
    emitBrush();
}

void VolumeChart::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Mark mark = markAt(event->position());
    if (event->button() == Qt::LeftButton && mark.bin >= 0)
        Q_EMIT binActivated(bins()[mark.bin].from, bins()[mark.bin].until);
}

void VolumeChart::leaveEvent(QEvent *event)
{
    Chart::leaveEvent(event);
    setHovered({}, {});
}

void VolumeChart::focusInEvent(QFocusEvent *event)
{
    Chart::focusInEvent(event);
    if (m_current >= 0 && event->reason() != Qt::MouseFocusReason)
        setHovered({m_current, -1}, binCenter(m_current));
    m_plot->update();
}

void VolumeChart::focusOutEvent(QFocusEvent *event)
{
    Chart::focusOutEvent(event);
    setHovered({}, {});
    m_plot->update();
}

void VolumeChart::resizeEvent(QResizeEvent *event)
{
    Chart::resizeEvent(event);
    updateLegend();
    updateAxes();
}

void VolumeChart::paintOverlay(QPainter &painter) const
{
    const Colors &colors = colorsOf(palette());
    if (m_brush) {
        const QRectF marked = m_plot->columnRect(m_brush->first).united(m_plot->columnRect(m_brush->second));
        QColor tint = colors[ColorRole::Accent];
        painter.setPen(QPen(tint, 1));
        painter.drawLine(marked.topLeft(), marked.bottomLeft());
        painter.drawLine(marked.topRight(), marked.bottomRight());
        tint.setAlphaF(0.12F);
        painter.fillRect(marked, tint);
    }
    if (hasFocus() && m_current < 0)
        outlineMark(painter, m_plot->plotRect().adjusted(2, 2, -2, -2), colors, true);
    if (m_hovered.bin < 0 || m_hovered.bin >= bins().size())
        return;
    QRectF mark;
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        if (m_hovered.series < 0 || i == m_hovered.series)
            mark = mark.united(m_columns[i]->rectOf(m_hovered.bin));
    }
    if (mark.isEmpty()) {
        const QRectF room = m_plot->columnRect(m_hovered.bin);
        mark = QRectF(room.left() + 2, room.bottom() - 3, room.width() - 4, 3);
    }
    outlineMark(painter, mark, colors, hasFocus() && m_hovered.bin == m_current);
}

void VolumeChart::paintTo(QPaintDevice &device)
{
    m_plot->paintTo(device, m_legend);
}

ChartTable VolumeChart::table() const
{
    ChartTable table;
    table.headings.append(tr("Time"));
    for (const ChartSeries &one : series())
        table.headings.append(seriesWord(one));
    table.headings.append(tr("All"));
    for (const ChartBin &bin : bins()) {
        QStringList row = {binText(bin, m_data.step, m_data.scope.zone(), locale())};
        for (const qint64 count : bin.counts)
            row.append(locale().toString(count));
        row.append(locale().toString(bin.figures.total));
        table.rows.append(row);
    }
    return table;
}

QString VolumeChart::summary() const
{
    const auto byTotal = [](const ChartBin &a, const ChartBin &b) { return a.figures.total < b.figures.total; };
    if (bins().isEmpty() || m_data.figures.total == 0)
        return tr("Stacked columns. No conversations.");
    const QTimeZone &zone = m_data.scope.zone();
    const ChartBin &most = *std::ranges::max_element(bins(), byTotal);
    const ChartBin &least = *std::ranges::min_element(bins(), byTotal);
    return tr("Stacked columns by outcome, %1. Most: %2 at %3. Fewest: %4 at %5.")
        .arg(intervalText(m_data.interval, zone, locale()), locale().toString(most.figures.total),
             binText(most, m_data.step, zone, locale()), locale().toString(least.figures.total),
             binText(least, m_data.step, zone, locale()));
}

QSize VolumeChart::sizeHint() const
{
    return {640, 240};
}

QSize VolumeChart::minimumSizeHint() const
{
    return c_smallest;
}

} // namespace earshot
