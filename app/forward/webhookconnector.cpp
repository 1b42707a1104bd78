// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/webhookconnector.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace earshot {
namespace {

using Kind = CallFailure::Kind;

std::unexpected<CallFailure> failed(Kind kind, const QString &reason, const DestinationAnswer &answer = {})
{
    return std::unexpected(CallFailure{kind, reason, answer});
}

/** A method whose body, if it had one, would have no meaning (RFC 9110 sections 9.3.1 and 9.3.5). */
bool hasBody(const QString &method)
{
    return method != QLatin1StringView("GET") && method != QLatin1StringView("DELETE");
}

QByteArray withToken(QByteArray value, const QByteArray &token)
{
    return value.replace(c_tokenPlace, token);
}

/** Those that a person has set, and what proves that it is us. */
void addFields(CrmRequest &request, const Shipment &shipment, const WebhookOptions &options)
{
    const Secrets::Destination &secrets = shipment.secrets;
    for (const auto &[name, value] : options.headers) {
        const QByteArray filled = withToken(value, secrets.bearer);
        if (name.compare("content-type", Qt::CaseInsensitive) == 0)
            request.contentType = filled;
        else if (name.compare("accept", Qt::CaseInsensitive) == 0)
            request.accept = filled;
        else
            request.headers.append({name, filled});
    }
    if (!secrets.bearer.isEmpty() && !options.usesToken())
        request.headers.append({"Authorization", "Bearer " + secrets.bearer});
    request.headers.append({"X-Earshot-Record", shipment.recordKey.toLatin1()}); // percent-encoded, so it is ASCII
    if (!secrets.signingKey.isEmpty())
        request.headers.append(
            {"X-Earshot-Signature", webhookSignature(secrets.signingKey, shipment.at, request.body)});
}

CrmRequest recordRequest(const Shipment &shipment, const WebhookOptions &options)
{
    const Destination &destination = shipment.destination;
    CrmRequest request;
    request.purpose = QStringLiteral("send record");
    request.method = destination.method.toLatin1();
    request.url = addressWithKey(destination.url, shipment.recordKey);
    if (hasBody(destination.method))
        request.body = shipment.body;
    addFields(request, shipment, options);
    const QByteArray idempotencyKey =
        '"' + shipment.recordKey.toLatin1() + ";v=" + QByteArray::number(shipment.version) + '"';
    request.headers.append({"Idempotency-Key", idempotencyKey});
    request.headers.append({"X-Earshot-Delivery", shipment.deliveryKey.toLatin1()});
    request.headers.append({"X-Earshot-Attempt", QByteArray::number(shipment.attempt)});
    return request;
}

CrmRequest lookUpRequest(const Shipment &shipment, const WebhookOptions &options)
{
    CrmRequest request;
    request.purpose = QStringLiteral("look up record");
    request.url = addressWithKey(options.lookUpUrl, shipment.recordKey);
    addFields(request, shipment, options);
    return request;
}

/** The options as they can be used now. */
Called<WebhookOptions> optionsOf(const Shipment &shipment)
{
    auto options = webhookOptions(shipment.destination);
    if (!options)
        return failed(Kind::Wrong, options.error().detail);
    if (options->usesToken() && shipment.secrets.bearer.isEmpty())
        return failed(Kind::NeedsLogin, QStringLiteral("a header field needs the token, and none is set"));
    return std::move(*options);
}

/** By the rules of all destinations. There is no record that could be missing: an address without one is wrong. */
CallFailure failureByStatus(const DestinationAnswer &answer)
{
    auto failure = failureOf(answer);
    if (!failure)
        return {Kind::Lost, QStringLiteral("answered %1, which does not count as success here").arg(*answer.status),
                answer};
    if (failure->kind == Kind::Gone)
        failure->kind = Kind::Wrong;
    return *failure;
}

bool isHtml(const DestinationAnswer &answer)
{
    return answer.contentType.trimmed().toLower().startsWith("text/html");
}

Called<void> checkMatch(const DestinationAnswer &answer, const WebhookOptions &options)
{
    if (!options.match)
        return {};
    const QJsonValue found = options.match->in(answer.json());
    if (found.isUndefined())
        return std::unexpected(notUnderstood(answer, QStringLiteral("what must match in it")));
    if (plainText(found) != options.matchValue)
        return failed(Kind::Wrong, QStringLiteral("answered %1, but what must match is another").arg(*answer.status),
                      answer);
    return {};
}

Called<std::optional<CrmRecord>> foundIn(const DestinationAnswer &answer, const WebhookOptions &options)
{
    auto failure = options.lookUp ? failureOfJson(answer) : failureOf(answer);
    if (failure && failure->kind == Kind::Gone)
        return std::optional<CrmRecord>();
    if (failure)
        return std::unexpected(*failure);
    if (!options.lookUp)
        return std::optional<CrmRecord>(CrmRecord());
    const QString id = plainText(options.lookUp->in(answer.json()));
    return id.isEmpty() ? std::optional<CrmRecord>() : std::optional<CrmRecord>(CrmRecord{id, {}});
}

/** What a person can do about it, where the status alone does not say so. */
QString wordsOf(const CallFailure &failure)
{
    if (failure.kind == Kind::NeedsLogin && failure.answer.status)
        return QStringLiteral("%1: its token is missing, wrong or has ended").arg(failure.reason);
    if (failure.kind == Kind::Forbidden)
        return QStringLiteral("%1: its token lacks a right").arg(failure.reason);
    return failure.reason;
}

} // namespace

