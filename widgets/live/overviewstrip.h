// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/colors.h"

#include <QScrollBar>

#include <map>

namespace earshot {

/** The vertical scroll bar of a long table and, over its groove, a tick for each row that one would look for: failures,
 * what is new. A click on a tick goes to its row. */
class OverviewStrip final : public QScrollBar
{
    Q_OBJECT

public:
    explicit OverviewStrip(QWidget *parent = nullptr);

    /** Ticks by row, of a table of @p rowCount rows. */
    void setTicks(const std::map<int, ColorRole> &ticks, int rowCount);

    const std::map<int, ColorRole> &ticks() const { return m_ticks; }

    /** Where the tick of a row is. */
    int tickY(int row) const;

    QSize sizeHint() const override;

Q_SIGNALS:
    void rowClicked(int row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    QRect grooveRect() const;
    QRect sliderRect() const;

    std::map<int, ColorRole> m_ticks;
    int m_rowCount = 0;
};

} // namespace earshot
