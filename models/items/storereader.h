// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/changes.h"
#include "models/store/database.h"
#include "models/store/location.h"

#include <QFuture>
#include <QObject>
#include <QPointer>
#include <QPromise>

#include <atomic>
#include <latch>
#include <memory>

namespace earshot {

/** Ends a read that nobody waits for any more. Shared by who asks and who reads; any thread. */
using StopFlag = std::shared_ptr<std::atomic_bool>;

/** How long a read takes: a few milliseconds, or perhaps much longer. What is quick never waits for what is not. */
enum class ReadCost { Quick, Long };

/** What a read will give. Use it as `reader.read<T>(work, stop).then(this, [this](const Result<T> &result) {…})`. */
template <typename T>
class Reading
{
public:
    explicit Reading(QFuture<Result<T>> future)
        : m_future(std::move(future))
    {
    }

    /** Calls @p function with the result, or with the finished future, unless @p context is gone by then. Once. Qt's
     * own then() must not outlive its context (Qt 6.4 asserts that it does not). */
    template <typename Function>
    void then(QObject *context, Function function)
    {
        m_future.then([context = QPointer<QObject>(context),
                       function = std::move(function)](const QFuture<Result<T>> &done) mutable {
            if (!context)
                return;
            if constexpr (std::is_invocable_v<Function, QFuture<Result<T>>>)
                function(done);
            else
                function(done.result());
        });
    }

    const QFuture<Result<T>> &future() const { return m_future; }

    operator QFuture<Result<T>>() const { return m_future; }

private:
    QFuture<Result<T>> m_future;
};

/** How the window reads a store: connections on threads of their own, and one place that hears of changes. Nothing here
 * waits. Of the GUI thread, but for what is handed to read(). */
class StoreReader final : public QObject
{
    Q_OBJECT

public:
    /** Connections are opened when they are first used, and anew where another file has come in the store's place; a
     * missing or unreadable store is told by failed() and by the reads, and tried again with the next look. */
    explicit StoreReader(const StoreLocation &location, QObject *parent = nullptr);

    /** Stops what is being read and waits for it. */
    ~StoreReader() override;

    const StoreLocation &location() const { return m_location; }

    /** Runs @p work on a reading connection in a thread of the pool. The future always ends, with Cancelled where
     * @p stop became true or this went first. It ends in this object's thread, which must therefore not wait for it:
     * continue with then(). */
    template <typename T>
    Reading<T> read(std::function<Result<T>(const Database &)> work, const StopFlag &stop = {},
                    ReadCost cost = ReadCost::Long);

Q_SIGNALS:
    /** At most every 100 ms; never empty. */
    void changed(const earshot::StoreChanges &changes);

    /** The store cannot be read; told once until recovered(). */
    void failed(const earshot::Error &error);
    void recovered();

private:
    class Pool;
    class Feed;

    /** What is done in a thread of the pool, with an error where there is no connection; it gives what is then done in
     * this object's. A continuation must not be started in the pool: Qt looks there whether its context still lives,
     * while the context's thread may be deleting it. */
    using Work = std::function<std::function<void()>(const Result<const Database *> &)>;

    void post(Work work, StopFlag stop, ReadCost cost);

    const StoreLocation m_location;
    std::latch m_isFollowed{1}; ///< open once changes are followed, or cannot be: a read from before would miss some
    std::unique_ptr<Pool> m_pool;
    std::unique_ptr<Feed> m_feed;
};

template <typename T>
Reading<T> StoreReader::read(std::function<Result<T>(const Database &)> work, const StopFlag &stop, ReadCost cost)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    QFuture<Result<T>> future = promise->future();
    promise->start();
    post(
        [promise, work = std::move(work), stop](const Result<const Database *> &database) -> std::function<void()> {
            auto result =
                std::make_shared<Result<T>>(database ? work(**database) : Result<T>(std::unexpected(database.error())));
            if (!*result && stop && *stop) // the query was cut short, which is no failure of the store
                *result = failure(ErrorCode::Cancelled, result->error().detail);
            return [promise, result] {
                promise->addResult(std::move(*result));
                promise->finish();
            };
        },
        stop, cost);
    return Reading<T>(std::move(future));
}

} // namespace earshot
