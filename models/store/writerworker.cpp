// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/writerworker.h"

#include "models/base/logging.h"
#include "models/store/changetable.h"
#include "models/store/damagedstore.h"
#include "models/store/migrations.h"
#include "models/store/rebuildtables.h"
#include "models/store/sqlitehandle.h"
#include "models/store/suspicion.h"

#include <sqlite3.h>

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
// Housekeeping leaves the writer more time than it takes, so that it is hardly felt.
constexpr auto c_tidySlice = 10ms;
constexpr auto c_tidyPause = 15ms;
constexpr auto c_busyTidyPause = 50ms;
constexpr auto c_retryAfter = 1s;

/** Closing must not move a log into the file that the disk may not hold as it seems to. */
void leaveLogAlone(const Database &database)
{
    if (sqlite3 *const handle = sqliteHandle(database))
        sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

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
    , m_guard(m_trust, settings.leastFreeBytes, settings.diskRoom)
{
    m_projectLater.setSingleShot(true);
    m_projectLater.callOnTimeout(this, &WriterWorker::project);
    m_sweepTimer.callOnTimeout(this, &WriterWorker::sweep);
    m_tidyLater.setSingleShot(true);
    m_tidyLater.callOnTimeout(this, &WriterWorker::tidy);
    m_retentionTimer.setSingleShot(true);
    m_retentionTimer.callOnTimeout(this, &WriterWorker::keepRetention);
    m_probeTimer.callOnTimeout(this, &WriterWorker::probe);
}

Result<void> WriterWorker::open()
{
    auto opened = suspicion::settle(m_settings.location.path);
    if (opened)
        opened = openStore();
    if (!opened && opened.error().code == ErrorCode::StoreDamaged)
        opened = replaceDamaged(opened.error());
    if (!opened) {
        closeStore();
        return opened;
    }
    m_sinceSlice.start();
    m_sweepTimer.start(m_settings.sweepInterval);
    m_retentionTimer.start(m_settings.retentionDelay);
    vacuumRetired();
    return {};
}

/** What is damaged must neither be written to nor keep us from receiving. */
Result<void> WriterWorker::replaceDamaged(const Error &damage)
{
    closeStore();
    const auto putAside = damagedstore::putAside(m_settings.location.path, m_clock.now());
    if (!putAside)
        return std::unexpected(putAside.error());
    m_putAside = *putAside;
    qCCritical(lcStore).noquote() << "The store is damaged:" << damage.detail;
    qCCritical(lcStore).noquote() << "It was put aside as" << m_putAside
                                  << "and a new one is begun. See `earshot check --repair`.";
    if (const auto carried = damagedstore::carrySettings(m_putAside, m_settings.location.path); !carried)
        return carried;
    return openStore();
}

Result<void> WriterWorker::openStore()
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
    if (const auto tried = tryIntake(); !tried && tried.error().code == ErrorCode::StoreDamaged)
        return tried;

    m_live = std::make_unique<ProjectionPump>(*m_database, TableSet::live(), m_registry, m_clock, m_guard.sync(),
                                              m_changedHook, [this] { scheduleProjection(); });
    if (const auto started = m_live->start(); !started)
        return started;
    m_housekeeper = std::make_unique<Housekeeper>(*m_database, m_clock, m_settings.quarantine);
    m_checkpointer = std::make_unique<Checkpointer>(m_settings.location.path, m_settings.checkpoint, m_trust);
    return m_checkpointer->start();
}

void WriterWorker::close()
{
    m_sweepTimer.stop();
    m_projectLater.stop();
    m_tidyLater.stop();
    m_retentionTimer.stop();
    m_probeTimer.stop();
    m_queue.close();
    while (m_database && !m_queue.isEmpty())
        commitWaiting();
    if (m_rebuildPromise)
        finishRebuild(std::unexpected(cancelled()));
    for (const Awaiting &awaiting : std::exchange(m_awaiting, {}))
        answer<void>(*awaiting.promise, std::unexpected(cancelled()));
    closeStore();
}

void WriterWorker::closeStore()
{
    m_housekeeper.reset();
    m_checkpointer.reset();
    m_live.reset();
    m_journal = Journal();
    if (m_database && (m_database->takeDiskError() || m_trust.isLost()))
        leaveLogAlone(*m_database);
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
    const auto ids = storeBatch(batch);
    noteOutcome(ids ? Result<void>() : std::unexpected(ids.error()));
    for (std::size_t i = 0; i < batch.size(); ++i)
        batch[i].done(ids ? Result<qint64>((*ids)[i]) : std::unexpected(ids.error()));
    if (ids) {
        m_lastDelivery = ids->back();
        wakePumps();
    }
    if (!m_queue.isEmpty())
        QMetaObject::invokeMethod(this, &WriterWorker::commitWaiting, Qt::QueuedConnection);
}

Result<std::vector<qint64>> WriterWorker::storeBatch(std::vector<Intake> &batch)
{
    if (const auto prepared = m_guard.prepare(*m_database); !prepared)
        return std::unexpected(prepared.error());
    return journalBatch(batch);
}

void WriterWorker::noteOutcome(const Result<void> &outcome)
{
    if (!outcome && !m_probeTimer.isActive())
        m_probeTimer.start(m_settings.probeInterval);
    if (m_guard.note(outcome))
        Q_EMIT troubleChanged();
}

/** While nothing can be stored and nobody sends either: has the cause gone? */
void WriterWorker::probe()
{
    if (!m_database || !m_guard.trouble()) {
        m_probeTimer.stop();
        return;
    }
    auto outcome = m_guard.prepare(*m_database);
    if (outcome)
        outcome = tryIntake();
    if (outcome) {
        outcome = m_database->transaction([this]() -> Result<void> {
            const auto written = m_database->run(QStringLiteral("INSERT OR REPLACE INTO meta VALUES ('probed', ?)"),
                                                 {toMicroseconds(m_clock.now())});
            return written ? Result<void>() : std::unexpected(written.error());
        });
    }
    noteOutcome(outcome);
}

