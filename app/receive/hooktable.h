// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/receive/hook.h"

#include <QHostAddress>
#include <QList>

#include <array>
#include <optional>
#include <unordered_map>

namespace earshot {

/** The networks from which a source may be posted to. */
class AllowedNetworks
{
public:
    AllowedNetworks() = default;

    /** @p networks in CIDR notation or single addresses. What cannot be read allows nobody, rather than everybody. */
    explicit AllowedNetworks(const QStringList &networks);

    /** @p address as hostAddress() gives it, so that an IPv4 network also meets IPv4 senders on an IPv6 socket. */
    bool allows(const QHostAddress &address) const;

private:
    bool m_restricted = false;
    QList<std::pair<QHostAddress, int>> m_networks;
};

/** What the listener knows of a hook once its token was recognised. */
struct HookEntry {
    qint64 sourceId = 0;
    AllowedNetworks allow;
    QByteArray secretHeader; ///< a name in any case; empty if there is none
};

/** The hooks by token. Immutable, so that every thread may read it while another one is being made. It holds no token,
 * only their SHA-256, and looking one up takes the same time however much of a guess is right. */
class HookTable
{
public:
    HookTable() = default;
    explicit HookTable(const QList<Hook> &hooks);

    /** Null if no hook has that token. */
    const HookEntry *find(QByteArrayView token) const;

private:
    using Digest = std::array<std::uint8_t, 32>;

    struct FirstBytes {
        std::size_t operator()(const Digest &digest) const;
    };

    struct ConstantTimeEqual {
        bool operator()(const Digest &left, const Digest &right) const;
    };

    static std::optional<Digest> digestOf(QByteArrayView token);

    std::unordered_map<Digest, HookEntry, FirstBytes, ConstantTimeEqual> m_entries;
};

} // namespace earshot
