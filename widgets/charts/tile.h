// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/charts/card.h"
#include "widgets/charts/explanation.h"
#include "widgets/style/colors.h"

#include <QList>

class QLabel;
class QToolButton;

namespace earshot {

class Sparkline;

/** One figure: what it is, how much, how that has changed, and its course. F2 explains it. */
class Tile final : public Card
{
    Q_OBJECT

public:
    /** Which way is good: only then a change is green or red. */
    enum class Good { Neither, More, Less };

    /** How the figure differs from the period before; all texts come ready. */
    struct Change {
        int direction = 0; ///< 1 up, -1 down, 0 as before
        QString amount; ///< "4.2 %", "0.8 points", "6 s"; empty for no comparison
        QString before; ///< "from 45,591"
    };

    explicit Tile(Good good, QWidget *parent = nullptr);

    void setLabel(const QString &label);
    void setFigure(const QString &figure);
    void setChange(const Change &change);

    /** Stands before the change, as in "17.7 %". */
    void setNote(const QString &note);
    void setCourse(const QList<double> &values);
    void setExplanation(const Explanation &explanation);

    QString label() const;
    QString figure() const;
    QString note() const;

    /** "↑ 4.2 % from 45,591" in words. */
    QString changeText() const;

    const Explanation &explanation() const { return m_explanation; }

    QSize minimumSizeHint() const override;

public Q_SLOTS:
    void explain();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void updateLook();
    void updateAccessible();

    Good m_good;
    Change m_change;
    Explanation m_explanation;
    QLabel *m_label;
    QLabel *m_figure;
    QLabel *m_note;
    QWidget *m_arrow;
    QLabel *m_amount;
    QLabel *m_before;
    Sparkline *m_course;
    QToolButton *m_explain;
    bool m_isUpdating = false;
};

} // namespace earshot
