// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/listqueries.h"

#include <QHash>

#include <optional>
#include <vector>

namespace earshot {

/** The keys of a long result, sixteen bytes each, and a bit for every id that there is. Rows are counted from the top.
 * What is newest is mostly at the top and comes most often, so keys lie in memory from the bottom up where a list is
 * descending: then what comes is appended. */
class KeyList
{
public:
    KeyList() = default;

    /** Takes the keys of a query in its order, top first. */
    KeyList(ListKeys keys, bool isDescending);

    int size() const { return int(m_keys.size()); }

    bool isDescending() const { return m_isDescending; }

    const ListKey &at(int row) const { return m_keys[place(row)]; }

    bool contains(qint64 id) const;

    /** -1 where there is none. Looks at all of them if need be: some 20 ms for ten million. */
    int rowOf(qint64 id) const;

    /** The row that has just this key; -1 if none has. Only where keys tell the order. */
    int rowOf(const ListKey &key) const;

    /** The row before which the key belongs. Only where keys tell the order. */
    int insertionRow(const ListKey &key) const;

    /** Puts keys, top first, before @p row. */
    void insert(int row, const ListKeys &keys);
    void remove(int firstRow, int count);

    /** Gives the row another key and its new place, before removal of the old one counted out. */
    void move(int fromRow, int toRow, const ListKey &key);

    /** The rows of those ids that are there. */
    QHash<qint64, int> rowsOf(const QList<qint64> &ids) const;

    std::vector<qint64> ids() const;

private:
    std::size_t place(int row) const
    {
        return m_isDescending ? m_keys.size() - 1 - std::size_t(row) : std::size_t(row);
    }

    int rowAt(std::size_t place) const { return int(m_isDescending ? m_keys.size() - 1 - place : place); }

    void setPresent(qint64 id, bool isPresent);

    std::vector<ListKey> m_keys;
    std::vector<bool> m_present; ///< by id; ids are given one after the other, so this is dense
    bool m_isDescending = true;
};

} // namespace earshot
