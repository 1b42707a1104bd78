// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/pagedtable.h"

#include <algorithm>

namespace earshot {
namespace {

constexpr qsizetype c_mostResolved = 5000; // changes at a time
constexpr qsizetype c_mostChanged = 20'000; // over these, asking for all anew is cheaper
constexpr std::size_t c_mostNewRows = 512; // read along, so that no row comes empty

/** Keys in the order of a table, top first. */
void sortKeys(ListKeys &keys, bool isDescending)
{
    std::ranges::sort(keys);
    if (isDescending)
        std::ranges::reverse(keys);
}

} // namespace

void PagedTableModel::Private::note(const StoreChanges &changes)
{
    if (changes.everything) {
        m_changed.clear();
        readAgainSoon();
        m_position = {changes.lastDelivery, changes.projected};
        return m_hasFailed ? query() : refreshSoon();
    }
    if (m_kind == RecordKind::Deliveries) {
        noteDeliveries(changes);
    } else {
        for (const qint64 id : changes.conversations)
            m_changed.insert(id);
        if (changes.settings || changes.hasUnnamedOutbox)
            readAgainSoon();
    }
    resolveChanges();
}

/** Deliveries that have come, and those whose state has become known. What a conversation is like may decide which of
 * its deliveries are meant. */
void PagedTableModel::Private::noteDeliveries(const StoreChanges &changes)
{
    if (changes.settings)
        readAgainSoon();
    const bool isThroughEvents = m_query.selection.filter.sql.contains(QLatin1StringView("event ev"));
    if (isThroughEvents && !changes.conversations.isEmpty())
        refreshSoon();
    if (changes.hasLostDeliveries)
        refreshSoon();
    if (!changes.hasNewDeliveries)
        return;
    addRange(std::min(m_position.delivery, changes.lastDelivery), changes.lastDelivery);
    addRange(std::min(m_position.projected, changes.projected), changes.projected);
    m_position = {changes.lastDelivery, changes.projected};
}

void PagedTableModel::Private::addRange(qint64 after, qint64 until)
{
    if (until - after > c_mostChanged)
        return refreshSoon();
    for (qint64 id = after + 1; id <= until; ++id)
        m_changed.insert(id);
}

void PagedTableModel::Private::resolveChanges()
{
    if (m_changed.isEmpty() || m_isLoading || m_isRefreshing || m_isResolving || m_hasFailed)
        return;
    if (m_changed.size() > c_mostChanged) {
        m_changed.clear();
        readAgainSoon();
        return refreshSoon();
    }
    QList<qint64> asked = m_changed.values();
    if (asked.size() > c_mostResolved)
        asked.resize(c_mostResolved);
    QSet<qint64> held;
    for (const qint64 id : std::as_const(asked)) {
        m_changed.remove(id);
        if (m_rows.contains(id))
            held.insert(id);
    }
    m_isResolving = true;
    m_reader
        .read<Resolved>([query = makeQuery(), asked, held, readRows = m_readRows, now = m_clock.now()](
                            const Database &database) { return resolve(database, query, asked, held, readRows, now); },
                        m_gone, ReadCost::Quick)
        .then(&m_model, [this, stop = m_stop, asked](const Result<Resolved> &resolved) {
            m_isResolving = false;
            if (*stop || m_isLoading || m_isRefreshing) // another query has begun: they are looked at after it
                m_changed.unite(QSet<qint64>(asked.cbegin(), asked.cend()));
            else if (resolved)
                apply(*resolved);
            else
                refreshSoon();
            resolveChanges();
        });
}

Result<PagedTableModel::Private::Resolved>
PagedTableModel::Private::resolve(const Database &database, const ListQuery &query, const QList<qint64> &asked,
                                  const QSet<qint64> &held, const RowReader &readRows, Timestamp now)
{
    Resolved resolved;
    resolved.asked = asked;
    auto found = listKeysOf(database, query, asked);
    if (!found)
        return std::unexpected(found.error());
    resolved.found = std::move(*found);
    sortKeys(resolved.found, query.isDescending);
    QList<qint64> wanted = held.values();
    for (std::size_t i = 0; i < std::min(resolved.found.size(), c_mostNewRows); ++i) {
        if (!held.contains(resolved.found[i].id))
            wanted.append(resolved.found[i].id);
    }
    auto rows = readRows(database, wanted, now);
    if (!rows)
        return std::unexpected(rows.error());
    resolved.rows = std::move(*rows);
    return resolved;
}

void PagedTableModel::Private::apply(const Resolved &resolved)
{
    hold(resolved.rows);
    if (!isSortedByText(m_query.sort))
        return applyPlaced(resolved);
    // Where a word sorts is not known without the others: rows change in place, and move with the next refresh.
    ListKeys arrived;
    for (const ListKey &key : resolved.found) {
        if (!m_keys.contains(key.id))
            arrived.push_back(key);
    }
    setUnseen(arrived);
    tellAll();
    if (!m_isPaused)
        return refreshSoon();
    m_isRefreshWanted = true;
    auto heldBack = m_heldBack;
    for (const ListKey &key : arrived)
        heldBack.insert(key.id, key);
    setHeldBack(std::move(heldBack));
}

/** The keys found are sorted, top first. */
void PagedTableModel::Private::applyPlaced(const Resolved &resolved)
{
    QSet<qint64> found;
    ListKeys changed;
    ListKeys moved;
    ListKeys arrived;
    for (const ListKey &key : resolved.found) {
        found.insert(key.id);
        if (!m_keys.contains(key.id))
            arrived.push_back(key);
        else
            (m_keys.rowOf(key) >= 0 ? changed : moved).push_back(key);
    }
    auto heldBack = m_heldBack;
    std::vector<int> gone;
    for (const qint64 id : resolved.asked) {
        m_leaving.remove(id);
        if (found.contains(id))
            continue;
        heldBack.remove(id);
        if (m_isPaused && m_keys.contains(id))
            m_leaving.insert(id);
        else if (const int row = m_keys.rowOf(id); row >= 0)
            gone.push_back(row);
    }
    setUnseen(arrived);
    removeRows(std::move(gone));
    if (m_isPaused) {
        m_isRefreshWanted = m_isRefreshWanted || !moved.empty();
        for (const ListKey &key : arrived)
            heldBack.insert(key.id, key);
        if (!moved.empty())
            tellAll();
    } else {
        for (const ListKey &key : moved)
            moveKey(m_keys.rowOf(key.id), key);
        insertKeys(std::move(arrived));
    }
    tellKeys(changed);
    setHeldBack(std::move(heldBack));
}

void PagedTableModel::Private::setPaused(bool paused)
{
    if (paused == std::exchange(m_isPaused, paused) || paused)
        return;
    applyHeldBack();
    if (std::exchange(m_isRefreshWanted, false))
        refresh();
    else
        resolveChanges();
}

void PagedTableModel::Private::applyHeldBack()
{
    if (!isSortedByText(m_query.sort)) {
        std::vector<int> gone;
        for (const qint64 id : std::as_const(m_leaving)) {
            if (const int row = m_keys.rowOf(id); row >= 0)
                gone.push_back(row);
        }
        removeRows(std::move(gone));
        ListKeys arrived;
        for (const ListKey &key : std::as_const(m_heldBack)) {
            if (!m_keys.contains(key.id))
                arrived.push_back(key);
        }
        sortKeys(arrived, m_query.isDescending);
        insertKeys(std::move(arrived));
    }
    m_leaving.clear();
    setHeldBack({});
}

void PagedTableModel::Private::setHeldBack(QHash<qint64, ListKey> heldBack)
{
    const bool isOther = heldBack.size() != m_heldBack.size();
    m_heldBack = std::move(heldBack);
    if (isOther)
        Q_EMIT m_model.pendingChanged();
}

void PagedTableModel::Private::setUnseen(const ListKeys &keys)
{
    for (const ListKey &key : keys) {
        if (std::size_t(key.id) >= m_unseen.size())
            m_unseen.resize(std::size_t(key.id) + 1 + m_unseen.size() / 8);
        m_unseen[std::size_t(key.id)] = true;
    }
}

void PagedTableModel::Private::markSeen(int firstRow, int lastRow)
{
    int firstChanged = -1;
    int lastChanged = -1;
    for (int row = firstRow; row <= lastRow; ++row) {
        const qint64 id = m_keys.at(row).id;
        if (!isUnseen(id))
            continue;
        m_unseen[std::size_t(id)] = false;
        firstChanged = firstChanged < 0 ? row : firstChanged;
        lastChanged = row;
    }
    if (firstChanged >= 0)
        Q_EMIT m_model.dataChanged(m_model.index(firstChanged, 0),
                                   m_model.index(lastChanged, m_model.columnCount() - 1), {UnseenRole});
}

} // namespace earshot
