// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/simulationsender.h"

#include <QHostAddress>
#include <QMetaEnum>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>
#include <numeric>

namespace earshot {
namespace {

using namespace std::chrono_literals;

constexpr int c_mostInFlight = 64;
constexpr std::size_t c_managers = 4; // a manager opens at most six connections to a host
constexpr auto c_answerTimeout = 30s;
constexpr auto c_reportEvery = 250ms;
constexpr auto c_longestWait = 50ms; // between two looks at the clock, which need not be the timer's

std::chrono::nanoseconds systemSteadyTime()
{
    return std::chrono::steady_clock::now().time_since_epoch();
}

bool isLoopback(const QString &host)
{
    return host == QLatin1StringView("localhost") || QHostAddress(host).isLoopback();
}

/** The system's proxies, but none for this machine. */
class OutwardProxyFactory final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (isLoopback(query.peerHostName()))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

std::unique_ptr<QNetworkAccessManager> makeManager()
{
    auto manager = std::make_unique<QNetworkAccessManager>();
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    manager->setProxyFactory(new OutwardProxyFactory); // which the manager owns from here
    manager->setTransferTimeout(int(std::chrono::milliseconds(c_answerTimeout).count()));
    return manager;
}

/** @p url with the request's query behind its own, percent-encoding untouched. */
QUrl withQuery(QUrl url, const QByteArray &query)
{
    if (query.isEmpty())
        return url;
    QString whole = url.query(QUrl::FullyEncoded);
    if (!whole.isEmpty())
        whole += QLatin1Char('&');
    url.setQuery(whole + QString::fromLatin1(query));
    return url;
}

} // namespace

qint64 SimulationResult::answered() const
{
    return std::accumulate(byStatus.cbegin(), byStatus.cend(), qint64(0));
}

SimulationSender::SimulationSender(const SimulationSettings &settings, const Clock &clock, QObject *parent)
    : SimulationSender(settings, clock, systemSteadyTime, parent)
{
}

SimulationSender::SimulationSender(const SimulationSettings &settings, const Clock &clock, SteadyTime steadyTime,
                                   QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_clock(clock)
    , m_steadyTime(std::move(steadyTime))
    , m_schedule(settings.ratePerSecond)
{
    std::generate_n(std::back_inserter(m_managers), c_managers, makeManager);
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &SimulationSender::pump);
}

SimulationSender::~SimulationSender()
{
    m_isRunning = false;
    m_managers.clear(); // and their requests, while what these report to is still there
}

void SimulationSender::start()
{
    Q_ASSERT(!m_stream);
    m_stream.emplace(m_settings, m_clock.now());
    m_startedAt = m_steadyTime();
    m_reportedAt = m_startedAt;
    m_isRunning = true;
    m_next = m_stream->next();
    m_timer.start(0ms);
}

void SimulationSender::stop()
{
    if (!m_isRunning)
        return;
    m_result.stopped = m_next.has_value();
    m_next.reset();
    m_timer.start(0ms);
}

SimulationResult SimulationSender::result() const
{
    SimulationResult result = m_result;
    if (m_isRunning)
        result.elapsed = m_steadyTime() - m_startedAt;
    result.latencyP50 = m_latencies.quantile(0.5);
    result.latencyP99 = m_latencies.quantile(0.99);
    return result;
}

void SimulationSender::pump()
{
    if (!m_isRunning)
        return;
    while (m_inFlight < c_mostInFlight && isDue())
        sendNext();
    reportProgress();
    if (!m_next && m_inFlight == 0)
        finish();
    else
        scheduleNext();
}

bool SimulationSender::isDue() const
{
    return m_next && m_startedAt + m_schedule.dueTime(m_result.sent) <= m_steadyTime();
}

void SimulationSender::sendNext()
{
    QNetworkReply *reply = send(*m_next); // its manager deletes it, at the latest with itself
    const std::chrono::nanoseconds began = m_steadyTime();
    connect(reply, &QNetworkReply::finished, this, [this, reply, began] {
        countAnswer(*reply, m_steadyTime() - began);
        reply->deleteLater();
        --m_inFlight;
        pump();
    });
    ++m_inFlight;
    ++m_result.sent;
    m_next = m_stream->next();
}

/** A conversation keeps to one hook, as a platform's account does. */
QUrl SimulationSender::hookOf(const SimulatedRequest &request) const
{
    const QList<QUrl> &hooks = *m_settings.hooks.constFind(request.platform);
    return hooks.at(static_cast<qsizetype>(request.story % static_cast<quint64>(hooks.size())));
}

QNetworkReply *SimulationSender::send(const SimulatedRequest &request)
{
    QNetworkRequest network(withQuery(hookOf(request), request.query));
    m_settings.trust(network);
    for (const HeaderField &field : request.headers)
        network.setRawHeader(field.name, field.value);
    const auto turn = static_cast<std::size_t>(m_result.sent) % m_managers.size();
    QNetworkAccessManager &manager = *m_managers[turn];
    if (request.method == "GET")
        return manager.get(network);
    return manager.sendCustomRequest(network, request.method, request.body);
}

void SimulationSender::countAnswer(const QNetworkReply &reply, std::chrono::nanoseconds latency)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0) {
        // Not errorString(), which may hold the address and so the hook's token.
        if (m_result.failures++ == 0)
            m_result.firstFailure =
                QString::fromLatin1(QMetaEnum::fromType<QNetworkReply::NetworkError>().valueToKey(reply.error()));
        return;
    }
    ++m_result.byStatus[status];
    if (status >= 200 && status < 300)
        ++m_result.answered2xx;
    m_latencies.add(latency);
}

void SimulationSender::reportProgress()
{
    const std::chrono::nanoseconds now = m_steadyTime();
    if (now - m_reportedAt < c_reportEvery)
        return;
    m_reportedAt = now;
    Q_EMIT progressed(result());
}

/** With as many in flight as may be, the next answer goes on. */
void SimulationSender::scheduleNext()
{
    const std::chrono::nanoseconds due = m_startedAt + m_schedule.dueTime(m_result.sent);
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(due - m_steadyTime());
    const bool canSend = m_next && m_inFlight < c_mostInFlight;
    m_timer.start(canSend ? std::clamp<std::chrono::milliseconds>(wait, 0ms, c_longestWait) : c_longestWait);
}

void SimulationSender::finish()
{
    m_timer.stop();
    m_result.elapsed = m_steadyTime() - m_startedAt;
    m_isRunning = false;
    Q_EMIT finished(result());
}

} // namespace earshot
