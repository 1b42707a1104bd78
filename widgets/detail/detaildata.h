// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/conversation.h"
#include "models/store/outbox.h"
#include "models/store/recordlookup.h"
#include "widgets/conversation/timeline.h"
#include "widgets/conversation/transcript.h"

namespace earshot {

/** A conversation as the detail pane shows it, made ready in the thread that read it. */
struct ConversationDetail {
    Conversation record;
    Transcript transcript;
    QList<TimelineRow> timeline;
    QList<OutboxRow> outbox;
};

/** A delivery as the header shows it. */
struct DeliveryDetail {
    qint64 id = 0;
    QString kind; ///< the platform's own word, else ours; null if nothing was understood
    QString state;
    QString verdict;
    QString verdictReason; ///< as stored
    QString platform; ///< of its source
    std::optional<qint64> clockSkewSeconds; ///< our clock less the sender's
    std::optional<int> answered; ///< what its sender heard, where not 200; 0: nothing
    qint64 releasedFrom = 0; ///< the quarantined delivery that it is the copy of; 0 for none
    QString method;
    QString target; ///< masked
    QString remote;
    QString reason;
    qint64 bytes = 0;
    Timestamp receivedAt;
    qint64 conversation = 0; ///< that it belongs to; 0 for none
};

/** What the pane shows: a conversation, a delivery, or a delivery with its conversation. */
struct DetailContent {
    std::optional<DeliveryDetail> delivery;
    std::optional<ConversationDetail> conversation;
};

/** In the reading thread. NotFound where there is no such record. */
Result<DetailContent> readConversationDetail(const Database &database, qint64 conversation);
Result<DetailContent> readDeliveryDetail(const Database &database, qint64 delivery);

/** Name, else phone, else e-mail; else "Visitor" with the end of the platform's id. In the user's language. */
QString conversationTitle(const Conversation &conversation);

} // namespace earshot
