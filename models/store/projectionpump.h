// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/changedhook.h"
#include "models/store/decoderthread.h"
#include "models/store/projection.h"
#include "models/store/synclevel.h"

#include <QDeadlineTimer>

#include <limits>

namespace earshot {

/** Brings one table set up to the journal: decoder thread, queue, projection and watermark. The writer asks for a slice
 * at a time. */
class ProjectionPump
{
public:
    /** @p ready is called on the decoder's thread when there is something to apply. @p sync is the connection's; slices
     * leave it at Normal. */
    ProjectionPump(const Database &database, const TableSet &tables, const DecoderRegistry &registry,
                   const Clock &clock, SyncLevel &sync, ChangedHook changed, std::function<void()> ready);

    /** Goes on after the set's watermark. */
    Result<void> start();

    /** Deliveries up to this one are in the tables. */
    qint64 watermark() const { return m_watermark; }

    /** New deliveries were committed. */
    void wake() { m_decoder->wake(); }

    /** Applies deliveries for about @p budget in one transaction, none with an id over @p upTo. True if it changed
     * something. After an error the same deliveries are tried again at the next call. */
    Result<bool> applySlice(std::chrono::milliseconds budget, qint64 upTo = std::numeric_limits<qint64>::max());

    /** Is there anything for applySlice() now? */
    bool hasWork(qint64 upTo = std::numeric_limits<qint64>::max()) const;

    /** Gives an end to running conversations without one, in a transaction of its own. True if there was one. */
    Result<bool> assumeEnds();

private:
    Result<void> applyUntil(QDeadlineTimer deadline, qint64 upTo, std::size_t &next);
    Result<void> commitSlice(qint64 watermark);
    Result<void> skipPoison();
    bool fetchBatch();

    const Database &m_database;
    SyncLevel &m_sync;
    const TableSet m_tables;
    const Clock &m_clock;
    ChangedHook m_changed;
    DecodedQueue m_queue;
    std::optional<Projection> m_projection;
    DecodedBatch m_batch;
    std::size_t m_next = 0; ///< in m_batch
    qint64 m_watermark = 0;
    bool m_oneByOne = false; ///< a slice failed for its content: the culprit is looked for
    std::unique_ptr<DecoderThread> m_decoder; ///< last: stops before the queue goes
};

} // namespace earshot
