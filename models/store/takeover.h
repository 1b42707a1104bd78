// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/event.h"
#include "models/store/statementcache.h"
#include "models/store/tableset.h"

namespace earshot {

/** What a rebuild takes over from the live tables instead of making it anew: frozen deliveries, whose bytes are gone or
 * which belong to a sealed conversation, and sealed conversations as they stand. The live set is always ahead of the
 * one that is rebuilt. On the writer's connection, inside the caller's transactions. */
class TakeOver
{
public:
    TakeOver(const Database &database, const TableSet &tables);

    enum class Fate {
        Decode, ///< is made anew
        Frozen, ///< copyDelivery()
        Gone, ///< was removed while the rebuild ran
    };
    Result<Fate> fateOf(qint64 delivery);

    /** Copies finding and events; the conversations that have more or other events by that. Where it is a repeat that
     * arrived before what it repeats, that one's events are copied again, since its arrival was moved. */
    Result<QList<qint64>> copyDelivery(qint64 delivery);

    Result<bool> isSealed(qint64 conversation);
    Result<bool> isSealed(qint64 sourceId, const ConversationKey &key);

    /** Its row and messages, in the place of those that are there. */
    Result<void> copyConversation(qint64 conversation);

private:
    Result<void> copyRows(const QStringList &statements, qint64 id);

    StatementCache m_sql;
    const TableSet m_tables;
};

} // namespace earshot
