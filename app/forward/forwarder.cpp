// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/forwarder.h"

#include "models/base/logging.h"

#include <QPointer>
#include <QRandomGenerator>

#include <qcorofuture.h>

namespace earshot {
namespace {

// The clock may be set, or the computer have slept.
constexpr std::chrono::milliseconds c_longestSleep = std::chrono::minutes(1);
constexpr std::chrono::milliseconds c_afterStoreFailure = std::chrono::seconds(5);

constexpr double c_usualRate = 8; // requests a second
constexpr int c_burst = 4;

std::chrono::milliseconds sleepUntil(Timestamp time, Timestamp now)
{
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(time - now);
    return std::clamp(wait, std::chrono::milliseconds(0), c_longestSleep);
}

void logDecision(const Attempt &attempt, const Decision &decision)
{
    const QString &name = attempt.shipment.destination.name;
    if (const auto *park = std::get_if<Park>(&decision))
        qCWarning(lcForward) << "outbox row" << attempt.shipment.row << "for" << name << "is parked:" << park->reason;
    else if (const auto *pause = std::get_if<PauseDestination>(&decision))
        qCWarning(lcForward) << "destination" << name << "is paused:" << pause->reason;
    else if (const auto *hold = std::get_if<HoldDestination>(&decision))
        qCInfo(lcForward) << "destination" << name << "is left alone for a while:" << hold->reason;
    else if (const auto *retry = std::get_if<RetryAt>(&decision))
        qCInfo(lcForward) << "outbox row" << attempt.shipment.row << "for" << name
                          << "is tried again:" << retry->reason;
}

double rateOf(const Destination &destination)
{
    const double rate = destination.options.value(QLatin1StringView("rate")).toDouble(c_usualRate);
    return rate > 0 ? rate : c_usualRate;
}

QHash<QString, int> mostByKind(const Connectors &connectors)
{
    QHash<QString, int> most;
    for (const auto &[kind, connector] : connectors)
        most.insert(kind, connector->mostAtOnce());
    return most;
}

/** Of a failed request its own answer, else the last one. */
DestinationAnswer lastAnswer(const AttemptRunEnd &end)
{
    const auto *failed = std::get_if<CallFailure>(&end.outcome);
    if (failed && failed->answer.status)
        return failed->answer;
    DestinationAnswer answer;
    if (!end.log.isEmpty()) {
        answer.status = end.log.last().status;
        answer.text = end.log.last().answer;
    }
    return answer;
}

} // namespace

Forwarder::Forwarder(const ForwarderParts &parts, SecretsOf secretsOf, const ForwarderSettings &settings, Random random,
                     QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_secretsOf(std::move(secretsOf))
    , m_settings(settings)
    , m_random(std::move(random))
    , m_breakers(std::make_shared<Breakers>(settings.breaker))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Forwarder::wake);
}

Forwarder::~Forwarder()
{
    *m_ends.halted = true;
    *m_ends.abandoned = true;
}

double Forwarder::systemRandom()
{
    return QRandomGenerator::global()->generateDouble();
}

void Forwarder::start()
{
    m_state = State::Running;
    wake();
}

void Forwarder::stop(std::chrono::milliseconds grace)
{
    m_state = State::Stopping;
    m_timer.stop();
    QTimer::singleShot(grace, this, [this] { cutShort(); });
    QMetaObject::invokeMethod(this, &Forwarder::noteIfStopped, Qt::QueuedConnection);
}

void Forwarder::cutShort()
{
    *m_ends.halted = true;
    m_parts.exchanger.stop();
}

void Forwarder::noteIfStopped()
{
    if (m_state != State::Stopping || m_beginning || !m_inFlight.isEmpty())
        return;
    m_state = State::Stopped;
    Q_EMIT stopped();
}

void Forwarder::wake()
{
    if (m_state != State::Running)
        return;
    if (m_beginning)
        m_wokenMeanwhile = true;
    else
        beginRound();
}

void Forwarder::wakeIn(std::chrono::milliseconds delay)
{
    if (m_state == State::Running)
        m_timer.start(delay);
}

