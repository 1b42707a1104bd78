// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/attempt.h"
#include "app/forward/recordflow.h"
#include "models/store/writer.h"

#include <memory>

namespace earshot {

/** Keeps the steps of an attempt in the store. Main thread; the writing is done on the writer's. */
class StoreKeeper final : public StepKeeper
{
public:
    /** @p writer, @p attempt and @p clock must outlive it, or the time until @p abandoned. */
    StoreKeeper(Writer &writer, const Attempt &attempt, const Clock &clock, std::shared_ptr<const bool> abandoned);

    StepStates steps() const override { return m_steps; }

    std::optional<CrmPerson> knownPerson() const override { return m_person; }

    QCoro::Task<Result<void>> begin(OutboxStep step) override;
    QCoro::Task<Result<void>> finish(OutboxStep step, CrmRecord record) override;
    QCoro::Task<Result<void>> forget(OutboxStep step) override;
    QCoro::Task<Result<void>> keepPerson(CrmPerson person) override;
    QCoro::Task<Result<void>> forgetPerson() override;

private:
    using Job = std::function<Result<void>(const Database &)>;

    QCoro::Task<Result<void>> store(Job job);

    Writer &m_writer;
    const Clock &m_clock;
    const std::shared_ptr<const bool> m_abandoned;
    const qint64 m_row;
    const qint64 m_destination;
    const QString m_contactKey;
    StepStates m_steps;
    std::optional<CrmPerson> m_person;
};

} // namespace earshot
