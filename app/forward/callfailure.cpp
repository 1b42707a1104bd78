// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/callfailure.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace earshot {
namespace {

using Kind = CallFailure::Kind;

bool isHtml(const QByteArray &contentType)
{
    return contentType.trimmed().toLower().startsWith("text/html");
}

QString whatCame(const DestinationAnswer &answer)
{
    if (!answer.status)
        return QStringLiteral("no answer: %1").arg(answer.networkFailure);
    if (!answer.complete && !answer.networkFailure.isNull())
        return QStringLiteral("answered %1, then %2").arg(*answer.status).arg(answer.networkFailure);
    const QLatin1StringView form(isHtml(answer.contentType) && *answer.status < 300 ? " with a page of HTML" : "");
    const QString why = answer.statusReason.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(answer.statusReason);
    return QStringLiteral("answered %1%2%3").arg(*answer.status).arg(form, why);
}

Kind kindOfStatus(int status)
{
    switch (status) {
    case 401:
        return Kind::NeedsLogin;
    case 403:
        return Kind::Forbidden;
    case 404:
    case 410:
        return Kind::Gone;
    case 408:
    case 423:
    case 425:
    case 429:
    case 477: // HubSpot: a migration is under way
        return Kind::Refused;
    case 202: // accepted, but by whom, and for what, is not said
    case 502: // a gateway that heard nothing from who may have carried it out
    case 504:
        return Kind::Lost;
    default:
        break;
    }
    if (status >= 520 && status <= 529) // Cloudflare's own: like 502 and 504
        return Kind::Lost;
    return status >= 500 ? Kind::Broken : Kind::Wrong;
}

CallFailure failed(Kind kind, const QString &reason, const DestinationAnswer &answer)
{
    return {.kind = kind, .reason = reason, .answer = answer};
}

} // namespace

QJsonValue DestinationAnswer::json() const
{
    QJsonParseError error{};
    // Wrapped, since QJsonDocument takes no bare value.
    const QJsonDocument document = QJsonDocument::fromJson("[" + body + "]", &error);
    if (error.error != QJsonParseError::NoError || document.array().size() != 1)
        return QJsonValue(QJsonValue::Undefined);
    return document.array().first();
}

std::optional<CallFailure> failureOf(const DestinationAnswer &answer)
{
    if (answer.stopped)
        return failed(Kind::Stopped, QStringLiteral("Earshot stops"), answer);
    if (answer.nothingSent)
        return failed(Kind::NotSent, whatCame(answer), answer);
    if (!answer.status || !answer.complete)
        return failed(Kind::Lost, whatCame(answer), answer);
    const int status = *answer.status;
    if (status >= 200 && status < 300 && status != 202) {
        if (isHtml(answer.contentType))
            return failed(Kind::Lost, whatCame(answer), answer);
        return std::nullopt;
    }
    if (status >= 300 && status < 400 && !answer.location.isEmpty())
        return failed(Kind::Wrong,
                      QStringLiteral("answered %1: the address is now %2").arg(status).arg(answer.location), answer);
    return failed(kindOfStatus(status), whatCame(answer), answer);
}

std::optional<CallFailure> failureOfJson(const DestinationAnswer &answer)
{
    if (auto failure = failureOf(answer))
        return failure;
    if (answer.json().isUndefined())
        return notUnderstood(answer, QStringLiteral("JSON"));
    return std::nullopt;
}

CallFailure notUnderstood(const DestinationAnswer &answer, const QString &what)
{
    return failed(Kind::Lost, QStringLiteral("answered %1 without %2").arg(answer.status.value_or(0)).arg(what),
                  answer);
}

} // namespace earshot