QByteArray webhookSignature(const QByteArray &key, Timestamp at, const QByteArray &body)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
    const QByteArray time = QByteArray::number(qint64(seconds));
    QMessageAuthenticationCode code(QCryptographicHash::Sha256, key);
    code.addData(time);
    code.addData(".");
    code.addData(body);
    return "t=" + time + ",v1=" + code.result().toHex();
}

Called<CrmRecord> webhookVerdict(const DestinationAnswer &answer, const WebhookOptions &options)
{
    const bool isWhole = answer.status && answer.complete && !answer.stopped;
    if (!isWhole || !options.isSuccess(*answer.status))
        return std::unexpected(failureByStatus(answer));
    if (isHtml(answer))
        return failed(Kind::Lost, QStringLiteral("answered %1 with a page of HTML").arg(*answer.status), answer);
    if (const auto matched = checkMatch(answer, options); !matched)
        return std::unexpected(matched.error());
    if (!options.id)
        return CrmRecord();
    const QString id = plainText(options.id->in(answer.json()));
    if (id.isEmpty())
        return std::unexpected(notUnderstood(answer, QStringLiteral("the record's id")));
    return CrmRecord{id, {}};
}

Certainty WebhookConnector::certainty(OutboxStep /*step*/, const Shipment &shipment) const
{
    const auto options = webhookOptions(shipment.destination);
    const bool canLook = options && !options->lookUpUrl.isEmpty();
    return {canLook ? Certainty::Repeat::AfterLook : Certainty::Repeat::Harmless};
}

QCoro::Task<Called<std::optional<CrmRecord>>> WebhookConnector::findRecord(Passage &passage, QString /*person*/)
{
    const auto options = optionsOf(passage.shipment());
    if (!options)
        co_return std::unexpected(options.error());
    if (options->lookUpUrl.isEmpty())
        co_return std::optional<CrmRecord>();
    QCoro::Task<DestinationAnswer> asking = passage.exchange(lookUpRequest(passage.shipment(), *options));
    const DestinationAnswer answer = co_await asking;
    co_return foundIn(answer, *options);
}

QCoro::Task<Called<CrmRecord>> WebhookConnector::send(Passage &passage)
{
    const auto options = optionsOf(passage.shipment());
    if (!options)
        co_return std::unexpected(options.error());
    QCoro::Task<DestinationAnswer> asking = passage.exchange(recordRequest(passage.shipment(), *options));
    const DestinationAnswer answer = co_await asking;
    co_return webhookVerdict(answer, *options);
}

QCoro::Task<Called<CrmRecord>> WebhookConnector::createRecord(Passage &passage, QString /*person*/)
{
    return send(passage);
}

QCoro::Task<Called<CrmRecord>> WebhookConnector::updateRecord(Passage &passage, CrmRecord record, QString /*person*/)
{
    QCoro::Task<Called<CrmRecord>> sending = send(passage);
    Called<CrmRecord> sent = co_await sending;
    if (sent && sent->id.isEmpty())
        sent->id = record.id;
    co_return sent;
}

QCoro::Task<DestinationTest> WebhookConnector::test(Passage &passage)
{
    QCoro::Task<Called<CrmRecord>> sending = send(passage);
    const Called<CrmRecord> sent = co_await sending;
    if (!sent)
        co_return DestinationTest{false, wordsOf(sent.error())};
    const auto options = optionsOf(passage.shipment());
    const QString accepted = sent->id.isEmpty() ? QStringLiteral("accepted the record")
                                                : QStringLiteral("accepted the record as %1").arg(sent->id);
    if (!options || options->lookUpUrl.isEmpty())
        co_return DestinationTest{true, accepted};
    QCoro::Task<Called<std::optional<CrmRecord>>> looking = findRecord(passage, {});
    const Called<std::optional<CrmRecord>> found = co_await looking;
    if (!found)
        co_return DestinationTest{false,
                                  QStringLiteral("%1, but the look-up: %2").arg(accepted, wordsOf(found.error()))};
    if (!*found)
        co_return DestinationTest{true, QStringLiteral("%1; the look-up does not find it").arg(accepted)};
    co_return DestinationTest{true, QStringLiteral("%1; the look-up finds it").arg(accepted)};
}

} // namespace earshot
