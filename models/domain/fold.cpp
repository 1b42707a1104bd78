// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/fold.h"

#include "models/domain/fields.h"

#include <QHash>
#include <QUuid>

#include <array>

namespace earshot {
namespace {

using namespace std::chrono_literals;

constexpr QLatin1StringView c_startedAt("started_at");
constexpr QLatin1StringView c_endedAt("ended_at");
constexpr QLatin1StringView c_duration("duration_s");

/** Fields that are not simply taken over from a patch. */
constexpr std::array c_ownRules = {
    QLatin1StringView("id"),         QLatin1StringView("platform"),      QLatin1StringView("source"),
    QLatin1StringView("status"),     QLatin1StringView("status_detail"), QLatin1StringView("messages"),
    QLatin1StringView("estimated"),  QLatin1StringView("events"),        QLatin1StringView("updated_at"),
    QLatin1StringView("attributes"), QLatin1StringView("analysis"),
};

bool hasOwnRule(QLatin1StringView name)
{
    return std::ranges::find(c_ownRules, name) != c_ownRules.end();
}

bool isEnd(EventType type)
{
    return type == EventType::ConversationResolved || type == EventType::ConversationClosed
           || type == EventType::CallEnded;
}

bool isStart(EventType type)
{
    return type == EventType::ConversationCreated || type == EventType::CallStarted;
}

bool isEstimated(const Conversation &conversation, QLatin1StringView field)
{
    return conversation.estimated.contains(field);
}

void setEstimated(Conversation &conversation, QLatin1StringView field, bool estimated)
{
    conversation.estimated.removeAll(field);
    if (estimated)
        conversation.estimated.append(field);
}

/** Later values win key by key; a null replaces nothing. */
void mergeObject(QJsonObject &into, const QJsonObject &patch)
{
    for (auto it = patch.begin(); it != patch.end(); ++it) {
        if (!it.value().isNull())
            into.insert(it.key(), it.value());
    }
}

void foldStatus(Conversation &conversation, const Event &event)
{
    const Conversation &patch = event.patch;
    if (!patch.status)
        return;
    const bool keepsFinal = conversation.status && isFinal(*conversation.status) && !isFinal(*patch.status);
    if (keepsFinal && !event.reopens)
        return;
    if (keepsFinal) { // it goes on, so what is known of its end is no longer true
        conversation.endedAt.reset();
        conversation.durationSeconds.reset();
        setEstimated(conversation, c_endedAt, false);
    }
    conversation.status = patch.status;
    conversation.statusDetail = patch.statusDetail;
}

void foldFields(Conversation &conversation, const Conversation &patch)
{
    for (const ConversationField &field : conversationFields()) {
        if (hasOwnRule(field.name) || isNull(patch, field))
            continue;
        copyField(field, patch, conversation);
        setEstimated(conversation, field.name, false);
    }
    mergeObject(conversation.attributes, patch.attributes);
    mergeObject(conversation.analysis, patch.analysis);
}

/** An end without a time of its own ended when it was said; the first such word stands. */
void foldEnd(Conversation &conversation, const FoldEvent &event)
{
    if (!isEnd(event.event.type) || conversation.endedAt)
        return;
    conversation.endedAt = event.order.at;
    setEstimated(conversation, c_endedAt, true);
}

/** Takes back what deduceMissing() found, so that it can be deduced afresh. */
void forgetDeduced(Conversation &conversation)
{
    if (isEstimated(conversation, c_startedAt))
        conversation.startedAt.reset();
    if (isEstimated(conversation, c_duration))
        conversation.durationSeconds.reset();
    setEstimated(conversation, c_startedAt, false);
    setEstimated(conversation, c_duration, false);
}

std::optional<Timestamp> deducedStart(const FoldState &state)
{
    const Conversation &conversation = state.conversation;
    if (state.startHint)
        return state.startHint;
    if (state.firstMessageAt)
        return state.firstMessageAt;
    if (const auto fromId = uuidV7Time(conversation.conversationId, state.firstEventAt.value_or(Timestamp())))
        return fromId;
    if (conversation.endedAt && conversation.durationSeconds)
        return *conversation.endedAt - std::chrono::seconds(*conversation.durationSeconds);
    return std::nullopt;
}

void deduceStart(FoldState &state)
{
    if (state.conversation.startedAt)
        return;
    state.conversation.startedAt = deducedStart(state);
    setEstimated(state.conversation, c_startedAt, state.conversation.startedAt.has_value());
}

void deduceDuration(Conversation &conversation)
{
    if (conversation.durationSeconds || !conversation.startedAt || !conversation.endedAt
        || *conversation.endedAt < *conversation.startedAt)
        return;
    const auto duration = *conversation.endedAt - *conversation.startedAt;
    conversation.durationSeconds = std::chrono::round<std::chrono::seconds>(duration).count();
    setEstimated(conversation, c_duration, true);
}

/** When a running conversation was last heard of: an event that arrives late may well be followed by the next. */
Timestamp lastHeardOf(const FoldState &state)
{
    return std::max(state.time(), state.conversation.updatedAt.value_or(state.time()));
}

/** True if a running conversation was given up; then it has an end and no duration. */
bool assumeEnd(FoldState &state, const FoldRules &rules)
{
    Conversation &conversation = state.conversation;
    const bool running = conversation.status == Status::InProgress || conversation.status == Status::Ringing;
    if (!running || conversation.endedAt || rules.now < lastHeardOf(state) + rules.endTimeout)
        return false;
    conversation.status = Status::AssumedEnded;
    conversation.endedAt = state.time() + rules.endTimeout;
    setEstimated(conversation, c_endedAt, true);
    return true;
}

void sortEstimated(Conversation &conversation)
{
    QStringList sorted;
    for (const ConversationField &field : conversationFields()) {
        if (isEstimated(conversation, field.name))
            sorted.append(field.name);
    }
    conversation.estimated = sorted;
}

/** The messages of a fold from nothing, found by key. */
class MessageList
{
public:
    void replace(const QList<Message> &all, FoldState &state)
    {
        m_messages = all;
        m_places.clear();
        for (qsizetype i = 0; i < all.size(); ++i) {
            if (!all[i].key.isNull())
                m_places.insert(all[i].key, i);
        }
        noteMessagesReplaced(state, all);
    }

