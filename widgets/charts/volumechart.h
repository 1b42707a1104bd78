// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/chartdata.h"
#include "widgets/charts/chart.h"
#include "widgets/charts/ticks.h"

namespace earshot {

class Columns;
class Plot;
class SeriesLegend;

/** How many conversations and when, stacked by outcome. Dragging, or Shift and arrows, marks a range. */
class VolumeChart final : public Chart
{
    Q_OBJECT

public:
    /** @p settings must outlive it. */
    explicit VolumeChart(DisplaySettings &settings, QWidget *parent = nullptr);
    ~VolumeChart() override;

    void setData(const ChartData &counted);

    /** What is drawn, from left to right. */
    const QList<ChartBin> &bins() const { return m_data.bins; }

    /** From bottom to top. */
    const QList<ChartSeries> &series() const { return m_data.series; }

    BinStep step() const { return m_data.step; }

    SeriesLegend &legend() const { return *m_legend; }

    /** "Conversations per day". */
    QString title() const;

    /** The bin with the focus; -1 for none. */
    qsizetype currentBin() const { return m_current; }

    /** Bins that are marked, first and last. */
    const std::optional<std::pair<qsizetype, qsizetype>> &brush() const { return m_brush; }

    /** False if nothing was marked. */
    bool clearBrush();

    /** The middle of a bin, in the chart's coordinates. */
    QPointF binCenter(qsizetype bin) const;

    ChartTable table() const override;
    QString summary() const override;
    void paintTo(QPaintDevice &device) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /** A range of whole bins was marked; @p until is not included. */
    void rangeBrushed(earshot::Timestamp from, earshot::Timestamp until);

    /** Enter or a double click on a bin. */
    void binActivated(earshot::Timestamp from, earshot::Timestamp until);

protected:
    void refresh() override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /** A column and, of it, a series; -1 for none. */
    struct Mark {
        qsizetype bin = -1;
        qsizetype series = -1;

        friend bool operator==(const Mark &, const Mark &) = default;
    };

    void updateLegend();
    void updateColumns();
    void updateAxes();
    QMap<double, QString> ticks() const;
    Mark markAt(const QPointF &position) const;
    bool isOverPlot(const QPointF &position) const;
    void setHovered(const Mark &mark, const QPointF &position);
    void moveCurrent(qsizetype to, bool extends);
    void setBrush(const std::optional<std::pair<qsizetype, qsizetype>> &brush);
    void emitBrush();
    void paintOverlay(QPainter &painter) const;
    QString seriesWord(const ChartSeries &series) const;
    QString tipOf(const Mark &mark) const;

    ChartData m_data;
    SeriesLegend *m_legend;
    Plot *m_plot;
    QList<Columns *> m_columns; ///< one for each series, owned by the plot
    RoundScale m_scale;
    int m_steps = 0; ///< what m_scale was made for
    Mark m_hovered;
    qsizetype m_current = -1;
    qsizetype m_anchor = -1; ///< where dragging or extending began
    std::optional<std::pair<qsizetype, qsizetype>> m_brush;
    bool m_isDragging = false;
};

} // namespace earshot
