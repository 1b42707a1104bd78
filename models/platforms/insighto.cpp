// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/platforms/insighto.h"

#include "models/platforms/contactform.h"
#include "models/platforms/decoding.h"
#include "models/platforms/payload.h"

#include <algorithm>
#include <array>

namespace earshot {
namespace {

using L1 = QLatin1StringView;

/** What the members of `data` show an event to be about. */
enum class Shape { None, Conversation, Form, Intent };

struct KnownEvent {
    L1 name; ///< in lower case without `_` and `-`: the spelling changed with the generations
    EventType type;
    Shape shape;
};

constexpr std::array c_knownEvents = {
    KnownEvent{L1("conversation.closed"), EventType::ConversationClosed, Shape::Conversation},
    KnownEvent{L1("conversation.updated"), EventType::ConversationUpdated, Shape::Conversation},
    KnownEvent{L1("capturedform.created"), EventType::FormCaptured, Shape::Form},
    KnownEvent{L1("capturedform.updated"), EventType::FormUpdated, Shape::Form},
    KnownEvent{L1("capturedintent.created"), EventType::IntentCaptured, Shape::Intent},
};

const KnownEvent *knownEvent(const QString &name)
{
    QString plain = name.toLower();
    plain.remove(QLatin1Char('_')).remove(QLatin1Char('-'));
    const auto found = std::ranges::find(c_knownEvents, plain, &KnownEvent::name);
    return found == c_knownEvents.end() ? nullptr : &*found;
}

Shape shapeOf(const JsonReader &data)
{
    const auto hasAny = [&](std::initializer_list<L1> names) {
        return std::ranges::any_of(names, [&](L1 name) { return data.json().contains(name); });
    };
    if (hasAny({L1("form_id"), L1("field_values"), L1("captured_form_id")}))
        return Shape::Form;
    if (hasAny({L1("intent_id"), L1("intent_name")}))
        return Shape::Intent;
    return hasAny({L1("transcript"), L1("chat_count"), L1("first_message")}) ? Shape::Conversation : Shape::None;
}

EventType typeOfShape(Shape shape)
{
    switch (shape) {
    case Shape::Conversation:
        return EventType::ConversationClosed;
    case Shape::Form:
        return EventType::FormCaptured;
    case Shape::Intent:
        return EventType::IntentCaptured;
    case Shape::None:
        break;
    }
    return EventType::Unknown;
}

/** By name where that fits what the event holds, else by shape. A name that no generation knows stays unknown; only no
 * name at all leaves it to the shape. */
EventType typeOf(const QString &name, const JsonReader &data, Warnings &warnings)
{
    const Shape shape = shapeOf(data);
    const KnownEvent *known = knownEvent(name);
    if (known == nullptr && !name.isNull())
        return EventType::Unknown;
    if (known != nullptr && (shape == Shape::None || shape == known->shape))
        return known->type;
    warnings.add(L1("name-disagrees-with-shape"), name.isNull() ? QStringLiteral("no name") : name);
    return typeOfShape(shape);
}

struct Device {
    std::optional<Kind> kind;
    QString channel;
};

/** The device where the platform names one instead of a channel stands for the web. */
Device deviceOf(const QString &word)
{
    constexpr std::array webDevices = {L1("desktop"), L1("mobile"), L1("tablet"), L1("native")};
    if (word.isNull())
        return {};
    const bool isWeb = std::ranges::find(webDevices, word) != webDevices.end();
    return {word == L1("phone") ? Kind::Call : Kind::Chat, isWeb ? QStringLiteral("web") : word};
}

/** The oldest generation puts the speaker before the text. */
QString withoutSpeaker(const QString &text)
{
    constexpr L1 speaker("User: ");
    return text.startsWith(speaker) ? text.sliced(speaker.size()) : text;
}

/** Reads one envelope. */
class InsightoReading
{
public:
    InsightoReading(const QJsonObject &envelope, const Source &source, ReadingContext &context)
        : m_source(source)
        , m_context(context)
        , m_envelope(envelope, context)
        , m_data(m_envelope.inside(L1("data")))
    {
    }

