// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/platforms/payload.h"

#include "models/platforms/contentcoding.h"
#include "models/platforms/jsontext.h"
#include "models/platforms/mediatype.h"
#include "models/platforms/multipart.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtEndian>

namespace earshot {
namespace {

enum class Format { None, Json, Urlencoded, Multipart };

constexpr QLatin1StringView c_typeMissing("type-missing");
constexpr QLatin1StringView c_typeWrong("type-wrong");

QByteArrayView queryOf(QByteArrayView target)
{
    const qsizetype fragment = target.indexOf('#');
    const QByteArrayView whole = fragment < 0 ? target : target.first(fragment);
    const qsizetype question = whole.indexOf('?');
    return question < 0 ? QByteArrayView() : whole.sliced(question + 1);
}

Format declaredFormat(const MediaType &type)
{
    if (type.isJson())
        return Format::Json;
    if (type.name == "application/x-www-form-urlencoded")
        return Format::Urlencoded;
    return type.name == "multipart/form-data" ? Format::Multipart : Format::None;
}

/** `name=` at the front, the name without anything that urlencoded text would escape. */
bool looksUrlencoded(QByteArrayView body)
{
    const auto isNameByte = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
               || QByteArrayView("*-._+%[]").contains(c);
    };
    const qsizetype equals = body.indexOf('=');
    return equals > 0 && std::ranges::all_of(body.first(equals), isNameByte);
}

/** What the first bytes look like. */
Format apparentFormat(QByteArrayView body)
{
    const QByteArrayView text = (body.startsWith("\xEF\xBB\xBF") ? body.sliced(3) : body).trimmed();
    if (text.startsWith('{') || text.startsWith('['))
        return Format::Json;
    if (!guessedBoundary(body).isEmpty())
        return Format::Multipart;
    return looksUrlencoded(text) ? Format::Urlencoded : Format::None;
}

/** Which format to read: the declared one unless the bytes plainly are another. A plain text or number may be JSON, but
 * only where the type says so. */
Format formatOf(const MediaType &type, QByteArrayView body, Warnings &warnings)
{
    const Format declared = declaredFormat(type);
    const Format apparent = apparentFormat(body);
    if (apparent == declared || apparent == Format::None)
        return declared;
    if (type.name.isEmpty())
        warnings.add(c_typeMissing, u"Content-Type");
    else
        warnings.add(c_typeWrong, QString::fromLatin1(type.name));
    return apparent;
}

template <typename T>
Result<Payload> asPayload(Result<T> read)
{
    if (!read)
        return std::unexpected(read.error());
    return Payload(*std::move(read));
}

Result<Payload> readMultipartBody(const MediaType &type, QByteArrayView body, Warnings &warnings)
{
    const QByteArray named = type.parameter("boundary");
    if (!named.isEmpty())
        return asPayload(readMultipart(body, named, warnings));
    warnings.add(c_typeWrong, u"multipart/form-data without a boundary");
    return asPayload(readMultipart(body, guessedBoundary(body), warnings));
}

Result<Payload> readBody(const MediaType &type, QByteArrayView body, Warnings &warnings)
{
    switch (formatOf(type, body, warnings)) {
    case Format::Json:
        return asPayload(readJson(body, warnings));
    case Format::Urlencoded:
        return asPayload(readUrlencoded(body));
    case Format::Multipart:
        return readMultipartBody(type.name == "multipart/form-data" ? type : MediaType(), body, warnings);
    case Format::None:
        break;
    }
    return failure(ErrorCode::WrongShape, QStringLiteral("body is neither JSON nor a form"));
}

PayloadReading readQuery(QByteArrayView query)
{
    return {asPayload(readUrlencoded(query)), query.toByteArray(), {}};
}

QByteArray digestOf(char kind, QByteArrayView bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(&kind, 1));
    hash.addData(bytes);
    return hash.result();
}

/** A length goes before each, so that no two forms run into the same bytes. */
void appendCounted(QByteArray &bytes, const QByteArray &part)
{
    std::array<char, sizeof(quint64)> length{};
    qToBigEndian(quint64(part.size()), length.data());
    bytes.append(length.data(), qsizetype(length.size()));
    bytes.append(part);
}

} // namespace

PayloadReading readPayload(const Delivery &delivery)
{
    const QByteArrayView query = queryOf(delivery.target);
    const bool queryFirst = delivery.method == "GET" || delivery.method == "HEAD";
    if (!query.isEmpty() && (queryFirst || delivery.body.isEmpty()))
        return readQuery(query);

    Result<QByteArray> body = decodeContent(delivery.body, delivery.header("Content-Encoding"), c_bodyLimitBytes);
    if (!body)
        return {std::unexpected(body.error()), delivery.body, {}};
    if (body->trimmed().isEmpty())
        return {failure(ErrorCode::WrongShape, QStringLiteral("there is no payload")), *body, {}};
    Warnings warnings;
    Result<Payload> payload = readBody(readMediaType(delivery.header("Content-Type")), *body, warnings);
    return {std::move(payload), *std::move(body), warnings};
}

Result<QJsonObject> payloadObject(const PayloadReading &reading)
{
    if (!reading.payload)
        return std::unexpected(reading.payload.error());
    const auto *json = std::get_if<QJsonValue>(&*reading.payload);
    if (json == nullptr)
        return failure(ErrorCode::WrongShape, QStringLiteral("payload is a form, not a JSON object"));
    if (!json->isObject())
        return failure(ErrorCode::WrongShape, QStringLiteral("payload is not a JSON object"));
    return json->toObject();
}

QByteArray payloadDigest(const QJsonValue &json)
{
    // An array around it lets QJsonDocument write every kind of value.
    return digestOf('j', QJsonDocument(QJsonArray{json}).toJson(QJsonDocument::Compact));
}

QByteArray payloadDigest(const Form &form)
{
    QByteArray bytes;
    for (const FormField &field : form) {
        appendCounted(bytes, field.name.toUtf8());
        appendCounted(bytes, field.value);
    }
    return digestOf('f', bytes);
}

QByteArray payloadDigest(const PayloadReading &reading)
{
    if (!reading.payload)
        return digestOf('b', reading.bytes);
    if (const auto *json = std::get_if<QJsonValue>(&*reading.payload))
        return payloadDigest(*json);
    return payloadDigest(std::get<Form>(*reading.payload));
}

} // namespace earshot
