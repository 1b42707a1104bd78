// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/httppassage.h"

#include "app/forward/answerreader.h"

#include <QTimer>
#include <QUrl>

#include <qcorotimer.h>

namespace earshot {
namespace {

/** So that a pause between requests does not hold up the end of the program. */
constexpr std::chrono::milliseconds c_longestNap(200);

DestinationAnswer unsent()
{
    DestinationAnswer answer;
    answer.nothingSent = true;
    answer.stopped = true;
    return answer;
}

/** Names stay, since they say what was asked; values may be anybody's data or a key. */
QString withoutValues(const QUrlQuery &query)
{
    QStringList names;
    for (const auto &[name, value] : query.queryItems())
        names.append(name + QStringLiteral("=…"));
    return names.isEmpty() ? QString() : QLatin1Char('?') + names.join(QLatin1Char('&'));
}

/** Where the request went, also where an address has a query of its own. */
QString shownUrl(const Destination &destination, const CrmRequest &request)
{
    const QUrl url = urlOf(destination, request);
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery) + withoutValues(QUrlQuery(url));
}

bool holdsSecret(const QByteArray &field)
{
    const QByteArray name = field.toLower();
    return name == "authorization" || name == "cookie" || name.contains("key") || name.contains("token")
           || name.contains("secret") || name.contains("signature");
}

QByteArray fieldLine(const QByteArray &name, const QByteArray &value)
{
    const bool isOurs = name.startsWith("X-Earshot-") || name == "Idempotency-Key";
    return name + ": " + (holdsSecret(name) && !isOurs ? QByteArray("****") : value) + '\n';
}

QByteArray requestText(const CrmRequest &request)
{
    QByteArray text;
    for (const auto &[name, value] : request.headers)
        text += fieldLine(name, value);
    if (!request.body.isEmpty())
        text += fieldLine("Content-Type", request.contentType) + '\n' + request.body;
    return text;
}

} // namespace

LoggedExchange logged(const Destination &destination, const Secrets::Destination &secrets, const CrmRequest &request,
                      const DestinationAnswer &answer)
{
    const QByteArrayList hidden = secretsOf(secrets, request);
    LoggedExchange entry;
    entry.purpose = request.purpose;
    entry.method = QString::fromLatin1(request.method);
    entry.url = keptAnswer(shownUrl(destination, request).toUtf8(), hidden);
    entry.request = keptAnswer(requestText(request), hidden);
    entry.status = answer.status;
    entry.answer = answer.text;
    entry.failure = answer.networkFailure;
    entry.latency = answer.latency;
    return entry;
}

HttpPassage::HttpPassage(HttpExchanger &exchanger, Shipment shipment, PassageHold hold)
    : m_exchanger(exchanger)
    , m_shipment(std::move(shipment))
    , m_hold(std::move(hold))
{
}

/** Ends when a request may go out, or when none may any more. */
QCoro::Task<> HttpPassage::turn()
{
    if (!m_hold.pace)
        co_return;
    std::chrono::microseconds left = m_hold.pace->reserve(std::chrono::steady_clock::now());
    while (left.count() > 0 && !isHalted()) {
        const auto slice = std::min(std::chrono::ceil<std::chrono::milliseconds>(left), c_longestNap);
        QTimer timer;
        timer.setSingleShot(true);
        timer.setTimerType(Qt::PreciseTimer);
        timer.start(slice);
        co_await timer;
        left -= slice;
    }
}

QCoro::Task<DestinationAnswer> HttpPassage::exchange(CrmRequest request)
{
    QCoro::Task<> waiting = turn();
    co_await waiting;
    if (isHalted())
        co_return unsent();
    QCoro::Task<DestinationAnswer> asking = m_exchanger.exchange(m_shipment.destination, m_shipment.secrets, request);
    DestinationAnswer answer = co_await asking;
    m_log.append(logged(m_shipment.destination, m_shipment.secrets, request, answer));
    co_return answer;
}

} // namespace earshot
