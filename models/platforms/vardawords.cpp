// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/platforms/vardawords.h"

#include <algorithm>
#include <array>

namespace earshot {
namespace {

using L1 = QLatin1StringView;

/** The nine of the documents; conversation.updated and .reopened are not among them, but their names leave no doubt. */
constexpr std::array c_events = {
    VardaEvent{L1("conversation.created"), EventType::ConversationCreated, VardaSubject::Conversation},
    VardaEvent{L1("conversation.updated"), EventType::ConversationUpdated, VardaSubject::Conversation},
    VardaEvent{L1("conversation.reopened"), EventType::ConversationUpdated, VardaSubject::Conversation, true},
    VardaEvent{L1("conversation.resolved"), EventType::ConversationResolved, VardaSubject::Conversation},
    VardaEvent{L1("conversation.closed"), EventType::ConversationClosed, VardaSubject::Conversation},
    VardaEvent{L1("message.created"), EventType::MessageCreated, VardaSubject::Message},
    VardaEvent{L1("call.started"), EventType::CallStarted, VardaSubject::Call},
    VardaEvent{L1("call.ended"), EventType::CallEnded, VardaSubject::Call},
    VardaEvent{L1("call.outcome_tagged"), EventType::CallOutcomeTagged, VardaSubject::Outcome},
    VardaEvent{L1("contact.created"), EventType::ContactCreated, VardaSubject::Contact},
    VardaEvent{L1("contact.updated"), EventType::ContactUpdated, VardaSubject::Contact},
};

constexpr VardaEvent c_unknownEvent{L1(), EventType::Unknown, VardaSubject::Unknown};

struct Disposition {
    L1 word;
    Status nearest;
};

/** Only the first of these is documented; the others are what telephony calls the same things. */
constexpr std::array c_dispositions = {
    Disposition{L1("completed"), Status::Completed},  Disposition{L1("answered"), Status::Completed},
    Disposition{L1("failed"), Status::Failed},        Disposition{L1("error"), Status::Failed},
    Disposition{L1("busy"), Status::Failed},          Disposition{L1("rejected"), Status::Failed},
    Disposition{L1("declined"), Status::Failed},      Disposition{L1("abandoned"), Status::Abandoned},
    Disposition{L1("no_answer"), Status::Abandoned},  Disposition{L1("missed"), Status::Abandoned},
    Disposition{L1("unanswered"), Status::Abandoned}, Disposition{L1("canceled"), Status::Abandoned},
    Disposition{L1("cancelled"), Status::Abandoned},  Disposition{L1("disconnected"), Status::Disconnected},
};

struct RoleWord {
    L1 word;
    Role role;
};

/** `contact` is the documents' only example; a user is a colleague here, not the customer. */
constexpr std::array c_roles = {
    RoleWord{L1("contact"), Role::User},        RoleWord{L1("agent"), Role::Agent},
    RoleWord{L1("user"), Role::Agent},          RoleWord{L1("bot"), Role::Assistant},
    RoleWord{L1("assistant"), Role::Assistant}, RoleWord{L1("ai"), Role::Assistant},
    RoleWord{L1("system"), Role::System},
};

/** `no-answer` and `No answer` are `no_answer`. */
QString plainWord(QString word)
{
    return word.replace(QLatin1Char('-'), QLatin1Char('_')).replace(QLatin1Char(' '), QLatin1Char('_'));
}

/** Keeps the platform's word beside ours where they differ. */
VardaStatus withDetail(Status status, const QString &word)
{
    return {status, word == statusText(status) ? QString() : word};
}

VardaStatus endedBy(const QString &disposition)
{
    const auto known = std::ranges::find(c_dispositions, plainWord(disposition), &Disposition::word);
    return withDetail(known == c_dispositions.end() ? Status::Completed : known->nearest, disposition);
}

VardaStatus createdAs(const QString &word)
{
    return withDetail(statusFromText(word).value_or(Status::Open), word);
}

/** The detail of a call that starts is worth keeping only where it says more than that. */
VardaStatus startedAs(const QString &word)
{
    if (plainWord(word) == L1("in_progress"))
        return {Status::InProgress, {}};
    return withDetail(word == L1("ringing") ? Status::Ringing : Status::InProgress, word);
}

VardaStatus updatedTo(const QString &word)
{
    if (word.isNull())
        return {};
    return {statusFromText(word), statusFromText(word) ? QString() : word};
}

} // namespace

const VardaEvent &vardaEvent(const QString &name)
{
    const auto found = std::ranges::find(c_events, name.toLower(), &VardaEvent::name);
    return found == c_events.end() ? c_unknownEvent : *found;
}

VardaStatus vardaStatus(const VardaEvent &event, const QString &status, const QString &disposition)
{
    switch (event.type) {
    case EventType::ConversationCreated:
        return createdAs(status);
    case EventType::ConversationUpdated:
        return event.reopens ? createdAs(status) : updatedTo(status);
    case EventType::ConversationResolved:
        return {Status::Resolved, {}};
    case EventType::ConversationClosed:
        return {Status::Closed, {}};
    case EventType::CallStarted:
        return startedAs(status);
    case EventType::CallEnded:
        return endedBy(disposition);
    default:
        return {};
    }
}

std::optional<Role> vardaRole(const QString &senderType)
{
    const auto found = std::ranges::find(c_roles, senderType, &RoleWord::word);
    return found == c_roles.end() ? std::nullopt : std::optional(found->role);
}

} // namespace earshot
