// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/storereader.h"
#include "models/store/outbox.h"
#include "models/store/outboxlog.h"
#include "models/store/outboxsteps.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace earshot {

/** All that is known of one row of the outbox: how it stands, the steps done so far, and, as a list, every attempt, the
 * latest first, each followed by its requests. Kept current. GUI thread. */
class OutboxAttemptsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, When, What, Answer, Latency, ColumnCount };

    enum Role {
        IsExchangeRole = Qt::UserRole + 100, ///< bool: a request of the attempt above it
    };

    /** A row of the outbox with what was done of it. */
    struct Details {
        OutboxRow row;
        StepStates steps;
        QList<LoggedAttempt> attempts;
    };

    /** @p reader must outlive it. */
    explicit OutboxAttemptsModel(StoreReader &reader, QObject *parent = nullptr);
    ~OutboxAttemptsModel() override;

    /** The outbox row to show; 0 for none. */
    void show(qint64 row);

    /** That is to be shown; 0 for none. */
    qint64 shownRow() const { return m_row; }

    /** Nothing while it is being read, and where there is no such row. */
    const std::optional<Details> &details() const { return m_details; }

    const LoggedAttempt &attempt(int row) const;

    /** Null for the line of the attempt itself. */
    const LoggedExchange *exchange(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    /** DisplayRole is plain words in no particular language, times and lengths are microseconds. */
    QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    /** details() are others. */
    void changed();
    void failed(const earshot::Error &error);

private:
    /** An attempt, or one of its requests. */
    struct Line {
        int attempt = 0;
        int exchange = -1; ///< -1: the attempt itself
    };

    static QList<Line> linesOf(const QList<LoggedAttempt> &attempts);
    static QList<qint64> keysOf(const QList<LoggedAttempt> &attempts);
    void read();
    void take(const std::optional<Details> &details);
    void become(const std::optional<Details> &details);
    void reset(const std::optional<Details> &details);
    static QVariant attemptData(const LoggedAttempt &attempt, Column column);
    static QVariant exchangeData(const LoggedExchange &exchange, Column column);

    StoreReader &m_reader;
    qint64 m_row = 0;
    std::optional<Details> m_details;
    QList<Line> m_lines;
    QTimer m_later{this}; ///< many changes are one read
    StopFlag m_stop;
};

} // namespace earshot
