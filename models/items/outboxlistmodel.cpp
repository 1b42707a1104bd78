// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/outboxlistmodel.h"

#include "models/items/roles.h"

namespace earshot {
namespace {

constexpr std::chrono::milliseconds c_pause(300);

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

void OutboxListModel::choose(std::optional<OutboxState> state, std::optional<qint64> destination)
{
    m_state = state;
    m_destination = destination;
    read();
}

void OutboxListModel::read()
{
    if (m_stop)
        *m_stop = true;
    m_stop = std::make_shared<std::atomic_bool>(false);
    const OutboxQuery query{.destination = m_destination, .state = m_state};
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

/** The same rows in the same order change in place, so that a selection stays. */
void OutboxListModel::take(const QList<Row> &rows)
{
    const bool isSame = std::ranges::equal(
        rows, m_rows, {}, [](const Row &row) { return row.row.id; }, [](const Row &row) { return row.row.id; });
    if (isSame && !rows.isEmpty()) {
        m_rows = rows;
        Q_EMIT dataChanged(index(0, 0), index(int(rows.size()) - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
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
        return outboxStateText(row.row.state);
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
    case Reason:
        return row.row.reason;
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace earshot
