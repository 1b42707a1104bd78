// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/housekeeper.h"

#include "models/store/changetable.h"

namespace earshot {
namespace {

void answer(const Housekeeper::Promise &promise, Result<PurgeReport> result)
{
    if (!promise)
        return;
    promise->addResult(std::move(result));
    promise->finish();
}

} // namespace

Housekeeper::Housekeeper(const Database &database, const Clock &clock, const QuarantineBound &bound)
    : m_database(database)
    , m_clock(clock)
    , m_bound(bound)
    , m_removal(database)
    , m_vacuum(database)
{
}

Housekeeper::~Housekeeper()
{
    settle();
    for (const Wish &wish : m_wishes)
        answer(wish.promise, failure(ErrorCode::Cancelled, QStringLiteral("the store is closed")));
}

void Housekeeper::purge(const PurgeWish &wish, Promise promise)
{
    m_wishes.push_back({wish, std::move(promise), false, false, {}, {}});
}

Result<void> Housekeeper::lookAtQuarantine()
{
    const auto newest = m_removal.sql().integer(
        QStringLiteral(R"(SELECT max("delivery") FROM finding WHERE "state" = 'quarantined' AND "state" <> 'decoded')"),
        {});
    if (!newest)
        return std::unexpected(newest.error());
    if (*newest == std::exchange(m_lastQuarantined, *newest) || *newest == 0)
        return {};
    m_wishes.push_back({{}, {}, true, false, {}, {}});
    return {};
}

Result<void> Housekeeper::begin(Wish &wish) const
{
    if (wish.isBegun)
        return {};
    if (wish.isOfQuarantine) {
        wish.passes.push_back(quarantinePass(m_bound));
    } else {
        auto passes = retentionPasses(m_database, wish.what, m_clock.now());
        if (!passes)
            return std::unexpected(passes.error());
        wish.passes = std::move(*passes);
    }
    wish.isBegun = true;
    return {};
}

Result<Housekeeper::Outcome> Housekeeper::slice(std::chrono::milliseconds budget)
{
    if (!hasWork())
        return Outcome::Nothing;
    const auto outcome = m_wishes.empty() ? shrink(budget) : advance(budget);
    if (outcome)
        return outcome;
    if (m_wishes.empty()) {
        m_isShrinking = false;
        settle();
    } else {
        answer(m_wishes.front().promise, std::unexpected(outcome.error()));
        m_wishes.pop_front();
    }
    return outcome;
}

Result<Housekeeper::Outcome> Housekeeper::advance(std::chrono::milliseconds budget)
{
    Wish &wish = m_wishes.front();
    if (const auto begun = begin(wish); !begun)
        return std::unexpected(begun.error());
    if (!wish.passes.empty())
        return sliceOf(wish, budget);
    if (const auto looked = lookForGaps(); !looked)
        return std::unexpected(looked.error());
    m_done.push_back(std::move(wish));
    m_wishes.pop_front();
    if (!m_isShrinking)
        settle();
    return Outcome::More;
}

Result<void> Housekeeper::lookForGaps()
{
    const auto hasGaps = m_vacuum.hasWork();
    if (!hasGaps)
        return std::unexpected(hasGaps.error());
    m_isShrinking = *hasGaps;
    return {};
}

Result<Housekeeper::Outcome> Housekeeper::sliceOf(Wish &wish, std::chrono::milliseconds budget)
{
    RetentionPass &pass = *wish.passes.front();
    PurgeSlice slice;
    bool isThrough = false;
    const auto done = m_database.transaction([&]() -> Result<void> {
        const auto advanced =
            pass.advance(m_removal, QDeadlineTimer(budget / 2), slice); // the other half is for the commit
        if (!advanced)
            return std::unexpected(advanced.error());
        isThrough = *advanced;
        return note(slice);
    });
    if (!done) {
        pass.rewind();
        return std::unexpected(done.error());
    }
    wish.report += slice.report;
    if (isThrough)
        wish.passes.erase(wish.passes.begin());
    const bool hasChanged = slice.report.deliveries > 0 || slice.report.bytes > 0 || !slice.conversations.isEmpty();
    return hasChanged ? Outcome::Changed : Outcome::More;
}

Result<void> Housekeeper::note(const PurgeSlice &slice) const
{
    if (slice.report.deliveries > 0 || slice.report.bytes > 0) {
        if (const auto noted = changetable::note(m_database, ChangeKind::Delivery); !noted)
            return noted;
    }
    return changetable::noteConversations(m_database, ChangeKind::Conversation, slice.conversations);
}

Result<Housekeeper::Outcome> Housekeeper::shrink(std::chrono::milliseconds budget)
{
    const auto more = m_vacuum.slice(budget);
    if (!more)
        return std::unexpected(more.error());
    m_isShrinking = *more;
    if (*more)
        return Outcome::More;
    settle();
    return Outcome::Shrunk;
}

void Housekeeper::postponeShrinking()
{
    if (m_wishes.empty())
        settle();
}

void Housekeeper::settle()
{
    for (const Wish &wish : std::exchange(m_done, {}))
        answer(wish.promise, wish.report);
}

} // namespace earshot
