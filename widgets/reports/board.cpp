// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/reports/board.h"

#include "widgets/style/metrics.h"

#include <QEvent>
#include <QGridLayout>

#include <algorithm>

namespace earshot {
namespace {

constexpr int c_columns = 12;
constexpr int c_gap = 10;

// Heights in lines of text, so that a board grows with its font.
constexpr int c_volumeLines = 17;
constexpr int c_chartLines = 12;
constexpr int c_rowsLines = 8;

// Widths in letters, from which on more cards stand in a row.
constexpr int c_widestLetters = 460;
constexpr int c_wideLetters = 280;
constexpr int c_usualLetters = 155;
constexpr int c_narrowLetters = 100;

} // namespace

Board::Board(const Cards &cards, QWidget *parent)
    : QWidget(parent)
    , m_cards(cards)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(metrics::c_paneMargin, c_gap, metrics::c_paneMargin, metrics::c_paneMargin);
    m_grid->setSpacing(c_gap);
    for (int column = 0; column < c_columns; ++column)
        m_grid->setColumnStretch(column, 1);
    arrange(width());
}

QList<Board::Row> Board::rowsFor(int width) const
{
    const int letters = width / std::max(1, fontMetrics().averageCharWidth());
    const auto &[tiles, volume, outcomes, durations, hours, statuses, agents, rows] = m_cards;
    if (letters >= c_widestLetters)
        return {{{volume, 4}, {outcomes, 2}, {statuses, 2}, {durations, 2}, {hours, 2}}, {{agents, 12}}};
    if (letters >= c_wideLetters)
        return {{{volume, 5}, {outcomes, 2}, {statuses, 2}, {agents, 3}}, {{durations, 6}, {hours, 6}}};
    if (letters >= c_usualLetters)
        return {{{volume, 6}, {outcomes, 3}, {statuses, 3}}, {{durations, 4}, {hours, 4}, {agents, 4}}};
    if (letters >= c_narrowLetters)
        return {{{volume, 8}, {outcomes, 4}}, {{durations, 6}, {hours, 6}}, {{statuses, 5}, {agents, 7}}};
    return {{{volume, 12}}, {{outcomes, 6}, {statuses, 6}}, {{durations, 12}}, {{hours, 12}}, {{agents, 12}}};
}

void Board::arrange(int width)
{
    m_arrangedWidth = width;
    const int line = fontMetrics().height();
    int place = 0;
    for (int row = 0; row < m_grid->rowCount(); ++row) {
        m_grid->setRowMinimumHeight(row, 0);
        m_grid->setRowStretch(row, 0);
    }
    const auto add = [&](QWidget *card, int column, int columns) {
        m_grid->addWidget(card, place, column, 1, columns);
    };
    add(m_cards.tiles, 0, c_columns);
    m_chartsInARow = 0;
    for (const Row &row : rowsFor(width)) {
        ++place;
        int column = 0;
        for (const Place &card : row) {
            add(card.card, column, card.columns);
            column += card.columns;
        }
        const bool isTall = row.first().card == m_cards.volume;
        m_grid->setRowMinimumHeight(place, line * (isTall ? c_volumeLines : c_chartLines));
        m_grid->setRowStretch(place, isTall ? 3 : 2);
        m_chartsInARow = std::max(m_chartsInARow, int(row.size()));
    }
    ++place;
    add(m_cards.rows, 0, c_columns);
    m_grid->setRowMinimumHeight(place, line * c_rowsLines);
    m_grid->setRowStretch(place, 3);
}

void Board::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange(m_arrangedWidth);
}

} // namespace earshot
