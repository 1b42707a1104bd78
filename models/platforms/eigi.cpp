// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/platforms/eigi.h"

#include "models/platforms/analysis.h"
#include "models/platforms/decoding.h"
#include "models/platforms/eigienvelope.h"

#include <algorithm>
#include <array>

namespace earshot {
namespace {

using L1 = QLatin1StringView;

constexpr qint64 c_longestSeconds = 366 * 86'400; // a moment so much later is still one; eigi.ai keeps 90 days

struct StatusWord {
    L1 word; ///< in lower case: the last part of an event's name, or a conversation_status
    Status status;
};

constexpr std::array c_statusWords = {
    StatusWord{L1("completed"), Status::Completed},
    StatusWord{L1("disconnected"), Status::Disconnected},
    StatusWord{L1("failed"), Status::Failed},
    StatusWord{L1("in_progress"), Status::InProgress},
};

std::optional<Status> statusOfWord(const QString &word)
{
    const auto found = std::ranges::find(c_statusWords, word, &StatusWord::word);
    return found == c_statusWords.end() ? std::nullopt : std::optional(found->status);
}

/** The final status that an event's name says; nothing for any other event. */
std::optional<Status> statusOfEvent(const QString &name)
{
    constexpr L1 prefix("conversation.");
    const QString lower = name.toLower();
    const auto status = lower.startsWith(prefix) ? statusOfWord(lower.sliced(prefix.size())) : std::nullopt;
    return status && isFinal(*status) ? status : std::nullopt;
}

/** The API nests under conversation_metadata what the webhook has at the top; what is at the top already stays. */
QJsonObject flattened(const QJsonObject &conversation)
{
    QJsonObject flat = conversation;
    const QJsonObject metadata = conversation.value(L1("conversation_metadata")).toObject();
    for (auto member = metadata.begin(); member != metadata.end(); ++member) {
        if (const QJsonValue value = flat.value(member.key()); value.isUndefined() || value.isNull())
            flat.insert(member.key(), member.value());
    }
    return flat;
}

/** Reads one conversation object. */
class EigiReading
{
public:
    EigiReading(const EigiEnvelope &envelope, const Source &source, ReadingContext &context)
        : m_envelope(envelope)
        , m_source(source)
        , m_context(context)
        , m_conversation(flattened(envelope.conversation), context)
    {
    }

    Result<Event> read()
    {
        const QString id = m_conversation.id(L1("conversation_id"));
        if (id.isNull())
            return missing(m_conversation, L1("conversation_id"));
        m_event.platformType = eventName();
        m_event.conversation = ConversationKey{QStringLiteral("conversation"), id};
        m_event.patch.conversationId = id;
        if (!m_event.platformType.isNull())
            m_event.eventKey = id + QLatin1Char(':') + m_event.platformType;
        describeConversation();
        describeNumbers();
        describeStatus();
        describeTalk();
        describeFetchedEnd();
        return m_event;
    }

private:
    QString eventName()
    {
        const QString inside = m_conversation.id(L1("event"));
        if (inside.isNull())
            return m_envelope.event.isEmpty() ? QString() : m_envelope.event;
        if (!m_envelope.event.isEmpty() && m_envelope.event != inside)
            m_context.warnings.add(L1("event-differs"), m_envelope.event);
        return inside;
    }

    void describeConversation()
    {
        Conversation &patch = m_event.patch;
        patch.channel = m_conversation.word(L1("conversation_type"));
        const bool isCall = patch.channel == L1("telephony") || patch.channel == L1("daily");
        if (!patch.channel.isNull())
            patch.kind = isCall ? Kind::Call : Kind::Chat;
        patch.agent = agentName(m_source, m_conversation.id(L1("agent_id")));
        patch.notes = m_conversation.text(L1("notes"));
        patch.isTest = m_conversation.boolean(L1("is_test_call"));
        patch.startedAt = m_conversation.time(L1("created_at")); // in the API only
        insertIfKnown(patch.attributes, L1("document_id"), m_conversation.id(L1("id")));
        insertIfKnown(patch.attributes, L1("telephony_provider"), m_conversation.id(L1("telephony_provider")));
    }

