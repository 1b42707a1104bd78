// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/writerworker.h"

#include "models/base/logging.h"
#include "models/store/changetable.h"
#include "models/store/migrations.h"
#include "models/store/rebuildtables.h"

namespace earshot {
namespace {

using namespace std::chrono_literals;

// Slices of the projection are short while deliveries wait for their commit. Under pressure, where commits are large
// because many senders wait, they come apart besides: senders are answered first, and the projection catches up after
// the rush.
constexpr auto c_idleSlice = 20ms;
constexpr auto c_busySlice = 5ms;
constexpr auto c_pressurePause = 60ms;
constexpr std::size_t c_pressureBatch = 16;
constexpr auto c_retiredPause = 10ms;
constexpr auto c_retryAfter = 1s;

Error cancelled()
{
    return {ErrorCode::Cancelled, QStringLiteral("the store is closed")};
}

template <typename T>
void answer(QPromise<Result<T>> &promise, Result<T> result)
{
    promise.addResult(std::move(result));
    promise.finish();
}

} // namespace

WriterWorker::WriterWorker(const WriterSettings &settings, const DecoderRegistry &registry, const Clock &clock,
                           ChangedHook changed)
    : m_settings(settings)
    , m_registry(registry)
    , m_clock(clock)
    , m_changedHook(std::move(changed))
    , m_queue(settings.queueCapacity)
{
    m_projectLater.setSingleShot(true);
    m_projectLater.callOnTimeout(this, &WriterWorker::project);
    m_sweepTimer.callOnTimeout(this, &WriterWorker::sweep);
}

Result<void> WriterWorker::open()
{
    auto database = openToWrite(m_settings.location.path);
    if (!database)
        return std::unexpected(database.error());
    m_database.emplace(std::move(*database));
    auto journal = Journal::open(*m_database);
    if (!journal)
        return std::unexpected(journal.error());
    m_journal = std::move(*journal);
    const auto last = m_database->value(QStringLiteral("SELECT coalesce(max(\"id\"), 0) FROM delivery"));
    if (!last)
        return std::unexpected(last.error());
    m_lastDelivery = last->toLongLong();

    m_live = std::make_unique<ProjectionPump>(*m_database, TableSet::live(), m_registry, m_clock, m_changedHook,
                                              [this] { scheduleProjection(); });
    if (const auto started = m_live->start(); !started)
        return started;
    m_checkpointer = std::make_unique<Checkpointer>(m_settings.location.path);
    if (const auto started = m_checkpointer->start(); !started)
        return started;
    m_sinceSlice.start();
    m_sweepTimer.start(m_settings.sweepInterval);
    vacuumRetired();
    return {};
}

void WriterWorker::close()
{
    m_sweepTimer.stop();
    m_projectLater.stop();
    m_queue.close();
    while (m_database && !m_queue.isEmpty())
        commitWaiting();
    if (m_rebuildPromise)
        finishRebuild(std::unexpected(cancelled()));
    for (const Awaiting &awaiting : std::exchange(m_awaiting, {}))
        answer<void>(*awaiting.promise, std::unexpected(cancelled()));
    m_checkpointer.reset();
    m_live.reset();
    m_journal = Journal();
    m_database.reset();
}

bool WriterWorker::offer(Intake &&intake)
{
    const auto pushed = m_queue.tryPush(std::move(intake));
    if (pushed == BoundedQueue<Intake>::Pushed::First)
        QMetaObject::invokeMethod(this, &WriterWorker::commitWaiting, Qt::QueuedConnection);
    return pushed != BoundedQueue<Intake>::Pushed::No;
}

/** One group commit. What arrives meanwhile waits together for the next. */
void WriterWorker::commitWaiting()
{
    if (!m_database)
        return;
    std::vector<Intake> batch = m_queue.takeUpTo(m_settings.commitBatch);
    if (batch.empty())
        return;
    m_lastBatch = batch.size();
    const auto ids = journalBatch(batch);
    if (!ids)
        qCWarning(lcStore) << "deliveries were not stored:" << ids.error().detail;
    for (std::size_t i = 0; i < batch.size(); ++i)
        batch[i].done(ids ? Result<qint64>((*ids)[i]) : std::unexpected(ids.error()));
    if (ids) {
        m_lastDelivery = ids->back();
        wakePumps();
    }
    if (!m_queue.isEmpty())
        QMetaObject::invokeMethod(this, &WriterWorker::commitWaiting, Qt::QueuedConnection);
}

Result<std::vector<qint64>> WriterWorker::journalBatch(std::vector<Intake> &batch)
{
    std::vector<qint64> ids;
    ids.reserve(batch.size());
    const auto done = m_database->transaction([&]() -> Result<void> {
        for (const Intake &intake : batch) {
            const auto id = m_journal.append(intake.delivery);
            if (!id)
                return std::unexpected(id.error());
            ids.push_back(*id);
        }
        return {};
    });
    if (!done)
        return std::unexpected(done.error());
    return ids;
}

void WriterWorker::wakePumps()
{
    m_live->wake();
    if (m_rebuild)
        m_rebuild->wake();
}

/** Any thread; many calls become one turn. */
void WriterWorker::scheduleProjection()
{
    if (!m_projectionPosted.exchange(true))
        QMetaObject::invokeMethod(this, &WriterWorker::project, Qt::QueuedConnection);
}

void WriterWorker::project()
{
    m_projectionPosted = false;
    if (!m_database)
        return;
    const bool isBusy = !m_queue.isEmpty();
    const bool isPressed = isBusy && m_lastBatch >= c_pressureBatch;
    if (isPressed && m_sinceSlice.elapsed() < c_pressurePause.count()) {
        m_projectLater.start(c_pressurePause);
        return;
    }
    const std::chrono::milliseconds budget = isBusy ? c_busySlice : c_idleSlice;
    bool healthy = projectSlice(*m_live, budget, std::numeric_limits<qint64>::max());
    if (m_rebuild)
        healthy = advanceRebuild(budget) && healthy;
    m_sinceSlice.start();
    if (!healthy)
        m_projectLater.start(c_retryAfter);
    else if (m_live->hasWork() || (m_rebuild && m_rebuild->hasWork(m_live->watermark())))
        scheduleProjection();
    settleAwaiting();
}

/** False if it failed and wants another try later. */
bool WriterWorker::projectSlice(ProjectionPump &pump, std::chrono::milliseconds budget, qint64 upTo)
{
    const auto applied = pump.applySlice(budget, upTo);
    if (!applied) {
        qCWarning(lcProject) << "the projection waits:" << applied.error().detail;
        return false;
    }
    if (*applied && &pump == m_live.get())
        Q_EMIT changed();
    return true;
}

void WriterWorker::rebuild(const std::shared_ptr<QPromise<Result<qint64>>> &promise)
{
    if (!m_database)
        return answer<qint64>(*promise, std::unexpected(cancelled()));
    if (m_rebuild)
        return answer<qint64>(*promise,
                              failure(ErrorCode::AlreadyExists, QStringLiteral("a rebuild is under way already")));
    if (const auto created = rebuildtables::create(*m_database); !created)
        return answer<qint64>(*promise, std::unexpected(created.error()));
    m_rebuildPromise = promise;
    m_rebuild = std::make_unique<ProjectionPump>(*m_database, TableSet::rebuilding(), m_registry, m_clock,
                                                 ChangedHook(), [this] { scheduleProjection(); });
    if (const auto started = m_rebuild->start(); !started)
        return finishRebuild(std::unexpected(started.error()));
    scheduleProjection();
}

/** The second set follows the live one, never past it; where they meet it takes its place. */
bool WriterWorker::advanceRebuild(std::chrono::milliseconds budget)
{
    if (!projectSlice(*m_rebuild, budget, m_live->watermark()))
        return false;
    if (m_rebuild->watermark() < m_live->watermark())
        return true;
    const qint64 reached = m_rebuild->watermark();
    const auto swapped = rebuildtables::swapIn(*m_database);
    finishRebuild(swapped ? Result<qint64>(reached) : std::unexpected(swapped.error()));
    if (swapped) {
        Q_EMIT changed();
        vacuumRetired();
    }
    return true;
}

void WriterWorker::finishRebuild(Result<qint64> result)
{
    m_rebuild.reset();
    if (!result) {
        if (const auto discarded = rebuildtables::discard(*m_database); !discarded)
            qCWarning(lcProject) << "a rebuild that was given up:" << discarded.error().detail;
    }
    answer<qint64>(*std::exchange(m_rebuildPromise, nullptr), std::move(result));
}

/** Drops the tables that a rebuild replaced, a few rows at each turn of the event loop. */
void WriterWorker::vacuumRetired()
{
    if (!m_database || m_rebuild)
        return;
    const auto more = rebuildtables::dropRetired(*m_database);
    if (!more)
        qCWarning(lcStore) << "replaced tables stay for now:" << more.error().detail;
    else if (*more)
        QTimer::singleShot(c_retiredPause, this, &WriterWorker::vacuumRetired);
}

void WriterWorker::sweep()
{
    if (!m_database)
        return;
    if (const auto trimmed = changetable::trim(*m_database); !trimmed)
        qCWarning(lcStore) << "old changes stay for now:" << trimmed.error().detail;
    if (m_live->hasWork())
        return;
    const auto ended = m_live->assumeEnds();
    if (!ended)
        qCWarning(lcProject) << "looking for calls without an end:" << ended.error().detail;
    else if (*ended)
        Q_EMIT changed();
}

void WriterWorker::runJob(const std::function<void(const Database *)> &work)
{
    work(m_database ? &*m_database : nullptr);
}

void WriterWorker::awaitProjected(const std::shared_ptr<QPromise<Result<void>>> &promise)
{
    if (!m_database)
        return answer<void>(*promise, std::unexpected(cancelled()));
    m_awaiting.push_back({m_lastDelivery, promise});
    settleAwaiting();
}

void WriterWorker::settleAwaiting()
{
    const qint64 watermark = m_live->watermark();
    std::erase_if(m_awaiting, [watermark](const Awaiting &awaiting) {
        if (awaiting.delivery > watermark)
            return false;
        answer<void>(*awaiting.promise, Result<void>());
        return true;
    });
}

} // namespace earshot
