// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/chartdata.h"
#include "widgets/charts/chart.h"
#include "widgets/style/words.h"

#include <functional>

namespace earshot {

/** How a field's values divide a total: icon, word, bar, count and share, the most first; a thin mark is the period
 * before. What does not fit is summed up in a last row. */
class BreakdownChart final : public Chart
{
    Q_OBJECT

public:
    struct Row {
        QString value; ///< as stored; null where unknown
        qint64 count = 0;
        qint64 before = 0;
        int merged = 0; ///< how many values this row sums up; 0 for one value

        friend bool operator==(const Row &, const Row &) = default;
    };

    /** @p field is the filter's; @p look says icon, word and colour of a value, anew with each change of language.
     * @p settings must outlive it. */
    BreakdownChart(QString field, std::function<Look(const QString &)> look, DisplaySettings &settings,
                   QWidget *parent = nullptr);

    /** @p total is what shares are of. */
    void setCounts(const QList<ChartCount> &counts, qint64 total, bool hasBefore);

    /** The rows that are seen. */
    QList<Row> rows() const;

    int currentRow() const { return m_current; }

    /** In the chart's coordinates. */
    QRectF rowRect(int row) const;

    ChartTable table() const override;
    QString summary() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /** A click on a value, or Enter; @p value is null for the unknown. */
    void valueActivated(const QString &field, const QString &value);

protected:
    void refresh() override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Columns {
        qreal word = 0; ///< where each begins, from the leading edge
        qreal bar = 0;
        qreal barWidth = 0;
        qreal count = 0;
        qreal share = 0;
        qreal end = 0;
    };

    int rowHeight() const;
    QString wordOf(const Row &row) const;
    Columns columns(const QList<Row> &rows) const;
    int rowAt(const QPointF &position) const;
    void setHovered(int row, const QPointF &position);
    void activate(int row);
    QString tipOf(const Row &row) const;
    QRectF placed(const QRectF &rect) const;
    void paintRow(QPainter &painter, const Row &row, const QRectF &rect, const Columns &columns, qint64 most) const;
    void paintBar(QPainter &painter, const Row &row, const QRectF &room, qint64 most) const;

    QString m_field;
    std::function<Look(const QString &)> m_look;
    QList<ChartCount> m_counts;
    qint64 m_total = 0;
    bool m_hasBefore = false;
    int m_hovered = -1;
    int m_current = -1;
};

} // namespace earshot
