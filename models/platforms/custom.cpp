// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/platforms/custom.h"

#include "models/platforms/decoding.h"
#include "models/platforms/payload.h"

namespace earshot {
namespace {

using L1 = QLatin1StringView;

/** A form's fields as the members of an object; the first of a repeated name counts. */
QJsonObject asObject(const Form &form)
{
    QJsonObject object;
    for (const FormField &field : form) {
        if (!object.contains(field.name))
            object.insert(field.name, QString::fromUtf8(field.value));
    }
    return object;
}

QJsonValue asJson(const Payload &payload)
{
    if (const auto *form = std::get_if<Form>(&payload))
        return asObject(*form);
    return std::get<QJsonValue>(payload);
}

/** The value at a dotted path of member names and array positions, as in `data.items.0.id`. */
QJsonValue valueAt(QJsonValue value, const QString &path)
{
    for (const QString &step : path.split(QLatin1Char('.'))) {
        bool isPosition = false;
        const int position = step.toInt(&isPosition);
        value = value.isArray() && isPosition && position >= 0 ? value.toArray().at(position)
                                                               : value.toObject().value(step);
    }
    return value;
}

/** The event's key where the source names the field that holds it. */
QString keyAt(const QJsonValue &payload, const QString &path, ReadingContext &context)
{
    if (path.isEmpty())
        return {};
    const QJsonObject found{{L1("value"), valueAt(payload, path)}};
    const QString key = JsonReader(found, context, path).id(L1("value"));
    if (key.isNull())
        context.warnings.add(L1("id-missing"), path);
    return key;
}

QString typeIn(const JsonReader &top)
{
    for (const L1 name : {L1("event"), L1("type"), L1("event_type"), L1("topic")}) {
        if (top.json().value(name).isString() && !top.id(name).isNull())
            return top.id(name);
    }
    return {};
}

std::optional<Timestamp> timeIn(const JsonReader &top)
{
    for (const L1 name : {L1("timestamp"), L1("created_at"), L1("time")}) {
        if (top.has(name))
            return top.time(name);
    }
    return std::nullopt;
}

} // namespace

QString CustomDecoder::platform() const
{
    return QStringLiteral("custom");
}

Decoded CustomDecoder::decode(const Delivery &delivery, const Source &source) const
{
    const PayloadReading reading = readPayload(delivery);
    const QByteArray digest = payloadDigest(reading);
    if (!reading.payload)
        return malformed(reading.payload.error(), digest);

    ReadingContext context(source, reading.warnings);
    const QJsonValue payload = asJson(*reading.payload);
    const JsonReader top(payload.toObject(), context);
    Event event;
    event.platformType = typeIn(top);
    event.occurredAt = timeIn(top);
    event.eventKey = keyAt(payload, source.idField, context);
    Decoded decoded = decodedAs(event, context.warnings, digest);
    decoded.state = DeliveryState::Decoded; // no type is unknown to a source that has none of its own
    return decoded;
}

} // namespace earshot