    void describeNumbers()
    {
        Conversation &patch = m_event.patch;
        patch.from = m_conversation.phone(L1("from_mobile_number"));
        patch.to = m_conversation.phone(L1("to_mobile_number"));
        const QString word = m_conversation.word(L1("calling_type"));
        patch.direction = directionFromText(word);
        if (patch.direction)
            patch.contactPhone = *patch.direction == Direction::Outbound ? patch.to : patch.from;
        else if (!word.isNull())
            m_conversation.warn(L1("word-unknown"), L1("calling_type"));
    }

    /** By conversation_status; by the event where that word is new, or says that an ended conversation is not. */
    void describeStatus()
    {
        const QString word = m_conversation.word(L1("conversation_status"));
        const std::optional<Status> said = statusOfWord(word);
        const std::optional<Status> ended = statusOfEvent(m_event.platformType);
        const bool disagrees = said && ended && !isFinal(*said);
        m_event.patch.status = said && !disagrees ? said : ended;
        if (disagrees)
            m_conversation.warn(L1("status-disagrees-with-event"), L1("conversation_status"));
        if (!said && !word.isNull())
            m_event.patch.statusDetail = word;
        m_event.type = typeFor(ended);
    }

    /** The API names no end, and is asked long after: the start and the duration say it, else the last sign of life.
     * What was posted then keeps its place after this and wins. */
    void describeFetchedEnd()
    {
        const bool isFetched = m_event.platformType.isNull();
        if (!isFetched || !m_event.patch.status || !isFinal(*m_event.patch.status))
            return;
        const Conversation &patch = m_event.patch;
        if (patch.startedAt && patch.durationSeconds && *patch.durationSeconds < c_longestSeconds)
            m_event.occurredAt = *patch.startedAt + std::chrono::seconds(*patch.durationSeconds);
        else if (const auto lastActivity = m_conversation.time(L1("last_activity")))
            m_event.occurredAt = lastActivity;
        else
            m_event.occurredAt = m_conversation.time(L1("updated_at"));
    }

    /** The API's object has no event: it is an update, or the end where its status is final. */
    EventType typeFor(std::optional<Status> ended) const
    {
        const bool isFetched = m_event.platformType.isNull();
        const bool isEnd = ended || (isFetched && m_event.patch.status && isFinal(*m_event.patch.status));
        if (isEnd)
            return m_event.patch.kind == Kind::Call ? EventType::CallEnded : EventType::ConversationClosed;
        return isFetched ? EventType::ConversationUpdated : EventType::Unknown;
    }

    void describeTalk()
    {
        Conversation &patch = m_event.patch;
        patch.durationSeconds = m_conversation.nonNegative(L1("conversation_duration"));
        patch.recordingUrl = m_conversation.id(L1("conversation_recording_url"));
        patch.analysis = mergedAnalysis(m_conversation.json().value(L1("conversation_analysis")), m_context.warnings);
        m_event.messages = readTranscript(m_conversation.array(L1("conversation_transcript")), m_context,
                                          m_conversation.pathOf(L1("conversation_transcript")));
        m_event.hasTranscript = !m_event.messages.isEmpty();
    }

    const EigiEnvelope &m_envelope;
    const Source &m_source;
    ReadingContext &m_context;
    JsonReader m_conversation;
    Event m_event;
};

/** Of the conversation alone, so that a repeat by another method or under a fresh boundary is told. An event that only
 * the form names is part of what is said, and so of the digest. */
QByteArray digestOf(const EigiEnvelope &envelope)
{
    QJsonObject said = envelope.conversation;
    if (!said.contains(L1("event")) && !envelope.event.isEmpty())
        said.insert(L1("event"), envelope.event);
    return payloadDigest(QJsonValue(said));
}

} // namespace

QString EigiDecoder::platform() const
{
    return QStringLiteral("eigi");
}

Decoded EigiDecoder::decode(const Delivery &delivery, const Source &source) const
{
    const PayloadReading reading = readPayload(delivery);
    if (!reading.payload)
        return malformed(reading.payload.error(), payloadDigest(reading));
    ReadingContext context(source, reading.warnings);
    const Result<EigiEnvelope> envelope = readEigiEnvelope(*reading.payload, context.warnings);
    if (!envelope)
        return malformed(envelope.error(), payloadDigest(reading));
    const QByteArray digest = digestOf(*envelope);
    const Result<Event> event = EigiReading(*envelope, source, context).read();
    return event ? decodedAs(*event, context.warnings, digest) : malformed(event.error(), digest);
}

} // namespace earshot
