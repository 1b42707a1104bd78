// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/boundedqueue.h"
#include "models/store/checkpointer.h"
#include "models/store/commitguard.h"
#include "models/store/housekeeper.h"
#include "models/store/journal.h"
#include "models/store/projectionpump.h"
#include "models/store/writer.h"

#include <QElapsedTimer>
#include <QTimer>

#include <atomic>

namespace earshot {

/** The object in the writer's thread; Writer hides it. Its event loop takes turns between commits, slices of the
 * projection and jobs. */
class WriterWorker : public QObject
{
    Q_OBJECT

public:
    WriterWorker(const WriterSettings &settings, const DecoderRegistry &registry, const Clock &clock,
                 ChangedHook changed);

    /** Any thread. */
    bool offer(Intake &&intake);

    Result<void> open();

    /** Commits what still waits, then closes everything. Later work is called without a database. */
    void close();

    void runJob(const std::function<void(const Result<const Database *> &)> &work);
    void rebuild(const std::shared_ptr<QPromise<Result<qint64>>> &promise);
    void awaitProjected(const std::shared_ptr<QPromise<Result<void>>> &promise);
    void purge(const PurgeWish &wish, const Housekeeper::Promise &promise);

    /** Any thread. */
    std::optional<Error> trouble() const { return m_guard.trouble(); }

    /** After open(). */
    QString putAside() const { return m_putAside; }

Q_SIGNALS:
    void changed();
    void troubleChanged();

private:
    struct Awaiting {
        qint64 delivery = 0;
        std::shared_ptr<QPromise<Result<void>>> promise;
    };

    Result<void> openStore();
    Result<void> replaceDamaged(const Error &damage);
    void closeStore();
    void commitWaiting();
    Result<std::vector<qint64>> storeBatch(std::vector<Intake> &batch);
    void noteOutcome(const Result<void> &outcome);
    void probe();
    Result<void> tryIntake();
    Result<std::vector<qint64>> journalBatch(std::vector<Intake> &batch);
    void wakePumps();
    void scheduleProjection();
    void project();
    bool projectSlice(ProjectionPump &pump, std::chrono::milliseconds budget, qint64 upTo);
    bool advanceRebuild(std::chrono::milliseconds budget);
    void finishRebuild(Result<qint64> result);
    void sweep();
    Result<bool> hasReachedLive() const;
    void vacuumRetired();
    void noteNewDeliveries();
    void keepRetention();
    void lookAtQuarantine();
    void tidy();
    void tidySlice(std::chrono::milliseconds budget);
    void settleAwaiting();

    const WriterSettings m_settings;
    const DecoderRegistry &m_registry;
    const Clock &m_clock;
    const ChangedHook m_changedHook;

    BoundedQueue<Intake> m_queue;
    std::atomic_bool m_projectionPosted = false;
    LogTrust m_trust;
    CommitGuard m_guard;
    QString m_putAside;
    std::optional<Database> m_database;
    Journal m_journal;
    std::unique_ptr<ProjectionPump> m_live;
    std::unique_ptr<ProjectionPump> m_rebuild; ///< only while a rebuild runs
    std::shared_ptr<QPromise<Result<qint64>>> m_rebuildPromise;
    std::unique_ptr<Housekeeper> m_housekeeper;
    std::unique_ptr<Checkpointer> m_checkpointer;
    std::vector<Awaiting> m_awaiting;
    qint64 m_lastDelivery = 0;
    std::size_t m_lastBatch = 0; ///< deliveries in the latest commit: how many senders wait at a time
    QElapsedTimer m_sinceSlice;
    QTimer m_projectLater{this};
    QTimer m_sweepTimer{this};
    QTimer m_tidyLater{this};
    QTimer m_retentionTimer{this};
    QTimer m_probeTimer{this}; ///< runs while nothing can be stored
};

} // namespace earshot
