// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/system/selfcheck.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QUrl>

namespace earshot {
namespace {

SelfCheck::Outcome outcomeOf(const QNetworkReply &reply)
{
    if (reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid())
        return SelfCheck::Outcome::Answers;
    switch (reply.error()) {
    case QNetworkReply::RemoteHostClosedError: // somebody was there; too many others are, say
        return SelfCheck::Outcome::Answers;
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::TimeoutError:
        return SelfCheck::Outcome::Silent;
    default:
        return SelfCheck::Outcome::Unreachable;
    }
}

} // namespace

QUrl healthUrl(const QString &base)
{
    QUrl url(base);
    const QHostAddress host(url.host());
    if (host == QHostAddress(QHostAddress::AnyIPv4))
        url.setHost(QStringLiteral("127.0.0.1"));
    else if (host == QHostAddress(QHostAddress::AnyIPv6))
        url.setHost(QStringLiteral("::1"));
    url.setPath(QStringLiteral("/health"));
    return url;
}

SelfCheck::SelfCheck(std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
    , m_patience(patience)
{
    m_network.setProxy(QNetworkProxy::NoProxy);
}

void SelfCheck::start(const QString &base)
{
    Q_ASSERT(!m_isRunning);
    m_isRunning = true;
    QNetworkRequest request(healthUrl(base));
    request.setTransferTimeout(int(m_patience.count()));
    request.setRawHeader("Connection", "close");
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    QNetworkReply *reply = m_network.get(request);
    connect(reply, &QNetworkReply::sslErrors, reply, [reply] { reply->ignoreSslErrors(); }); // it is our own
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        m_isRunning = false;
        Q_EMIT finished(outcomeOf(*reply));
    });
}

} // namespace earshot
