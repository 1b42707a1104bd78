// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/webhookrequest.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QUrl>

namespace earshot {
namespace {

void setWays(QNetworkRequest &request)
{
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, true);
}

void setRecord(QNetworkRequest &request, const Shipment &shipment)
{
    const QByteArray key = shipment.recordKey.toLatin1(); // percent-encoded, so nothing else is in it
    const QByteArray idempotencyKey = '"' + key + ";v=" + QByteArray::number(shipment.version) + '"';
    request.setRawHeader("Idempotency-Key", idempotencyKey);
    request.setRawHeader("X-Earshot-Record", key);
    request.setRawHeader("X-Earshot-Delivery", shipment.deliveryKey.toLatin1());
    request.setRawHeader("X-Earshot-Attempt", QByteArray::number(shipment.attempt));
}

void setProof(QNetworkRequest &request, const Shipment &shipment)
{
    const Secrets::Destination &secrets = shipment.secrets;
    if (!secrets.bearer.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + secrets.bearer);
    if (!secrets.signingKey.isEmpty())
        request.setRawHeader("X-Earshot-Signature", webhookSignature(secrets.signingKey, shipment.at, shipment.body));
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

QNetworkRequest webhookRequest(const Shipment &shipment)
{
    QNetworkRequest request(QUrl(shipment.destination.url, QUrl::StrictMode));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    request.setHeader(QNetworkRequest::UserAgentHeader, QByteArrayLiteral("Earshot/" EARSHOT_VERSION));
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("Accept-Encoding", "identity"); // an answer must not grow while it is read
    setWays(request);
    setRecord(request, shipment);
    setProof(request, shipment);
    return request;
}

} // namespace earshot
