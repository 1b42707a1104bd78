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

std::chrono::milliseconds sleepUntil(Timestamp time, Timestamp now)
{
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(time - now);
    return std::clamp(wait, std::chrono::milliseconds(0), c_longestSleep);
}

void logDecision(const Attempt &attempt, const Decision &decision)
{
    const QString &name = attempt.shipment.destination.name;
    if (const auto *park = std::get_if<Park>(&decision))
        qCWarning(lcForward) << "outbox row" << attempt.row << "for" << name << "is parked:" << park->reason;
    else if (const auto *pause = std::get_if<PauseDestination>(&decision))
        qCWarning(lcForward) << "destination" << name << "is paused:" << pause->reason;
    else if (const auto *retry = std::get_if<RetryAt>(&decision))
        qCInfo(lcForward) << "outbox row" << attempt.row << "for" << name << "is tried again:" << retry->reason;
}

} // namespace

Forwarder::Forwarder(Writer &writer, RecordSender &sender, SecretsOf secretsOf, const ForwarderSettings &settings,
                     const Clock &clock, Random random, QObject *parent)
    : QObject(parent)
    , m_writer(writer)
    , m_sender(sender)
    , m_secretsOf(std::move(secretsOf))
    , m_settings(settings)
    , m_clock(clock)
    , m_random(std::move(random))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Forwarder::wake);
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
    QTimer::singleShot(grace, this, [this] { m_sender.stop(); });
    QMetaObject::invokeMethod(this, &Forwarder::noteIfStopped, Qt::QueuedConnection);
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
    return m_writer.run<AttemptRound>(
        [inFlight = m_inFlight, most = m_settings.mostPerDestination, now = m_clock.now()](const Database &database) {
            return earshot::beginAttempts(database, inFlight, most, now);
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
        wakeIn(sleepUntil(*round.nextDue, m_clock.now()));
    for (const Attempt &attempt : round.attempts)
        m_inFlight.insert(attempt.row, attempt.shipment.destination.id);
    for (Attempt &attempt : round.attempts)
        carryOut(std::move(attempt));
}

QFuture<Result<void>> Forwarder::endAttempt(const Attempt &attempt, const DestinationAnswer &answer)
{
    const Timestamp now = m_clock.now();
    const Decision decision = decide(answer, attempt.soFar, now, m_random(), m_settings.retry);
    logDecision(attempt, decision);
    return m_writer.run<void>([attempt, answer, decision, now](const Database &database) {
        return earshot::endAttempt(database, attempt, answer, decision, now);
    });
}

/** Without its secrets a record is not sent at all. */
QCoro::Task<DestinationAnswer> Forwarder::send(Shipment shipment)
{
    const auto secrets = m_secretsOf(shipment.destination.key);
    if (!secrets) {
        DestinationAnswer unsent;
        unsent.networkFailure = secrets.error().detail;
        co_return unsent;
    }
    shipment.secrets = *secrets;
    QCoro::Task<DestinationAnswer> sending = m_sender.send(std::move(shipment));
    co_return co_await sending;
}

QCoro::Task<> Forwarder::carryOut(Attempt attempt)
{
    const QPointer<Forwarder> self(this);
    QCoro::Task<DestinationAnswer> sending = send(attempt.shipment);
    const DestinationAnswer answer = co_await sending;
    if (!self)
        co_return;

    Result<void> stored;
    if (!answer.stopped) {
        const QFuture<Result<void>> storing = endAttempt(attempt, answer);
        stored = co_await storing;
        if (!self)
            co_return;
    }
    m_inFlight.remove(attempt.row);
    if (stored) {
        Q_EMIT attempted();
        wake();
    } else {
        qCWarning(lcForward) << "an answer cannot be stored:" << stored.error().detail;
        wakeIn(c_afterStoreFailure);
    }
    noteIfStopped();
}

} // namespace earshot
