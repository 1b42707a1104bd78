// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/report/payloadtext.h"
#include "app/report/plaintext.h"
#include "app/report/recordreport.h"

#include <QJsonArray>
#include <QJsonValue>

namespace earshot {
namespace {

constexpr int c_indent = 2;

/** A value on one line; null where it is unknown or an empty list. */
QString valueText(const RecordValue &value, const QTimeZone &zone)
{
    if (const auto *json = std::get_if<JsonText>(&value))
        return json->text == QLatin1StringView("[]") ? QString() : plaintext::line(json->text);
    const QJsonValue plain = toJson(value, zone);
    if (plain.isNull())
        return {};
    return plaintext::line(plain.toVariant().toString());
}

/** The known fields of a record, one a line. */
QString fieldsText(RecordKind kind, const Record &record, const QTimeZone &zone)
{
    const std::span<const Field> fields = recordFields(kind);
    QList<QStringList> rows;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const QString text = valueText(record[i], zone);
        if (!text.isNull())
            rows.append({QString(), fields[i].name, text});
    }
    return plaintext::table(rows, {});
}

QString heading(const QString &title, qsizetype count)
{
    return QStringLiteral("\n%1 (%2)\n").arg(title).arg(count);
}

QString spaced(const QStringList &words)
{
    QStringList said = words;
    said.removeAll(QString());
    return said.join(QLatin1StringView("  "));
}

QString messageText(const Record &message, const QTimeZone &zone)
{
    const auto field = [&](QLatin1StringView name) {
        return valueText(fieldOf(message, RecordKind::Messages, name), zone);
    };
    const QString head =
        spaced({field(QLatin1StringView("at")), field(QLatin1StringView("role")), field(QLatin1StringView("name"))});
    const auto *text = std::get_if<QString>(&fieldOf(message, RecordKind::Messages, QLatin1StringView("text")));
    return plaintext::indented(head, c_indent) + QLatin1Char('\n')
           + plaintext::indented(plaintext::block(text ? *text : QString()), 2 * c_indent) + QLatin1Char('\n');
}

/** The event's type, and the platform's own word for it where that differs. */
QString eventTitle(const Record &event, const QTimeZone &zone)
{
    const QString type = valueText(fieldOf(event, RecordKind::Events, QLatin1StringView("type")), zone);
    const QString platformType =
        valueText(fieldOf(event, RecordKind::Events, QLatin1StringView("platform_type")), zone);
    return platformType.isNull() || platformType == type ? type : QStringLiteral("%1 (%2)").arg(type, platformType);
}

QString eventText(const Record &event, const std::optional<Timestamp> &receivedAt, const QTimeZone &zone)
{
    const QString id = valueText(fieldOf(event, RecordKind::Events, QLatin1StringView("id")), zone);
    const QString occurred = valueText(fieldOf(event, RecordKind::Events, QLatin1StringView("occurred_at")), zone);
    const QString when = occurred.isNull() && receivedAt ? toIsoText(*receivedAt, zone) : occurred;
    const QString warnings = valueText(fieldOf(event, RecordKind::Events, QLatin1StringView("warnings")), zone);
    QString text =
        plaintext::indented(spaced({when, eventTitle(event, zone), QStringLiteral("event %1").arg(id)}), c_indent)
        + QLatin1Char('\n');
    if (!warnings.isNull())
        text += plaintext::indented(QStringLiteral("warnings: %1").arg(warnings), 2 * c_indent) + QLatin1Char('\n');
    return text;
}

QString historyText(const HistoryEntry &entry, const QTimeZone &zone)
{
    QString text = eventText(entry.event, entry.receivedAt, zone);
    if (!entry.changed.isEmpty())
        text += plaintext::indented(QStringLiteral("sets %1").arg(entry.changed.join(QLatin1StringView(", "))),
                                    2 * c_indent)
                + QLatin1Char('\n');
    return text;
}

QString forwardingText(const OutboxRow &row)
{
    const QString state = row.question ? outboxQuestionText(*row.question) : outboxStateText(row.state);
    const QString record = row.crmUrl.isEmpty() ? row.crmId : row.crmUrl;
    return plaintext::indented(plaintext::line(spaced({row.destinationName, state, record, row.reason})), c_indent)
           + QLatin1Char('\n');
}

QString bodyText(const std::optional<QByteArray> &body)
{
    if (!body)
        return QStringLiteral("\nbody: not kept any more\n");
    const auto text = payloadText(*body);
    if (!text)
        return QStringLiteral("\nbody: %1 bytes that are no text; --json shows them in base64\n").arg(body->size());
    return QStringLiteral("\nbody\n%1\n").arg(plaintext::indented(plaintext::block(*text), c_indent));
}

} // namespace

QByteArray conversationText(const ConversationDetails &details, const QTimeZone &zone)
{
    QString text = QStringLiteral("conversation\n") + fieldsText(RecordKind::Conversations, details.record, zone);
    if (details.sealedAt)
        text += QStringLiteral("\nsealed %1: the raw bytes are not kept any more, a rebuild leaves it as it stands\n")
                    .arg(toIsoText(*details.sealedAt, zone));
    text += heading(QStringLiteral("transcript"), details.transcript.size());
    for (const Record &message : details.transcript)
        text += messageText(message, zone);
    text += heading(QStringLiteral("history"), details.history.size());
    for (const HistoryEntry &entry : details.history)
        text += historyText(entry, zone);
    if (!details.forwarding.isEmpty())
        text += heading(QStringLiteral("forwarding"), details.forwarding.size());
    for (const OutboxRow &row : details.forwarding)
        text += forwardingText(row);
    return text.toUtf8();
}

QByteArray deliveryText(const DeliveryDetails &details, const QTimeZone &zone)
{
    QString text = QStringLiteral("delivery\n") + fieldsText(RecordKind::Deliveries, details.record, zone);
    text += heading(QStringLiteral("headers"), details.headers.size());
    for (const HeaderField &field : details.headers) {
        const QString line = headerText(field.name) + QLatin1StringView(": ") + headerText(field.value);
        text += plaintext::indented(plaintext::line(line), c_indent) + QLatin1Char('\n');
    }
    text += bodyText(details.body);
    text += heading(QStringLiteral("events"), details.events.size());
    for (const Record &event : details.events)
        text += eventText(event, std::nullopt, zone);
    return text.toUtf8();
}

} // namespace earshot
