// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/facets.h"
#include "widgets/style/displaysettings.h"

#include <QWidget>

namespace earshot {

/** How many conversations came when: an hour or a day a bar. A part is chosen by dragging or by Shift and arrows, which
 * writes it into the filter; Esc takes it back. */
class TimeHistogram final : public QWidget
{
    Q_OBJECT

public:
    /** All must outlive it. */
    TimeHistogram(const Facets &facets, ViewScope &scope, const DisplaySettings &settings, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /** What the bars are, as a heading: "Today by hour". */
    QString heading() const;

    /** The bars that are chosen, first and last; nothing where all are shown. */
    std::optional<std::pair<int, int>> chosen() const;

    int barCount() const { return int(m_bars.size()); }

    /** Where a bar stands, from the baseline to the top of the plot. */
    QRect barPlace(int bar) const;

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Bar {
        Timestamp from;
        Timestamp until;
        qint64 count = 0;
    };

    struct Brush {
        int anchor = 0;
        int end = 0;
    };

    void takeBins();
    void choose(const Brush &brush);
    void clearChoice();
    int barAt(int x) const;
    QRect plot() const;
    QString barText(const Bar &bar) const;
    void paintBars(QPainter &painter) const;
    void paintLabels(QPainter &painter) const;
    void paintNow(QPainter &painter) const;

    const Facets &m_facets;
    ViewScope &m_scope;
    const DisplaySettings &m_settings;
    QList<Bar> m_bars; ///< bins, several in one where there is no room for each
    std::optional<Brush> m_drag; ///< while the button is down
    int m_cursor = -1; ///< bar that arrows have reached
    int m_cursorAnchor = -1;
};

} // namespace earshot
