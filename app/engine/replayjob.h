// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/replay/replaysender.h"
#include "models/items/storereader.h"

#include <QFutureWatcher>
#include <QPromise>

namespace earshot {

/** One replay that a person asked for: works the plan out in the reader's pool, sends in this thread, and tells through
 * a future whose results come as the answers do, whose progress is how many there are, and which ends everything when
 * it is cancelled. What cannot be begun is one result with the error. GUI thread. */
class ReplayJob final : public QObject
{
    Q_OBJECT

public:
    /** @p reader and @p clock must outlive it. */
    ReplayJob(StoreReader &reader, const Clock &clock, QObject *parent = nullptr);

    /** What is under way is cut off; the future ends. */
    ~ReplayJob() override;

    /** Once. @p selection counts where @p request names no deliveries. */
    QFuture<Result<ReplayOutcome>> start(const ReplayRequest &request, const RecordSelection &selection);

Q_SIGNALS:
    void done();

private:
    void take(const Result<ReplayPlan> &plan);
    void send(const ReplayPlan &plan);
    void tell(const ReplayOutcome &outcome);
    void end();
    DeliveryLoader loader();

    StoreReader &m_reader;
    const Clock &m_clock;
    QPromise<Result<ReplayOutcome>> m_promise;
    QFutureWatcher<Result<ReplayOutcome>> m_watcher;
    ReplaySender *m_sender = nullptr;
    int m_told = 0;
    bool m_hasEnded = false;
};

} // namespace earshot
