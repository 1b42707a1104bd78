// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/coverage/coveragewords.h"
#include "widgets/style/displaysettings.h"

#include <QWidget>

namespace earshot {

/** A coverage over time: one lane for Earshot's listening and one for each source. What was not listened is hatched, a
 * silence dotted, answers that were not 2xx are ticks with a head; each says itself under the pointer. With focus, the
 * arrow keys walk from one to the next. */
class CoverageStrip final : public QWidget
{
    Q_OBJECT

public:
    /** @p display must outlive it. */
    explicit CoverageStrip(DisplaySettings &display, QWidget *parent = nullptr);

    /** @p rows are what is marked; numbers in signals are places in it. */
    void setCoverage(const Coverage &coverage, const QList<CoverageRow> &rows);

    /** Marks one row; -1 for none. */
    void setCurrent(int row);

    int current() const { return m_current; }

    /** What is under @p position: a row's number; -1 for none. */
    int rowAt(const QPoint &position) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /** Clicked, or walked to. */
    void chosen(int row);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    struct Lane {
        qint64 sourceId = 0;
        QString name;
    };

    int laneHeight() const;
    void measureNames();
    int namesWidth() const;
    QRect laneRect(int lane) const;
    QRect plot() const;
    int laneOf(const CoverageRow &row) const;
    qreal xOf(Timestamp time) const;
    QRectF markRect(const CoverageRow &row) const;
    QString toolTipOf(const CoverageRow &row) const;
    void paintLane(QPainter &painter, int lane) const;
    void paintMark(QPainter &painter, int number) const;
    void paintAxis(QPainter &painter) const;
    void walk(int step);
    void describe();

    DisplaySettings &m_display;
    Coverage m_coverage;
    QList<CoverageRow> m_rows;
    QList<Lane> m_lanes;
    int m_widestName = 0; ///< in pixels
    int m_current = -1;
};

/** What the marks of a CoverageStrip mean. */
class CoverageLegend final : public QWidget
{
    Q_OBJECT

public:
    explicit CoverageLegend(QWidget *parent = nullptr);

    QSize sizeHint() const override;

    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace earshot
