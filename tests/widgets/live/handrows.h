// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/conversationlistrow.h"
#include "models/items/deliverylistrow.h"
#include "models/items/roles.h"
#include "widgets/live/liverows.h"

#include <QAbstractTableModel>
#include <QSet>

#include <utility>

namespace earshot {

/** A clock that a test sets. */
class HandClock final : public Clock
{
public:
    Timestamp now() const override { return at; }

    Timestamp at = readIsoText(u"2026-05-13T12:32:40Z", QTimeZone::utc())->time;
};

/** A row of either kind and its id. */
struct HandRow {
    qint64 id = 0;
    QVariant value;
};

inline HandRow handRow(const ConversationListRow &row)
{
    return {row.id, QVariant::fromValue<ConversationListRowPtr>(std::make_shared<ConversationListRow>(row))};
}

inline HandRow handRow(const DeliveryListRow &row)
{
    return {row.id, QVariant::fromValue<DeliveryListRowPtr>(std::make_shared<DeliveryListRow>(row))};
}

/** A table whose rows a test writes. */
class HandTable final : public QAbstractTableModel
{
public:
    explicit HandTable(int columns)
        : m_columns(columns)
    {
    }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(rows.size()); }

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : m_columns; }

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid())
            return {};
        const HandRow &row = rows.at(index.row());
        switch (role) {
        case RowRole:
            return row.value;
        case RecordIdRole:
            return row.id;
        case UnseenRole:
            return unseen.contains(row.id);
        default:
            return {};
        }
    }

    void sort(int column, Qt::SortOrder order) override { sorted.append({column, order}); }

    void insertAt(int row, const QList<HandRow> &added)
    {
        beginInsertRows({}, row, row + int(added.size()) - 1);
        for (int i = 0; i < int(added.size()); ++i)
            rows.insert(row + i, added.at(i));
        endInsertRows();
    }

    void removeAt(int row)
    {
        beginRemoveRows({}, row, row);
        rows.removeAt(row);
        endRemoveRows();
    }

    void reset(const QList<HandRow> &all)
    {
        beginResetModel();
        rows = all;
        endResetModel();
    }

    QList<HandRow> rows;
    QSet<qint64> unseen;
    QList<std::pair<int, Qt::SortOrder>> sorted;

private:
    const int m_columns;
};

/** Live rows over a HandTable. */
class HandRows final : public LiveRows
{
public:
    explicit HandRows(int columns)
        : table(columns)
    {
    }

    QAbstractItemModel &model() override { return table; }

    int rowOf(qint64 id) const override
    {
        for (int row = 0; row < table.rows.size(); ++row) {
            if (table.rows.at(row).id == id)
                return row;
        }
        return -1;
    }

    qint64 idAt(int row) const override { return row >= 0 && row < table.rows.size() ? table.rows.at(row).id : 0; }

    std::vector<qint64> ids() const override
    {
        std::vector<qint64> ids;
        for (const HandRow &row : table.rows)
            ids.push_back(row.id);
        return ids;
    }

    bool isLoading() const override { return m_isLoading; }

    void setLoading(bool loading)
    {
        m_isLoading = loading;
        Q_EMIT progressed();
    }

    void setPaused(bool paused) override
    {
        m_isPaused = paused;
        if (!paused && !m_pending.isEmpty()) {
            table.insertAt(0, std::exchange(m_pending, {}));
            Q_EMIT pendingChanged();
        }
    }

    bool isPaused() const override { return m_isPaused; }

    int pendingCount() const override { return int(m_pending.size()); }

    void markSeen(int firstRow, int lastRow) override
    {
        for (int row = firstRow; row <= lastRow; ++row)
            table.unseen.remove(idAt(row));
        Q_EMIT table.dataChanged(table.index(firstRow, 0), table.index(lastRow, table.columnCount() - 1));
    }

    /** A new row, on top unless rows are kept back. */
    void arrive(const HandRow &row)
    {
        if (!m_isPaused)
            return table.insertAt(0, {row});
        m_pending.prepend(row);
        Q_EMIT pendingChanged();
    }

    HandTable table;

private:
    QList<HandRow> m_pending;
    bool m_isLoading = false;
    bool m_isPaused = false;
};

} // namespace earshot
