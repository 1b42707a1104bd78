// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/attemptrun.h"

#include <QTimer>

namespace earshot {

struct ForwarderSettings {
    RetrySettings retry = {};
    BreakerSettings breaker = {};
};

/** Brings destinations what waits for them in the outbox: each version at least once, of one contact in the order in
 * which it was wanted, at the pace each destination allows, and exactly one record where a destination has a key or a
 * look-up for it. Each step is stored, so that after a crash it goes on where it was. Lives on the main thread, which
 * waits neither for the store nor for the network. */
class Forwarder final : public QObject
{
    Q_OBJECT

public:
    /** The secrets of the destination with that key, at this moment. An error counts as a failed attempt. */
    using SecretsOf = std::function<Result<Secrets::Destination>(const QString &destinationKey)>;
    /** A number in [0, 1), for the waits between attempts. */
    using Random = std::function<double()>;

    Forwarder(const ForwarderParts &parts, SecretsOf secretsOf, const ForwarderSettings &settings,
              Random random = systemRandom, QObject *parent = nullptr);

    /** What is under way is given up where it stands, as if the process had ended. */
    ~Forwarder() override;

    /** Begins with what an earlier run left. The writer is started. */
    void start();

    /** Begins nothing any more. What is under way may finish until @p grace has passed, then it is cut short and sent
     * again by the next run. Ends with stopped(). */
    void stop(std::chrono::milliseconds grace);

    /** The outbox or a destination may have changed: looks for something to send. To be called after Writer::changed
     * and after every change that a person makes; calls that come while it looks are one. */
    void wake();

    /** From Qt's global generator; any thread. */
    static double systemRandom();

Q_SIGNALS:
    /** An attempt was stored. */
    void attempted();
    void stopped();

private:
    QCoro::Task<> beginRound();
    QCoro::Task<> carryOut(Attempt attempt);
    QCoro::Task<AttemptRunEnd> run(Attempt attempt);
    QFuture<Result<AttemptRound>> beginAttempts();
    QFuture<Result<void>> endAttempt(const Attempt &attempt, const AttemptRunEnd &end);
    void carryOutAll(AttemptRound round);
    std::shared_ptr<RequestPace> paceOf(const Destination &destination);
    void cutShort();
    void wakeIn(std::chrono::milliseconds delay);
    void noteIfStopped();

    const ForwarderParts m_parts;
    const SecretsOf m_secretsOf;
    const ForwarderSettings m_settings;
    const Random m_random;
    const RunEnds m_ends;
    const std::shared_ptr<Breakers> m_breakers; ///< only on the writer's thread
    QHash<qint64, std::shared_ptr<RequestPace>> m_paces; ///< by destination
    RowsInFlight m_inFlight;
    QTimer m_timer;
    enum class State { Idle, Running, Stopping, Stopped } m_state = State::Idle;
    bool m_beginning = false; ///< a round is being asked of the store
    bool m_wokenMeanwhile = false;
};

} // namespace earshot
