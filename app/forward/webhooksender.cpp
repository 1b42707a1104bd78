// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/webhooksender.h"

#include "app/forward/answerreader.h"
#include "app/forward/tlstrust.h"
#include "app/forward/webhookrequest.h"

#include <QNetworkReply>
#include <QTimer>

#include <qcoronetworkreply.h>

namespace earshot {
namespace {

constexpr auto c_stopped = "earshotStopped";

DestinationAnswer unreadableCaFile(const QString &caFile)
{
    DestinationAnswer answer;
    answer.networkFailure = QStringLiteral("no certificate can be read from %1").arg(caFile);
    return answer;
}

} // namespace

WebhookSender::WebhookSender(WebhookSettings settings)
    : m_settings(settings)
{
}

WebhookSender::~WebhookSender()
{
    stop();
}

QNetworkAccessManager &WebhookSender::managerFor(const QString &caFile)
{
    auto &manager = m_managers[caFile];
    if (!manager)
        manager = std::make_unique<QNetworkAccessManager>();
    return *manager;
}

QCoro::Task<DestinationAnswer> WebhookSender::send(Shipment shipment)
{
    const auto tls = tlsTrusting(shipment.destination.caFile);
    if (!tls)
        co_return unreadableCaFile(shipment.destination.caFile);
    QNetworkRequest request = webhookRequest(shipment);
    request.setSslConfiguration(*tls);
    request.setTransferTimeout(int(m_settings.silence.count()));

    QNetworkReply *reply = managerFor(shipment.destination.caFile)
                               .sendCustomRequest(request, shipment.destination.method.toLatin1(), shipment.body);
    AnswerReader reader(*reply, {shipment.secrets.bearer, shipment.secrets.signingKey});
    QTimer::singleShot(m_settings.exchange, reply, &QNetworkReply::abort);
    co_await reply;

    DestinationAnswer answer = reader.answer();
    answer.stopped = reply->property(c_stopped).toBool();
    reply->deleteLater();
    co_return answer;
}

void WebhookSender::stop()
{
    for (const auto &[caFile, manager] : m_managers) {
        const auto replies = manager->findChildren<QNetworkReply *>();
        for (QNetworkReply *reply : replies) {
            if (!reply->isRunning())
                continue;
            reply->setProperty(c_stopped, true);
            reply->abort();
        }
    }
}

} // namespace earshot
