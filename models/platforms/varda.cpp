// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/platforms/varda.h"

#include "models/platforms/decoding.h"
#include "models/platforms/payload.h"
#include "models/platforms/vardawords.h"

#include <algorithm>
#include <array>

namespace earshot {
namespace {

using L1 = QLatin1StringView;

constexpr L1 c_callScope("call");
constexpr L1 c_conversationScope("conversation");

/** Reads one envelope. */
class VardaReading
{
public:
    VardaReading(const QJsonObject &envelope, const Source &source, ReadingContext &context)
        : m_source(source)
        , m_context(context)
        , m_envelope(envelope, context)
        , m_data(m_envelope.inside(L1("data")))
    {
    }

    Result<Event> read(const QByteArray &eventHeader, const QByteArray &deliveryHeader)
    {
        m_event.platformType = m_envelope.id(L1("event"));
        if (m_event.platformType.isNull())
            return missing(m_envelope, L1("event"));
        if (m_data.json().isEmpty())
            return missing(m_envelope, L1("data"));
        m_known = vardaEvent(m_event.platformType);
        m_event.type = m_known.type;
        m_event.reopens = m_known.reopens;
        m_event.occurredAt = m_envelope.time(L1("timestamp"));
        m_event.eventKey = deliveryHeader.isEmpty() ? QString() : QString::fromUtf8(deliveryHeader);
        compareWith(eventHeader);
        if (const Result<void> described = describe(); !described)
            return std::unexpected(described.error());
        return m_event;
    }

private:
    void compareWith(const QByteArray &eventHeader)
    {
        const QString header = QString::fromUtf8(eventHeader);
        if (!header.isEmpty() && header != m_event.platformType)
            m_context.warnings.add(L1("event-differs"), header);
    }

    Result<void> describe()
    {
        switch (m_known.subject) {
        case VardaSubject::Conversation:
            return describeConversation();
        case VardaSubject::Message:
            return describeMessage();
        case VardaSubject::Call:
            return describeCall();
        case VardaSubject::Outcome:
            return describeOutcome();
        case VardaSubject::Contact:
            describeContact(m_data.has(L1("contact")) ? m_data.inside(L1("contact")) : m_data);
            break;
        case VardaSubject::Unknown:
            describeUnknown();
            break;
        }
        return {};
    }

    Result<void> describeConversation()
    {
        if (const Result<void> belongs = belongTo(c_conversationScope, L1("id")); !belongs)
            return belongs;
        describeConversationChannel();
        setStatus();
        m_event.patch.startedAt = m_data.time(L1("created_at"));
        return {};
    }

    Result<void> describeMessage()
    {
        if (const Result<void> belongs = belongTo(c_conversationScope, L1("conversation_id")); !belongs)
            return belongs;
        describeConversationChannel();
        Message message;
        message.key = m_data.id(L1("id"));
        message.role = roleOfSender();
        message.name = m_data.label(L1("sender_name"));
        message.text = m_data.text(L1("content"));
        message.at = m_data.has(L1("created_at")) ? m_data.time(L1("created_at")) : m_event.occurredAt;
        m_event.messages.append(message);
        return {};
    }

    Result<void> describeCall()
    {
        if (const Result<void> belongs = belongTo(c_callScope, L1("id")); !belongs)
            return belongs;
        describeCallChannel();
        setStatus();
        Conversation &patch = m_event.patch;
        patch.direction = readDirection();
        patch.from = m_data.phone(L1("from_number"));
        patch.to = m_data.phone(L1("to_number"));
        patch.startedAt = m_data.time(L1("started_at"));
        patch.answeredAt = m_data.time(L1("answered_at"));
        patch.endedAt = m_data.time(L1("ended_at"));
        patch.durationSeconds = m_data.nonNegative(L1("duration_seconds"));
        return {};
    }

    Result<void> describeOutcome()
    {
        if (const Result<void> belongs = belongTo(c_callScope, L1("call_session_id")); !belongs)
            return belongs;
        describeCallChannel();
        Conversation &patch = m_event.patch;
        patch.outcome = m_data.word(L1("outcome_type"));
        patch.notes = m_data.text(L1("notes"));
        patch.estimatedValueMinor = m_data.integer(L1("estimated_value_cents"));
        patch.actualValueMinor = m_data.integer(L1("actual_value_cents"));
        patch.revenueMinor = m_data.integer(L1("revenue_cents"));
        patch.currency = m_data.id(L1("currency")).toUpper();
        if (patch.currency.isEmpty())
            patch.currency = m_source.currency.isEmpty() ? QString() : m_source.currency;
        insertIfKnown(patch.attributes, L1("outcome_tag_id"), m_data.id(L1("id")));
        return {};
    }

