// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QWidget>

class QGridLayout;

namespace earshot {

/** Cards on twelve columns, three to five in a row by the width, one below the other where there is no room. */
class Board final : public QWidget
{
    Q_OBJECT

public:
    struct Cards {
        QWidget *tiles;
        QWidget *volume;
        QWidget *outcomes;
        QWidget *durations;
        QWidget *hours;
        QWidget *statuses;
        QWidget *agents;
        QWidget *rows;
    };

    /** Takes over the cards. */
    explicit Board(const Cards &cards, QWidget *parent = nullptr);

    /** How many charts stand in the fullest row. */
    int chartsInARow() const { return m_chartsInARow; }

    /** Lays the cards out for a width. */
    void arrange(int width);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Place {
        QWidget *card;
        int columns; ///< of twelve
    };

    using Row = QList<Place>;

    QList<Row> rowsFor(int width) const;

    Cards m_cards;
    QGridLayout *m_grid;
    int m_chartsInARow = 0;
    int m_arrangedWidth = 0;
};

} // namespace earshot
