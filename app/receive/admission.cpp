// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/admission.h"

#include <array>

namespace earshot {
namespace {

template <std::size_t N>
bool isOneOf(QByteArrayView method, const std::array<QByteArrayView, N> &methods)
{
    return std::find(methods.begin(), methods.end(), method) != methods.end();
}

bool carriesPayload(QByteArrayView method)
{
    static constexpr std::array<QByteArrayView, 3> c_methods = {"POST", "PUT", "PATCH"};
    return isOneOf(method, c_methods);
}

/** Known to HTTP (RFC 9110, 9.3), of no use on a hook. */
bool isForeign(QByteArrayView method)
{
    static constexpr std::array<QByteArrayView, 3> c_methods = {"DELETE", "TRACE", "CONNECT"};
    return isOneOf(method, c_methods);
}

std::optional<Answer> answerToMethod(const RequestHead &head, const Target &target)
{
    const QByteArrayView method = head.method;
    if (carriesPayload(method))
        return std::nullopt;
    if (method == QByteArrayView("GET"))
        return target.hasQuery || head.announcesBody() ? std::nullopt : std::optional(Answer::HookCheck);
    if (method == QByteArrayView("HEAD"))
        return Answer::HookCheck;
    if (method == QByteArrayView("OPTIONS"))
        return Answer::HookOptions;
    return isForeign(method) ? Answer::HookMethodRefused : Answer::MethodUnknown;
}

std::optional<Answer> answerToLength(const ReceiveContext &context, const RequestHead &head)
{
    const qint64 length = head.contentLength().value_or(0);
    if (length > context.settings.maxBodyBytes)
        return Answer::BodyTooLarge;
    return context.bodies.hasRoomFor(length) ? std::nullopt : std::optional(Answer::NotStored);
}

std::optional<Answer> answerToRate(Admission &admission)
{
    RateLimiter *rate = admission.hook->rate.get();
    const auto wait = rate != nullptr ? rate->take(RateLimiter::Clock::now()) : std::nullopt;
    admission.retryAfter = wait.value_or(std::chrono::seconds(0));
    return wait ? std::optional(Answer::TooMany) : std::nullopt;
}

std::optional<QHostAddress> senderOf(const ReceiveContext &context, const Connection &connection,
                                     const RequestHead &head)
{
    if (!connection.isTrustedProxy)
        return connection.address;
    return senderAddress(connection.address, context.trustedProxies, head.values("Forwarded"),
                         head.values("X-Forwarded-For"));
}

std::optional<Answer> answerToHook(ReceiveContext &context, const Connection &connection, const RequestHead &head,
                                   Admission &admission)
{
    admission.hooks = context.hooks.load();
    admission.hook = admission.hooks->find(admission.target.token, context.clock);
    if (admission.hook == nullptr)
        return Answer::NotFound;
    admission.sender = senderOf(context, connection, head);
    if (!admission.hook->allow.allows(admission.sender))
        return Answer::AddressRefused;
    if (const std::optional<Answer> answer = answerToMethod(head, admission.target))
        return answer;
    if (const std::optional<Answer> answer = answerToLength(context, head))
        return answer;
    return answerToRate(admission);
}

std::optional<Answer> answerToHealth(const RequestHead &head)
{
    const bool isRead = head.method == QByteArrayView("GET") || head.method == QByteArrayView("HEAD");
    if (!isRead)
        return Answer::HealthMethodRefused;
    return head.announcesBody() ? std::optional(Answer::BodyTooLarge) : std::nullopt;
}

} // namespace

Admission admit(ReceiveContext &context, const Connection &connection, const RequestHead &head)
{
    Admission admission;
    const qsizetype lineBytes = head.method.size() + head.target.size() + head.version.size() + 2;
    if (lineBytes > context.settings.maxRequestLineBytes) {
        admission.answer = Answer::TargetTooLong;
        return admission;
    }
    admission.target = readTarget(head.target);
    switch (admission.target.kind) {
    case Target::Kind::Hook:
        admission.answer = answerToHook(context, connection, head, admission);
        break;
    case Target::Kind::Health:
        admission.answer = answerToHealth(head);
        break;
    case Target::Kind::Unknown:
        admission.answer = Answer::NotFound;
        break;
    }
    return admission;
}

} // namespace earshot
