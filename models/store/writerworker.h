// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/boundedqueue.h"
#include "models/store/checkpointer.h"
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

    void runJob(const std::function<void(const Database *)> &work);
    void rebuild(const std::shared_ptr<QPromise<Result<qint64>>> &promise);
    void awaitProjected(const std::shared_ptr<QPromise<Result<void>>> &promise);

Q_SIGNALS:
    void changed();

private:
    struct Awaiting {
        qint64 delivery = 0;
        std::shared_ptr<QPromise<Result<void>>> promise;
    };

    void commitWaiting();
    Result<std::vector<qint64>> journalBatch(std::vector<Intake> &batch);
    void wakePumps();
    void scheduleProjection();
    void project();
    bool projectSlice(ProjectionPump &pump, std::chrono::milliseconds budget, qint64 upTo);
    bool advanceRebuild(std::chrono::milliseconds budget);
    void finishRebuild(Result<qint64> result);
    void sweep();
    void vacuumRetired();
    void settleAwaiting();

    const WriterSettings m_settings;
    const DecoderRegistry &m_registry;
    const Clock &m_clock;
    const ChangedHook m_changedHook;

    BoundedQueue<Intake> m_queue;
    std::atomic_bool m_projectionPosted = false;
    std::optional<Database> m_database;
    Journal m_journal;
    std::unique_ptr<ProjectionPump> m_live;
    std::unique_ptr<ProjectionPump> m_rebuild; ///< only while a rebuild runs
    std::shared_ptr<QPromise<Result<qint64>>> m_rebuildPromise;
    std::unique_ptr<Checkpointer> m_checkpointer;
    std::vector<Awaiting> m_awaiting;
    qint64 m_lastDelivery = 0;
    std::size_t m_lastBatch = 0; ///< deliveries in the latest commit: how many senders wait at a time
    QElapsedTimer m_sinceSlice;
    QTimer m_projectLater{this};
    QTimer m_sweepTimer{this};
};

} // namespace earshot
