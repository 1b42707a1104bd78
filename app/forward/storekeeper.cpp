// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/storekeeper.h"

#include <qcorofuture.h>

namespace earshot {

StoreKeeper::StoreKeeper(Writer &writer, const Attempt &attempt, const Clock &clock,
                         std::shared_ptr<const bool> abandoned)
    : m_writer(writer)
    , m_clock(clock)
    , m_abandoned(std::move(abandoned))
    , m_row(attempt.shipment.row)
    , m_destination(attempt.shipment.destination.id)
    , m_contactKey(attempt.shipment.contactKey)
    , m_steps(attempt.steps)
    , m_person(attempt.person)
{
}

QCoro::Task<Result<void>> StoreKeeper::store(Job job)
{
    if (*m_abandoned)
        co_return failure(ErrorCode::Cancelled, QStringLiteral("nobody forwards any more"));
    const QFuture<Result<void>> storing = m_writer.run<void>(std::move(job));
    const Result<void> stored = co_await storing;
    if (stored && *m_abandoned)
        co_return failure(ErrorCode::Cancelled, QStringLiteral("nobody forwards any more"));
    co_return stored;
}

QCoro::Task<Result<void>> StoreKeeper::begin(OutboxStep step)
{
    const Timestamp now = m_clock.now();
    Job job = [row = m_row, step, now](const Database &database) {
        return outboxsteps::begin(database, row, step, now);
    };
    QCoro::Task<Result<void>> storing = store(std::move(job));
    const Result<void> stored = co_await storing;
    if (stored && !m_steps.contains(step))
        m_steps.insert(step, StepState{now, {}, {}, std::nullopt});
    co_return stored;
}

QCoro::Task<Result<void>> StoreKeeper::finish(OutboxStep step, CrmRecord record)
{
    const Timestamp now = m_clock.now();
    Job job = [row = m_row, step, record, now](const Database &database) {
        return outboxsteps::finish(database, row, step, record.id, record.url, now);
    };
    QCoro::Task<Result<void>> storing = store(std::move(job));
    const Result<void> stored = co_await storing;
    if (stored) {
        const Timestamp begunAt = m_steps.contains(step) ? m_steps.value(step).begunAt : now;
        m_steps.insert(step, StepState{begunAt, record.id, record.url, now});
    }
    co_return stored;
}

QCoro::Task<Result<void>> StoreKeeper::forget(OutboxStep step)
{
    Job job = [row = m_row, step](const Database &database) { return outboxsteps::forget(database, row, step); };
    QCoro::Task<Result<void>> storing = store(std::move(job));
    const Result<void> stored = co_await storing;
    if (stored)
        m_steps.remove(step);
    co_return stored;
}

QCoro::Task<Result<void>> StoreKeeper::keepPerson(CrmPerson person)
{
    Job job = [destination = m_destination, key = m_contactKey, person, now = m_clock.now()](const Database &database) {
        return outboxsteps::keepPerson(database, destination, key, person, now);
    };
    QCoro::Task<Result<void>> storing = store(std::move(job));
    const Result<void> stored = co_await storing;
    if (stored)
        m_person = person;
    co_return stored;
}

QCoro::Task<Result<void>> StoreKeeper::forgetPerson()
{
    Job job = [destination = m_destination, key = m_contactKey](const Database &database) {
        return outboxsteps::forgetPerson(database, destination, key);
    };
    QCoro::Task<Result<void>> storing = store(std::move(job));
    const Result<void> stored = co_await storing;
    if (stored)
        m_person.reset();
    co_return stored;
}

} // namespace earshot
