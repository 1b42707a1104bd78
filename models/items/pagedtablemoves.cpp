// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/pagedtable.h"

#include <algorithm>
#include <ranges>

namespace earshot {
namespace {

constexpr int c_mostSignals = 24; // of one batch: with more, a block and one change of layout cost less

/** So many rows that stand side by side. */
struct Run {
    int row = 0;
    int first = 0; ///< in the list that is run through
    int count = 0;
};

/** Keys, top first, that belong before the same row. */
std::vector<Run> runsOf(const KeyList &list, const ListKeys &keys)
{
    std::vector<Run> runs;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const int row = list.insertionRow(keys[i]);
        if (!runs.empty() && runs.back().row == row)
            ++runs.back().count;
        else
            runs.push_back({row, int(i), 1});
    }
    return runs;
}

/** Rows, sorted, that follow each other. */
std::vector<Run> runsOf(const std::vector<int> &rows)
{
    std::vector<Run> runs;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!runs.empty() && runs.back().row + runs.back().count == rows[i])
            ++runs.back().count;
        else
            runs.push_back({rows[i], int(i), 1});
    }
    return runs;
}

ListKeys keysOf(const KeyList &list)
{
    ListKeys keys;
    keys.reserve(std::size_t(list.size()));
    for (int row = 0; row < list.size(); ++row)
        keys.push_back(list.at(row));
    return keys;
}

/** Do the ids of @p part stand in @p whole from @p row on? */
bool standsAt(int row, const KeyList &part, const KeyList &whole)
{
    if (row < 0 || part.size() + row > whole.size())
        return false;
    for (int i = 0; i < part.size(); ++i) {
        if (part.at(i).id != whole.at(row + i).id)
            return false;
    }
    return true;
}

} // namespace

/** @p keys are sorted, top first, and not in the list. */
void PagedTableModel::Private::insertKeys(ListKeys keys)
{
    if (keys.empty())
        return;
    const std::vector<Run> runs = runsOf(m_keys, keys);
    if (runs.size() > c_mostSignals) {
        ListKeys merged = keysOf(m_keys);
        const auto middle = merged.insert(merged.end(), keys.begin(), keys.end());
        const auto goesBefore = [this](const ListKey &a, const ListKey &b) {
            return m_query.isDescending ? b < a : a < b;
        };
        std::inplace_merge(merged.begin(), middle, merged.end(), goesBefore);
        return become(KeyList(std::move(merged), m_query.isDescending));
    }
    for (const Run &run : std::ranges::reverse_view(runs)) { // from below, so that the rows above stay where they are
        m_model.beginInsertRows({}, run.row, run.row + run.count - 1);
        m_keys.insert(run.row, ListKeys(keys.begin() + run.first, keys.begin() + run.first + run.count));
        m_model.endInsertRows();
    }
    Q_EMIT m_model.progressed();
}

void PagedTableModel::Private::removeRows(std::vector<int> rows)
{
    if (rows.empty())
        return;
    std::ranges::sort(rows);
    const std::vector<Run> runs = runsOf(rows);
    if (runs.size() > c_mostSignals) {
        ListKeys kept;
        ListKeys gone;
        std::size_t next = 0;
        for (int row = 0; row < m_keys.size(); ++row) {
            const bool isGone = next < rows.size() && rows[next] == row;
            next += isGone ? 1 : 0;
            (isGone ? gone : kept).push_back(m_keys.at(row));
        }
        const int firstGone = int(kept.size());
        kept.insert(kept.end(), gone.begin(), gone.end());
        permuteTo(KeyList(std::move(kept), m_query.isDescending));
        return removeRun(firstGone, int(gone.size()));
    }
    for (const Run &run : std::ranges::reverse_view(runs))
        removeRun(run.row, run.count);
}

void PagedTableModel::Private::removeRun(int row, int count)
{
    m_model.beginRemoveRows({}, row, row + count - 1);
    m_keys.remove(row, count);
    m_model.endRemoveRows();
    Q_EMIT m_model.progressed();
}

void PagedTableModel::Private::moveKey(int row, const ListKey &key)
{
    const int to = m_keys.insertionRow(key);
    if (to != row && to != row + 1)
        m_model.beginMoveRows({}, row, row, {}, to);
    m_keys.move(row, to, key);
    if (to != row && to != row + 1)
        m_model.endMoveRows();
    tellKeys({key});
}

/** The same ids in another order. */
void PagedTableModel::Private::permuteTo(KeyList keys)
{
    Q_EMIT m_model.layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = m_model.persistentIndexList();
    QList<qint64> ids;
    for (const QModelIndex &index : before)
        ids.append(m_keys.at(index.row()).id);
    m_keys = std::move(keys);
    const QHash<qint64, int> rows = m_keys.rowsOf(ids);
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(m_model.index(rows.value(ids[i], -1), before[i].column()));
    m_model.changePersistentIndexList(before, after);
    Q_EMIT m_model.layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

/** Brings what is shown to @p keys with few signals: what is gone goes, what is new comes in one block, and then
 * everything takes its place. */
void PagedTableModel::Private::become(KeyList keys)
{
    std::vector<int> gone;
    for (int row = 0; row < m_keys.size(); ++row) {
        if (!keys.contains(m_keys.at(row).id))
            gone.push_back(row);
    }
    removeRows(std::move(gone));
    const int count = keys.size() - m_keys.size();
    const bool isPrefix = standsAt(0, m_keys, keys);
    const bool isSuffix = standsAt(count, m_keys, keys);
    if (count == 0 && isPrefix) {
        m_keys = std::move(keys);
        return;
    }
    if (count > 0) {
        const int row = isPrefix || !isSuffix ? m_keys.size() : 0;
        ListKeys added;
        for (int i = 0; !isPrefix && !isSuffix && i < keys.size(); ++i) {
            if (!m_keys.contains(keys.at(i).id))
                added.push_back(keys.at(i));
        }
        m_model.beginInsertRows({}, row, row + count - 1);
        if (isPrefix || isSuffix)
            m_keys = keys;
        else
            m_keys.insert(row, added);
        m_model.endInsertRows();
    }
    if (!isPrefix && !isSuffix)
        permuteTo(std::move(keys));
    Q_EMIT m_model.progressed();
}

} // namespace earshot
