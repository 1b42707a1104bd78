// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/fields.h"
#include "models/domain/platformdecoder.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <atomic>

namespace earshot {

/** A platform for tests whose payload says in so many words what the event is:
 * one object, or several in the list `events`:
 *  `{"type":"call.ended","id":"42","scope":"call","at":<µs>,"key":"…","patch":{…},"text":"…","message":"m1"}`. Body
 * `malformed` is malformed. */
class PlainDecoder : public PlatformDecoder
{
public:
    QString platform() const override { return QStringLiteral("plain"); }

    Decoded decode(const Delivery &delivery, const Source &) const override
    {
        Decoded decoded;
        decoded.digest = QCryptographicHash::hash(delivery.body, QCryptographicHash::Sha256);
        const QJsonObject json = QJsonDocument::fromJson(delivery.body).object();
        if (json.isEmpty()) {
            decoded.state = DeliveryState::Malformed;
            decoded.reason = QStringLiteral("json-syntax: not an object");
            return decoded;
        }
        const QJsonArray several = json.value(QLatin1StringView("events")).toArray();
        for (const auto &event : several)
            decoded.events.append(eventFrom(event.toObject()));
        if (several.isEmpty())
            decoded.events.append(eventFrom(json));
        return decoded;
    }

private:
    static QString textOf(const QJsonObject &json, QLatin1StringView name)
    {
        return json.value(name).isString() ? json.value(name).toString() : QString();
    }

    static Event eventFrom(const QJsonObject &json)
    {
        Event event;
        event.platformType = textOf(json, QLatin1StringView("type"));
        event.type = eventTypeFromText(event.platformType).value_or(EventType::Unknown);
        if (json.contains(QLatin1StringView("at")))
            event.occurredAt = fromMicroseconds(json.value(QLatin1StringView("at")).toInteger());
        event.eventKey = textOf(json, QLatin1StringView("key"));
        if (json.contains(QLatin1StringView("id")))
            event.conversation =
                ConversationKey{textOf(json, QLatin1StringView("scope")), textOf(json, QLatin1StringView("id"))};
        event.patch = patchFromJson(json.value(QLatin1StringView("patch")).toObject());
        event.hasTranscript = json.contains(QLatin1StringView("transcript"));
        const QJsonArray transcript = json.value(QLatin1StringView("transcript")).toArray();
        for (const auto &text : transcript)
            event.messages.append(Message{QString(), Role::User, QString(), text.toString(), event.occurredAt});
        if (json.contains(QLatin1StringView("message")))
            event.messages.append(Message{textOf(json, QLatin1StringView("message")), Role::User, QString(),
                                          textOf(json, QLatin1StringView("text")), event.occurredAt});
        return event;
    }
};

class PlainRegistry : public DecoderRegistry
{
public:
    const PlatformDecoder *decoderFor(QStringView platform) const override
    {
        return platform == QLatin1StringView("plain") || platform == QLatin1StringView("custom") ? &m_decoder : nullptr;
    }

private:
    PlainDecoder m_decoder;
};

/** A clock that stands where it is put. */
class ManualClock : public Clock
{
public:
    explicit ManualClock(Timestamp time)
        : m_time(toMicroseconds(time))
    {
    }

    Timestamp now() const override { return fromMicroseconds(m_time); }

    void set(Timestamp time) { m_time = toMicroseconds(time); }

private:
    std::atomic<qint64> m_time;
};

} // namespace earshot
