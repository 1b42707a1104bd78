// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/writer.h"

#include "models/store/writerworker.h"

namespace earshot {

Writer::Writer(const WriterSettings &settings, const DecoderRegistry &registry, const Clock &clock, ChangedHook changed)
    : m_worker(std::make_unique<WriterWorker>(settings, registry, clock, std::move(changed)))
{
    m_thread.setObjectName(QStringLiteral("writer"));
    m_worker->moveToThread(&m_thread);
    connect(m_worker.get(), &WriterWorker::changed, this, &Writer::changed, Qt::DirectConnection);
    connect(m_worker.get(), &WriterWorker::troubleChanged, this, &Writer::troubleChanged, Qt::DirectConnection);
}

Writer::~Writer()
{
    if (m_thread.isRunning()) {
        QMetaObject::invokeMethod(m_worker.get(), &WriterWorker::close, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
}

Result<void> Writer::start()
{
    m_thread.start();
    Result<void> opened;
    QMetaObject::invokeMethod(
        m_worker.get(), [this, &opened] { opened = m_worker->open(); }, Qt::BlockingQueuedConnection);
    return opened;
}

bool Writer::offer(Intake &&intake)
{
    return m_worker->offer(std::move(intake));
}

std::optional<Error> Writer::trouble() const
{
    return m_worker->trouble();
}

QString Writer::putAside() const
{
    return m_worker->putAside();
}

void Writer::post(std::function<void(const Result<const Database *> &)> work)
{
    if (!m_thread.isRunning()) {
        work(failure(ErrorCode::Cancelled, QStringLiteral("the store is closed")));
        return;
    }
    QMetaObject::invokeMethod(
        m_worker.get(), [worker = m_worker.get(), work = std::move(work)] { worker->runJob(work); },
        Qt::QueuedConnection);
}

QFuture<Result<qint64>> Writer::rebuild()
{
    auto promise = std::make_shared<QPromise<Result<qint64>>>();
    promise->start();
    QMetaObject::invokeMethod(
        m_worker.get(), [worker = m_worker.get(), promise] { worker->rebuild(promise); }, Qt::QueuedConnection);
    return promise->future();
}

QFuture<Result<PurgeReport>> Writer::purge(const PurgeWish &wish)
{
    auto promise = std::make_shared<QPromise<Result<PurgeReport>>>();
    promise->start();
    QMetaObject::invokeMethod(
        m_worker.get(), [worker = m_worker.get(), wish, promise] { worker->purge(wish, promise); },
        Qt::QueuedConnection);
    return promise->future();
}

QFuture<Result<void>> Writer::projected()
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    QMetaObject::invokeMethod(
        m_worker.get(), [worker = m_worker.get(), promise] { worker->awaitProjected(promise); }, Qt::QueuedConnection);
    return promise->future();
}

} // namespace earshot
