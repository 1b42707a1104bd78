// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/conversation.h"
#include "models/domain/delivery.h"
#include "models/store/database.h"
#include "models/store/outbox.h"
#include "models/store/record.h"

namespace earshot {

/** One event of a conversation, and what it did there. */
struct HistoryEntry {
    Record event; ///< of RecordKind::Events
    Timestamp receivedAt;
    QStringList changed; ///< the fields that it says something of, in the order of exports
    Conversation patch; ///< what it says of them
    int repeats = 0; ///< how often its delivery came again
};

/** A conversation with all that belongs to it. */
struct ConversationDetails {
    Record record;
    QList<Record> transcript; ///< messages in the order they were said
    QList<HistoryEntry> history; ///< in the order of the fold, whatever order they arrived in
    std::optional<Timestamp> sealedAt = std::nullopt; ///< when its raw bytes went; nothing while they are kept
    QList<OutboxRow> forwarding = {}; ///< where it goes, by the destinations' names
};

/** A delivery with what was sent and what was made of it. */
struct DeliveryDetails {
    Record record;
    QList<HeaderField> headers;
    std::optional<QByteArray> body; ///< as sent; nothing where it is not kept any more
    QList<Record> events; ///< in the order the platform sent them
};

/** Errors: NotFound. */
Result<ConversationDetails> conversationDetails(const Database &database, qint64 id);
Result<DeliveryDetails> deliveryDetails(const Database &database, qint64 id);

/** A conversation by its platform's id. */
struct ConversationMatch {
    qint64 id = 0;
    QString scope; ///< the platform's id space, see ConversationKey
};

/** The conversations of sources of that name (in any case) with that platform id: several where a platform's id spaces
 * overlap, or where a removed source had the name too. By id. */
Result<QList<ConversationMatch>> findConversations(const Database &database, const QString &source,
                                                   const QString &platformId);

/** The delivery of the same source and the same platform type (of its first event) before this one; nothing where there
 * is none whose body is kept, or none among the 200,000 before. */
Result<std::optional<qint64>> previousOfKind(const Database &database, qint64 delivery);

/** The deliveries that say something of this conversation, newest first. */
Result<QList<qint64>> deliveriesOfConversation(const Database &database, qint64 conversation);

/** The deliveries that say something of any of these, each once, in the order they arrived. */
Result<QList<qint64>> deliveriesOfConversations(const Database &database, const QList<qint64> &conversations);

} // namespace earshot
