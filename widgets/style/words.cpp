// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/words.h"

#include "models/domain/delivery.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace earshot {
namespace {

/** A stored word with its looks; the visible word is translated when asked for. */
struct LookRow {
    const char *stored;
    Icon icon;
    ColorRole color;
    const char *word;
};

constexpr const char *c_context = "Words";

QString translated(const char *word)
{
    return QCoreApplication::translate(c_context, word);
}

constexpr std::array c_outcomes = {
    //: Outcome of a conversation: an appointment was made
    LookRow{"booked", Icon::OutcomeBooked, ColorRole::OutcomeBooked, QT_TRANSLATE_NOOP("Words", "Booked")},
    //: Outcome of a conversation: a price was offered
    LookRow{"quoted", Icon::OutcomeQuoted, ColorRole::OutcomeQuoted, QT_TRANSLATE_NOOP("Words", "Quoted")},
    //: Outcome of a conversation: someone is to get back to the contact
    LookRow{"follow_up", Icon::OutcomeFollowUp, ColorRole::OutcomeFollowUp, QT_TRANSLATE_NOOP("Words", "Follow up")},
    //: Outcome of a conversation
    LookRow{"not_interested", Icon::OutcomeNotInterested, ColorRole::OutcomeNotInterested,
            QT_TRANSLATE_NOOP("Words", "Not interested")},
    //: Outcome of a conversation: nobody picked up
    LookRow{"no_answer", Icon::OutcomeNoAnswer, ColorRole::OutcomeNoAnswer, QT_TRANSLATE_NOOP("Words", "No answer")},
    //: Outcome of a conversation: unwanted advertising
    LookRow{"spam", Icon::OutcomeSpam, ColorRole::OutcomeSpam, QT_TRANSLATE_NOOP("Words", "Spam")},
    //: Outcome of a conversation: the caller wanted someone else
    LookRow{"wrong_number", Icon::OutcomeWrongNumber, ColorRole::OutcomeWrongNumber,
            QT_TRANSLATE_NOOP("Words", "Wrong number")},
    //: Outcome of a conversation: none of the known ones
    LookRow{"other", Icon::OutcomeOther, ColorRole::OutcomeOther, QT_TRANSLATE_NOOP("Words", "Other")},
};

constexpr std::array c_deliveryStates = {
    //: State of a delivery: kept, not yet looked into
    LookRow{"received", Icon::DeliveryReceived, ColorRole::Muted, QT_TRANSLATE_NOOP("Words", "Received")},
    //: State of a delivery: understood and turned into events
    LookRow{"decoded", Icon::DeliveryDecoded, ColorRole::OutcomeBooked, QT_TRANSLATE_NOOP("Words", "Decoded")},
    //: State of a delivery: readable, but of a kind that Earshot does not know
    LookRow{"unknown", Icon::DeliveryUnknown, ColorRole::OutcomeFollowUp, QT_TRANSLATE_NOOP("Words", "Unknown kind")},
    //: State of a delivery: not of the form that its sender documents
    LookRow{"malformed", Icon::DeliveryMalformed, ColorRole::OutcomeSpam, QT_TRANSLATE_NOOP("Words", "Malformed")},
    //: State of a delivery: the same as an earlier one
    LookRow{"duplicate", Icon::DeliveryDuplicate, ColorRole::Muted, QT_TRANSLATE_NOOP("Words", "Duplicate")},
    //: State of a delivery: set aside because its sender is not proved
    LookRow{"quarantined", Icon::DeliveryQuarantined, ColorRole::OutcomeSpam,
            QT_TRANSLATE_NOOP("Words", "Quarantined")},
    //: State of a delivery: its content was removed on request
    LookRow{"erased", Icon::DeliveryErased, ColorRole::Muted, QT_TRANSLATE_NOOP("Words", "Erased")},
};

constexpr std::array c_verdicts = {
    //: The signature of a delivery is right
    LookRow{"verified", Icon::VerdictVerified, ColorRole::OutcomeBooked, QT_TRANSLATE_NOOP("Words", "Verified")},
    //: A delivery has no signature
    LookRow{"unsigned", Icon::VerdictUnsigned, ColorRole::Muted, QT_TRANSLATE_NOOP("Words", "Unsigned")},
    //: The signature of a delivery is wrong
    LookRow{"failed", Icon::VerdictFailed, ColorRole::OutcomeSpam, QT_TRANSLATE_NOOP("Words", "Signature failed")},
    //: A delivery was signed too long ago
    LookRow{"expired", Icon::VerdictExpired, ColorRole::OutcomeSpam, QT_TRANSLATE_NOOP("Words", "Signature expired")},
    //: The signature of a delivery could not be checked
    LookRow{"unchecked", Icon::VerdictUnchecked, ColorRole::OutcomeFollowUp, QT_TRANSLATE_NOOP("Words", "Not checked")},
    //: A person let a delivery out of quarantine
    LookRow{"released", Icon::VerdictReleased, ColorRole::TextSecond, QT_TRANSLATE_NOOP("Words", "Released by hand")},
};

constexpr std::array c_channels = {
    //: Channel of a conversation
    LookRow{"phone", Icon::Phone, ColorRole::TextSecond, QT_TRANSLATE_NOOP("Words", "Phone")},
    LookRow{"call", Icon::Phone, ColorRole::TextSecond, QT_TRANSLATE_NOOP("Words", "Phone")},
    //: Channel of a conversation: spoken, not necessarily by telephone
    LookRow{"voice", Icon::Phone, ColorRole::TextSecond, QT_TRANSLATE_NOOP("Words", "Voice")},
    //: Channel of a conversation: a website
    LookRow{"web", Icon::Web, ColorRole::TextSecond, QT_TRANSLATE_NOOP("Words", "Web")},
    LookRow{"website", Icon::Web, ColorRole::TextSecond, QT_TRANSLATE_NOOP("Words", "Web")},
    LookRow{"widget", Icon::Web, ColorRole::TextSecond, QT_TRANSLATE_NOOP("Words", "Web")},
    LookRow{"whatsapp", Icon::WhatsApp, ColorRole::TextSecond, QT_TRANSLATE_NOOP("Words", "WhatsApp")},
    LookRow{"sms", Icon::Sms, ColorRole::TextSecond, QT_TRANSLATE_NOOP("Words", "SMS")},
    //: Channel of a conversation
    LookRow{"email", Icon::Email, ColorRole::TextSecond, QT_TRANSLATE_NOOP("Words", "E-mail")},
    //: Channel of a conversation
    LookRow{"chat", Icon::Chat, ColorRole::TextSecond, QT_TRANSLATE_NOOP("Words", "Chat")},
};

// In the order of Status.
constexpr std::array c_statuses = {
    //: Status of a chat: it goes on
    LookRow{"open", Icon::StatusOpen, ColorRole::Accent, QT_TRANSLATE_NOOP("Words", "Open")},
    //: Status of a chat: it waits for someone
    LookRow{"pending", Icon::StatusPending, ColorRole::Accent, QT_TRANSLATE_NOOP("Words", "Pending")},
    //: Status of a call: nobody has picked up yet
    LookRow{"ringing", Icon::StatusRinging, ColorRole::OutcomeFollowUp, QT_TRANSLATE_NOOP("Words", "Ringing")},
    //: Status of a call: it goes on
    LookRow{"in_progress", Icon::StatusInProgress, ColorRole::Accent, QT_TRANSLATE_NOOP("Words", "In progress")},
    //: Status of a call: it went to its end
    LookRow{"completed", Icon::StatusCompleted, ColorRole::OutcomeBooked, QT_TRANSLATE_NOOP("Words", "Completed")},
    //: Status of a call: the line was cut
    LookRow{"disconnected", Icon::StatusDisconnected, ColorRole::OutcomeFollowUp,
            QT_TRANSLATE_NOOP("Words", "Disconnected")},
    //: Status of a call: the caller hung up before anyone answered
    LookRow{"abandoned", Icon::StatusAbandoned, ColorRole::OutcomeNotInterested,
            QT_TRANSLATE_NOOP("Words", "Abandoned")},
    //: Status of a call: it did not come about
    LookRow{"failed", Icon::StatusFailed, ColorRole::OutcomeSpam, QT_TRANSLATE_NOOP("Words", "Failed")},
    //: Status of a chat: what was asked is answered
    LookRow{"resolved", Icon::StatusResolved, ColorRole::OutcomeBooked, QT_TRANSLATE_NOOP("Words", "Resolved")},
    //: Status of a chat: it is over
    LookRow{"closed", Icon::StatusClosed, ColorRole::OutcomeOther, QT_TRANSLATE_NOOP("Words", "Closed")},
    //: Status of a call: no end came in time
    LookRow{"assumed_ended", Icon::StatusAssumedEnded, ColorRole::Muted, QT_TRANSLATE_NOOP("Words", "Assumed ended")},
};
static_assert(c_statuses.size() == std::size_t(Status::AssumedEnded) + 1);

// In the order of Role.
constexpr std::array c_roles = {
    //: Who speaks: the person at the other end
    LookRow{"user", Icon::Person, ColorRole::Muted, QT_TRANSLATE_NOOP("Words", "Contact")},
    //: Who speaks: a machine on our side
    LookRow{"assistant", Icon::Robot, ColorRole::Muted, QT_TRANSLATE_NOOP("Words", "Assistant")},
    //: Who speaks: a person on our side
    LookRow{"agent", Icon::Headset, ColorRole::Muted, QT_TRANSLATE_NOOP("Words", "Agent")},
    //: Who speaks: the platform itself
    LookRow{"system", Icon::System, ColorRole::Muted, QT_TRANSLATE_NOOP("Words", "System")},
    //: Who speaks: a program that the assistant called
    LookRow{"tool", Icon::Tool, ColorRole::Muted, QT_TRANSLATE_NOOP("Words", "Tool")},
};

Look lookOf(const LookRow &row)
{
    return {row.icon, translated(row.word), row.color};
}

template <std::size_t Size>
const LookRow *rowOf(const std::array<LookRow, Size> &rows, const QString &stored)
{
    const auto row =
        std::ranges::find_if(rows, [&](const LookRow &known) { return stored == QLatin1StringView(known.stored); });
    return row == rows.end() ? nullptr : &*row;
}

QString capitalized(const QString &word)
{
    return word.isEmpty() ? word : QString(word.at(0).toUpper() % QStringView(word).mid(1));
}

} // namespace

