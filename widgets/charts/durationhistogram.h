// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/chartdata.h"
#include "widgets/charts/chart.h"
#include "widgets/charts/ticks.h"

namespace earshot {

class Columns;
class Plot;

/** How long conversations take: half minutes up to ten, and all that is longer; with median, p90 and p95. */
class DurationHistogram final : public Chart
{
    Q_OBJECT

public:
    /** @p settings must outlive it. */
    explicit DurationHistogram(DisplaySettings &settings, QWidget *parent = nullptr);
    ~DurationHistogram() override;

    void setData(const ChartData &counted);

    /** What is drawn: one for each half minute, the last one "10+". */
    const std::array<qint64, ChartData::c_durationBins> &counts() const { return m_counts; }

    const DurationSummary &durations() const { return m_durations; }

    /** The bin with the focus; -1 for none. */
    qsizetype currentBin() const { return m_current; }

    ChartTable table() const override;
    QString summary() const override;
    void paintTo(QPaintDevice &device) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /** Enter or a double click on a bin: conversations of at least @p fromSeconds and less than @p untilSeconds, which
     * is 0 for the last bin. */
    void durationActivated(int fromSeconds, int untilSeconds);

protected:
    void refresh() override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void updatePlot();
    qsizetype binAt(const QPointF &position) const;
    void setHovered(qsizetype bin, const QPointF &position);
    void activate(qsizetype bin);
    QString binText(qsizetype bin) const;
    QString tipOf(qsizetype bin) const;
    void paintOverlay(QPainter &painter) const;
    void paintPercentiles(QPainter &painter) const;

    /** A place for the words of a line at @p x that covers neither other words nor another of the lines at @p all. */
    QRectF placeForWords(qreal x, bool before, const QSizeF &size, const QList<QRectF> &taken,
                         const QList<qreal> &all) const;

    std::array<qint64, ChartData::c_durationBins> m_counts{};
    DurationSummary m_durations;
    Plot *m_plot;
    Columns *m_columns; ///< the plot's
    RoundScale m_scale;
    qsizetype m_hovered = -1;
    qsizetype m_current = -1;
};

} // namespace earshot
