// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/replay/replaysender.h"

#include "app/forward/answerreader.h"
#include "app/forward/tlstrust.h"
#include "app/replay/oncebody.h"

#include <QNetworkReply>
#include <QPointer>

#include <algorithm>

namespace earshot {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t c_lines = 4;
constexpr int c_perLine = 6;
constexpr int c_mostUnderWay = int(c_lines) * c_perLine;
constexpr auto c_longestWait = 50ms; // between two looks at the clock, which need not be the timer's
constexpr qsizetype c_answerOfOne = 64 * 1024;
constexpr qsizetype c_answerOfMany = 1024;
constexpr auto c_stopped = "earshotStopped";

std::chrono::nanoseconds systemSteadyTime()
{
    return std::chrono::steady_clock::now().time_since_epoch();
}

void setWays(QNetworkRequest &request)
{
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
}

ReplayOutcome outcomeOf(AnswerReader &reader, const QNetworkReply &reply)
{
    const DestinationAnswer answer = reader.answer();
    ReplayOutcome outcome;
    outcome.status = answer.status;
    outcome.answer = answer.text;
    if (outcome.answer.isEmpty() && !answer.location.isEmpty())
        outcome.answer = QString(QLatin1StringView("Location: ") + answer.location);
    if (reply.property(c_stopped).toBool())
        outcome.problem = QStringLiteral("stopped before its answer was there; it may have arrived");
    else if (reply.error() == QNetworkReply::ContentReSendError)
        outcome.problem = QStringLiteral("the connection was closed without an answer; it may have arrived");
    else if (!answer.complete)
        outcome.problem = answer.networkFailure;
    return outcome;
}

} // namespace

ReplaySender::ReplaySender(ReplayPlan plan, DeliveryLoader loader, const Clock &clock, ReplayLimits limits,
                           QObject *parent)
    : QObject(parent)
    , m_plan(std::move(plan))
    , m_loader(std::move(loader))
    , m_clock(clock)
    , m_limits(limits)
    , m_schedule(m_plan.arrivals, m_plan.pace)
    , m_tls(tlsTrusting(m_plan.caFile))
    , m_steadyTime(systemSteadyTime)
    , m_lines(c_lines)
{
    for (Line &line : m_lines)
        line.manager = std::make_unique<QNetworkAccessManager>();
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &ReplaySender::pump);
}

ReplaySender::~ReplaySender()
{
    m_isRunning = false;
    for (const Line &line : m_lines) { // while what their requests report to is still there
        for (QNetworkReply *reply : line.manager->findChildren<QNetworkReply *>())
            reply->disconnect(this);
    }
    m_lines.clear();
}

void ReplaySender::start()
{
    Q_ASSERT(!m_isRunning);
    m_isRunning = true;
    m_startedAt = m_steadyTime();
    m_timer.start(0ms);
}

void ReplaySender::stop()
{
    if (!m_isRunning || m_isStopped)
        return;
    m_isStopped = true;
    for (const Line &line : m_lines) {
        for (QNetworkReply *reply : line.manager->findChildren<QNetworkReply *>()) {
            if (!reply->isRunning())
                continue;
            reply->setProperty(c_stopped, true);
            reply->abort();
        }
    }
    m_timer.start(0ms);
}

void ReplaySender::pump()
{
    if (!m_isRunning)
        return;
    while (!m_isStopped && hasRoom() && isDue())
        begin(m_plan.arrivals.at(m_next++));
    const bool isDone = m_isStopped || m_next == m_plan.arrivals.size();
    if (!isDone || m_busy > 0)
        return scheduleNext();
    m_isRunning = false;
    Q_EMIT finished();
}

bool ReplaySender::hasRoom() const
{
    return m_busy < (m_schedule.isPaced() ? c_mostUnderWay : m_plan.pace.atOnce);
}

bool ReplaySender::isDue() const
{
    return m_next < m_plan.arrivals.size() && m_startedAt + m_schedule.dueTime(m_next) <= m_steadyTime();
}

