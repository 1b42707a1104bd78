// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/payloaddiff.h"

#include <QAbstractScrollArea>

class QHelpEvent;

namespace earshot {

/** Two payloads side by side, line by line: − for what was, + for what is, changed words marked. Long runs of the same
 * lines are folded; a click or Enter on the fold opens it. */
class PayloadDiffPane final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit PayloadDiffPane(QWidget *parent = nullptr);

    void setRows(const std::vector<DiffRow> &rows);

    /** The rows as shown, folds included. */
    const std::vector<DiffRow> &shownRows() const { return m_rows; }

    /** Puts the rows back that the fold stands for. */
    void unfold(int row);

    /** To the next difference below the top of the view, or the last above it; nothing if there is none. */
    void goToDifference(bool next);

protected:
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    /** What one side of a row looks like. */
    struct SideLook {
        QColor fill; ///< invalid for none
        QColor mark;
        QColor text;
        QChar sign;
    };

    void updateLayout();
    int rowAt(QPoint position) const;
    int rowsInView() const;
    void paintSide(QPainter &painter, const DiffRow &row, const DiffSide &side, const QRect &rect) const;
    void paintText(QPainter &painter, const DiffSide &side, const QRect &rect, const SideLook &look) const;
    void paintFold(QPainter &painter, const DiffRow &row, const QRect &rect) const;
    SideLook lookOf(const DiffRow &row, const DiffSide &side) const;
    void showToolTip(QHelpEvent *event);

    std::vector<DiffRow> m_all; ///< without folds
    std::vector<DiffRow> m_rows;
    int m_rowHeight = 1;
    int m_characterWidth = 1;
    int m_gutter = 0; ///< width of line numbers and signs
};

} // namespace earshot
