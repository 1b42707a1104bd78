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

/** Only this conversation cannot be had. */
bool isItsOwnMatter(int status)
{
    const bool isForLater = status == 408 || status == 423 || status == 425 || status == 429 || status == 477;
    return status >= 400 && status < 500 && !isForLater;
}

/** Of what needs no further attempt. */
FetchOutcome settled(FetchAttempt attempt)
{
    return std::visit(
        []<typename Came>(Came &&came) -> FetchOutcome {
            if constexpr (std::is_same_v<std::decay_t<Came>, FetchLater>)
                return stopped();
            else
                return std::forward<Came>(came);
        },
        std::move(attempt));
}

QString pathOf(const QString &conversationId)
{
    return QStringLiteral("/v1/public/conversations/") + QString::fromLatin1(QUrl::toPercentEncoding(conversationId));
}

} // namespace

AskAgain askAgain(const FetchLater &later, const Attempts &attempts, Timestamp now, double random,
                  const RetrySettings &settings)
{
    const CallFailure failure = failureOf(later.answer).value_or(notUnderstood(later.answer, QStringLiteral("JSON")));
    const Decision decision = decide(failure, attempts, now, random, settings);
    if (const auto *retry = std::get_if<RetryAt>(&decision))
        return {retry->time, retry->reason};
    if (const auto *hold = std::get_if<HoldDestination>(&decision))
        return {hold->until, hold->reason};
    const auto *park = std::get_if<Park>(&decision);
    return {std::nullopt, park != nullptr ? park->reason : failure.reason};
}

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

FetchAttempt ConversationFetcher::once(const QString &conversationId)
{
    const QString path = pathOf(conversationId);
    const Exchange came = exchange(path);
    return m_stop ? stopped() : meaningOf(came, path);
}

FetchOutcome ConversationFetcher::fetch(const QString &conversationId)
{
    Attempts attempts{0, m_clock.now()};
    while (!m_stop) {
        FetchAttempt came = once(conversationId);
        const auto *later = std::get_if<FetchLater>(&came);
        if (later == nullptr)
            return settled(std::move(came));
        ++attempts.count;
        const AskAgain again =
            askAgain(*later, attempts, m_clock.now(), m_settings.random ? m_settings.random() : 0.5, m_settings.retry);
        if (!again.at)
            return FetchStopped{again.reason}; // the next one would wait as long for the same
        wait(*again.at - m_clock.now());
    }
    return stopped();
}

FetchAttempt ConversationFetcher::meaningOf(const Exchange &exchange, const QString &path) const
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
    if (status >= 300 && status < 400)
        return FetchStopped{QStringLiteral("answered %1: the API has another address").arg(status)};
    if (isItsOwnMatter(status))
        return FetchFailed{QStringLiteral("answered %1").arg(status)};
    return FetchLater{answer};
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
