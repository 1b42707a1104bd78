// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/pagedtable.h"

namespace earshot {

PagedTableModel::PagedTableModel(RecordKind kind, RowReader readRows, StoreReader &reader, const ViewScope &scope,
                                 const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , d(std::make_unique<Private>(*this, kind, std::move(readRows), reader, scope, clock))
{
    connect(&scope, &ViewScope::changed, this, [this] { d->query(); });
    connect(&reader, &StoreReader::changed, this, [this](const StoreChanges &changes) { d->note(changes); });
    d->query();
}

PagedTableModel::~PagedTableModel() = default;

int PagedTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : d->m_keys.size();
}

int PagedTableModel::rowOf(qint64 id) const
{
    return d->m_keys.rowOf(id);
}

qint64 PagedTableModel::idAt(int row) const
{
    Q_ASSERT(row >= 0 && row < d->m_keys.size());
    return d->m_keys.at(row).id;
}

std::vector<qint64> PagedTableModel::ids() const
{
    return d->m_keys.ids();
}

bool PagedTableModel::isLoading() const
{
    return d->m_isLoading;
}

qint64 PagedTableModel::foundSoFar() const
{
    const qint64 rows = d->m_keys.size();
    return d->m_isLoading && d->m_found ? std::max(rows, d->m_found->load(std::memory_order_relaxed)) : rows;
}

std::chrono::milliseconds PagedTableModel::elapsed() const
{
    return d->m_elapsed;
}

void PagedTableModel::setPaused(bool paused)
{
    d->setPaused(paused);
}

bool PagedTableModel::isPaused() const
{
    return d->m_isPaused;
}

int PagedTableModel::pendingCount() const
{
    return int(d->m_heldBack.size());
}

void PagedTableModel::markSeen(int firstRow, int lastRow)
{
    d->markSeen(std::max(firstRow, 0), std::min(lastRow, d->m_keys.size() - 1));
}

PagedTableModel::AnyRow PagedTableModel::anyRow(int row) const
{
    return row >= 0 && row < d->m_keys.size() ? d->row(row) : nullptr;
}

bool PagedTableModel::isUnseen(int row) const
{
    return d->isUnseen(idAt(row));
}

void PagedTableModel::sortBy(ListSort sort, Qt::SortOrder order)
{
    d->sortBy(sort, order == Qt::DescendingOrder);
}

void PagedTableModel::updateHeld(const std::function<AnyRow(const AnyRow &)> &update)
{
    d->updateHeld(update);
}

} // namespace earshot
