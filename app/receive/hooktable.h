// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/receive/hook.h"
#include "app/receive/ratelimiter.h"
#include "models/base/clock.h"
#include "models/verify/addressfilter.h"

#include <QHostAddress>
#include <QList>

#include <array>
#include <atomic>
#include <memory>
#include <optional>
#include <unordered_map>

namespace earshot {

/** The networks from which a source may be posted to; none named: all. What cannot be read allows nobody, rather than
 * everybody. */
class AllowList
{
public:
    AllowList() = default;

    /** @p networks in CIDR notation or single addresses. */
    explicit AllowList(const QStringList &networks);

    /** @p address: nothing where nobody knows it. */
    bool allows(const std::optional<QHostAddress> &address) const
    {
        return !m_isRestricted || (address && m_networks.contains(*address));
    }

private:
    bool m_isRestricted = false;
    NetworkSet m_networks;
};

/** What the listener knows of a hook once its token was recognised. */
struct HookEntry {
    qint64 sourceId = 0;
    AllowList allow;
    SenderProof proof;
    SourceSecrets secrets; ///< without the tokens
    bool secretsUnreadable = false;
    std::optional<ChosenAnswer> answer;
    QByteArray publicBase; ///< without a slash at its end; empty if it is not known
    std::shared_ptr<RateLimiter> rate; ///< null if there is none; goes on counting from one table to the next
    std::shared_ptr<std::atomic<quint64>> turns; ///< deliveries so far, of which one in ChosenAnswer::oneIn is chosen
};

/** The hooks by token. Immutable, so that every thread may read it while another one is being made. It holds no token,
 * only their SHA-256, and looking one up takes the same time however much of a guess is right. */
class HookTable
{
public:
    HookTable() = default;

    /** What was counted for a source of @p before goes on counting. */
    explicit HookTable(const QList<Hook> &hooks, const HookTable &before = {});

    /** Null if no hook has that token now. */
    const HookEntry *find(QByteArrayView token, const Clock &clock) const;

private:
    using Digest = std::array<std::uint8_t, 32>;

    struct FirstBytes {
        std::size_t operator()(const Digest &digest) const;
    };

    struct ConstantTimeEqual {
        bool operator()(const Digest &left, const Digest &right) const;
    };

    struct Door {
        std::shared_ptr<const HookEntry> entry;
        std::optional<Timestamp> until;
    };

    static std::optional<Digest> digestOf(QByteArrayView token);
    std::shared_ptr<const HookEntry> entryOf(const Hook &hook, const HookTable &before) const;
    void addDoor(const TimedSecret &token, const std::shared_ptr<const HookEntry> &entry);

    std::unordered_map<Digest, Door, FirstBytes, ConstantTimeEqual> m_doors;
    std::unordered_map<qint64, std::shared_ptr<const HookEntry>> m_sources;
};

} // namespace earshot
