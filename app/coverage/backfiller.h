// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/coverage/conversationfetcher.h"
#include "models/domain/source.h"
#include "models/store/backfill.h"
#include "models/store/location.h"
#include "models/store/writer.h"

#include <QFuture>
#include <QJsonObject>
#include <QThreadPool>

#include <atomic>

namespace earshot {

/** Fetches from a platform's API what was seen only in part, for the holder of the writer's role. What comes is
 * journalled like any delivery before anything is made of it. The work is done in a thread of its own. */
class Backfiller
{
public:
    /** @p writer and @p clock must outlive it. */
    Backfiller(Writer &writer, const StoreLocation &location, const Clock &clock, FetchSettings settings = {});

    /** Stops what is under way. */
    ~Backfiller();

    /** Carries out `coverage backfill` {name, after?, most?}: at most so many conversations (10) with an id over
     * `after` (0). Answers {source, asked, fetched, running, gone, failed, remaining, last, stopped?, problem?}:
     * `remaining` are those after `last`, `stopped` says in words why nothing more is worth asking, `problem` what was
     * wrong with one. The future always ends. Errors: BadArgument, NotFound, AlreadyExists while another is under way,
     * and the store's. Any thread. */
    QFuture<Result<QJsonObject>> start(const QJsonObject &request);

private:
    struct Plan;
    struct Tally;

    Result<Plan> plan(const QJsonObject &request);
    Result<QJsonObject> carryOut(const QJsonObject &request);
    Result<void> fetchAll(const Plan &plan, Tally &tally);
    Result<void> take(const PartialConversation &conversation, const Plan &plan, FetchOutcome fetched, Tally &tally);
    Result<void> keep(const PartialConversation &conversation, qint64 sourceId, Delivery delivery, Tally &tally);

    Writer &m_writer;
    const StoreLocation m_location;
    const Clock &m_clock;
    const FetchSettings m_settings;
    std::atomic_bool m_stop = false;
    std::atomic_bool m_isBusy = false;
    QThreadPool m_pool; ///< of one thread
};

} // namespace earshot
