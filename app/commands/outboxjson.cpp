// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/outboxjson.h"

#include "app/commands/asking.h"

#include <QJsonObject>

namespace earshot {
namespace {

constexpr std::array c_steps = {OutboxStep::Contact, OutboxStep::Activity, OutboxStep::Link};

template <typename T>
QJsonValue orNull(const std::optional<T> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonValue timeOrNull(std::optional<Timestamp> time, const QTimeZone &zone)
{
    return time ? QJsonValue(toIsoText(*time, zone)) : QJsonValue(QJsonValue::Null);
}

QJsonArray toJson(const QList<LoggedExchange> &exchanges)
{
    QJsonArray array;
    for (const LoggedExchange &exchange : exchanges)
        array.append(QJsonObject{{QStringLiteral("purpose"), exchange.purpose},
                                 {QStringLiteral("method"), exchange.method},
                                 {QStringLiteral("url"), exchange.url},
                                 {QStringLiteral("request"), jsonOrNull(exchange.request)},
                                 {QStringLiteral("status"), orNull(exchange.status)},
                                 {QStringLiteral("answer"), jsonOrNull(exchange.answer)},
                                 {QStringLiteral("failure"), jsonOrNull(exchange.failure)},
                                 {QStringLiteral("latency_ms"), double(exchange.latency.count()) / 1000}});
    return array;
}

} // namespace

QJsonObject toJson(const OutboxRow &row, const QTimeZone &zone)
{
    return {{QStringLiteral("id"), QString::number(row.id)},
            {QStringLiteral("destination"), row.destinationName},
            {QStringLiteral("conversation"), QString::number(row.conversation)},
            {QStringLiteral("state"), outboxStateText(row.state)},
            {QStringLiteral("question"),
             row.question ? QJsonValue(outboxQuestionText(*row.question)) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("candidates"), outboxsteps::toJson(row.candidates)},
            {QStringLiteral("crm_id"), jsonOrNull(row.crmId)},
            {QStringLiteral("crm_url"), jsonOrNull(row.crmUrl)},
            {QStringLiteral("wanted"), row.wanted},
            {QStringLiteral("sent"), row.sent},
            {QStringLiteral("attempts"), row.attempts},
            {QStringLiteral("next_at"), toIsoText(row.nextAt, zone)},
            {QStringLiteral("last_status"), orNull(row.lastStatus)},
            {QStringLiteral("last_answer"), jsonOrNull(row.lastAnswer)},
            {QStringLiteral("reason"), jsonOrNull(row.reason)},
            {QStringLiteral("created_at"), toIsoText(row.createdAt, zone)},
            {QStringLiteral("updated_at"), toIsoText(row.updatedAt, zone)}};
}

QJsonArray toJson(const StepStates &steps, const QTimeZone &zone)
{
    QJsonArray array;
    for (const OutboxStep step : c_steps) {
        const auto state = steps.constFind(step);
        if (state == steps.cend())
            continue;
        array.append(QJsonObject{{QStringLiteral("step"), outboxStepText(step)},
                                 {QStringLiteral("begun_at"), toIsoText(state->begunAt, zone)},
                                 {QStringLiteral("done_at"), timeOrNull(state->doneAt, zone)},
                                 {QStringLiteral("crm_id"), jsonOrNull(state->crmId)},
                                 {QStringLiteral("crm_url"), jsonOrNull(state->url)}});
    }
    return array;
}

QJsonArray toJson(const QList<LoggedAttempt> &attempts, const QTimeZone &zone)
{
    QJsonArray array;
    for (const LoggedAttempt &attempt : attempts)
        array.append(
            QJsonObject{{QStringLiteral("version"), attempt.version},
                        {QStringLiteral("number"), attempt.number},
                        {QStringLiteral("begun_at"), toIsoText(attempt.begunAt, zone)},
                        {QStringLiteral("ended_at"), timeOrNull(attempt.endedAt, zone)},
                        {QStringLiteral("outcome"), attempt.outcome ? QJsonValue(attemptOutcomeText(*attempt.outcome))
                                                                    : QJsonValue(QJsonValue::Null)},
                        {QStringLiteral("reason"), jsonOrNull(attempt.reason)},
                        {QStringLiteral("exchanges"), toJson(attempt.exchanges)}});
    return array;
}

QString stateWords(const OutboxRow &row)
{
    return row.question ? outboxQuestionText(*row.question) : outboxStateText(row.state);
}

} // namespace earshot
