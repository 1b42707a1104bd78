// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The stored words of the domain's small enums.

#include "models/domain/event.h"
#include "models/domain/verdict.h"

#include <array>

namespace earshot {
namespace {

struct EventWord {
    EventType type;
    const char16_t *word;
};

constexpr std::array c_eventWords = {
    EventWord{EventType::ConversationCreated, u"conversation.created"},
    EventWord{EventType::ConversationUpdated, u"conversation.updated"},
    EventWord{EventType::ConversationResolved, u"conversation.resolved"},
    EventWord{EventType::ConversationClosed, u"conversation.closed"},
    EventWord{EventType::MessageCreated, u"message.created"},
    EventWord{EventType::CallStarted, u"call.started"},
    EventWord{EventType::CallEnded, u"call.ended"},
    EventWord{EventType::CallOutcomeTagged, u"call.outcome_tagged"},
    EventWord{EventType::ContactCreated, u"contact.created"},
    EventWord{EventType::ContactUpdated, u"contact.updated"},
    EventWord{EventType::FormCaptured, u"form.captured"},
    EventWord{EventType::FormUpdated, u"form.updated"},
    EventWord{EventType::IntentCaptured, u"intent.captured"},
    EventWord{EventType::Unknown, u"unknown"},
};

constexpr std::array c_roleWords = {u"user", u"assistant", u"agent", u"system", u"tool"};
constexpr std::array c_stateWords = {u"received",  u"decoded",     u"unknown", u"malformed",
                                     u"duplicate", u"quarantined", u"erased"};

constexpr std::array c_verdictWords = {u"unsigned", u"verified", u"failed", u"expired", u"unchecked", u"released"};

} // namespace

QString verdictWord(Verdict verdict)
{
    return QString::fromUtf16(c_verdictWords[std::size_t(verdict)]);
}

QString eventTypeText(EventType type)
{
    return QString::fromUtf16(c_eventWords[std::size_t(type)].word);
}

std::optional<EventType> eventTypeFromText(QStringView text)
{
    for (const EventWord &known : c_eventWords) {
        if (text == QStringView(known.word))
            return known.type;
    }
    return std::nullopt;
}

QString roleText(Role role)
{
    return QString::fromUtf16(c_roleWords[std::size_t(role)]);
}

std::optional<Role> roleFromText(QStringView text)
{
    for (std::size_t i = 0; i < c_roleWords.size(); ++i) {
        if (text == QStringView(c_roleWords[i]))
            return Role(i);
    }
    return std::nullopt;
}

QString deliveryStateText(DeliveryState state)
{
    return QString::fromUtf16(c_stateWords[std::size_t(state)]);
}

QByteArray Delivery::header(QByteArrayView name) const
{
    for (const HeaderField &field : headers) {
        if (field.name.compare(name, Qt::CaseInsensitive) == 0)
            return field.value;
    }
    return {};
}

} // namespace earshot
