// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/deliverysink.h"
#include "models/domain/platformdecoder.h"
#include "models/store/changedhook.h"
#include "models/store/checkpointer.h"
#include "models/store/database.h"
#include "models/store/diskroom.h"
#include "models/store/location.h"
#include "models/store/retention.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThread>

#include <memory>

namespace earshot {

class WriterWorker;

struct WriterSettings {
    StoreLocation location;
    std::size_t queueCapacity = 4096; ///< deliveries waiting for a commit; more are refused
    std::size_t commitBatch = 256; ///< most deliveries in one commit
    std::chrono::milliseconds sweepInterval{5000}; ///< how often running calls are looked at for an end that never came
    qint64 leastFreeBytes = 64LL << 20; ///< on the disk, or a twentieth of it if less: below, nothing is acknowledged
    std::chrono::milliseconds probeInterval{1000}; ///< how often it is tried again while nothing can be stored
    std::chrono::milliseconds retentionDelay{
        60'000}; ///< after the start, until the sources' rules of retention are kept
    std::chrono::milliseconds retentionInterval{3'600'000}; ///< and then how often
    QuarantineBound quarantine = {};
    CheckpointSettings checkpoint = {};
    AskDiskRoom diskRoom = earshot::diskRoom;
};

/** The one writing connection of a store, in its own thread: journal, projection, and what people ask for. Needs the
 * writer's role (WriterLock), which the caller holds for as long as this lives.
 *
 *  Deliveries waiting together are committed together; only then does a sender hear 2xx. Between commits the writer
 * applies what the decoder thread has made of earlier ones, in slices, and runs jobs. */
class Writer final : public QObject, public DeliverySink
{
    Q_OBJECT

public:
    /** @p registry and @p clock must outlive the writer. */
    Writer(const WriterSettings &settings, const DecoderRegistry &registry, const Clock &clock,
           ChangedHook changed = {});

    /** Commits what was offered and answers it, then stops its threads. */
    ~Writer() override;

    /** Opens and migrates the store and starts the threads. Call once, before anything else. */
    Result<void> start();

    bool offer(Intake &&intake) override;

    std::optional<Error> trouble() const override;

    /** Where the store was put that start() found damaged, so that a new one could be begun in its place; empty if it
     * did not. After start(). */
    QString putAside() const;

    /** Runs @p job on the writer's thread in a transaction of its own: committed if it returns a value, rolled back if
     * an error. The job owns what it captures. @p ended is told the outcome on the writer's thread, before anything
     * else runs there. The future always ends, with Cancelled if the writer stops first. Any thread. */
    template <typename T>
    QFuture<Result<T>> run(std::function<Result<T>(const Database &)> job,
                           std::function<void(const Result<T> &)> ended = {});

    /** Makes the projection anew from the journal beside the live one and swaps it in; receiving goes on. The future
     * ends after the swap with the number of the last delivery read. Errors: AlreadyExists if one is under way,
     * Cancelled if the writer stops before. */
    QFuture<Result<qint64>> rebuild();

    /** Removes what @p wish says, in slices while receiving goes on; one after the other, and never during a rebuild.
     * The future ends once the rows are gone, and, as far as the writer is idle, the file is smaller. Error Cancelled
     * if the writer stops before. */
    QFuture<Result<PurgeReport>> purge(const PurgeWish &wish);

    /** Ends when every delivery committed before the call has been projected. Error Cancelled if the writer stops
     * before. */
    QFuture<Result<void>> projected();

Q_SIGNALS:
    /** A projection transaction was committed: conversations or findings changed. Emitted on the writer's thread. */
    void changed();

    /** trouble() says something else now. Emitted on the writer's thread. */
    void troubleChanged();

private:
    /** Queues @p work to the writer's thread; it is called with an error where there is no connection that may commit:
     * Cancelled once the writer has stopped. */
    void post(std::function<void(const Result<const Database *> &)> work);

    QThread m_thread;
    std::unique_ptr<WriterWorker> m_worker;
};

template <typename T>
QFuture<Result<T>> Writer::run(std::function<Result<T>(const Database &)> job,
                               std::function<void(const Result<T> &)> ended)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    QFuture<Result<T>> future = promise->future();
    promise->start();
    post([promise, job = std::move(job), ended = std::move(ended)](const Result<const Database *> &database) {
        std::optional<Result<T>> result;
        const auto work = [&]() -> Result<void> {
            result.emplace(job(**database));
            return *result ? Result<void>() : std::unexpected(result->error());
        };
        const auto done = database ? (*database)->transaction(work) : std::unexpected(database.error());
        Result<T> outcome = done ? std::move(*result) : Result<T>(std::unexpected(done.error()));
        if (ended)
            ended(outcome);
        promise->addResult(std::move(outcome));
        promise->finish();
    });
    return future;
}

} // namespace earshot