    /** A new event belongs to what it names beyond doubt; its bare `id` may be anything's. */
    void describeUnknown()
    {
        const bool isCall = m_data.has(L1("call_session_id"));
        if (!isCall && !m_data.has(L1("conversation_id")))
            return;
        if (belongTo(isCall ? c_callScope : c_conversationScope,
                     isCall ? L1("call_session_id") : L1("conversation_id")))
            m_event.patch.kind = isCall ? Kind::Call : Kind::Chat;
    }

    /** Files the event, with what every event of a conversation may carry. */
    Result<void> belongTo(L1 scope, L1 idName)
    {
        const QString id = m_data.id(idName);
        if (id.isNull())
            return missing(m_data, idName);
        m_event.conversation = ConversationKey{scope, id};
        m_event.patch.conversationId = id;
        m_event.patch.agent = agentName(m_source, {});
        describeContact(m_data.inside(L1("contact")));
        describeAttribution(m_data.inside(L1("attribution")));
        for (const L1 name : {L1("priority"), L1("channel_id")})
            insertIfKnown(m_event.patch.attributes, name, m_data.id(name));
        return {};
    }

    void describeContact(const JsonReader &contact)
    {
        Conversation &patch = m_event.patch;
        patch.contactId = contact.id(L1("id"));
        patch.contactName = contact.label(L1("name"));
        patch.contactEmail = contact.id(L1("email"));
        patch.contactPhone = contact.phone(L1("phone"));
    }

    void describeAttribution(const JsonReader &attribution)
    {
        constexpr std::array ownFields = {L1("source"),       L1("medium"), L1("campaign"),
                                          L1("landing_page"), L1("gclid"),  L1("type")};
        Conversation &patch = m_event.patch;
        patch.utmSource = attribution.label(L1("source"));
        patch.utmMedium = attribution.label(L1("medium"));
        patch.campaign = attribution.label(L1("campaign"));
        patch.landingPage = attribution.label(L1("landing_page"));
        patch.gclid = attribution.id(L1("gclid"));
        insertIfKnown(patch.attributes, L1("attribution_type"), attribution.id(L1("type")));
        const QJsonObject &members = attribution.json();
        for (auto member = members.begin(); member != members.end(); ++member) {
            const bool isOwn = std::ranges::any_of(ownFields, [&](L1 name) { return member.key() == name; });
            if (!isOwn && !member.value().isNull())
                patch.attributes.insert(member.key(), member.value());
        }
    }

    void describeConversationChannel()
    {
        m_event.patch.kind = Kind::Chat;
        m_event.patch.channel = m_data.word(L1("channel_type"));
    }

    void describeCallChannel()
    {
        m_event.patch.kind = Kind::Call;
        m_event.patch.channel = QStringLiteral("phone");
    }

    void setStatus()
    {
        const VardaStatus status = vardaStatus(m_known, m_data.word(L1("status")), m_data.word(L1("disposition")));
        m_event.patch.status = status.status;
        m_event.patch.statusDetail = status.detail;
    }

    Role roleOfSender() const
    {
        const std::optional<Role> role = vardaRole(m_data.word(L1("sender_type")));
        if (!role)
            m_data.warn(L1("role-unknown"), L1("sender_type"));
        return role.value_or(Role::System);
    }

    std::optional<Direction> readDirection() const
    {
        const QString word = m_data.word(L1("direction"));
        const std::optional<Direction> direction = directionFromText(word);
        if (!direction && !word.isNull())
            m_data.warn(L1("word-unknown"), L1("direction"));
        return direction;
    }

    const Source &m_source;
    ReadingContext &m_context;
    JsonReader m_envelope;
    JsonReader m_data;
    VardaEvent m_known;
    Event m_event;
};

} // namespace

QString VardaDecoder::platform() const
{
    return QStringLiteral("varda");
}

Decoded VardaDecoder::decode(const Delivery &delivery, const Source &source) const
{
    const PayloadReading reading = readPayload(delivery);
    const QByteArray digest = payloadDigest(reading);
    const Result<QJsonObject> envelope = payloadObject(reading);
    if (!envelope)
        return malformed(envelope.error(), digest);
    ReadingContext context(source, reading.warnings);
    const Result<Event> event = VardaReading(*envelope, source, context)
                                    .read(delivery.header("X-Varda-Event"), delivery.header("X-Varda-Delivery"));
    return event ? decodedAs(*event, context.warnings, digest) : malformed(event.error(), digest);
}

} // namespace earshot
