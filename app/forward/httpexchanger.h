// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/crmrequest.h"
#include "app/forward/destinationanswer.h"
#include "app/forward/httptransfer.h"
#include "models/store/destinations.h"
#include "models/store/secrets.h"

#include <QDeadlineTimer>

#include <qcorotask.h>

#include <set>
#include <vector>

namespace earshot {

/** Makes requests to destinations. Follows no redirect, keeps no cookie, always checks the destination's certificate,
 * reads at most 1 MiB of an answer. A connection is used again for a few seconds, where the destination lets it. Main
 * thread. */
class HttpExchanger
{
public:
    explicit HttpExchanger(ExchangeSettings settings = {});

    /** Stops what is under way. */
    ~HttpExchanger();

    /** Once. What goes wrong is part of the answer. @p secrets are blotted out in what is kept of it. The exchanger
     * must outlive the task. */
    QCoro::Task<DestinationAnswer> exchange(Destination destination, Secrets::Destination secrets, CrmRequest request);

    /** Cuts what is under way short; each of those answers as stopped. */
    void stop();

private:
    /** A connection that waits to be used again. */
    struct Idle {
        QString whom; ///< origin and the CA file its certificate was checked with
        HttpConnection connection;
        QDeadlineTimer until;
    };

    /** Null if there is none that still can be used. */
    HttpConnection idleConnection(const QString &whom);
    void keep(const QString &whom, HttpConnection connection);
    void dropOld();

    const ExchangeSettings m_settings;
    std::vector<Idle> m_idle; ///< the latest used last
    QTimer m_tidy;
    std::set<HttpTransfer *> m_transfers; ///< that are under way
};

/** Where the request goes. */
QUrl urlOf(const Destination &destination, const CrmRequest &request);

/** What may not be kept of a request's answer or shown of the request. */
QByteArrayList secretsOf(const Secrets::Destination &secrets, const CrmRequest &request);

} // namespace earshot
