// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/outboxlistmodel.h"

#include "models/items/liststeps.h"
#include "models/items/roles.h"

#include <algorithm>

namespace earshot {
namespace {

constexpr std::chrono::milliseconds c_pause(300);
constexpr qsizetype c_mostSteps = 100; // over these, showing all anew is cheaper

Result<QString> contactOf(const Database &database, qint64 conversation)
{
    const auto contact = database.value(
        QStringLiteral(
            R"(SELECT coalesce("contact_name", "contact_phone", "conversation_id") FROM conversation WHERE "id" = ?)"),
        {conversation});
    return contact ? Result<QString>(contact->toString()) : std::unexpected(contact.error());
}

Result<QList<OutboxListModel::Row>> readRows(const Database &database, const OutboxQuery &query)
{
    const auto rows = outbox::newest(database, query);
    if (!rows)
        return std::unexpected(rows.error());
    QList<OutboxListModel::Row> listed;
    for (const OutboxRow &row : *rows) {
        const auto contact = contactOf(database, row.conversation);
        if (!contact)
            return std::unexpected(contact.error());
        listed.append({row, *contact});
    }
    return listed;
}

std::optional<OutboxState> storedState(const std::optional<ForwardingState> &state)
{
    if (!state)
        return std::nullopt;
    switch (*state) {
    case ForwardingState::Asks:
    case ForwardingState::Parked:
        return OutboxState::Parked;
    case ForwardingState::Waiting:
        return OutboxState::Waiting;
    case ForwardingState::Sent:
        return OutboxState::Sent;
    case ForwardingState::Discarded:
        break;
    }
    return OutboxState::Discarded;
}

QList<qint64> idsOf(const QList<OutboxListModel::Row> &rows)
{
    QList<qint64> ids;
    for (const OutboxListModel::Row &row : rows)
        ids.append(row.row.id);
    return ids;
}

} // namespace

OutboxListModel::OutboxListModel(StoreReader &reader, QObject *parent)
    : QAbstractTableModel(parent)
    , m_reader(reader)
{
    m_later.setSingleShot(true);
    m_later.setInterval(c_pause);
    m_later.callOnTimeout(this, &OutboxListModel::read);
    connect(&m_reader, &StoreReader::changed, this, [this](const StoreChanges &changes) {
        if ((changes.outbox || changes.everything || changes.settings) && !m_later.isActive())
            m_later.start();
    });
    read();
}

void OutboxListModel::choose(std::optional<ForwardingState> state, std::optional<qint64> destination)
{
    m_state = state;
    m_destination = destination;
    m_isOther = true;
    read();
}

void OutboxListModel::read()
{
    if (m_stop)
        *m_stop = true;
    m_stop = std::make_shared<std::atomic_bool>(false);
    OutboxQuery query{.destination = m_destination, .state = storedState(m_state)};
    query.isAsking = m_state == ForwardingState::Asks;
    m_reader.read<QList<Row>>([query](const Database &database) { return readRows(database, query); }, m_stop)
        .then(this, [this, stop = m_stop](const Result<QList<Row>> &rows) {
            if (stop != m_stop || *stop)
                return;
            if (rows)
                take(*rows);
            else
                Q_EMIT failed(rows.error());
        });
}

void OutboxListModel::take(const QList<Row> &rows)
{
    Q_EMIT aboutToUpdate();
    if (std::exchange(m_isOther, false))
        reset(rows);
    else
        become(rows);
    Q_EMIT updated();
}

void OutboxListModel::reset(const QList<Row> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

/** Row by row, so that what is selected stays. */
void OutboxListModel::become(const QList<Row> &rows)
{
    const QList<ListStep> steps = listSteps(idsOf(m_rows), idsOf(rows));
    if (steps.size() > c_mostSteps)
        return reset(rows);
    for (const ListStep &step : steps) {
        switch (step.kind) {
        case ListStep::Kind::Remove:
            beginRemoveRows({}, step.from, step.from);
            m_rows.removeAt(step.from);
            endRemoveRows();
            break;
        case ListStep::Kind::Insert:
            beginInsertRows({}, step.to, step.to);
            m_rows.insert(step.to, rows.at(step.to));
            endInsertRows();
            break;
        case ListStep::Kind::Move:
            beginMoveRows({}, step.from, step.from, {}, step.to);
            m_rows.move(step.from, step.to);
            endMoveRows();
            break;
        }
    }
    m_rows = rows;
    if (!rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(rows.size()) - 1, ColumnCount - 1));
}

int OutboxListModel::rowOf(qint64 id) const
{
    const auto found = std::ranges::find(m_rows, id, [](const Row &row) { return row.row.id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int OutboxListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int OutboxListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant OutboxListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    if (role == RecordIdRole)
        return row.row.id;
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case State:
        return forwardingStateText(forwardingStateOf(row.row));
    case Conversation:
        return row.contact;
    case DestinationName:
        return row.row.destinationName;
    case Attempts:
        return row.row.attempts;
    case NextTry:
        return row.row.state == OutboxState::Waiting ? QVariant(toMicroseconds(row.row.nextAt)) : QVariant();
    case LastAnswer:
        return row.row.lastStatus ? QVariant(*row.row.lastStatus) : QVariant();
    case RecordThere:
        return row.row.crmId;
    case Reason:
        return row.row.reason;
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace earshot