Look statusLook(Status status, bool overdue)
{
    if (overdue && !isFinal(status))
        return {Icon::StatusNoEndYet,
                //: Status of a call that has run for longer than usual
                QCoreApplication::translate("Words", "No end yet"), ColorRole::OutcomeFollowUp};
    return lookOf(c_statuses[std::size_t(status)]);
}

Look outcomeLook(const QString &outcome)
{
    if (outcome.isEmpty())
        return {Icon::OutcomeNone,
                //: Outcome of a conversation: nobody has given it one
                QCoreApplication::translate("Words", "Untagged"), ColorRole::Muted};
    const LookRow *row = rowOf(c_outcomes, outcome);
    return row ? lookOf(*row) : Look{Icon::OutcomeOther, outcome, ColorRole::OutcomeOther};
}

QStringList knownOutcomes()
{
    QStringList outcomes;
    for (const LookRow &row : c_outcomes)
        outcomes += QString(QLatin1StringView(row.stored));
    return outcomes;
}

Look deliveryStateLook(const QString &state)
{
    const LookRow *row = rowOf(c_deliveryStates, state);
    return row ? lookOf(*row) : Look{Icon::DeliveryUnknown, state, ColorRole::Muted};
}

Look verdictLook(const QString &verdict)
{
    const LookRow *row = rowOf(c_verdicts, verdict);
    return row ? lookOf(*row) : Look{Icon::VerdictUnsigned, verdict, ColorRole::Muted};
}

Look channelLook(const QString &channel)
{
    const LookRow *row = rowOf(c_channels, channel);
    return row ? lookOf(*row) : Look{Icon::Chat, capitalized(channel), ColorRole::TextSecond};
}

Look roleLook(Role role)
{
    return lookOf(c_roles[std::size_t(role)]);
}

} // namespace earshot
