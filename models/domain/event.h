// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/conversation.h"
#include "models/domain/delivery.h"
#include "models/domain/message.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace earshot {

/** The neutral kind of an event; stored as its word (eventTypeText). */
enum class EventType {
    ConversationCreated,
    ConversationUpdated,
    ConversationResolved,
    ConversationClosed,
    MessageCreated,
    CallStarted,
    CallEnded,
    CallOutcomeTagged,
    ContactCreated,
    ContactUpdated,
    FormCaptured,
    FormUpdated,
    IntentCaptured,
    Unknown,
};

QString eventTypeText(EventType type);
std::optional<EventType> eventTypeFromText(QStringView text);

/** Which conversation of a source is meant. Scope tells apart a platform's id spaces that overlap: Varda has `call` and
 *  `conversation`, the others have only `conversation`. */
struct ConversationKey {
    QString scope;
    QString platformId;

    friend bool operator==(const ConversationKey &, const ConversationKey &) = default;
};

/** What one delivery says happened, in neutral words. Platform, source, id, updatedAt, events, messages, estimated and
 * what is deduced are not the decoder's: the fold sets them. */
struct Event {
    EventType type = EventType::Unknown;
    QString platformType; ///< as sent
    std::optional<Timestamp> occurredAt; ///< null where the platform gives no time: arrival counts then
    std::optional<ConversationKey> conversation; ///< null for events that belong to none (contact.created, unknown)
    QString eventKey; ///< what names this event at the platform, null if nothing does; the same key with other content
                      ///< is warned of
    Conversation patch; ///< what it says of the conversation
    bool reopens = false; ///< says in words that an ended conversation goes on: the only way back from a final status
    bool hasTranscript =
        false; ///< messages are the whole transcript and replace what is held; else they are added by their key
    QList<Message> messages;
    QStringList warnings; ///< `code: detail`, as in `zone-assumed: created_at`
};

/** What a decoder makes of one delivery. */
struct Decoded {
    DeliveryState state = DeliveryState::Decoded; ///< Decoded, Unknown or Malformed
    QString reason; ///< for Malformed: `code: what and where`
    QByteArray digest; ///< SHA-256 of the payload as decoded, whatever carried it; tells repeats
    QList<Event> events; ///< in the order the platform sent them; none if malformed
};

} // namespace earshot
