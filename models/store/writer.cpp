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

void Writer::post(std::function<void(const Database *)> work)
{
    if (!m_thread.isRunning()) {
        work(nullptr);
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

QFuture<Result<void>> Writer::projected()
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    QMetaObject::invokeMethod(
        m_worker.get(), [worker = m_worker.get(), promise] { worker->awaitProjected(promise); }, Qt::QueuedConnection);
    return promise->future();
}

} // namespace earshot
