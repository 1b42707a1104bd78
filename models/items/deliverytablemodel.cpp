// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/deliverytablemodel.h"

#include "models/items/listrows.h"
#include "models/items/roles.h"

namespace earshot {
namespace {

QString displayText(const DeliveryListRow &row, DeliveryColumn column)
{
    switch (column) {
    case DeliveryColumn::Verdict:
        return row.verdict;
    case DeliveryColumn::Received:
        return toIsoText(row.receivedAt, QTimeZone::utc());
    case DeliveryColumn::State:
        return row.state;
    case DeliveryColumn::Kind:
        return row.kind;
    case DeliveryColumn::Source:
        return row.source;
    case DeliveryColumn::Size:
        return QString::number(row.sizeBytes);
    case DeliveryColumn::Count_:
        break;
    }
    return {};
}

QVariant sortValue(const DeliveryListRow &row, DeliveryColumn column)
{
    switch (column) {
    case DeliveryColumn::Received:
        return toMicroseconds(row.receivedAt);
    case DeliveryColumn::Size:
        return row.sizeBytes;
    default:
        return displayText(row, column);
    }
}

std::optional<ListSort> sortOf(DeliveryColumn column)
{
    switch (column) {
    case DeliveryColumn::Received:
        return ListSort::Time;
    case DeliveryColumn::State:
        return ListSort::State;
    case DeliveryColumn::Source:
        return ListSort::Source;
    case DeliveryColumn::Size:
        return ListSort::Size;
    default:
        return std::nullopt;
    }
}

} // namespace

DeliveryTableModel::DeliveryTableModel(StoreReader &reader, const ViewScope &scope, const Clock &clock, QObject *parent)
    : PagedTableModel(
          RecordKind::Deliveries,
          [](const Database &database, const QList<qint64> &ids, Timestamp) -> Result<QList<LoadedRow>> {
              const auto rows = readDeliveryRows(database, ids);
              if (!rows)
                  return std::unexpected(rows.error());
              QList<LoadedRow> loaded;
              for (const DeliveryListRowPtr &row : *rows)
                  loaded.append({row->id, row});
              return loaded;
          },
          reader, scope, clock, parent)
{
}

int DeliveryTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(DeliveryColumn::Count_);
}

DeliveryListRowPtr DeliveryTableModel::row(int row) const
{
    return std::static_pointer_cast<const DeliveryListRow>(anyRow(row));
}

QVariant DeliveryTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == RecordIdRole)
        return idAt(index.row());
    if (role == UnseenRole)
        return isUnseen(index.row());
    if (role != RowRole && role != Qt::DisplayRole && role != SortRole)
        return {};
    const DeliveryListRowPtr found = row(index.row());
    if (role == RowRole)
        return QVariant::fromValue(found);
    if (!found)
        return {};
    const auto column = DeliveryColumn(index.column());
    return role == SortRole ? sortValue(*found, column) : QVariant(displayText(*found, column));
}

void DeliveryTableModel::sort(int column, Qt::SortOrder order)
{
    if (const auto by = sortOf(DeliveryColumn(column)))
        sortBy(*by, order);
}

} // namespace earshot
