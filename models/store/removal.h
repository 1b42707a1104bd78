// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/store/statementcache.h"

#include <QDeadlineTimer>

namespace earshot {

/** What has gone from a store, or would go. */
struct PurgeReport {
    qint64 conversations = 0; ///< gone with all that belongs to them
    qint64 sealed = 0; ///< conversations that are kept without their raw bytes
    qint64 deliveries = 0; ///< gone
    qint64 bytes = 0; ///< of bodies, gone
    qint64 kept = 0; ///< old enough to go, but running or waiting to be forwarded

    PurgeReport &operator+=(const PurgeReport &other);

    friend bool operator==(const PurgeReport &, const PurgeReport &) = default;
};

/** Removes conversations and deliveries from the live tables, whole: nothing is left that names what is gone. On the
 * writer's connection, inside the caller's transactions, and never while a rebuild runs. Each function adds to @p
 * report what it did. */
class Removal
{
public:
    explicit Removal(const Database &database)
        : m_sql(database)
    {
    }

    /** The conversation with its messages, events, outbox rows and identity, and the deliveries that speak of no other
     * conversation, with their repeats. A later event of the same platform id begins a new conversation. */
    Result<void> removeConversation(qint64 conversation, PurgeReport &report);

    /** From now on a rebuild leaves the conversation as it stands; strip() then takes its bytes. */
    Result<void> seal(qint64 conversation, Timestamp now, PurgeReport &report);

    /** Takes bodies of a sealed conversation's deliveries and their repeats, but for those that another conversation
     * still needs, until @p deadline (one at least). True once there are none left. */
    Result<bool> strip(qint64 conversation, QDeadlineTimer deadline, PurgeReport &report);

    /** A delivery of no conversation and its repeats. */
    Result<void> removeDelivery(qint64 delivery, PurgeReport &report);

    /** Takes the body of a delivery of no conversation, and of its repeats; what was found out stays. */
    Result<void> stripDelivery(qint64 delivery, PurgeReport &report);

    StatementCache &sql() { return m_sql; }

private:
    Result<void> freeze(const QString &deliveries);
    Result<void> freezeNamesakes(const QString &deliveries);
    Result<void> leaveShared(qint64 conversation, const QList<qint64> &shared);
    Result<void> removeDeliveries(const QString &originals, PurgeReport &report);
    Result<void> removeBodies(const QString &deliveries, PurgeReport &report);
    Result<QString> withRepeats(const QString &originals);
    Result<void> runAll(const QStringList &statements, const QVariant &value);

    StatementCache m_sql;
};

} // namespace earshot