void ReplaySender::begin(const StoredArrival &arrival)
{
    ++m_busy;
    m_loader(arrival.delivery,
             [self = QPointer<ReplaySender>(this), id = arrival.delivery](const Result<StoredDelivery> &stored) {
                 if (!self)
                     return;
                 if (!stored)
                     self->refuse(id, stored.error().detail);
                 else
                     self->send(*stored);
             });
}

void ReplaySender::send(const StoredDelivery &stored)
{
    const qint64 id = stored.delivery.id;
    if (m_isStopped)
        return refuse(id, QStringLiteral("stopped before it was sent"));
    const auto message = replayMessage(stored, m_plan, m_clock.now());
    if (!message)
        return refuse(id, message.error().detail);
    Line &line = *std::ranges::min_element(m_lines, {}, &Line::busy);
    follow(line, post(line, *message), id);
}

QNetworkRequest ReplaySender::requestOf(const ReplayMessage &message) const
{
    QNetworkRequest request(message.url);
    setWays(request);
    request.setRawHeader("User-Agent", "Earshot/" EARSHOT_VERSION); // unless the sender told its own
    request.setRawHeader("Accept-Encoding", "identity"); // an answer must not grow while it is read
    for (const HeaderField &field : message.headers)
        request.setRawHeader(field.name, field.value.isNull() ? QByteArray("") : field.value);
    request.setTransferTimeout(int(m_limits.silence.count()));
    if (m_tls)
        request.setSslConfiguration(*m_tls);
    if (!m_plan.peerName.isEmpty())
        request.setPeerVerifyName(m_plan.peerName);
    return request;
}

QNetworkReply *ReplaySender::post(Line &line, const ReplayMessage &message)
{
    const QNetworkRequest request = requestOf(message);
    if (message.method == "GET" && message.body.isEmpty())
        return line.manager->get(request);
    auto *body = new OnceBody(message.body);
    QNetworkReply *reply = line.manager->sendCustomRequest(request, message.method, body);
    body->setParent(reply);
    return reply;
}

void ReplaySender::follow(Line &line, QNetworkReply *reply, qint64 delivery)
{
    ++line.busy;
    const qsizetype kept = m_plan.arrivals.size() == 1 ? c_answerOfOne : c_answerOfMany;
    const auto reader = std::make_shared<AnswerReader>(*reply, m_plan.hidden, kept);
    const std::chrono::nanoseconds began = m_steadyTime();
    QTimer::singleShot(m_limits.exchange, reply, &QNetworkReply::abort);
    connect(reply, &QNetworkReply::finished, this, [this, &line, reply, reader, delivery, began] {
        ReplayOutcome outcome = outcomeOf(*reader, *reply);
        outcome.delivery = delivery;
        outcome.elapsed = std::chrono::round<std::chrono::milliseconds>(m_steadyTime() - began);
        --line.busy;
        reply->deleteLater();
        settle(std::move(outcome));
    });
}

void ReplaySender::refuse(qint64 delivery, const QString &problem)
{
    ReplayOutcome outcome;
    outcome.delivery = delivery;
    outcome.problem = problem;
    settle(std::move(outcome));
}

void ReplaySender::settle(ReplayOutcome outcome)
{
    outcome.total = total();
    if (!outcome.problem.isNull())
        outcome.problem = withoutSecrets(outcome.problem);
    --m_busy;
    m_timer.start(0ms);
    Q_EMIT answered(outcome);
}

/** Qt's words may hold the address, and that a token. */
QString ReplaySender::withoutSecrets(QString words) const
{
    words.replace(m_plan.url.toString(), m_plan.url.host());
    for (const QByteArray &secret : m_plan.hidden) {
        if (!secret.isEmpty())
            words.replace(QString::fromUtf8(secret), QStringLiteral("****"));
    }
    return words;
}

/** With as many under way as may be, the next answer goes on. */
void ReplaySender::scheduleNext()
{
    if (m_isStopped || !hasRoom() || m_next == m_plan.arrivals.size())
        return;
    const std::chrono::nanoseconds due = m_startedAt + m_schedule.dueTime(m_next);
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(due - m_steadyTime());
    m_timer.start(std::clamp<std::chrono::milliseconds>(wait, 0ms, c_longestWait));
}

} // namespace earshot
