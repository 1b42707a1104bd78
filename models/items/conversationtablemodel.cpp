// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/conversationtablemodel.h"

#include "models/items/listrows.h"
#include "models/items/roles.h"

namespace earshot {
namespace {

using namespace std::chrono_literals;

constexpr auto c_overdueInterval = 15s;

QString numberText(std::optional<qint64> number)
{
    return number ? QString::number(*number) : QString();
}

QVariant numberValue(std::optional<qint64> number)
{
    return number ? QVariant(*number) : QVariant();
}

QString contactText(const Conversation &record)
{
    for (const QString &text : {record.contactName, record.contactPhone, record.contactEmail}) {
        if (!text.isEmpty())
            return text;
    }
    return record.from;
}

QString forwardingText(const ConversationListRow &row)
{
    const auto worst = worstForwarding(row.forwarding);
    return worst ? forwardingStateText(*worst) : QString();
}

QString displayText(const ConversationListRow &row, ConversationColumn column)
{
    const Conversation &record = row.record;
    switch (column) {
    case ConversationColumn::Gutter:
    case ConversationColumn::Count_:
        return {};
    case ConversationColumn::Started:
        return toIsoText(row.time, QTimeZone::utc());
    case ConversationColumn::Status:
        return record.status ? statusText(*record.status) : QString();
    case ConversationColumn::Contact:
        return contactText(record);
    case ConversationColumn::Source:
        return record.source;
    case ConversationColumn::Duration:
        return numberText(record.durationSeconds);
    case ConversationColumn::Outcome:
        return record.outcome;
    case ConversationColumn::LastLine:
        return row.lastLine;
    case ConversationColumn::Agent:
        return record.agent;
    case ConversationColumn::Channel:
        return record.channel;
    case ConversationColumn::Value:
        return numberText(record.estimatedValueMinor);
    case ConversationColumn::Messages:
        return numberText(record.messages);
    case ConversationColumn::Forwarding:
        return forwardingText(row);
    case ConversationColumn::Campaign:
        return record.campaign;
    case ConversationColumn::Intent:
        return record.intent;
    }
    Q_UNREACHABLE();
}

QVariant sortValue(const ConversationListRow &row, ConversationColumn column)
{
    switch (column) {
    case ConversationColumn::Started:
        return toMicroseconds(row.time);
    case ConversationColumn::Duration:
        return numberValue(row.record.durationSeconds);
    case ConversationColumn::Value:
        return numberValue(row.record.estimatedValueMinor);
    case ConversationColumn::Messages:
        return numberValue(row.record.messages);
    default:
        return displayText(row, column);
    }
}

/** Nothing for a column by which there is no order. */
std::optional<ListSort> sortOf(ConversationColumn column)
{
    switch (column) {
    case ConversationColumn::Started:
        return ListSort::Time;
    case ConversationColumn::Status:
        return ListSort::Status;
    case ConversationColumn::Contact:
        return ListSort::Contact;
    case ConversationColumn::Source:
        return ListSort::Source;
    case ConversationColumn::Duration:
        return ListSort::Duration;
    case ConversationColumn::Outcome:
        return ListSort::Outcome;
    default:
        return std::nullopt;
    }
}

} // namespace

ConversationTableModel::ConversationTableModel(StoreReader &reader, const ViewScope &scope, const Clock &clock,
                                               QObject *parent)
    : PagedTableModel(
          RecordKind::Conversations,
          [](const Database &database, const QList<qint64> &ids, Timestamp now) -> Result<QList<LoadedRow>> {
              const auto rows = readConversationRows(database, ids, now);
              if (!rows)
                  return std::unexpected(rows.error());
              QList<LoadedRow> loaded;
              for (const ConversationListRowPtr &row : *rows)
                  loaded.append({row->id, row});
              return loaded;
          },
          reader, scope, clock, parent)
    , m_clock(clock)
{
    m_overdueTimer.callOnTimeout(this, &ConversationTableModel::noteOverdue);
    m_overdueTimer.start(c_overdueInterval);
}

int ConversationTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ConversationColumn::Count_);
}

ConversationListRowPtr ConversationTableModel::row(int row) const
{
    return std::static_pointer_cast<const ConversationListRow>(anyRow(row));
}

QVariant ConversationTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == RecordIdRole)
        return idAt(index.row());
    if (role == UnseenRole)
        return isUnseen(index.row());
    if (role != RowRole && role != Qt::DisplayRole && role != SortRole)
        return {};
    const ConversationListRowPtr found = row(index.row());
    if (role == RowRole)
        return QVariant::fromValue(found);
    if (!found)
        return {};
    const auto column = ConversationColumn(index.column());
    return role == SortRole ? sortValue(*found, column) : QVariant(displayText(*found, column));
}

void ConversationTableModel::sort(int column, Qt::SortOrder order)
{
    if (const auto by = sortOf(ConversationColumn(column)))
        sortBy(*by, order);
}

/** Time alone makes a running conversation overdue. */
void ConversationTableModel::noteOverdue()
{
    updateHeld([now = m_clock.now()](const AnyRow &held) -> AnyRow {
        const auto row = std::static_pointer_cast<const ConversationListRow>(held);
        if (row->isOverdue == isOverdueAt(*row, now))
            return nullptr;
        auto changed = std::make_shared<ConversationListRow>(*row);
        changed->isOverdue = !row->isOverdue;
        return changed;
    });
}

} // namespace earshot
