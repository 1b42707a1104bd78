// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/conversationpass.h"

namespace earshot {
namespace {

constexpr int c_pageRows = 200;
constexpr qint64 c_largeEvents = 64; // such a conversation gives its bytes in slices before the rest goes at once

QString pageSql()
{
    return QStringLiteral(R"(SELECT c."id", c."time", %1, %2, %3, coalesce(s."has_bytes", 1), c."events")"
                          R"( FROM conversation c LEFT JOIN sealed_conversation s ON s."conversation" = c."id")"
                          R"( WHERE c."source_id" = ? AND (c."time", c."id") > (?, ?) AND c."time" < ?)"
                          R"( ORDER BY c."time", c."id" LIMIT ?)")
        .arg(isOldSql(), isRunningSql(), isWaitingSql());
}

} // namespace

ConversationPass::ConversationPass(Mode mode, qint64 source, Timestamp before, Timestamp now, qint64 maxBytes)
    : m_mode(mode)
    , m_source(source)
    , m_before(before)
    , m_now(now)
    , m_maxBytes(maxBytes)
{
}

void ConversationPass::rewind()
{
    m_page.clear();
    m_afterTime = m_safeTime;
    m_afterId = m_safeId;
}

Result<void> ConversationPass::readPage(Removal &removal)
{
    const qint64 before = toMicroseconds(m_before);
    // Where bytes are too many, all that ended may give theirs.
    const qint64 until = m_mode == Mode::Fit ? std::numeric_limits<qint64>::max() : before;
    return removal.sql().each(
        pageSql(), {until, until, m_source, m_afterTime, m_afterId, until, c_pageRows}, [this](const Statement &row) {
            const bool isWaiting = m_mode == Mode::Remove && row.integer(4) != 0;
            m_page.append({row.integer(0), row.integer(1), row.integer(2) != 0, row.integer(3) != 0 || isWaiting,
                           row.integer(5) != 0, row.integer(6)});
        });
}

Result<bool> ConversationPass::fits(Removal &removal) const
{
    if (m_mode != Mode::Fit)
        return false;
    const auto bytes =
        removal.sql().integer(QStringLiteral(R"(SELECT "bytes" FROM raw_bytes WHERE "source_id" = ?)"), {m_source});
    return bytes ? Result<bool>(*bytes <= m_maxBytes) : std::unexpected(bytes.error());
}

Result<bool> ConversationPass::advance(Removal &removal, QDeadlineTimer deadline, PurgeSlice &slice)
{
    m_safeTime = m_afterTime;
    m_safeId = m_afterId;
    do {
        if (m_page.isEmpty()) {
            if (const auto read = readPage(removal); !read)
                return std::unexpected(read.error());
            if (m_page.isEmpty())
                return true;
        }
        const auto isEnough = fits(removal);
        if (!isEnough || *isEnough)
            return isEnough;
        const Candidate candidate = m_page.first();
        const auto done = treat(candidate, removal, deadline, slice);
        if (!done)
            return done;
        if (!*done)
            return false; // the rest of it at the next turn
        m_page.removeFirst();
        m_afterTime = candidate.time;
        m_afterId = candidate.id;
    } while (!deadline.hasExpired());
    return false;
}

/** True once there is nothing left to do for it. */
Result<bool> ConversationPass::treat(const Candidate &candidate, Removal &removal, QDeadlineTimer deadline,
                                     PurgeSlice &slice) const
{
    if (!candidate.isOld)
        return true;
    if (candidate.isKept) {
        slice.report.kept += m_mode == Mode::Remove ? 1 : 0;
        return true;
    }
    if (m_mode == Mode::Remove)
        return remove(candidate, removal, deadline, slice);
    return candidate.hasBytes ? sealAndStrip(candidate.id, removal, deadline, slice) : Result<bool>(true);
}

Result<bool> ConversationPass::remove(const Candidate &candidate, Removal &removal, QDeadlineTimer deadline,
                                      PurgeSlice &slice) const
{
    if (candidate.events > c_largeEvents && candidate.hasBytes) {
        PurgeSlice bytes;
        const auto stripped = sealAndStrip(candidate.id, removal, deadline, bytes);
        slice.report.bytes += bytes.report.bytes;
        if (!stripped || !*stripped)
            return stripped;
    }
    if (const auto removed = removal.removeConversation(candidate.id, slice.report); !removed)
        return std::unexpected(removed.error());
    slice.conversations.append(candidate.id);
    return true;
}

Result<bool> ConversationPass::sealAndStrip(qint64 id, Removal &removal, QDeadlineTimer deadline,
                                            PurgeSlice &slice) const
{
    if (const auto sealed = removal.seal(id, m_now, slice.report); !sealed)
        return std::unexpected(sealed.error());
    slice.conversations.append(id);
    return removal.strip(id, deadline, slice.report);
}

} // namespace earshot
