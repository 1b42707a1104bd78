// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/keylist.h"

#include <algorithm>

namespace earshot {

KeyList::KeyList(ListKeys keys, bool isDescending)
    : m_keys(std::move(keys))
    , m_isDescending(isDescending)
{
    if (m_isDescending)
        std::ranges::reverse(m_keys);
    // Room for what will arrive: to move millions of keys later would take long, and in the thread of the window.
    m_keys.reserve(m_keys.size() + m_keys.size() / 16 + 1024);
    for (const ListKey &key : m_keys)
        setPresent(key.id, true);
}

bool KeyList::contains(qint64 id) const
{
    return id >= 0 && std::size_t(id) < m_present.size() && m_present[std::size_t(id)];
}

int KeyList::rowOf(qint64 id) const
{
    if (!contains(id))
        return -1;
    const auto isIt = [id](const ListKey &key) { return key.id == id; };
    if (m_isDescending) {
        const auto found = std::find_if(m_keys.crbegin(), m_keys.crend(), isIt); // what changes is mostly at the top
        return found == m_keys.crend() ? -1 : int(found - m_keys.crbegin());
    }
    const auto found = std::ranges::find_if(m_keys, isIt);
    return found == m_keys.end() ? -1 : int(found - m_keys.begin());
}

int KeyList::rowOf(const ListKey &key) const
{
    const auto found = std::ranges::lower_bound(m_keys, key);
    return found != m_keys.end() && *found == key ? rowAt(std::size_t(found - m_keys.begin())) : -1;
}

int KeyList::insertionRow(const ListKey &key) const
{
    const auto place = std::ranges::lower_bound(m_keys, key) - m_keys.begin();
    return int(m_isDescending ? std::ssize(m_keys) - place : place);
}

void KeyList::insert(int row, const ListKeys &keys)
{
    if (m_isDescending)
        m_keys.insert(m_keys.end() - row, keys.crbegin(), keys.crend());
    else
        m_keys.insert(m_keys.begin() + row, keys.cbegin(), keys.cend());
    for (const ListKey &key : keys)
        setPresent(key.id, true);
}

void KeyList::remove(int firstRow, int count)
{
    const auto first = m_isDescending ? m_keys.end() - firstRow - count : m_keys.begin() + firstRow;
    for (auto key = first; key != first + count; ++key)
        setPresent(key->id, false);
    m_keys.erase(first, first + count);
}

void KeyList::move(int fromRow, int toRow, const ListKey &key)
{
    remove(fromRow, 1);
    insert(toRow > fromRow ? toRow - 1 : toRow, {key});
}

QHash<qint64, int> KeyList::rowsOf(const QList<qint64> &ids) const
{
    QHash<qint64, int> rows;
    for (const qint64 id : ids) {
        if (contains(id))
            rows.insert(id, -1);
    }
    qsizetype missing = rows.size();
    for (int row = 0; missing > 0 && row < size(); ++row) {
        const auto wanted = rows.find(at(row).id);
        if (wanted != rows.end()) {
            *wanted = row;
            --missing;
        }
    }
    return rows;
}

std::vector<qint64> KeyList::ids() const
{
    std::vector<qint64> all;
    all.reserve(m_keys.size());
    for (int row = 0; row < size(); ++row)
        all.push_back(at(row).id);
    return all;
}

void KeyList::setPresent(qint64 id, bool isPresent)
{
    if (id < 0)
        return;
    if (std::size_t(id) >= m_present.size())
        m_present.resize(std::size_t(id) + 1 + m_present.size() / 8);
    m_present[std::size_t(id)] = isPresent;
}

} // namespace earshot
