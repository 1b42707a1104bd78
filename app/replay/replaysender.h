// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/replay/replaymessage.h"
#include "app/replay/replayschedule.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

class QNetworkReply;

namespace earshot {

/** Reads a delivery and hands it to @p done, at once or later, in the sender's thread; never after the sender has gone
 * unless it holds a guard of its own. */
using DeliveryLoader = std::function<void(qint64 delivery, std::function<void(Result<StoredDelivery>)> done)>;

struct ReplayLimits {
    std::chrono::milliseconds silence = std::chrono::seconds(30); ///< no byte moves for so long: given up
    std::chrono::milliseconds exchange = std::chrono::minutes(2); ///< longest from start to end, however it drips
};

/** Sends stored deliveries over HTTP as a plan says. Follows no redirect, keeps no cookie, always checks certificates.
 * At most 24 are under way; where answers are slow a pace falls behind rather than the memory up. Runs once, in its own
 * thread's event loop. */
class ReplaySender final : public QObject
{
    Q_OBJECT

public:
    using SteadyTime = std::function<std::chrono::nanoseconds()>;

    /** @p clock gives the time of signatures; it outlives the sender. */
    ReplaySender(ReplayPlan plan, DeliveryLoader loader, const Clock &clock, ReplayLimits limits = {},
                 QObject *parent = nullptr);

    /** What is under way is cut off and not told of. */
    ~ReplaySender() override;

    /** Before start(), for tests: paces the sending. */
    void setSteadyTime(SteadyTime steadyTime) { m_steadyTime = std::move(steadyTime); }

    void start();

    /** Sends nothing more and cuts off what is under way, which is told of as a problem; then finished(). */
    void stop();

    int total() const { return int(m_plan.arrivals.size()); }

Q_SIGNALS:
    /** Once for each delivery that was begun with, in the order of the answers. */
    void answered(const earshot::ReplayOutcome &outcome);

    /** Once, after the last of them; never within start(). */
    void finished();

private:
    /** A manager opens at most six connections to a host. */
    struct Line {
        std::unique_ptr<QNetworkAccessManager> manager;
        int busy = 0;
    };

    void pump();
    bool hasRoom() const;
    bool isDue() const;
    void begin(const StoredArrival &arrival);
    void send(const StoredDelivery &stored);
    QNetworkRequest requestOf(const ReplayMessage &message) const;
    QNetworkReply *post(Line &line, const ReplayMessage &message);
    void follow(Line &line, QNetworkReply *reply, qint64 delivery);
    void refuse(qint64 delivery, const QString &problem);
    void settle(ReplayOutcome outcome);
    QString withoutSecrets(QString words) const;
    void scheduleNext();

    const ReplayPlan m_plan;
    const DeliveryLoader m_loader;
    const Clock &m_clock;
    const ReplayLimits m_limits;
    const ReplaySchedule m_schedule;
    const std::optional<QSslConfiguration> m_tls;
    SteadyTime m_steadyTime;
    std::vector<Line> m_lines;
    QTimer m_timer;
    std::chrono::nanoseconds m_startedAt{};
    qsizetype m_next = 0;
    int m_busy = 0;
    bool m_isRunning = false;
    bool m_isStopped = false;
};

} // namespace earshot
