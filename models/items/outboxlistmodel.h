// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/storereader.h"
#include "models/store/forwardingstate.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace earshot {

/** What waits to be forwarded, what was sent and what was given up, the latest changed first: the newest thousand of
 * the chosen state and destination. Kept current, row by row, so that what is selected stays. GUI thread. */
class OutboxListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        State,
        Conversation,
        DestinationName,
        Attempts,
        NextTry,
        LastAnswer,
        RecordThere, ///< what the destination calls the record
        Reason,
        ColumnCount
    };

    /** One row with what tables say of its conversation. */
    struct Row {
        OutboxRow row;
        QString contact; ///< name, else phone, else the platform's id
    };

    /** @p reader must outlive it. */
    explicit OutboxListModel(StoreReader &reader, QObject *parent = nullptr);

    /** Nothing for all states, or all destinations. Those that ask are among the parked ones, too. */
    void choose(std::optional<ForwardingState> state, std::optional<qint64> destination);

    const Row &row(int row) const { return m_rows.at(row); }

    /** The row of that id in the outbox; -1 if it is not listed. */
    int rowOf(qint64 id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    /** DisplayRole is plain words in no particular language (`asks`); RecordIdRole the row's id. */
    QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    /** What is listed changes next, and has changed: for who keeps a view where it stands. */
    void aboutToUpdate();
    void updated();
    void failed(const earshot::Error &error);

private:
    void read();
    void take(const QList<Row> &rows);
    void become(const QList<Row> &rows);
    void reset(const QList<Row> &rows);

    StoreReader &m_reader;
    std::optional<ForwardingState> m_state;
    std::optional<qint64> m_destination;
    QList<Row> m_rows;
    QTimer m_later{this}; ///< many changes are one read
    StopFlag m_stop;
    bool m_isOther = true; ///< what is read was chosen anew
};

} // namespace earshot
