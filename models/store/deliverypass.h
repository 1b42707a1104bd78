// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/retention.h"

namespace earshot {

/** What goes of a source's deliveries that belong to no conversation. */
struct DeliveryLimit {
    std::optional<Timestamp> removeBefore; ///< arrived before: goes
    std::optional<Timestamp> stripBefore; ///< its body goes
    std::optional<qint64> maxBytes; ///< over this the oldest give theirs, after the conversations
};

using DeliveryLimits = QHash<qint64, DeliveryLimit>;

/** Removes what belongs to no conversation by its own age: unknown, malformed and quarantined deliveries, and those
 * whose events are of no conversation. Repeats go with what they repeat. */
class DeliveryPass final : public RetentionPass
{
public:
    explicit DeliveryPass(DeliveryLimits limits);

    Result<bool> advance(Removal &removal, QDeadlineTimer deadline, PurgeSlice &slice) override;
    void rewind() override;

private:
    struct Candidate {
        qint64 id = 0;
        qint64 source = 0;
        Timestamp receivedAt;
        bool hasConversation = false;
        bool hasBody = false;
    };

    Result<QList<Candidate>> readPage(Removal &removal) const;
    Result<void> treat(const Candidate &candidate, Removal &removal, PurgeSlice &slice) const;
    Result<bool> isTooMuch(const Candidate &candidate, const DeliveryLimit &limit, Removal &removal) const;

    const DeliveryLimits m_limits;
    std::size_t m_kind = 0; ///< of deliveries that are looked at
    qint64 m_after = 0;
    std::size_t m_safeKind = 0;
    qint64 m_safeAfter = 0;
};

/** Keeps the newest quarantined deliveries up to the bound. */
class QuarantinePass final : public RetentionPass
{
public:
    explicit QuarantinePass(const QuarantineBound &bound)
        : m_bound(bound)
    {
    }

    Result<bool> advance(Removal &removal, QDeadlineTimer deadline, PurgeSlice &slice) override;

    /** Counts anew. */
    void rewind() override
    {
        m_before = std::numeric_limits<qint64>::max();
        m_deliveries = m_bytes = 0;
    }

private:
    const QuarantineBound m_bound;
    qint64 m_before = std::numeric_limits<qint64>::max();
    qint64 m_deliveries = 0; ///< newer ones, which stay
    qint64 m_bytes = 0;
};

} // namespace earshot
