// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/retrypolicy.h"

#include "app/forward/httpdate.h"

#include <algorithm>
#include <cmath>

namespace earshot {
namespace {

constexpr qint64 c_year = 31'622'400; // in seconds; keeps sums of moments in their type

enum class Meaning { Success, Temporary, Refused, Moved, Final };

bool isHtml(const QByteArray &contentType)
{
    return contentType.trimmed().toLower().startsWith("text/html");
}

Meaning meaningOf(const DestinationAnswer &answer)
{
    const int status = answer.status.value_or(0);
    switch (status) {
    case 202: // accepted, but by whom, and for what, is not said
    case 408:
    case 423:
    case 425:
    case 429:
    case 477: // HubSpot: a migration is under way
        return Meaning::Temporary;
    case 401:
    case 403:
        return Meaning::Refused;
    default:
        break;
    }
    if (status >= 200 && status < 300)
        return answer.complete && !isHtml(answer.contentType) ? Meaning::Success : Meaning::Temporary;
    if (status >= 300 && status < 400)
        return Meaning::Moved;
    return status >= 400 && status < 500 ? Meaning::Final : Meaning::Temporary;
}

QString whatCame(const DestinationAnswer &answer)
{
    if (!answer.status)
        return QStringLiteral("no answer: %1").arg(answer.networkFailure);
    if (!answer.complete && !answer.networkFailure.isNull())
        return QStringLiteral("answered %1, then %2").arg(*answer.status).arg(answer.networkFailure);
    const QLatin1StringView form(isHtml(answer.contentType) && *answer.status < 300 ? " with a page of HTML" : "");
    return QStringLiteral("answered %1%2").arg(*answer.status).arg(form);
}

QString whereTo(const DestinationAnswer &answer)
{
    if (answer.location.isEmpty())
        return whatCame(answer);
    return QStringLiteral("answered %1: the address is now %2").arg(*answer.status).arg(answer.location);
}

/** Nothing where the field is missing, cannot be read or lies in the past. */
std::optional<std::chrono::microseconds> askedFor(const QByteArray &retryAfter, Timestamp now)
{
    bool isNumber = false;
    const qint64 seconds = retryAfter.trimmed().toLongLong(&isNumber);
    std::chrono::microseconds wait(0);
    if (isNumber)
        wait = std::chrono::seconds(std::min(seconds, c_year));
    else if (const auto date = readHttpDate(retryAfter))
        wait = *date - now;
    return wait.count() > 0 ? std::optional(wait) : std::nullopt;
}

std::chrono::microseconds backOff(int attempts, double random, const RetrySettings &settings)
{
    const double longest =
        std::min(std::ldexp(double(settings.base.count()), attempts - 1), double(settings.cap.count()));
    return std::chrono::microseconds(qint64(longest * random * 1000));
}

Decision tryAgain(const DestinationAnswer &answer, const Attempts &attempts, Timestamp now, double random,
                  const RetrySettings &settings)
{
    if (attempts.count >= settings.attempts || now - attempts.first >= settings.window)
        return Park{QStringLiteral("gave up after %1 attempts: %2").arg(attempts.count).arg(whatCame(answer))};
    const auto asked = askedFor(answer.retryAfter, now);
    const std::chrono::microseconds wait = asked
                                               ? std::min<std::chrono::microseconds>(*asked, settings.longestRetryAfter)
                                               : backOff(attempts.count, random, settings);
    return RetryAt{now + wait, whatCame(answer)};
}

} // namespace

Decision decide(const DestinationAnswer &answer, const Attempts &attempts, Timestamp now, double random,
                const RetrySettings &settings)
{
    switch (meaningOf(answer)) {
    case Meaning::Success:
        return Sent();
    case Meaning::Refused:
        return PauseDestination{
            QStringLiteral("answered %1: its token is missing, wrong or lacks a right").arg(*answer.status)};
    case Meaning::Moved:
        return Park{whereTo(answer)};
    case Meaning::Final:
        return Park{whatCame(answer)};
    case Meaning::Temporary:
        return tryAgain(answer, attempts, now, random, settings);
    }
    Q_UNREACHABLE();
}

} // namespace earshot
