// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/control/ownlistener.h"
#include "app/simulate/simulatedrequest.h"
#include "models/base/clock.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

namespace earshot {

/** What @p platform would send of one made-up conversation that is over at @p now, in its order. */
QList<SimulatedRequest> sampleDeliveries(const QString &platform, Timestamp now);

/** Posts deliveries to a hook one after another, as a platform does. Of its thread's event loop; once. */
class DeliveryPoster final : public QObject
{
    Q_OBJECT

public:
    /** @p network must outlive it; @p trust says how the hook's TLS is verified. */
    DeliveryPoster(QNetworkAccessManager &network, QUrl hook, RequestTrust trust, QList<SimulatedRequest> deliveries,
                   QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    /** All were answered, or one was not answered 200: then @p problem says how. */
    void finished(int accepted, const QString &problem);

private:
    void sendNext();
    void takeAnswer(const QNetworkReply &reply);

    QNetworkAccessManager &m_network;
    const QUrl m_hook;
    const RequestTrust m_trust;
    const QList<SimulatedRequest> m_deliveries;
    qsizetype m_next = 0;
};

/** Sends @p request to @p hook. The reply is the caller's to delete. */
QNetworkReply *postDelivery(QNetworkAccessManager &network, const QUrl &hook, const SimulatedRequest &request,
                            const RequestTrust &trust = {});

} // namespace earshot
