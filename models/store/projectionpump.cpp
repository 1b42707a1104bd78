// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/projectionpump.h"

#include "models/base/logging.h"
#include "models/store/changetable.h"

namespace earshot {
namespace {

constexpr std::size_t c_batchesAhead = 8;
constexpr int c_endsAtATime = 200;

/** Would the same delivery fail again, whatever the disk does? */
bool isPoison(const Error &error)
{
    return error.code == ErrorCode::StoreFailed || error.code == ErrorCode::NotFound;
}

} // namespace

ProjectionPump::ProjectionPump(const Database &database, const TableSet &tables, const DecoderRegistry &registry,
                               const Clock &clock, SyncLevel &sync, ChangedHook changed, std::function<void()> ready)
    : m_database(database)
    , m_sync(sync)
    , m_tables(tables)
    , m_clock(clock)
    , m_changed(std::move(changed))
    , m_queue(c_batchesAhead)
    , m_decoder(std::make_unique<DecoderThread>(database.path(), registry, m_queue, std::move(ready)))
{
}

Result<void> ProjectionPump::start()
{
    auto projection = Projection::open(m_database, m_tables, m_clock);
    if (!projection)
        return std::unexpected(projection.error());
    m_projection.emplace(std::move(*projection));
    const auto watermark =
        m_database.value(QStringLiteral("SELECT \"value\" FROM meta WHERE \"key\" = ?"), {m_tables.watermarkKey()});
    if (!watermark)
        return std::unexpected(watermark.error());
    m_watermark = watermark->toLongLong();
    return m_decoder->start(m_watermark);
}

bool ProjectionPump::fetchBatch()
{
    auto batches = m_queue.takeUpTo(1);
    if (batches.empty())
        return false;
    m_batch = std::move(batches.front());
    m_next = 0;
    return true;
}

bool ProjectionPump::hasWork(qint64 upTo) const
{
    return m_next < m_batch.size() ? m_batch[m_next].id <= upTo : !m_queue.isEmpty();
}

Result<void> ProjectionPump::applyUntil(QDeadlineTimer deadline, qint64 upTo, std::size_t &next)
{
    while (next < m_batch.size() && m_batch[next].id <= upTo) {
        if (const auto applied = m_projection->apply(m_batch[next]); !applied)
            return applied;
        ++next;
        if (m_oneByOne || deadline.hasExpired())
            break;
    }
    return {};
}

Result<void> ProjectionPump::commitSlice(qint64 watermark)
{
    if (const auto finished = m_projection->finish(watermark); !finished)
        return finished;
    if (m_tables.isLive()) {
        const auto noted =
            changetable::noteConversations(m_database, ChangeKind::Conversation, m_projection->shownConversations());
        if (!noted)
            return noted;
    }
    const QList<qint64> changed = m_projection->changedConversations();
    return m_changed && !changed.isEmpty() ? m_changed(m_database, changed) : Result<void>();
}

Result<bool> ProjectionPump::applySlice(std::chrono::milliseconds budget, qint64 upTo)
{
    if ((m_next >= m_batch.size() && !fetchBatch()) || m_batch[m_next].id > upTo)
        return false;
    std::size_t next = m_next;
    // What is applied can be applied again from the journal, so its commits need not wait for the disk: after a power
    // cut the tables and their watermark are simply a little older, together. The journal's next commit waits again.
    if (const auto relaxed = m_sync.set(m_database, SyncLevel::Level::Normal); !relaxed)
        return std::unexpected(relaxed.error());
    const auto done = m_database.transaction([&]() -> Result<void> {
        if (const auto applied = applyUntil(QDeadlineTimer(budget), upTo, next); !applied)
            return applied;
        return commitSlice(m_batch[next - 1].id);
    });
    m_projection->forget();
    if (done) {
        m_watermark = m_batch[next - 1].id;
        m_next = next;
        m_oneByOne = false;
        return true;
    }
    if (!isPoison(done.error()))
        return std::unexpected(done.error());
    if (m_oneByOne) {
        const auto skipped = skipPoison();
        return skipped ? Result<bool>(true) : std::unexpected(skipped.error());
    }
    m_oneByOne = true;
    return std::unexpected(done.error());
}

/** One delivery that cannot be applied must not hold up all that come after it: it is kept, and says why it is not
 * shown. */
Result<void> ProjectionPump::skipPoison()
{
    const DecodedDelivery &culprit = m_batch[m_next];
    const auto done = m_database.transaction([&]() -> Result<void> {
        const Error reason{ErrorCode::StoreFailed, QStringLiteral("it could not be put into the store")};
        if (const auto noted = m_projection->giveUp(culprit, reason); !noted)
            return noted;
        return m_projection->finish(culprit.id);
    });
    m_projection->forget();
    m_oneByOne = false;
    if (done) {
        m_watermark = culprit.id;
        ++m_next;
    }
    return done;
}

Result<bool> ProjectionPump::assumeEnds()
{
    bool any = false;
    const auto done = m_database.transaction([&]() -> Result<void> {
        if (const auto assumed = m_projection->assumeEnds(c_endsAtATime); !assumed)
            return assumed;
        any = !m_projection->changedConversations().isEmpty();
        return commitSlice(0);
    });
    m_projection->forget();
    if (!done)
        return std::unexpected(done.error());
    return any;
}

} // namespace earshot
