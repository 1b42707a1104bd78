// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/live/liverows.h"

#include "models/items/pagedtablemodel.h"

namespace earshot {
namespace {

class PagedRows final : public LiveRows
{
public:
    explicit PagedRows(PagedTableModel &model)
        : m_model(model)
    {
        connect(&model, &PagedTableModel::progressed, this, &LiveRows::progressed);
        connect(&model, &PagedTableModel::firstPageShown, this, &LiveRows::progressed);
        connect(&model, &PagedTableModel::failed, this, &LiveRows::progressed);
        connect(&model, &PagedTableModel::pendingChanged, this, &LiveRows::pendingChanged);
    }

    QAbstractItemModel &model() override { return m_model; }

    int rowOf(qint64 id) const override { return m_model.rowOf(id); }

    qint64 idAt(int row) const override { return row >= 0 && row < m_model.rowCount() ? m_model.idAt(row) : 0; }

    std::vector<qint64> ids() const override { return m_model.ids(); }

    bool isLoading() const override { return m_model.isLoading(); }

    void setPaused(bool paused) override { m_model.setPaused(paused); }

    bool isPaused() const override { return m_model.isPaused(); }

    int pendingCount() const override { return m_model.pendingCount(); }

    void markSeen(int firstRow, int lastRow) override { m_model.markSeen(firstRow, lastRow); }

private:
    PagedTableModel &m_model;
};

} // namespace

std::unique_ptr<LiveRows> liveRowsOf(PagedTableModel &model)
{
    return std::make_unique<PagedRows>(model);
}

} // namespace earshot
