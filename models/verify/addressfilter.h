// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QHostAddress>
#include <QList>
#include <QStringList>

#include <optional>

namespace earshot {

/** Networks in CIDR notation, IPv4 and IPv6. Immutable; any thread. */
class NetworkSet
{
public:
    NetworkSet() = default;

    /** `192.0.2.0/24`, `2001:db8::/32`, or one address in full. What cannot be read contains nothing and is named in
     * unreadable(). */
    explicit NetworkSet(const QStringList &networks);

    bool isEmpty() const { return m_networks.isEmpty(); }

    /** An IPv4 address mapped into IPv6 (`::ffff:192.0.2.1`) counts as IPv4. */
    bool contains(const QHostAddress &address) const;

    QStringList unreadable() const { return m_unreadable; }

private:
    QList<std::pair<QHostAddress, int>> m_networks;
    QStringList m_unreadable;
};

/** Who sent a request that came from @p peer: the peer itself, or, where that is a trusted proxy, the last address in
 * Forwarded (RFC 7239) or X-Forwarded-For, read from the right end, that is no trusted proxy; the leftmost where all
 * are. What stands left of it may be made up by the sender and is never looked at. Nothing where a hop cannot be read
 * (`unknown`, an obfuscated name, nonsense): then nobody knows. Nothing either where both fields are there and differ:
 * a proxy that writes one of them hands on what the sender made up in the other. Any thread.
 * @p forwarded and @p forwardedFor: the values of all fields of that name, in their order. */
std::optional<QHostAddress> senderAddress(const QHostAddress &peer, const NetworkSet &trustedProxies,
                                          const QList<QByteArrayView> &forwarded,
                                          const QList<QByteArrayView> &forwardedFor);

} // namespace earshot
