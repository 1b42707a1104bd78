// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/storepool.h"

#include "models/store/migrations.h"
#include "models/store/querystop.h"

namespace earshot {
namespace {

Result<const Database *> cancelled()
{
    return failure(ErrorCode::Cancelled, QStringLiteral("nobody waits for this any more"));
}

} // namespace

StoreReader::Pool::Pool(StoreReader &reader)
    : m_reader(reader)
    , m_location(reader.location())
{
    m_quick.setMaxThreadCount(1);
    m_long.setMaxThreadCount(2);
    for (QThreadPool *pool : {&m_quick, &m_long})
        pool->setExpiryTimeout(-1); // a new thread would have to open the store again
}

StoreReader::Pool::~Pool()
{
    m_closing = true;
    {
        const QMutexLocker locker(&m_lock);
        for (const StopFlag &stop : m_running)
            stop->store(true);
    }
    m_quick.waitForDone();
    m_long.waitForDone();
}

void StoreReader::Pool::post(Work work, StopFlag stop, ReadCost cost)
{
    QThreadPool &pool = cost == ReadCost::Quick ? m_quick : m_long;
    pool.start([this, work = std::move(work), stop = std::move(stop)] {
        auto then = run(work, stop ? stop : std::make_shared<std::atomic_bool>(false));
        QMetaObject::invokeMethod(&m_reader, std::move(then), Qt::QueuedConnection);
    });
}

std::function<void()> StoreReader::Pool::run(const Work &work, const StopFlag &stop)
{
    m_reader.m_isFollowed.wait();
    if (m_closing || *stop)
        return work(cancelled());
    const auto database = connection();
    if (!database)
        return work(database);
    std::list<StopFlag>::iterator place;
    {
        const QMutexLocker locker(&m_lock);
        place = m_running.insert(m_running.end(), stop);
        if (m_closing)
            stop->store(true);
    }
    std::function<void()> then;
    {
        const QueryStop queryStop(**database, *stop);
        then = work(database);
    }
    const QMutexLocker locker(&m_lock);
    m_running.erase(place);
    return then;
}

Result<const Database *> StoreReader::Pool::connection()
{
    auto &[held, file] = m_connections.localData();
    const FileIdentity present = FileIdentity::of(m_location.path);
    if (!held || file != present) {
        held.reset();
        file = present;
        auto opened = openToRead(m_location.path);
        if (!opened)
            return std::unexpected(opened.error());
        held.emplace(std::move(*opened));
    }
    return &*held;
}

} // namespace earshot