/** Puts a delivery into the journal and takes it back: the pages that the next one will need are read and changed. */
Result<void> WriterWorker::tryIntake()
{
    if (const auto begun = m_database->begin(); !begun)
        return begun;
    const auto appended = m_journal.append(Delivery());
    m_database->rollback();
    return appended ? Result<void>() : std::unexpected(appended.error());
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
                                                 m_guard.sync(), ChangedHook(), [this] { scheduleProjection(); });
    if (const auto started = m_rebuild->start(); !started)
        return finishRebuild(std::unexpected(started.error()));
    scheduleProjection();
}

/** The second set follows the live one, never past it; where they meet it takes its place. */
bool WriterWorker::advanceRebuild(std::chrono::milliseconds budget)
{
    if (!projectSlice(*m_rebuild, budget, m_live->watermark()))
        return false;
    const auto hasReached = hasReachedLive();
    if (!hasReached || !*hasReached)
        return hasReached.has_value();
    const qint64 reached = m_rebuild->watermark();
    const auto swapped = rebuildtables::swapIn(*m_database);
    finishRebuild(swapped ? Result<qint64>(reached) : std::unexpected(swapped.error()));
    if (swapped) {
        Q_EMIT changed();
        vacuumRetired();
    }
    return true;
}

/** The last deliveries may have been removed since they were projected: then the second set ends before the live one.
 */
Result<bool> WriterWorker::hasReachedLive() const
{
    if (m_rebuild->watermark() >= m_live->watermark())
        return true;
    const auto last = m_database->value(
        QStringLiteral("SELECT coalesce(max(\"id\"), 0) FROM delivery WHERE \"id\" <= ?"), {m_live->watermark()});
    return last ? Result<bool>(m_rebuild->watermark() >= last->toLongLong()) : std::unexpected(last.error());
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
    else if (const auto looked = m_housekeeper->lookForGaps(); !looked)
        qCWarning(lcStore) << "looking for gaps in the store:" << looked.error().detail;
    else
        m_tidyLater.start(c_tidyPause);
}

void WriterWorker::sweep()
{
    if (!m_database)
        return;
    lookAtQuarantine();
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

/** What a person asks for waits for the disk as the journal does. */
void WriterWorker::runJob(const std::function<void(const Result<const Database *> &)> &work)
{
    if (!m_database)
        return work(std::unexpected(cancelled()));
    const auto full = m_guard.sync().set(*m_database, SyncLevel::Level::Full);
    work(full ? Result<const Database *>(&*m_database) : std::unexpected(full.error()));
    noteNewDeliveries();
}

/** A job may have journalled deliveries, and removed those that a rebuild was about to read. */
void WriterWorker::noteNewDeliveries()
{
    const auto last = m_database->value(QStringLiteral("SELECT coalesce(max(\"id\"), 0) FROM delivery"));
    if (!last) {
        qCWarning(lcStore) << "looking for new deliveries:" << last.error().detail;
        return;
    }
    if (last->toLongLong() > m_lastDelivery) {
        m_lastDelivery = last->toLongLong();
        wakePumps();
    }
    if (m_rebuild)
        scheduleProjection();
}

void WriterWorker::purge(const PurgeWish &wish, const Housekeeper::Promise &promise)
{
    if (!m_database)
        return answer<PurgeReport>(*promise, std::unexpected(cancelled()));
    m_housekeeper->purge(wish, promise);
    tidy();
}

void WriterWorker::keepRetention()
{
    m_retentionTimer.start(m_settings.retentionInterval);
    if (!m_database)
        return;
    m_housekeeper->purge({});
    tidy();
}

void WriterWorker::lookAtQuarantine()
{
    if (m_rebuild)
        return;
    if (const auto looked = m_housekeeper->lookAtQuarantine(); !looked)
        qCWarning(lcStore) << "looking at the quarantine:" << looked.error().detail;
    else if (m_housekeeper->hasWork())
        tidy();
}

/** One turn of what can wait: removing what is kept no longer, then making the file smaller while nobody waits. */
void WriterWorker::tidy()
{
    if (!m_database || !m_housekeeper->hasWork() || m_tidyLater.isActive())
        return;
    if (m_rebuild || m_trust.isLost()) {
        m_tidyLater.start(c_retryAfter);
        return;
    }
    const bool isBusy = !m_queue.isEmpty();
    const bool isPressed = isBusy && m_lastBatch >= c_pressureBatch;
    if (isBusy && m_housekeeper->isShrinking())
        m_housekeeper->postponeShrinking();
    if (!isPressed)
        tidySlice(isBusy ? c_busySlice : c_tidySlice);
    if (m_housekeeper->hasWork())
        m_tidyLater.start(isBusy ? c_busyTidyPause : c_tidyPause);
}

void WriterWorker::tidySlice(std::chrono::milliseconds budget)
{
    // What a power cut brings back is removed again.
    const auto relaxed = m_guard.sync().set(*m_database, SyncLevel::Level::Normal);
    const auto done = relaxed ? m_housekeeper->slice(budget) : std::unexpected(relaxed.error());
    if (!done)
        qCWarning(lcStore) << "what should go stays for now:" << done.error().detail;
    else if (*done == Housekeeper::Outcome::Shrunk)
        m_checkpointer->moveSoon();
    else if (*done == Housekeeper::Outcome::Changed)
        Q_EMIT changed();
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
