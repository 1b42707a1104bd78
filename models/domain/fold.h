// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/event.h"

#include <chrono>
#include <compare>

namespace earshot {

/** An event's place among its conversation's events. Whatever order they arrive in, they are folded in this one. */
struct FoldOrder {
    Timestamp at; ///< occurredAt, or arrival where the platform gives no time
    int rank = 0; ///< foldRank() of the type
    QByteArray digest; ///< of the payload, so that the order is total

    friend auto operator<=>(const FoldOrder &a, const FoldOrder &b)
    {
        if (const auto order = a.at <=> b.at; order != 0)
            return order;
        if (const auto order = a.rank <=> b.rank; order != 0)
            return order;
        return a.digest.compare(b.digest) <=> 0;
    }

    friend bool operator==(const FoldOrder &, const FoldOrder &) = default;
};

/** Created, started, updated or message, ended, tagged: for events of the same moment. */
int foldRank(EventType type);

/** An event with its place and its delivery's arrival. */
struct FoldEvent {
    Event event;
    FoldOrder order;
    Timestamp receivedAt;
};

/** What the fold has to know besides the events. Passed in, so that a rebuild says the same. */
struct FoldRules {
    ConversationKey key; ///< scope `call` makes a call of what no event names; the id may hold a time
    std::chrono::seconds endTimeout = std::chrono::hours(2);
    Timestamp now; ///< for endTimeout only
};

/** A conversation so far, with what is not exported but needed to fold on. */
struct FoldState {
    Conversation conversation;
    std::optional<FoldOrder> last; ///< the latest event folded in
    std::optional<Timestamp> firstEventAt;
    std::optional<Timestamp> startHint; ///< time of the first event that says it began
    std::optional<Timestamp> firstMessageAt; ///< time of the first message that has one

    /** When it happened, for sorting, ranges and days: its start, else its end, else its first event. */
    Timestamp time() const;

    friend bool operator==(const FoldState &, const FoldState &) = default;
};

/** True if an event of that order can be folded onto the state as it is; else the conversation is folded anew from all
 * its events. */
bool canFoldOnto(const FoldState &state, const FoldOrder &order);

/** Folds all but the messages of an event that comes after every event in @p state. */
void foldEvent(FoldState &state, const FoldEvent &event);

/** Tells the state which messages were added at the end, or are now all there is. */
void noteMessagesAdded(FoldState &state, const QList<Message> &added);
void noteMessagesReplaced(FoldState &state, const QList<Message> &all);

/** Deduces what no event says (start, duration, an end that never came) and notes it in `estimated`. Call once after
 * the last event. */
void deduceMissing(FoldState &state, const FoldRules &rules);

/** A conversation folded from all its events. */
struct Folded {
    FoldState state;
    QList<Message> messages;
};

/** The fold from nothing; the events may come in any order. */
Folded foldAll(QList<FoldEvent> events, const FoldRules &rules);

/** The moment in a UUIDv7's first 48 bits (RFC 9562 section 5.7), if the text is one and the moment lies between 2015
 * and a day after @p latest. */
std::optional<Timestamp> uuidV7Time(const QString &text, Timestamp latest);

} // namespace earshot
