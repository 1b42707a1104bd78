// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/platforms/eigienvelope.h"

#include "models/platforms/jsontext.h"

#include <algorithm>

namespace earshot {
namespace {

using L1 = QLatin1StringView;

Result<QJsonObject> asObject(const QJsonValue &value)
{
    if (value.isObject())
        return value.toObject();
    return failure(ErrorCode::WrongShape, QStringLiteral("payload is not a JSON object"));
}

Result<QJsonObject> objectFromText(QByteArrayView text, Warnings &warnings)
{
    const Result<QJsonValue> value = readJson(text, warnings);
    if (!value)
        return failure(value.error().code, QStringLiteral("payload: ") + value.error().detail);
    return asObject(*value);
}

Result<EigiEnvelope> asEnvelope(const QString &event, const Result<QJsonObject> &conversation)
{
    if (!conversation)
        return std::unexpected(conversation.error());
    return EigiEnvelope{event, *conversation};
}

Result<EigiEnvelope> fromForm(const Form &form, Warnings &warnings)
{
    const FormField *payload = formField(form, u"payload");
    if (payload == nullptr)
        return failure(ErrorCode::WrongShape, QStringLiteral("payload is missing"));
    if (std::ranges::count(form, payload->name, &FormField::name) > 1)
        warnings.add(L1("repeated"), payload->name);
    const FormField *event = formField(form, u"event");
    return asEnvelope(event == nullptr ? QString() : QString::fromUtf8(event->value),
                      objectFromText(payload->value, warnings));
}

Result<EigiEnvelope> fromJson(const QJsonObject &object, Warnings &warnings)
{
    const QString event = object.value(L1("event")).toString();
    const QJsonValue payload = object.value(L1("payload"));
    if (payload.isString())
        return asEnvelope(event, objectFromText(payload.toString().toUtf8(), warnings));
    if (!payload.isUndefined())
        return asEnvelope(event, asObject(payload));
    const QJsonValue data = object.value(L1("data"));
    if (data.isObject() && !object.contains(L1("conversation_id")))
        return EigiEnvelope{event, data.toObject()};
    return EigiEnvelope{QString(), object};
}

} // namespace

Result<EigiEnvelope> readEigiEnvelope(const Payload &payload, Warnings &warnings)
{
    if (const auto *form = std::get_if<Form>(&payload))
        return fromForm(*form, warnings);
    const Result<QJsonObject> object = asObject(std::get<QJsonValue>(payload));
    if (!object)
        return std::unexpected(object.error());
    return fromJson(*object, warnings);
}

} // namespace earshot
