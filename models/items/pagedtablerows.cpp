// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/pagedtable.h"

namespace earshot {
namespace {

constexpr qsizetype c_mostWanted = 4; // pages: whoever scrolls fast wants those at which they stop
constexpr qsizetype c_mostRowsRead = 1024; // at a time

} // namespace

PagedTableModel::AnyRow PagedTableModel::Private::row(int row)
{
    if (const AnyRow *held = m_rows.object(m_keys.at(row).id))
        return *held;
    const int page = row / c_pageRows;
    if (m_wantedPages.isEmpty() || m_wantedPages.constLast() != page) {
        m_wantedPages.removeOne(page);
        m_wantedPages.append(page);
    }
    if (!m_isReadingRows && !m_pageTimer.isActive())
        m_pageTimer.start();
    return nullptr;
}

void PagedTableModel::Private::hold(const QList<LoadedRow> &rows)
{
    for (const LoadedRow &row : rows)
        m_rows.insert(row.id, new AnyRow(row.row));
}

ListKeys PagedTableModel::Private::wantedKeys()
{
    ListKeys keys;
    if (m_wantedPages.size() > c_mostWanted)
        m_wantedPages = m_wantedPages.last(c_mostWanted);
    for (const int page : std::exchange(m_wantedPages, {})) {
        const int last = std::min((page + 1) * c_pageRows, m_keys.size());
        for (int row = page * c_pageRows; row < last; ++row) {
            if (!m_rows.contains(m_keys.at(row).id))
                keys.push_back(m_keys.at(row));
        }
    }
    return keys;
}

void PagedTableModel::Private::readPages()
{
    if (m_isReadingRows)
        return;
    const ListKeys keys = wantedKeys();
    QList<qint64> ids;
    for (const ListKey &key : keys)
        ids.append(key.id);
    readRows(ids, [this, keys] { tellKeys(keys); });
}

void PagedTableModel::Private::readAgainSoon()
{
    if (!m_readAgainTimer.isActive())
        m_readAgainTimer.start();
}

void PagedTableModel::Private::readAgain()
{
    if (m_isReadingRows)
        readAgainSoon();
    else
        readRows(m_rows.keys(), [this] { tellAll(); });
}

/** One read at a time, so that what is wanted meanwhile can be forgotten again. */
void PagedTableModel::Private::readRows(const QList<qint64> &ids, const std::function<void()> &tell)
{
    if (ids.isEmpty())
        return;
    const QList<qint64> some = ids.first(std::min(ids.size(), c_mostRowsRead));
    const QList<qint64> rest = ids.mid(some.size());
    m_isReadingRows = true;
    m_reader
        .read<QList<LoadedRow>>([some, readRows = m_readRows, now = m_clock.now()](
                                    const Database &database) { return readRows(database, some, now); },
                                m_gone, ReadCost::Quick)
        .then(&m_model, [this, rest, tell](const Result<QList<LoadedRow>> &rows) {
            m_isReadingRows = false;
            if (rows) {
                hold(*rows);
                tell();
                readRows(rest, tell);
            }
            if (!m_isReadingRows && !m_wantedPages.isEmpty())
                m_pageTimer.start();
        });
}

/** Rows that are apart are told of as one range: views repaint what they show of it. */
void PagedTableModel::Private::tellKeys(const ListKeys &keys)
{
    if (isSortedByText(m_query.sort))
        return tellAll();
    int first = m_keys.size();
    int last = -1;
    for (const ListKey &key : keys) {
        const int row = m_keys.rowOf(key);
        if (row >= 0) {
            first = std::min(first, row);
            last = std::max(last, row);
        }
    }
    if (last >= 0)
        Q_EMIT m_model.dataChanged(m_model.index(first, 0), m_model.index(last, m_model.columnCount() - 1));
}

void PagedTableModel::Private::tellAll()
{
    if (m_keys.size() > 0)
        Q_EMIT m_model.dataChanged(m_model.index(0, 0), m_model.index(m_keys.size() - 1, m_model.columnCount() - 1));
}

void PagedTableModel::Private::updateHeld(const std::function<AnyRow(const AnyRow &)> &update)
{
    bool isAnyOther = false;
    const QList<qint64> held = m_rows.keys();
    for (const qint64 id : held) {
        if (AnyRow *row = m_rows.object(id)) {
            if (AnyRow next = update(*row)) {
                *row = std::move(next);
                isAnyOther = true;
            }
        }
    }
    if (isAnyOther)
        tellAll();
}

} // namespace earshot
