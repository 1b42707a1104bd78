// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/deliverypass.h"

#include <array>

namespace earshot {
namespace {

constexpr int c_pageRows = 200;

// Which deliveries are looked at, each by an index that holds no others. `state <> 'decoded'` is for SQLite, which else
// does not see that the index of those will do.
constexpr std::array c_kinds = {
    QLatin1StringView(R"(finding WHERE "state" = 'unknown' AND "state" <> 'decoded')"),
    QLatin1StringView(R"(finding WHERE "state" = 'malformed' AND "state" <> 'decoded')"),
    QLatin1StringView(R"(finding WHERE "state" = 'quarantined' AND "state" <> 'decoded')"),
    QLatin1StringView(R"(finding WHERE "state" = 'erased' AND "state" <> 'decoded')"),
    QLatin1StringView(R"(finding WHERE "state" = 'decoded' AND "events" = 0)"),
    QLatin1StringView(R"(event WHERE "conversation" IS NULL)"),
};

QString pageSql(QLatin1StringView kind)
{
    return QStringLiteral(
               R"(SELECT f."delivery", f."source_id", f."received_at",)"
               R"( EXISTS (SELECT 1 FROM event e WHERE e."delivery" = f."delivery" AND e."conversation" IS NOT NULL),)"
               R"( EXISTS (SELECT 1 FROM delivery_body b WHERE b."delivery" = f."delivery"))"
               R"( FROM (SELECT DISTINCT "delivery" FROM %1 AND "delivery" > ? ORDER BY "delivery" LIMIT ?) a)"
               R"( JOIN finding f ON f."delivery" = a."delivery" ORDER BY f."delivery")")
        .arg(kind);
}

} // namespace

DeliveryPass::DeliveryPass(DeliveryLimits limits)
    : m_limits(std::move(limits))
{
}

void DeliveryPass::rewind()
{
    m_kind = m_safeKind;
    m_after = m_safeAfter;
}

Result<QList<DeliveryPass::Candidate>> DeliveryPass::readPage(Removal &removal) const
{
    QList<Candidate> page;
    const auto read =
        removal.sql().each(pageSql(c_kinds[m_kind]), {m_after, c_pageRows}, [&page](const Statement &row) {
            page.append({row.integer(0), row.integer(1), fromMicroseconds(row.integer(2)), row.integer(3) != 0,
                         row.integer(4) != 0});
        });
    return read ? Result<QList<Candidate>>(std::move(page)) : std::unexpected(read.error());
}

Result<bool> DeliveryPass::advance(Removal &removal, QDeadlineTimer deadline, PurgeSlice &slice)
{
    m_safeKind = m_kind;
    m_safeAfter = m_after;
    while (m_kind < c_kinds.size()) {
        const auto page = readPage(removal);
        if (!page)
            return std::unexpected(page.error());
        for (const Candidate &candidate : *page) {
            if (const auto done = treat(candidate, removal, slice); !done)
                return std::unexpected(done.error());
            m_after = candidate.id;
            if (deadline.hasExpired())
                return false;
        }
        if (page->isEmpty()) {
            ++m_kind;
            m_after = 0;
        }
    }
    return true;
}

Result<void> DeliveryPass::treat(const Candidate &candidate, Removal &removal, PurgeSlice &slice) const
{
    const auto limit = m_limits.constFind(candidate.source);
    if (limit == m_limits.constEnd() || candidate.hasConversation)
        return {};
    if (limit->removeBefore && candidate.receivedAt < *limit->removeBefore)
        return removal.removeDelivery(candidate.id, slice.report);
    if (!candidate.hasBody)
        return {};
    const auto tooMuch = isTooMuch(candidate, *limit, removal);
    if (!tooMuch)
        return std::unexpected(tooMuch.error());
    return *tooMuch ? removal.stripDelivery(candidate.id, slice.report) : Result<void>();
}

Result<bool> DeliveryPass::isTooMuch(const Candidate &candidate, const DeliveryLimit &limit, Removal &removal) const
{
    if (limit.stripBefore && candidate.receivedAt < *limit.stripBefore)
        return true;
    if (!limit.maxBytes)
        return false;
    const auto bytes = removal.sql().integer(QStringLiteral(R"(SELECT "bytes" FROM raw_bytes WHERE "source_id" = ?)"),
                                             {candidate.source});
    return bytes ? Result<bool>(*bytes > *limit.maxBytes) : std::unexpected(bytes.error());
}

Result<bool> QuarantinePass::advance(Removal &removal, QDeadlineTimer deadline, PurgeSlice &slice)
{
    struct Quarantined {
        qint64 id = 0;
        qint64 bytes = 0;
    };

    QList<Quarantined> page;
    const auto read = removal.sql().each(
        QStringLiteral(R"(SELECT f."delivery", CASE WHEN b."delivery" IS NULL THEN 0 ELSE d."bytes" END FROM finding f)"
                       R"( JOIN delivery d ON d."id" = f."delivery" LEFT JOIN delivery_body b ON b."delivery" = d."id")"
                       R"( WHERE f."state" = 'quarantined' AND f."state" <> 'decoded' AND f."delivery" < ?)"
                       R"( ORDER BY f."delivery" DESC LIMIT ?)"),
        {m_before, c_pageRows}, [&page](const Statement &row) { page.append({row.integer(0), row.integer(1)}); });
    if (!read)
        return std::unexpected(read.error());
    for (const Quarantined &quarantined : std::as_const(page)) {
        m_before = quarantined.id;
        if (m_deliveries + 1 > m_bound.deliveries || m_bytes + quarantined.bytes > m_bound.bytes) {
            m_deliveries = m_bound.deliveries; // all that are older go as well
            if (const auto removed = removal.removeDelivery(quarantined.id, slice.report); !removed)
                return std::unexpected(removed.error());
        } else {
            ++m_deliveries;
            m_bytes += quarantined.bytes;
        }
        if (deadline.hasExpired())
            return false;
    }
    return page.isEmpty();
}

} // namespace earshot
