// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/hooktable.h"

#include "models/base/logging.h"

#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>

#include <cstring>

namespace earshot {

namespace {

constexpr std::chrono::milliseconds c_longestDelay = std::chrono::seconds(60);

/** Only what the listener can send as a final answer. */
std::optional<ChosenAnswer> usableAnswer(const Hook &hook)
{
    const bool isUsable = !hook.answer || (hook.answer->status >= 200 && hook.answer->status <= 599);
    if (!isUsable) {
        qCWarning(lcReceive) << "an answer of status" << hook.answer->status << "cannot be given; source"
                             << hook.sourceId << "answers 200";
        return std::nullopt;
    }
    std::optional<ChosenAnswer> answer = hook.answer;
    if (answer)
        answer->delay = qBound(std::chrono::milliseconds(0), answer->delay, c_longestDelay);
    return answer;
}

QByteArray withoutLastSlash(const QString &base)
{
    QByteArray text = base.toUtf8();
    while (text.endsWith('/'))
        text.chop(1);
    return text;
}

/** The limiter of @p before if its limit is the same. */
std::shared_ptr<RateLimiter> limiterOf(const std::optional<RateLimit> &limit, const HookEntry *before)
{
    if (!limit || limit->perMinute <= 0)
        return nullptr;
    const bool isSame = before != nullptr && before->rate && before->rate->limit() == *limit;
    return isSame ? before->rate : std::make_shared<RateLimiter>(*limit);
}

} // namespace

AllowList::AllowList(const QStringList &networks)
    : m_isRestricted(!networks.isEmpty())
    , m_networks(networks)
{
    for (const QString &text : m_networks.unreadable())
        qCWarning(lcReceive) << "not a network, so it allows nobody:" << text;
}

std::size_t HookTable::FirstBytes::operator()(const Digest &digest) const
{
    std::size_t hash = 0;
    std::memcpy(&hash, digest.data(), sizeof hash);
    return hash;
}

bool HookTable::ConstantTimeEqual::operator()(const Digest &left, const Digest &right) const
{
    return gnutls_memcmp(left.data(), right.data(), left.size()) == 0;
}

std::optional<HookTable::Digest> HookTable::digestOf(QByteArrayView token)
{
    Digest digest;
    const int failed = gnutls_hash_fast(GNUTLS_DIG_SHA256, token.data(), std::size_t(token.size()), digest.data());
    if (failed < 0) {
        qCWarning(lcReceive) << "a token cannot be looked up:" << gnutls_strerror(failed);
        return std::nullopt;
    }
    return digest;
}

HookTable::HookTable(const QList<Hook> &hooks, const HookTable &before)
{
    for (const Hook &hook : hooks) {
        const std::shared_ptr<const HookEntry> entry = entryOf(hook, before);
        m_sources.emplace(hook.sourceId, entry);
        for (const TimedSecret &token : hook.secrets.tokens)
            addDoor(token, entry);
    }
}

std::shared_ptr<const HookEntry> HookTable::entryOf(const Hook &hook, const HookTable &before) const
{
    const auto found = before.m_sources.find(hook.sourceId);
    const HookEntry *old = found != before.m_sources.end() ? found->second.get() : nullptr;
    auto entry = std::make_shared<HookEntry>();
    entry->sourceId = hook.sourceId;
    entry->allow = AllowList(hook.allow);
    entry->proof = hook.proof;
    entry->secrets = hook.secrets;
    entry->secrets.tokens.clear();
    entry->secretsUnreadable = hook.secretsUnreadable;
    entry->answer = usableAnswer(hook);
    entry->publicBase = withoutLastSlash(hook.publicBase);
    entry->rate = limiterOf(hook.rateLimit, old);
    entry->turns = old != nullptr ? old->turns : std::make_shared<std::atomic<quint64>>(0);
    return entry;
}

void HookTable::addDoor(const TimedSecret &token, const std::shared_ptr<const HookEntry> &entry)
{
    const std::optional<Digest> digest = digestOf(token.value);
    if (!digest)
        return;
    const auto [door, isNew] = m_doors.emplace(*digest, Door{entry, token.until});
    if (!isNew && door->second.entry->sourceId != entry->sourceId)
        qCWarning(lcReceive) << "two sources share a token; the first one gets its deliveries, not" << entry->sourceId;
}

const HookEntry *HookTable::find(QByteArrayView token, const Clock &clock) const
{
    const std::optional<Digest> digest = digestOf(token);
    if (!digest)
        return nullptr;
    const auto found = m_doors.find(*digest);
    if (found == m_doors.end())
        return nullptr;
    const Door &door = found->second;
    return !door.until || clock.now() < *door.until ? door.entry.get() : nullptr;
}

} // namespace earshot
