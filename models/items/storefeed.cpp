// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/storefeed.h"

#include "models/store/migrations.h"

#include <QPointer>

namespace earshot {
namespace {

using namespace std::chrono_literals;

constexpr auto c_interval = 100ms;
constexpr auto c_retryInterval = 500ms;

/** For those who have shown nothing yet, or what may be old. */
StoreChanges everything(const StoreChanges &position)
{
    StoreChanges changes = position;
    changes.conversations.clear();
    changes.everything = changes.outbox = changes.settings = changes.hasNewDeliveries = true;
    return changes;
}

} // namespace

FeedWorker::FeedWorker(const StoreLocation &location, std::latch &isFollowed)
    : m_location(location)
    , m_isFollowed(isFollowed)
{
    m_timer.setSingleShot(true);
    m_timer.callOnTimeout(this, &FeedWorker::look);
}

void FeedWorker::begin()
{
    look();
    m_isFollowed.count_down();
}

void FeedWorker::goOn()
{
    m_timer.start(c_interval);
}

void FeedWorker::end()
{
    m_timer.stop();
    m_changes.reset();
    m_database.reset();
}

void FeedWorker::look()
{
    const auto changes = poll();
    if (!changes) {
        tellFailure(changes.error());
        m_timer.start(c_retryInterval);
        return;
    }
    if (std::exchange(m_isFailed, false))
        Q_EMIT recovered();
    if (changes->isEmpty())
        m_timer.start(c_interval);
    else
        Q_EMIT found(*changes); // and on with goOn()
}

Result<StoreChanges> FeedWorker::poll()
{
    const FileIdentity present = FileIdentity::of(m_location.path);
    if (m_changes && m_file == present)
        return m_changes->poll();
    m_changes.reset();
    m_database.reset();
    m_file = present;
    const bool isNew = !m_wasOpen && !m_isFailed;
    if (const auto opened = open(); !opened)
        return std::unexpected(opened.error());
    m_wasOpen = true;
    const auto changes = m_changes->poll();
    // Whoever asked before the store could be read was refused, so it is told to ask again.
    return !changes || isNew ? changes : Result<StoreChanges>(everything(*changes));
}

Result<void> FeedWorker::open()
{
    auto database = openToRead(m_location.path);
    if (!database)
        return std::unexpected(database.error());
    m_database.emplace(std::move(*database));
    auto reader = ChangeReader::open(*m_database);
    if (!reader) {
        m_database.reset();
        return std::unexpected(reader.error());
    }
    m_changes.emplace(std::move(*reader));
    return {};
}

void FeedWorker::tellFailure(const Error &error)
{
    m_changes.reset();
    m_database.reset();
    if (!std::exchange(m_isFailed, true))
        Q_EMIT failed(error);
}

StoreReader::Feed::Feed(StoreReader &reader)
    : m_worker(std::make_unique<FeedWorker>(reader.location(), reader.m_isFollowed))
{
    m_thread.setObjectName(QStringLiteral("store feed"));
    m_worker->moveToThread(&m_thread);
    FeedWorker *worker = m_worker.get();
    // What was found while the feed ended is still told, when there is no worker any more to go on.
    QObject::connect(worker, &FeedWorker::found, &reader,
                     [&reader, alive = QPointer<FeedWorker>(worker)](const StoreChanges &changes) {
                         Q_EMIT reader.changed(changes);
                         if (alive)
                             QMetaObject::invokeMethod(alive.data(), &FeedWorker::goOn, Qt::QueuedConnection);
                     });
    QObject::connect(worker, &FeedWorker::failed, &reader, &StoreReader::failed);
    QObject::connect(worker, &FeedWorker::recovered, &reader, &StoreReader::recovered);
    m_thread.start();
    QMetaObject::invokeMethod(worker, &FeedWorker::begin, Qt::QueuedConnection);
}

StoreReader::Feed::~Feed()
{
    QMetaObject::invokeMethod(m_worker.get(), &FeedWorker::end, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

} // namespace earshot
