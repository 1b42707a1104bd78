// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/plot.h"

#include "widgets/charts/chartpaint.h"
#include "widgets/style/metrics.h"

#include <algorithm>
#include <cmath>

namespace earshot {
namespace {

constexpr double c_columnWidth = 0.88; ///< of the room for one
constexpr qreal c_plottedShare = 0.85; ///< of the width, at least: the rest is for figures at the axis
constexpr qreal c_paleStrength = 0.3;
constexpr qreal c_lastStrength = 0.6;

void hideAxis(QCPAxis *axis)
{
    axis->setBasePen(Qt::NoPen);
    axis->setTickPen(Qt::NoPen);
    axis->setSubTickPen(Qt::NoPen);
    axis->setTickLengthIn(0);
    axis->setTickLengthOut(0);
}

} // namespace

Plot::Plot(QWidget *parent)
    : QCustomPlot(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setAutoFillBackground(false);
    setPlottingHint(QCP::phCacheLabels, true);
    setNotAntialiasedElements(QCP::aeAxes | QCP::aeGrid | QCP::aePlottables);
    for (QCPAxis *axis : {xAxis, yAxis})
        hideAxis(axis);
    xAxis->grid()->setVisible(false);
    yAxis->grid()->setSubGridVisible(false);
    plotLayout()->setMargins(QMargins());
    applyLook(palette(), font());
}

void Plot::applyLook(const QPalette &palette, const QFont &font)
{
    const Colors &colors = colorsOf(palette);
    setBackground(QBrush(colors[ColorRole::Surface]));
    const QFont caption = metrics::caption(font);
    for (QCPAxis *axis : {xAxis, yAxis}) {
        axis->setTickLabelFont(caption);
        axis->setTickLabelColor(colors[ColorRole::Muted]);
        axis->setTickLabelPadding(metrics::c_inner);
    }
    yAxis->grid()->setPen(QPen(colors[ColorRole::RowLine], 0));
    yAxis->grid()->setZeroLinePen(QPen(colors[ColorRole::Line], 0));
    xAxis->setBasePen(QPen(colors[ColorRole::Line], 0));
    updateMargins();
}

void Plot::setColumns(qsizetype columns)
{
    m_columns = columns;
    xAxis->setRange(-0.5, double(std::max<qsizetype>(1, columns)) - 0.5);
    updateMargins();
}

void Plot::setHeight(const RoundScale &scale, const QLocale &locale)
{
    QMap<double, QString> labels;
    for (qint64 value = 0; value <= scale.top; value += scale.step)
        labels.insert(double(value), locale.toString(value));
    const QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    ticker->addTicks(labels);
    yAxis->setTicker(ticker);
    yAxis->setRange(0, double(scale.top));
}

void Plot::setTicks(const QMap<double, QString> &ticks)
{
    const QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    ticker->addTicks(ticks);
    xAxis->setTicker(ticker);
    m_lastTick = ticks.isEmpty() ? QString() : ticks.last();
    m_lastTickKey = ticks.isEmpty() ? 0 : ticks.lastKey();
    updateMargins();
}

void Plot::updateMargins()
{
    const QFontMetricsF measure(xAxis->tickLabelFont());
    const qreal perColumn = width() / std::max<qreal>(1, xAxis->range().size());
    const qreal room = (xAxis->range().upper - m_lastTickKey) * perColumn * c_plottedShare;
    const int right = int(std::ceil(measure.horizontalAdvance(m_lastTick) / 2 + 2 - room));
    axisRect()->setMinimumMargins(
        QMargins(0, int(std::ceil(measure.height() / 2)) + 1, std::max(metrics::c_inner, right), 0));
}

void Plot::setOverlay(std::function<void(QPainter &)> overlay)
{
    m_overlay = std::move(overlay);
}

qsizetype Plot::columnAt(qreal x) const
{
    if (m_columns == 0)
        return -1;
    return std::clamp<qsizetype>(qsizetype(std::lround(xAxis->pixelToCoord(x))), 0, m_columns - 1);
}

QRectF Plot::columnRect(qsizetype column) const
{
    const QRectF plotted = plotRect();
    return {QPointF(xOf(double(column) - 0.5), plotted.top()), QPointF(xOf(double(column) + 0.5), plotted.bottom())};
}

QRectF Plot::plotRect() const
{
    return axisRect()->rect();
}

qreal Plot::yOf(double value) const
{
    return yAxis->coordToPixel(value);
}

qreal Plot::xOf(double key) const
{
    return xAxis->coordToPixel(key);
}

void Plot::paintTo(QPaintDevice &device, QWidget *above)
{
    QCPPainter painter(&device);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    if (above && above->isVisible())
        above->render(&painter, above->pos(), {}, DrawChildren);
    painter.translate(pos());
    toPainter(&painter, width(), height());
    if (m_overlay)
        m_overlay(painter);
    replot(rpQueuedReplot);
}

void Plot::paintEvent(QPaintEvent *event)
{
    QCustomPlot::paintEvent(event);
    QPainter painter(this);
    if (m_overlay)
        m_overlay(painter);
}

Columns::Columns(Plot &plot)
    : QCPBars(plot.xAxis, plot.yAxis)
{
    setAntialiased(false);
    setWidth(c_columnWidth);
    setStackingGap(0);
    setSelectable(QCP::stNone);
}

void Columns::setLook(const Colors &colors, const QColor &fill, bool hatched)
{
    m_colors = &colors;
    m_fill = fill;
    m_isHatched = hatched;
}

void Columns::setCounts(const QList<qint64> &counts)
{
    QVector<double> keys;
    QVector<double> values;
    for (qsizetype i = 0; i < counts.size(); ++i) {
        keys.append(double(i));
        values.append(double(counts[i]));
    }
    setData(keys, values, true);
}

QRectF Columns::rectOf(qsizetype column) const
{
    if (column < 0 || column >= data()->size() || !visible())
        return {};
    const auto bar = data()->constBegin() + column;
    return bar->value > 0 ? getBarRect(bar->key, bar->value).normalized() : QRectF();
}

void Columns::draw(QCPPainter *painter)
{
    if (!m_colors)
        return;
    const qreal ratio = painter->device() ? painter->device()->devicePixelRatio() : 1;
    for (qsizetype column = 0; column < data()->size(); ++column) {
        QRectF rect = snapped(rectOf(column), ratio);
        if (rect.width() <= 0 || rect.height() <= 0)
            continue;
        painter->setOpacity(strengthOf(column));
        if (m_isHatched) {
            fillHatched(*painter, rect, *m_colors);
            continue;
        }
        if (rect.height() > 3 && barAbove())
            rect.setTop(rect.top() + 1); // a gap to the next series, for eyes that do not tell the colours apart
        painter->fillRect(rect, m_fill);
    }
    painter->setOpacity(1);
}

qreal Columns::strengthOf(qsizetype column) const
{
    if (m_prominent && (column < m_prominent->first || column > m_prominent->second))
        return c_paleStrength;
    return m_lastPaler && column == data()->size() - 1 ? c_lastStrength : 1;
}

} // namespace earshot
