// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/sourcesettings.h"

#include <algorithm>

namespace earshot {
namespace {

constexpr QLatin1StringView c_perMinute("per_minute");
constexpr QLatin1StringView c_burst("burst");
constexpr QLatin1StringView c_status("status");
constexpr QLatin1StringView c_body("body");
constexpr QLatin1StringView c_delay("delay_ms");
constexpr QLatin1StringView c_drop("drop");
constexpr QLatin1StringView c_oneIn("one_in");
constexpr QLatin1StringView c_wholeDays("whole_days");
constexpr QLatin1StringView c_bytesDays("bytes_days");
constexpr QLatin1StringView c_maxBytes("max_bytes");

constexpr qint64 c_million = 1'000'000;
constexpr qint64 c_longestDelay = 60'000;
constexpr qsizetype c_longestBody = 4096;
constexpr qint64 c_mostDays = 36'500;
constexpr qint64 c_leastBytes = qint64(1024) * 1024;

/** The member if it is a whole number within these bounds, nothing if it is missing or null. */
Result<std::optional<qint64>> integer(const QJsonObject &json, QLatin1StringView member, qint64 least,
                                      qint64 most = std::numeric_limits<qint64>::max())
{
    const QJsonValue value = json.value(member);
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    constexpr qint64 nothing = -1; // below every bound here
    const qint64 number = value.toInteger(nothing);
    if (number >= least && number <= most)
        return number;
    const QString range = most == std::numeric_limits<qint64>::max()
                              ? QStringLiteral("from %1").arg(least)
                              : QStringLiteral("from %1 to %2").arg(least).arg(most);
    return failure(ErrorCode::BadArgument, QStringLiteral("%1 is a whole number %2").arg(member, range));
}

std::optional<std::chrono::days> days(const std::optional<qint64> &count)
{
    return count ? std::optional(std::chrono::days(*count)) : std::nullopt;
}

Result<QByteArray> bodyFromJson(const QJsonObject &json)
{
    QByteArray body = json.value(c_body).toString().toUtf8();
    if (body.size() > c_longestBody)
        return failure(ErrorCode::BadArgument,
                       QStringLiteral("the body of an answer has at most %1 bytes").arg(c_longestBody));
    return body;
}

} // namespace

QJsonObject toJson(const RateLimit &limit)
{
    return {{c_perMinute, limit.perMinute}, {c_burst, limit.burst}};
}

Result<RateLimit> rateLimitFromJson(const QJsonObject &json)
{
    const auto perMinute = integer(json, c_perMinute, 1, c_million);
    if (!perMinute)
        return std::unexpected(perMinute.error());
    if (!*perMinute)
        return failure(ErrorCode::BadArgument, QStringLiteral("a rate limit needs %1").arg(c_perMinute));
    const auto burst = integer(json, c_burst, 1, c_million);
    if (!burst)
        return std::unexpected(burst.error());
    return RateLimit{int(**perMinute), int(burst->value_or(std::max<qint64>(1, **perMinute / 10)))};
}

QJsonObject toJson(const ChosenAnswer &answer)
{
    return {{c_status, answer.status},
            {c_body, QString::fromUtf8(answer.body)},
            {c_delay, qint64(answer.delay.count())},
            {c_drop, answer.drop},
            {c_oneIn, answer.oneIn}};
}

Result<ChosenAnswer> chosenAnswerFromJson(const QJsonObject &json)
{
    const auto status = integer(json, c_status, 200, 599);
    const auto delay = integer(json, c_delay, 0, c_longestDelay);
    const auto oneIn = integer(json, c_oneIn, 1, c_million);
    for (const auto *number : {&status, &delay, &oneIn}) {
        if (!*number)
            return std::unexpected(number->error());
    }
    const auto body = bodyFromJson(json);
    if (!body)
        return std::unexpected(body.error());
    ChosenAnswer answer;
    answer.status = int(status->value_or(answer.status));
    answer.body = *body;
    answer.delay = std::chrono::milliseconds(delay->value_or(0));
    answer.drop = json.value(c_drop).toBool();
    answer.oneIn = int(oneIn->value_or(1));
    return answer;
}

QJsonObject toJson(const Retention &retention)
{
    QJsonObject json;
    if (retention.whole)
        json.insert(c_wholeDays, qint64(retention.whole->count()));
    if (retention.bytes)
        json.insert(c_bytesDays, qint64(retention.bytes->count()));
    if (retention.maxBytes)
        json.insert(c_maxBytes, *retention.maxBytes);
    return json;
}

Result<Retention> retentionFromJson(const QJsonObject &json)
{
    const auto whole = integer(json, c_wholeDays, 1, c_mostDays);
    const auto bytes = integer(json, c_bytesDays, 1, c_mostDays);
    const auto most = integer(json, c_maxBytes, c_leastBytes);
    for (const auto *number : {&whole, &bytes, &most}) {
        if (!*number)
            return std::unexpected(number->error());
    }
    return Retention{days(*whole), days(*bytes), *most};
}

} // namespace earshot
