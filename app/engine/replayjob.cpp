// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/replayjob.h"

namespace earshot {

ReplayJob::ReplayJob(StoreReader &reader, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_clock(clock)
{
    m_promise.start();
    m_watcher.setFuture(m_promise.future());
    connect(&m_watcher, &QFutureWatcherBase::canceled, this, [this] {
        if (m_sender != nullptr)
            m_sender->stop();
    });
}

ReplayJob::~ReplayJob()
{
    delete m_sender; // what it reports to is still there
    if (!m_hasEnded)
        m_promise.finish();
}

QFuture<Result<ReplayOutcome>> ReplayJob::start(const ReplayRequest &request, const RecordSelection &selection)
{
    m_reader
        .read<ReplayPlan>(
            [location = m_reader.location(), request, selection, now = m_clock.now()](const Database &database) {
                return planReplay(database, location, request, selection, now);
            })
        .then(this, [this](const Result<ReplayPlan> &plan) { take(plan); });
    return m_promise.future();
}

void ReplayJob::take(const Result<ReplayPlan> &plan)
{
    if (plan && !m_promise.isCanceled())
        return send(*plan);
    if (!plan)
        m_promise.addResult(Result<ReplayOutcome>(std::unexpected(plan.error())));
    end();
}

void ReplayJob::send(const ReplayPlan &plan)
{
    m_sender = new ReplaySender(plan, loader(), m_clock, {}, this);
    m_promise.setProgressRange(0, m_sender->total());
    connect(m_sender, &ReplaySender::answered, this, &ReplayJob::tell);
    connect(m_sender, &ReplaySender::finished, this, &ReplayJob::end);
    m_sender->start();
}

void ReplayJob::tell(const ReplayOutcome &outcome)
{
    m_promise.addResult(Result<ReplayOutcome>(outcome));
    m_promise.setProgressValue(++m_told);
}

void ReplayJob::end()
{
    m_hasEnded = true;
    m_promise.finish();
    Q_EMIT done();
}

DeliveryLoader ReplayJob::loader()
{
    return [this](qint64 delivery, const std::function<void(Result<StoredDelivery>)> &done) {
        m_reader
            .read<StoredDelivery>([delivery](const Database &database) { return storedDelivery(database, delivery); },
                                  {}, ReadCost::Quick)
            .then(this, [done](const Result<StoredDelivery> &stored) { done(stored); });
    };
}

} // namespace earshot