QFuture<Result<AttemptRound>> Forwarder::beginAttempts()
{
    const RoundRequest request{m_inFlight, mostByKind(m_parts.connectors), m_parts.clock.now()};
    return m_parts.writer.run<AttemptRound>([breakers = m_breakers, request](const Database &database) {
        return earshot::beginAttempts(database, *breakers, request);
    });
}

QCoro::Task<> Forwarder::beginRound()
{
    const QPointer<Forwarder> self(this);
    m_beginning = true;
    m_wokenMeanwhile = false;
    const QFuture<Result<AttemptRound>> beginning = beginAttempts();
    Result<AttemptRound> round = co_await beginning;
    if (!self)
        co_return;
    m_beginning = false;
    if (round) {
        carryOutAll(std::move(*round));
    } else {
        qCWarning(lcForward) << "the outbox cannot be read:" << round.error().detail;
        wakeIn(c_afterStoreFailure);
    }
    if (m_wokenMeanwhile)
        wake();
    noteIfStopped();
}

void Forwarder::carryOutAll(AttemptRound round)
{
    if (m_state != State::Running)
        return; // begun but not sent: they are due when the next run starts
    if (round.nextDue)
        wakeIn(sleepUntil(*round.nextDue, m_parts.clock.now()));
    for (const Attempt &attempt : round.attempts)
        m_inFlight.insert(attempt.shipment.row, {attempt.shipment.destination.id, attempt.shipment.person});
    for (Attempt &attempt : round.attempts)
        carryOut(std::move(attempt));
}

std::shared_ptr<RequestPace> Forwarder::paceOf(const Destination &destination)
{
    auto &pace = m_paces[destination.id];
    if (!pace)
        pace = std::make_shared<RequestPace>(rateOf(destination), c_burst);
    pace->setRate(rateOf(destination));
    return pace;
}

QFuture<Result<void>> Forwarder::endAttempt(const Attempt &attempt, const AttemptRunEnd &end)
{
    const Timestamp now = m_parts.clock.now();
    AttemptEnd stored;
    stored.decision = decide(end.outcome, attempt.soFar, now, m_random(), m_settings.retry);
    if (!end.log.isEmpty()) // otherwise nothing was asked of it
        stored.works = showsThatItWorks(end.outcome);
    stored.answer = lastAnswer(end);
    stored.log = end.log;
    logDecision(attempt, stored.decision);
    if (std::holds_alternative<StaysDue>(stored.decision))
        return QtFuture::makeReadyFuture(Result<void>());
    return m_parts.writer.run<void>([breakers = m_breakers, attempt, stored, now](const Database &database) {
        return earshot::endAttempt(database, *breakers, attempt, stored, now);
    });
}

/** Without its secrets a record is not sent at all. */
QCoro::Task<AttemptRunEnd> Forwarder::run(Attempt attempt)
{
    const auto secrets = m_secretsOf(attempt.shipment.destination.key);
    if (!secrets)
        co_return AttemptRunEnd{CallFailure{CallFailure::Kind::NotSent, secrets.error().detail, {}}, {}};
    attempt.shipment.secrets = *secrets;
    std::shared_ptr<RequestPace> pace = paceOf(attempt.shipment.destination);
    QCoro::Task<AttemptRunEnd> running = runAttempt(m_parts, std::move(attempt), std::move(pace), m_ends);
    co_return co_await running;
}

QCoro::Task<> Forwarder::carryOut(Attempt attempt)
{
    const QPointer<Forwarder> self(this);
    QCoro::Task<AttemptRunEnd> running = run(attempt);
    const AttemptRunEnd end = co_await running;
    if (!self)
        co_return;
    const QFuture<Result<void>> storing = endAttempt(attempt, end);
    const Result<void> stored = co_await storing;
    if (!self)
        co_return;

    m_inFlight.remove(attempt.shipment.row);
    if (stored) {
        Q_EMIT attempted();
        wake();
    } else {
        qCWarning(lcForward) << "what an attempt came to cannot be stored:" << stored.error().detail;
        wakeIn(c_afterStoreFailure);
    }
    noteIfStopped();
}

} // namespace earshot
