// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/live/overviewticks.h"

namespace earshot {
namespace {

constexpr int c_mostLookedAt = 2000; // rows of one change; a page is far smaller
constexpr int c_mostArrivals = 100; // of one batch, which is in memory
constexpr std::size_t c_mostTicks = 5000; // more would not be told apart

} // namespace

OverviewTicks::OverviewTicks(QAbstractItemModel &rows, const CellWords &words, QObject *parent)
    : QObject(parent)
    , m_rows(rows)
    , m_words(words)
{
    connect(&rows, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &from, const QModelIndex &to) { look(from.row(), to.row()); });
    connect(&rows, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        shift(first, last - first + 1);
        look(first, std::min(last, first + c_mostArrivals));
    });
    connect(&rows, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { shift(first, first - last - 1); });
    connect(&rows, &QAbstractItemModel::modelReset, this, &OverviewTicks::clear);
    connect(&rows, &QAbstractItemModel::layoutChanged, this, &OverviewTicks::clear);
}

void OverviewTicks::look(int first, int last)
{
    if (last - first >= c_mostLookedAt) // of the whole table: not a page that was read
        return;
    const std::map<int, ColorRole> before = m_ticks;
    for (int row = first; row <= last; ++row) {
        const auto tick = m_words.tick(m_rows.index(row, 0));
        if (!tick)
            m_ticks.erase(row);
        else if (m_ticks.size() < c_mostTicks)
            m_ticks.insert_or_assign(row, *tick);
    }
    if (m_ticks != before)
        Q_EMIT changed();
}

void OverviewTicks::shift(int first, int count)
{
    std::map<int, ColorRole> shifted;
    for (const auto &[row, tick] : m_ticks) {
        if (row < first)
            shifted.emplace(row, tick);
        else if (count > 0 || row >= first - count)
            shifted.emplace(row + count, tick);
    }
    m_ticks = std::move(shifted);
    Q_EMIT changed();
}

void OverviewTicks::clear()
{
    m_ticks.clear();
    Q_EMIT changed();
}

} // namespace earshot
