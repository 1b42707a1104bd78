// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/payload/payloadcontent.h"

#include "models/platforms/payload.h"
#include "models/platforms/registry.h"
#include "models/store/recordlookup.h"
#include "models/store/sources.h"

#include <QRegularExpression>

namespace earshot {
namespace {

bool isStopped(const StopFlag &stopped)
{
    return stopped && stopped->load();
}

std::unexpected<Error> cancelled()
{
    return failure(ErrorCode::Cancelled, QStringLiteral("nobody waits for this delivery any more"));
}

template <typename T>
T valueOr(const RecordValue &value, const T &otherwise)
{
    const T *held = std::get_if<T>(&value);
    return held == nullptr ? otherwise : *held;
}

/** The text of a delivery's field; null where it has none. */
QString textOf(const Record &record, RecordKind kind, QLatin1StringView name)
{
    return valueOr(fieldOf(record, kind, name), QString());
}

void takeDetails(const DeliveryDetails &details, PayloadContent &content)
{
    const auto text = [&](const char *name) {
        return textOf(details.record, RecordKind::Deliveries, QLatin1StringView(name));
    };
    Delivery &delivery = content.delivery;
    delivery.receivedAt =
        valueOr(fieldOf(details.record, RecordKind::Deliveries, QLatin1StringView("received_at")), Timestamp());
    delivery.method = text("method").toUtf8();
    delivery.target = text("target").toUtf8();
    delivery.remote = text("remote");
    delivery.verdict = text("verdict");
    delivery.headers = details.headers;
    delivery.body = details.body.value_or(QByteArray());
    content.source = text("source");
    content.state = text("state");
    content.reason = text("reason");
    content.sizeBytes = valueOr(fieldOf(details.record, RecordKind::Deliveries, QLatin1StringView("bytes")), qint64(0));
    content.isErased = !details.body;
    if (details.events.isEmpty())
        return;
    const Record &event = details.events.first();
    content.kind = textOf(event, RecordKind::Events, QLatin1StringView("platform_type"));
    content.conversation = textOf(event, RecordKind::Events, QLatin1StringView("conversation")).toLongLong();
}

/** The request as it came; what no table shows is read beside. */
Result<void> readRequest(const Database &database, qint64 id, PayloadContent &content)
{
    const auto details = deliveryDetails(database, id);
    if (!details)
        return std::unexpected(details.error());
    takeDetails(*details, content);
    content.delivery.id = id;
    const auto target = database.value(QStringLiteral(R"(SELECT "target" FROM delivery WHERE "id" = ?)"), {id});
    if (!target)
        return std::unexpected(target.error());
    content.delivery.target = target->toByteArray(); // any bytes, which a table shows as text
    const auto source = database.value(QStringLiteral(R"(SELECT "source_id" FROM delivery WHERE "id" = ?)"), {id});
    if (!source)
        return std::unexpected(source.error());
    content.delivery.sourceId = source->toLongLong();
    return {};
}

QList<NamedValue> namedValues(const Form &form)
{
    QList<NamedValue> values;
    for (const FormField &field : form)
        values.append({field.name, field.value});
    return values;
}

JsonOutlinePtr outlineOf(const QByteArray &json)
{
    return JsonOutline::read(json).value_or(nullptr);
}

/** The payload as an outline; null where it is neither JSON nor a form. */
JsonOutlinePtr outlineOf(const PayloadReading &reading)
{
    if (!reading.payload)
        return {};
    const auto *form = std::get_if<Form>(&*reading.payload);
    return outlineOf(form == nullptr ? reading.bytes : formAsJson(namedValues(*form)));
}

PayloadForm formOf(const PayloadReading &reading)
{
    if (reading.payload)
        return std::holds_alternative<Form>(*reading.payload) ? PayloadForm::Fields : PayloadForm::Json;
    return reading.bytes.isEmpty() ? PayloadForm::Nothing : PayloadForm::Other;
}

std::optional<PayloadProblem> problemOf(const PayloadReading &reading)
{
    if (reading.payload || reading.bytes.isEmpty())
        return std::nullopt;
    const auto place =
        reading.payload.error().code == ErrorCode::JsonSyntax ? placeIn(reading.payload.error().detail) : std::nullopt;
    return PayloadProblem{reading.payload.error(), place ? place->first : 0, place ? place->second : 0};
}

void takePayload(const PayloadReading &reading, PayloadContent &content)
{
    content.isRead = true;
    content.bytes = reading.bytes;
    content.form = formOf(reading);
    content.problem = problemOf(reading);
    content.outline = outlineOf(reading);
    content.sentText = QString::fromUtf8(reading.bytes).replace(QChar(QChar::Null), QChar(0x2400));
    if (content.outline)
        content.prettyText = prettyJson(*content.outline).replace(QChar(QChar::Null), QChar(0x2400));
    if (content.form == PayloadForm::Fields)
        content.parts = formParts(std::get<Form>(*reading.payload), content.delivery, reading.bytes);
}

Result<void> readValues(const Database &database, PayloadContent &content)
{
    if (!content.outline)
        return {};
    const auto all = sources::everById(database);
    if (!all)
        return std::unexpected(all.error());
    static const PlatformRegistry registry;
    const Source source = all->value(content.delivery.sourceId);
    const PlatformDecoder *decoder = registry.decoderFor(source.platform);
    const QList<Event> events = decoder == nullptr ? QList<Event>() : decoder->decode(content.delivery, source).events;
    content.readings = readingsOf(*content.outline, events, source);
    return {};
}

Result<void> readPrevious(const Database &database, PayloadContent &content)
{
    const auto id = previousOfKind(database, content.delivery.id);
    if (!id)
        return std::unexpected(id.error());
    if (!*id)
        return {};
    PayloadContent before;
    if (const Result<void> read = readRequest(database, **id, before); !read)
        return read;
    content.previous = PreviousDelivery{**id, before.delivery.receivedAt, outlineOf(readPayload(before.delivery))};
    if (!content.outline || !content.previous->outline)
        return {};
    if (auto diff = compareJson(*content.previous->outline, *content.outline))
        content.diff = *std::move(diff);
    return {};
}

} // namespace

Result<PayloadContentPtr> readPayloadContent(const Database &database, qint64 delivery, PayloadDepth depth,
                                             const StopFlag &stopped)
{
    auto content = std::make_shared<PayloadContent>();
    if (const Result<void> read = readRequest(database, delivery, *content); !read)
        return std::unexpected(read.error());
    if (depth == PayloadDepth::Small && content->delivery.body.size() > c_readAtOnceBytes)
        return content;
    using Step = Result<void> (*)(const Database &, PayloadContent &);
    if (!isStopped(stopped) && !content->isErased)
        takePayload(readPayload(content->delivery), *content);
    content->isRead = true;
    for (const Step step : {Step(readValues), Step(readPrevious)}) {
        if (isStopped(stopped))
            return cancelled();
        if (const Result<void> done = step(database, *content); !done)
            return std::unexpected(done.error());
    }
    return content;
}

std::optional<std::pair<int, int>> placeIn(const QString &sentence)
{
    static const QRegularExpression place(QStringLiteral("at line ([\\d,]+), column ([\\d,]+)\\.$"));
    const QRegularExpressionMatch match = place.match(sentence);
    if (!match.hasMatch())
        return std::nullopt;
    const auto number = [&](int group) { return match.captured(group).remove(QLatin1Char(',')).toInt(); };
    return std::pair(number(1), number(2));
}

} // namespace earshot
