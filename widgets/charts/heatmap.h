// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/chartdata.h"
#include "widgets/charts/chart.h"

namespace earshot {

/** When in the week: weekdays, beginning with the locale's first, by hours of the scope's zone. */
class HeatMap final : public Chart
{
    Q_OBJECT

public:
    /** @p settings must outlive it. */
    explicit HeatMap(DisplaySettings &settings, QWidget *parent = nullptr);

    void setData(const ChartData &counted);

    /** Of a weekday (Qt::Monday is 1) and an hour. */
    qint64 count(int weekday, int hour) const;

    qint64 most() const;

    ChartTable table() const override;
    QString summary() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void refresh() override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    /** A row from above and an hour; -1 for none. */
    struct Cell {
        int row = -1;
        int hour = -1;

        friend bool operator==(const Cell &, const Cell &) = default;
    };

    int weekdayOf(int row) const;
    QRectF cellRect(const Cell &cell) const;
    QRectF gridRect() const;
    Cell cellAt(const QPointF &position) const;
    void setHovered(const Cell &cell, const QPointF &position);
    void paintNames(QPainter &painter) const;
    void paintScale(QPainter &painter) const;
    qreal scaleHeight() const;

    std::array<std::array<qint64, 24>, 7> m_counts{};
    qint64 m_total = 0;
    Cell m_hovered;
    Cell m_current;
};

} // namespace earshot
