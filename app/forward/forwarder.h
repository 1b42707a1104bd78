// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/attempt.h"
#include "models/store/writer.h"

#include <QTimer>

namespace earshot {

struct ForwarderSettings {
    RetrySettings retry;
    int mostPerDestination = 4; ///< requests under way to one destination
};

/** Brings destinations what waits for them in the outbox, each version at least once and in the order of its time; a
 * conversation is under way to a destination only once at a time. Each step is stored, so that after a crash it goes on
 * where it was. Lives on the main thread, which waits neither for the store nor for the network. */
class Forwarder final : public QObject
{
    Q_OBJECT

public:
    /** The secrets of the destination with that key, at this moment. An error counts as a failed attempt. */
    using SecretsOf = std::function<Result<Secrets::Destination>(const QString &destinationKey)>;
    /** A number in [0, 1), for the waits between attempts. */
    using Random = std::function<double()>;

    /** @p writer, @p sender and @p clock must outlive the forwarder. */
    Forwarder(Writer &writer, RecordSender &sender, SecretsOf secretsOf, const ForwarderSettings &settings,
              const Clock &clock, Random random = systemRandom, QObject *parent = nullptr);

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
    QCoro::Task<DestinationAnswer> send(Shipment shipment);
    QFuture<Result<AttemptRound>> beginAttempts();
    QFuture<Result<void>> endAttempt(const Attempt &attempt, const DestinationAnswer &answer);
    void carryOutAll(AttemptRound round);
    void wakeIn(std::chrono::milliseconds delay);
    void noteIfStopped();

    Writer &m_writer;
    RecordSender &m_sender;
    const SecretsOf m_secretsOf;
    const ForwarderSettings m_settings;
    const Clock &m_clock;
    const Random m_random;
    RowsInFlight m_inFlight;
    QTimer m_timer;
    enum class State { Idle, Running, Stopping, Stopped } m_state = State::Idle;
    bool m_beginning = false; ///< a round is being asked of the store
    bool m_wokenMeanwhile = false;
};

} // namespace earshot
