// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/coverage/conversationfetcher.h"

#include "models/domain/verdict.h"

#include <QEventLoop>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>
#include <QUrl>

#include <memory>

namespace earshot {
namespace {

using namespace std::chrono_literals;

constexpr auto c_look = 50ms; // at whether to stop
constexpr int c_found = 200;

struct Later {
    void operator()(QNetworkReply *reply) const { reply->deleteLater(); }
};

FetchStopped stopped()
{
    return {QStringLiteral("Earshot stops")};
}

QString pathOf(const QString &conversationId)
{
    return QStringLiteral("/v1/public/conversations/") + QString::fromLatin1(QUrl::toPercentEncoding(conversationId));
}

} // namespace

struct ConversationFetcher::Exchange {
    DestinationAnswer answer;
    QByteArray body;
};

ConversationFetcher::ConversationFetcher(const QString &base, const QByteArray &key, const FetchSettings &settings,
                                         const Clock &clock, const std::atomic_bool &stop)
    : m_base(base)
    , m_key(key)
    , m_settings(settings)
    , m_clock(clock)
    , m_stop(stop)
{
}

FetchOutcome ConversationFetcher::fetch(const QString &conversationId)
{
    const QString path = pathOf(conversationId);
    Attempts attempts{0, m_clock.now()};
    while (!m_stop) {
        const Exchange came = exchange(path);
        if (m_stop)
            break;
        if (auto meaning = meaningOf(came, path))
            return *std::move(meaning);
        ++attempts.count;
        const Decision decision = decide(came.answer, attempts, m_clock.now(),
                                         m_settings.random ? m_settings.random() : 0.5, m_settings.retry);
        if (const auto *again = std::get_if<RetryAt>(&decision))
            wait(again->time - m_clock.now());
        else if (const auto *park = std::get_if<Park>(&decision))
            // The next one would wait as long for the same: only what is wrong with this one is its own matter.
            return came.answer.status && *came.answer.status >= 400 && *came.answer.status < 500
                           && *came.answer.status != 429
                       ? FetchOutcome(FetchFailed{park->reason})
                       : FetchOutcome(FetchStopped{park->reason});
        else
            return FetchFailed{QStringLiteral("answered %1").arg(came.answer.status.value_or(0))};
    }
    return stopped();
}

/** Nothing for what the rules of forwarding decide. */
std::optional<FetchOutcome> ConversationFetcher::meaningOf(const Exchange &exchange, const QString &path) const
{
    const DestinationAnswer &answer = exchange.answer;
    const int status = answer.status.value_or(0);
    if (status == 401 || status == 403)
        return FetchStopped{
            QStringLiteral("the API answered %1: the API key is missing, wrong, expired or lacks the right")
                .arg(status)};
    if (status == 404 || status == 410)
        return ConversationGone();
    const bool isHtml = answer.contentType.trimmed().toLower().startsWith("text/html");
    if (status == c_found && answer.complete && !isHtml)
        return deliveryOf(exchange, path);
    if (exchange.body.size() >= m_settings.mostBytes)
        return FetchFailed{QStringLiteral("the answer is longer than %1 bytes").arg(m_settings.mostBytes)};
    return std::nullopt;
}

Delivery ConversationFetcher::deliveryOf(const Exchange &exchange, const QString &path) const
{
    Delivery delivery;
    delivery.receivedAt = m_clock.now();
    delivery.method = "FETCH";
    delivery.target = path.toLatin1();
    if (!exchange.answer.contentType.isEmpty())
        delivery.headers = {{"Content-Type", exchange.answer.contentType}};
    delivery.remote = QUrl(m_base).host();
    delivery.body = exchange.body;
    delivery.verdict = verdictWord(Verdict::Unsigned);
    return delivery;
}

ConversationFetcher::Exchange ConversationFetcher::exchange(const QString &path)
{
    QNetworkRequest request(QUrl(QString(m_base + path), QUrl::StrictMode));
    request.setRawHeader("X-API-Key", m_key);
    request.setRawHeader("Accept", "application/json");
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Earshot/" EARSHOT_VERSION));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(int(m_settings.silence.count()));
    const std::unique_ptr<QNetworkReply, Later> reply(m_network.get(request));

    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (m_stop)
            reply->abort();
    });
    QObject::connect(reply.get(), &QNetworkReply::downloadProgress, &loop, [&](qint64 received) {
        if (received > m_settings.mostBytes)
            reply->abort();
    });
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    look.start(c_look);
    if (!reply->isFinished())
        loop.exec();

    Exchange came;
    const QVariant status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute);
    if (status.isValid())
        came.answer.status = status.toInt();
    came.answer.contentType = reply->rawHeader("Content-Type");
    came.answer.retryAfter = reply->rawHeader("Retry-After");
    if (reply->isOpen()) // not where it was aborted
        came.body = reply->readAll();
    // From here on Qt's errors are what a status means, and the answer came whole.
    const QNetworkReply::NetworkError error = reply->error();
    came.answer.complete = error == QNetworkReply::NoError
                           || (error >= QNetworkReply::ContentAccessDenied && error != QNetworkReply::ProtocolFailure);
    if (!came.answer.complete)
        came.answer.networkFailure = reply->errorString();
    return came;
}

void ConversationFetcher::wait(std::chrono::microseconds time) const
{
    if (time.count() <= 0)
        return;
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (m_stop)
            loop.quit();
    });
    look.start(c_look);
    QTimer::singleShot(std::chrono::ceil<std::chrono::milliseconds>(time), &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace earshot