    void put(const Message &message, FoldState &state)
    {
        const auto place = message.key.isNull() ? m_places.cend() : m_places.constFind(message.key);
        if (place != m_places.cend()) {
            m_messages[place.value()] = message;
            return;
        }
        if (!message.key.isNull())
            m_places.insert(message.key, m_messages.size());
        m_messages.append(message);
        noteMessagesAdded(state, {message});
    }

    QList<Message> take() { return std::move(m_messages); }

private:
    QList<Message> m_messages;
    QHash<QString, qsizetype> m_places;
};

} // namespace

int foldRank(EventType type)
{
    switch (type) {
    case EventType::ConversationCreated:
    case EventType::ContactCreated:
        return 0;
    case EventType::CallStarted:
        return 1;
    case EventType::ConversationUpdated:
    case EventType::MessageCreated:
    case EventType::ContactUpdated:
    case EventType::FormCaptured:
    case EventType::FormUpdated:
    case EventType::IntentCaptured:
    case EventType::Unknown:
        return 2;
    case EventType::ConversationResolved:
    case EventType::ConversationClosed:
    case EventType::CallEnded:
        return 3;
    case EventType::CallOutcomeTagged:
        return 4;
    }
    Q_UNREACHABLE();
}

Timestamp FoldState::time() const
{
    if (conversation.startedAt)
        return *conversation.startedAt;
    if (conversation.endedAt)
        return *conversation.endedAt;
    return firstEventAt.value_or(Timestamp());
}

bool canFoldOnto(const FoldState &state, const FoldOrder &order)
{
    if (!state.last)
        return true;
    return *state.last < order && state.conversation.status != Status::AssumedEnded;
}

void foldEvent(FoldState &state, const FoldEvent &event)
{
    Conversation &conversation = state.conversation;
    forgetDeduced(conversation);
    foldStatus(conversation, event.event);
    foldFields(conversation, event.event.patch);
    foldEnd(conversation, event);

    if (isStart(event.event.type) && !state.startHint)
        state.startHint = event.order.at;
    if (!state.firstEventAt)
        state.firstEventAt = event.order.at;
    state.last = event.order;
    conversation.events = conversation.events.value_or(0) + 1;
    conversation.updatedAt = std::max(conversation.updatedAt.value_or(event.receivedAt), event.receivedAt);
}

void noteMessagesAdded(FoldState &state, const QList<Message> &added)
{
    Conversation &conversation = state.conversation;
    conversation.messages = conversation.messages.value_or(0) + added.size();
    for (const Message &message : added) {
        if (!state.firstMessageAt)
            state.firstMessageAt = message.at;
        if (conversation.firstMessage.isNull() && message.role == Role::User)
            conversation.firstMessage = message.text;
    }
}

void noteMessagesReplaced(FoldState &state, const QList<Message> &all)
{
    state.firstMessageAt.reset();
    state.conversation.messages = 0;
    noteMessagesAdded(state, all);
}

void deduceMissing(FoldState &state, const FoldRules &rules)
{
    Conversation &conversation = state.conversation;
    if (!conversation.status)
        conversation.status = Status::Open;
    if (!conversation.kind)
        conversation.kind = rules.key.scope == QLatin1StringView("call") ? Kind::Call : Kind::Chat;
    if (!conversation.messages)
        conversation.messages = 0;
    deduceStart(state);
    if (!assumeEnd(state, rules))
        deduceDuration(conversation);
    sortEstimated(conversation);
}

Folded foldAll(QList<FoldEvent> events, const FoldRules &rules)
{
    std::ranges::sort(events, {}, &FoldEvent::order);
    Folded folded;
    folded.state.conversation.conversationId = rules.key.platformId;
    MessageList messages;
    for (const FoldEvent &event : std::as_const(events)) {
        foldEvent(folded.state, event);
        if (event.event.hasTranscript) {
            messages.replace(event.event.messages, folded.state);
            continue;
        }
        for (const Message &message : event.event.messages)
            messages.put(message, folded.state);
    }
    folded.messages = messages.take();
    deduceMissing(folded.state, rules);
    return folded;
}

std::optional<Timestamp> uuidV7Time(const QString &text, Timestamp latest)
{
    const QUuid uuid = text.size() == 36 ? QUuid::fromString(text) : QUuid();
    const QByteArray bytes = uuid.toRfc4122();
    const bool isVersion7 = !uuid.isNull() && (quint8(bytes[6]) >> 4) == 7 && (quint8(bytes[8]) >> 6) == 2;
    if (!isVersion7)
        return std::nullopt;
    qint64 milliseconds = 0;
    for (int i = 0; i < 6; ++i)
        milliseconds = (milliseconds << 8) | quint8(bytes[i]);
    constexpr qint64 year2015 = 1'420'070'400'000;
    const Timestamp time{std::chrono::milliseconds(milliseconds)};
    if (milliseconds < year2015 || time > latest + 24h)
        return std::nullopt;
    return time;
}

} // namespace earshot
