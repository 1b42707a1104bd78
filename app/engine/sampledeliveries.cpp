// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/sampledeliveries.h"

#include "app/simulate/story.h"

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QRandomGenerator>

namespace earshot {
namespace {

/** For senders that no story is written for. */
SimulatedRequest customSample(Timestamp now)
{
    SimulatedRequest request;
    request.platform = QStringLiteral("custom");
    request.method = QByteArrayLiteral("POST");
    request.headers = {{QByteArrayLiteral("Content-Type"), QByteArrayLiteral("application/json")}};
    const QJsonObject body{{QStringLiteral("event"), QStringLiteral("sample")},
                           {QStringLiteral("id"), QString::number(toMicroseconds(now))},
                           {QStringLiteral("at"), toIsoText(now, QTimeZone::utc())}};
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

QUrl withQuery(QUrl url, const QByteArray &query)
{
    if (!query.isEmpty())
        url.setQuery(QString::fromLatin1(query));
    return url;
}

} // namespace

QList<SimulatedRequest> sampleDeliveries(const QString &platform, Timestamp now)
{
    if (!simulatedPlatforms().contains(platform))
        return {customSample(now)};
    const Story story(platform, QRandomGenerator::global()->generate64(), 0);
    return story.requests(now - story.lastOffset());
}

QNetworkReply *postDelivery(QNetworkAccessManager &network, const QUrl &hook, const SimulatedRequest &request,
                            const RequestTrust &trust)
{
    QNetworkRequest message(withQuery(hook, request.query));
    if (trust)
        trust(message);
    for (const HeaderField &field : request.headers)
        message.setRawHeader(field.name, field.value);
    return request.method == "GET" ? network.get(message)
                                   : network.sendCustomRequest(message, request.method, request.body);
}

DeliveryPoster::DeliveryPoster(QNetworkAccessManager &network, QUrl hook, RequestTrust trust,
                               QList<SimulatedRequest> deliveries, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_hook(std::move(hook))
    , m_trust(std::move(trust))
    , m_deliveries(std::move(deliveries))
{
}

void DeliveryPoster::start()
{
    sendNext();
}

void DeliveryPoster::sendNext()
{
    if (m_next == m_deliveries.size()) {
        Q_EMIT finished(int(m_next), {});
        return;
    }
    QNetworkReply *reply = postDelivery(m_network, m_hook, m_deliveries.at(m_next), m_trust);
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        takeAnswer(*reply);
        reply->deleteLater();
    });
}

void DeliveryPoster::takeAnswer(const QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 200) {
        ++m_next;
        sendNext();
        return;
    }
    // Not errorString(), which may hold the address and so the hook's token.
    Q_EMIT finished(int(m_next),
                    status == 0 ? tr("The address did not answer.") : tr("It was answered %1.").arg(status));
}

} // namespace earshot
