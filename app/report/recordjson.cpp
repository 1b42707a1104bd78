// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/report/ndjsonformat.h"
#include "app/report/payloadtext.h"
#include "app/report/recordreport.h"

namespace earshot {
namespace {

/** A list of records as a value. */
void writeRecords(JsonWriter &json, RecordKind kind, const QList<Record> &records, IsoTimeWriter &times)
{
    json.beginArray();
    for (const Record &record : records) {
        json.beginObject();
        writeFields(json, kind, record, times);
        json.endObject();
    }
    json.endArray();
}

void writeHistoryEntry(JsonWriter &json, const HistoryEntry &entry, IsoTimeWriter &times)
{
    json.beginObject();
    writeFields(json, RecordKind::Events, entry.event, times);
    json.key(QLatin1StringView("received_at"));
    writeTime(json, entry.receivedAt, times);
    json.key(QLatin1StringView("changed"));
    json.beginArray();
    for (const QString &field : entry.changed)
        json.text(field);
    json.endArray();
    json.endObject();
}

void writeForwarding(JsonWriter &json, const QList<OutboxRow> &rows)
{
    json.beginArray();
    for (const OutboxRow &row : rows) {
        json.beginObject();
        json.key(QLatin1StringView("destination"));
        json.text(row.destinationName);
        json.key(QLatin1StringView("state"));
        json.text(outboxStateText(row.state));
        json.key(QLatin1StringView("question"));
        json.textOrNull(row.question ? outboxQuestionText(*row.question) : QString());
        json.key(QLatin1StringView("crm_id"));
        json.textOrNull(row.crmId);
        json.key(QLatin1StringView("crm_url"));
        json.textOrNull(row.crmUrl);
        json.key(QLatin1StringView("attempts"));
        json.integer(row.attempts);
        json.key(QLatin1StringView("reason"));
        json.textOrNull(row.reason);
        json.endObject();
    }
    json.endArray();
}

void writeHeaders(JsonWriter &json, const QList<HeaderField> &headers)
{
    json.beginArray();
    for (const HeaderField &field : headers) {
        json.beginArray();
        json.text(headerText(field.name));
        json.text(headerText(field.value));
        json.endArray();
    }
    json.endArray();
}

void writeBody(JsonWriter &json, const std::optional<QByteArray> &body)
{
    json.key(QLatin1StringView("body"));
    if (!body) {
        json.null();
        return;
    }
    if (const auto text = payloadText(*body)) {
        json.text(*text);
        return;
    }
    json.null();
    json.key(QLatin1StringView("body_base64"));
    json.text(QString::fromLatin1(body->toBase64()));
}

} // namespace

QByteArray conversationJson(const ConversationDetails &details, const QTimeZone &zone)
{
    IsoTimeWriter times(zone);
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    writeFields(json, RecordKind::Conversations, details.record, times);
    json.key(QLatin1StringView("sealed_at"));
    if (details.sealedAt)
        writeTime(json, *details.sealedAt, times);
    else
        json.null();
    json.key(QLatin1StringView("transcript"));
    writeRecords(json, RecordKind::Messages, details.transcript, times);
    json.key(QLatin1StringView("history"));
    json.beginArray();
    for (const HistoryEntry &entry : details.history)
        writeHistoryEntry(json, entry, times);
    json.endArray();
    json.key(QLatin1StringView("forwarding"));
    writeForwarding(json, details.forwarding);
    json.endObject();
    return out.append('\n');
}

QByteArray deliveryJson(const DeliveryDetails &details, const QTimeZone &zone)
{
    IsoTimeWriter times(zone);
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    writeFields(json, RecordKind::Deliveries, details.record, times);
    json.key(QLatin1StringView("headers"));
    writeHeaders(json, details.headers);
    writeBody(json, details.body);
    json.key(QLatin1StringView("event_records"));
    writeRecords(json, RecordKind::Events, details.events, times);
    json.endObject();
    return out.append('\n');
}

} // namespace earshot
