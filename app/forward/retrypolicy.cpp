// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/retrypolicy.h"

#include "app/forward/httpdate.h"

#include <algorithm>
#include <cmath>

namespace earshot {
namespace {

using FailureKind = CallFailure::Kind;

constexpr qint64 c_year = 31'622'400; // in seconds; keeps sums of moments in their type

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

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

/** Too many requests, or none at all for a while: it speaks of the destination and not of the record. */
bool concernsAll(const DestinationAnswer &answer)
{
    return answer.status == 429 || answer.status == 477 || answer.status == 503;
}

/** What is known to decide by, and how it is decided where an outcome leaves no choice. */
struct Policy {
    const Attempts &attempts;
    Timestamp now;
    double random;
    const RetrySettings &settings;

    Decision tryAgain(const QString &reason, const DestinationAnswer &answer) const
    {
        const bool isSpent = attempts.count >= settings.attempts || now - attempts.first >= settings.window;
        if (isSpent)
            return Park{QStringLiteral("gave up after %1 attempts: %2").arg(attempts.count).arg(reason)};
        const auto asked = askedFor(answer.retryAfter, now);
        if (!asked)
            return RetryAt{now + backOff(attempts.count, random, settings), reason};
        const Timestamp time = now + std::min<std::chrono::microseconds>(*asked, settings.longestRetryAfter);
        return concernsAll(answer) ? Decision(HoldDestination{time, reason}) : RetryAt{time, reason};
    }

    Decision operator()(const CallFailure &failure) const
    {
        switch (failure.kind) {
        case FailureKind::NotSent:
        case FailureKind::Lost:
        case FailureKind::Broken:
        case FailureKind::Refused:
            return tryAgain(failure.reason, failure.answer);
        case FailureKind::Wrong:
        case FailureKind::Gone:
            return Park{failure.reason};
        case FailureKind::NeedsLogin:
            return PauseDestination{
                QStringLiteral("%1: its token is missing, is wrong or has ended").arg(failure.reason)};
        case FailureKind::Forbidden:
            return PauseDestination{QStringLiteral("%1: its token lacks a right").arg(failure.reason)};
        case FailureKind::Stopped:
            return StaysDue();
        }
        Q_UNREACHABLE();
    }

    Decision operator()(const Delivered & /*delivered*/) const { return Sent(); }

    Decision operator()(const PerhapsWritten &perhaps) const
    {
        return Park{perhaps.reason, OutboxQuestion::PerhapsWritten};
    }

    Decision operator()(const WhichContact &which) const
    {
        return Park{QStringLiteral("%1 contacts fit").arg(which.candidates.size()), OutboxQuestion::WhichContact,
                    which.candidates};
    }

    /** However often it was tried: the look will tell. */
    Decision operator()(const LookLater &later) const { return RetryAt{later.time, later.reason}; }

    Decision operator()(const FlowBroken &broken) const
    {
        if (broken.error.code == ErrorCode::Cancelled)
            return StaysDue();
        return tryAgain(QStringLiteral("Earshot failed: %1").arg(broken.error.detail), {});
    }
};

} // namespace

Decision decide(const FlowOutcome &outcome, const Attempts &attempts, Timestamp now, double random,
                const RetrySettings &settings)
{
    return std::visit(Policy{attempts, now, random, settings}, outcome);
}

std::optional<bool> showsThatItWorks(const FlowOutcome &outcome)
{
    const auto ofFailure = [](const CallFailure &failure) -> std::optional<bool> {
        switch (failure.kind) {
        case FailureKind::NotSent:
        case FailureKind::Lost:
        case FailureKind::Broken:
            return false;
        case FailureKind::Refused: // 423 and 425 are about this record or this request, as is what has no such status
            return failure.answer.status.value_or(200) < 400 || failure.answer.status == 423
                           || failure.answer.status == 425
                       ? std::nullopt
                       : std::optional(false);
        case FailureKind::Wrong:
        case FailureKind::Gone:
            return true;
        case FailureKind::NeedsLogin:
        case FailureKind::Forbidden:
        case FailureKind::Stopped:
            return std::nullopt;
        }
        Q_UNREACHABLE();
    };
    return std::visit(Overloaded{
                          ofFailure,
                          [](const LookLater &) -> std::optional<bool> { return std::nullopt; },
                          [](const FlowBroken &) -> std::optional<bool> { return std::nullopt; },
                          [](const auto &) -> std::optional<bool> { return true; },
                      },
                      outcome);
}

} // namespace earshot
