// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/charts/ticks.h"
#include "widgets/style/colors.h"

#include <qcustomplot.h>

#include <functional>

namespace earshot {

/** A QCustomPlot in our look: no frame, horizontal hairlines, figures at the leading edge, columns on whole numbers
 * from 0. It hears no mouse and no keys: the chart that it fills does. Only sources of this folder include it, since
 * QCustomPlot needs Qt's keywords. */
class Plot final : public QCustomPlot
{
public:
    explicit Plot(QWidget *parent);

    /** Colours and fonts of the chart around it, which hears of a change before the plot does. */
    void applyLook(const QPalette &palette, const QFont &font);

    void setColumns(qsizetype columns);
    void setHeight(const RoundScale &scale, const QLocale &locale);
    void setTicks(const QMap<double, QString> &ticks);

    /** What is painted over the columns, in exports too. */
    void setOverlay(std::function<void(QPainter &)> overlay);

    /** The column at a place, between the first and the last; -1 without columns. */
    qsizetype columnAt(qreal x) const;

    /** The whole height of a column, in the plot's coordinates. */
    QRectF columnRect(qsizetype column) const;
    QRectF plotRect() const;
    qreal yOf(double value) const;
    qreal xOf(double key) const;

    /** Paints all, the overlay and @p above (if it is seen, above the plot in the same parent) as vectors. */
    void paintTo(QPaintDevice &device, QWidget *above = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /** Names that would be cut at the edge are left out by QCustomPlot: so there is room for them. */
    void updateMargins();

    std::function<void(QPainter &)> m_overlay;
    QString m_lastTick;
    double m_lastTickKey = 0;
    qsizetype m_columns = 0;
};

/** Columns with sharp edges: filled or hatched, those that stand back paler. */
class Columns final : public QCPBars
{
public:
    explicit Columns(Plot &plot);

    void setLook(const Colors &colors, const QColor &fill, bool hatched);

    /** Which columns are as strong as ever; all unless set. */
    void setProminent(std::optional<std::pair<qsizetype, qsizetype>> range) { m_prominent = range; }

    void setCounts(const QList<qint64> &counts);

    /** Of one column, in the plot's coordinates; empty where it is 0. */
    QRectF rectOf(qsizetype column) const;

    /** Fills the last column paler: it stands for more than its width. */
    void setLastPaler(bool paler) { m_lastPaler = paler; }

protected:
    void draw(QCPPainter *painter) override;

private:
    qreal strengthOf(qsizetype column) const;

    const Colors *m_colors = nullptr;
    QColor m_fill;
    std::optional<std::pair<qsizetype, qsizetype>> m_prominent;
    bool m_isHatched = false;
    bool m_lastPaler = false;
};

} // namespace earshot
