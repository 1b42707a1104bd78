// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/retention.h"

namespace earshot {

/** Removes or seals the conversations of one source, the oldest first. */
class ConversationPass final : public RetentionPass
{
public:
    enum class Mode {
        Remove, ///< all of those of which nothing was heard since a moment
        Seal, ///< the bytes of those
        Fit, ///< the bytes of as many as are too much
    };

    /** @p maxBytes: of Fit. */
    ConversationPass(Mode mode, qint64 source, Timestamp before, Timestamp now, qint64 maxBytes = 0);

    Result<bool> advance(Removal &removal, QDeadlineTimer deadline, PurgeSlice &slice) override;
    void rewind() override;

private:
    struct Candidate {
        qint64 id = 0;
        qint64 time = 0;
        bool isOld = false;
        bool isKept = false; ///< runs, or waits to be sent
        bool hasBytes = false; ///< or is not sealed
        qint64 events = 0;
    };

    Result<void> readPage(Removal &removal);
    Result<bool> fits(Removal &removal) const;
    Result<bool> treat(const Candidate &candidate, Removal &removal, QDeadlineTimer deadline, PurgeSlice &slice) const;
    Result<bool> remove(const Candidate &candidate, Removal &removal, QDeadlineTimer deadline, PurgeSlice &slice) const;
    Result<bool> sealAndStrip(qint64 id, Removal &removal, QDeadlineTimer deadline, PurgeSlice &slice) const;

    const Mode m_mode;
    const qint64 m_source;
    const Timestamp m_before;
    const Timestamp m_now;
    const qint64 m_maxBytes;
    QList<Candidate> m_page;
    qint64 m_afterTime = std::numeric_limits<qint64>::min();
    qint64 m_afterId = 0;
    qint64 m_safeTime = m_afterTime; ///< where the last slice that was committed began
    qint64 m_safeId = 0;
};

} // namespace earshot
