// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/simulate/latencyhistogram.h"
#include "app/simulate/sendschedule.h"
#include "app/simulate/simulationsettings.h"
#include "app/simulate/simulationstream.h"
#include "models/base/clock.h"

#include <QMap>
#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QNetworkReply;

namespace earshot {

/** What became of a run, or of the part of it that is over. */
struct SimulationResult {
    qint64 sent = 0;
    qint64 answered2xx = 0;
    QMap<int, qint64> byStatus; ///< answers by HTTP status
    qint64 failures = 0; ///< no HTTP answer: refused, cut off, timed out
    QString firstFailure; ///< Qt's word for the first of them, as in `ConnectionRefusedError`
    std::chrono::nanoseconds elapsed{};
    std::chrono::microseconds latencyP50{}; ///< from handing a request over to having its answer
    std::chrono::microseconds latencyP99{};
    bool stopped = false; ///< by stop(), before the count was reached

    qint64 answered() const;

    /** Every request was answered, and with 2xx. */
    bool isClean() const { return answered2xx == sent; }
};

/** Sends a simulation over real HTTP at its rate and waits for every answer. Redirects are not followed, answers not
 *  read; at most 64 requests are in flight, and when these are slow the rate falls behind rather than the memory up:
 *  what is overdue then follows at once. Runs once, in its own thread's event loop. */
class SimulationSender : public QObject
{
    Q_OBJECT

public:
    using SteadyTime = std::function<std::chrono::nanoseconds()>;

    /** @p settings are good (checkSettings). @p clock gives the time of the made-up events; it outlives the sender. */
    SimulationSender(const SimulationSettings &settings, const Clock &clock, QObject *parent = nullptr);

    /** For tests: @p steadyTime paces the sending. */
    SimulationSender(const SimulationSettings &settings, const Clock &clock, SteadyTime steadyTime,
                     QObject *parent = nullptr);
    ~SimulationSender() override;

    void start();

    /** Sends nothing more; finished() comes once the requests in flight are answered. */
    void stop();

    SimulationResult result() const;

Q_SIGNALS:
    /** About four times a second while the run goes on. */
    void progressed(const earshot::SimulationResult &soFar);

    /** Once, after the last answer. Every request has then been counted. */
    void finished(const earshot::SimulationResult &result);

private:
    void pump();
    bool isDue() const;
    void sendNext();
    QUrl hookOf(const SimulatedRequest &request) const;
    QNetworkReply *send(const SimulatedRequest &request);
    void countAnswer(const QNetworkReply &reply, std::chrono::nanoseconds latency);
    void reportProgress();
    void scheduleNext();
    void finish();

    SimulationSettings m_settings;
    const Clock &m_clock;
    SteadyTime m_steadyTime;
    SendSchedule m_schedule;
    std::optional<SimulationStream> m_stream; // from start() on
    std::optional<SimulatedRequest> m_next; // made, but not due yet
    std::vector<std::unique_ptr<QNetworkAccessManager>> m_managers; // used in turn
    QTimer m_timer;
    std::chrono::nanoseconds m_startedAt{};
    std::chrono::nanoseconds m_reportedAt{};
    int m_inFlight = 0;
    bool m_isRunning = false;
    SimulationResult m_result;
    LatencyHistogram m_latencies;
};

} // namespace earshot

Q_DECLARE_METATYPE(earshot::SimulationResult)
