// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/fold.h"
#include "models/store/database.h"
#include "models/store/tableset.h"

namespace earshot {

/** A conversation's row with what belongs to it but to no event. */
struct ConversationRow {
    qint64 id = 0;
    qint64 sourceId = 0;
    ConversationKey key;
    std::chrono::seconds endTimeout = std::chrono::hours(2); ///< its source's
    bool isSealed = false; ///< its raw bytes have gone
    FoldState state;
};

/** The conversation, event and message tables of one set, as the fold wants them. On the writer's connection. */
class ConversationTable
{
public:
    static Result<ConversationTable> open(const Database &database, const TableSet &tables);

    /** The row, or an empty one (no event yet) for a conversation without; the source gives the platform and names. */
    Result<ConversationRow> load(qint64 id);
    Result<void> save(const ConversationRow &row);

    /** Every event of a conversation, in no order. */
    Result<QList<FoldEvent>> events(qint64 conversation);

    Result<void> addEvent(qint64 delivery, int position, qint64 sourceId, std::optional<qint64> conversation,
                          const FoldEvent &event);

    /** Puts a message at the end, or in the place of the one with its key. True if it was added. */
    Result<bool> putMessage(qint64 conversation, qint64 position, const Message &message);
    Result<void> replaceMessages(qint64 conversation, const QList<Message> &messages);

    /** True if the source has an event of that key already. */
    Result<bool> hasEventKey(qint64 sourceId, const QString &eventKey);

    /** Running conversations whose source's time-out ended before @p now: at most @p most ids. */
    Result<QList<qint64>> overdue(Timestamp now, int most);

private:
    Statement m_loadRow;
    Statement m_loadIdentity;
    Statement m_saveRow;
    Statement m_events;
    Statement m_addEvent;
    Statement m_findMessage;
    Statement m_addMessage;
    Statement m_changeMessage;
    Statement m_dropMessages;
    Statement m_findEventKey;
    Statement m_overdue;
};

} // namespace earshot