    Result<Event> read()
    {
        if (m_data.json().isEmpty())
            return missing(m_envelope, L1("data"));
        m_event.platformType = m_envelope.id(L1("event"));
        m_event.type = typeOf(m_event.platformType, m_data, m_context.warnings);
        if (m_event.platformType.isNull() && m_event.type == EventType::Unknown)
            return missing(m_envelope, L1("event"));
        m_event.occurredAt = m_envelope.time(L1("created_at"));
        m_event.eventKey = m_envelope.id(L1("id"));

        const QString conversationId = m_data.id(L1("conversation_id"));
        const bool known = m_event.type != EventType::Unknown;
        if (conversationId.isNull() && known)
            return missing(m_data, L1("conversation_id"));
        if (!conversationId.isNull() && (known || shapeOf(m_data) != Shape::None))
            describe(conversationId);
        return m_event;
    }

private:
    void describe(const QString &conversationId)
    {
        m_event.conversation = ConversationKey{QStringLiteral("conversation"), conversationId};
        const Device device = deviceOf(m_data.word(L1("device_type")));
        Conversation &patch = m_event.patch;
        patch.conversationId = conversationId;
        patch.kind = device.kind;
        patch.channel = device.channel;
        patch.agent = agentName(m_source, m_data.id(L1("assistant_id")));
        patch.contactId = m_data.id(L1("contact_id"));
        patch.firstMessage = withoutSpeaker(m_data.label(L1("first_message")));
        patch.form = m_data.label(L1("form_name"));
        patch.intent = m_data.label(L1("intent_name"));
        if (m_event.type == EventType::ConversationClosed)
            patch.status = Status::Closed;
        describeCampaign();
        describeForm();
        describeTranscript();
    }

    void describeCampaign()
    {
        const JsonReader attributes = m_data.inside(L1("attributes"));
        Conversation &patch = m_event.patch;
        patch.utmSource = attributes.label(L1("utm_source"));
        patch.utmMedium = attributes.label(L1("utm_medium"));
        patch.campaign = attributes.label(attributes.has(L1("utm_campaign")) ? L1("utm_campaign") : L1("campaign"));
        patch.landingPage = attributes.label(L1("landing_page"));
        patch.gclid = attributes.id(L1("gclid"));

        patch.attributes = attributes.json();
        if (const auto count = m_data.integer(L1("chat_count")))
            patch.attributes.insert(L1("chat_count"), *count);
        insertIfKnown(patch.attributes, L1("widget_id"), m_data.id(L1("widget_id")));
    }

    void describeForm()
    {
        if (!m_data.has(L1("field_values")))
            return;
        const JsonReader values = m_data.inside(L1("field_values"));
        setContactFromForm(m_event.patch, values.json(), m_context);
        if (!values.json().isEmpty())
            m_event.patch.attributes.insert(L1("field_values"), values.json());
    }

    void describeTranscript()
    {
        m_event.messages = readTranscript(m_data.array(L1("transcript")), m_context, m_data.pathOf(L1("transcript")));
        m_event.hasTranscript = !m_event.messages.isEmpty();
    }

    const Source &m_source;
    ReadingContext &m_context;
    JsonReader m_envelope;
    JsonReader m_data;
    Event m_event;
};

} // namespace

QString InsightoDecoder::platform() const
{
    return QStringLiteral("insighto");
}

Decoded InsightoDecoder::decode(const Delivery &delivery, const Source &source) const
{
    const PayloadReading reading = readPayload(delivery);
    const QByteArray digest = payloadDigest(reading);
    const Result<QJsonObject> envelope = payloadObject(reading);
    if (!envelope)
        return malformed(envelope.error(), digest);
    ReadingContext context(source, reading.warnings);
    const Result<Event> event = InsightoReading(*envelope, source, context).read();
    return event ? decodedAs(*event, context.warnings, digest) : malformed(event.error(), digest);
}

} // namespace earshot
