// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/hooktable.h"

#include "models/base/logging.h"

#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>

#include <cstring>

namespace earshot {

AllowedNetworks::AllowedNetworks(const QStringList &networks)
    : m_restricted(!networks.isEmpty())
{
    for (const QString &text : networks) {
        const std::pair<QHostAddress, int> network = QHostAddress::parseSubnet(text.trimmed());
        if (network.second < 0)
            qCWarning(lcReceive) << "not a network, so it allows nobody:" << text;
        else
            m_networks.append(network);
    }
}

bool AllowedNetworks::allows(const QHostAddress &address) const
{
    const auto contains = [&address](const auto &network) { return address.isInSubnet(network); };
    return !m_restricted || std::any_of(m_networks.begin(), m_networks.end(), contains);
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

HookTable::HookTable(const QList<Hook> &hooks)
{
    for (const Hook &hook : hooks) {
        const std::optional<Digest> digest = digestOf(hook.token);
        if (!digest)
            continue;
        const HookEntry entry{hook.sourceId, AllowedNetworks(hook.allow), hook.secretHeader};
        if (!m_entries.emplace(*digest, entry).second)
            qCWarning(lcReceive) << "two sources share a token; the first one gets its deliveries, not"
                                 << hook.sourceId;
    }
}

const HookEntry *HookTable::find(QByteArrayView token) const
{
    const std::optional<Digest> digest = digestOf(token);
    if (!digest)
        return nullptr;
    const auto found = m_entries.find(*digest);
    return found == m_entries.end() ? nullptr : &found->second;
}

} // namespace earshot
