// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/addresscounts.h"

#include <QtEndian>

namespace earshot {
namespace {

quint64 networkOf(const QHostAddress &address)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol)
        return address.toIPv4Address(); // no sender's IPv6 address begins with 32 zero bits
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    return qFromBigEndian<quint64>(bytes.c);
}

} // namespace

AddressCounts::Place::Place(AddressCounts *counts, quint64 network)
    : m_counts(counts)
    , m_network(network)
{
}

AddressCounts::Place::Place(Place &&other) noexcept
    : m_counts(std::exchange(other.m_counts, nullptr))
    , m_network(other.m_network)
{
}

AddressCounts::Place &AddressCounts::Place::operator=(Place &&other) noexcept
{
    std::swap(m_counts, other.m_counts);
    std::swap(m_network, other.m_network);
    return *this;
}

AddressCounts::Place::~Place()
{
    if (m_counts != nullptr)
        m_counts->leave(m_network);
}

AddressCounts::AddressCounts(int most, NetworkSet free)
    : m_most(most)
    , m_free(std::move(free))
{
}

std::optional<AddressCounts::Place> AddressCounts::enter(const QHostAddress &address)
{
    if (m_free.contains(address))
        return Place();
    const quint64 network = networkOf(address);
    const std::scoped_lock lock(m_mutex);
    int &open = m_open[network];
    if (open >= m_most)
        return std::nullopt;
    ++open;
    return Place(this, network);
}

AddressCounts::Place AddressCounts::adopt(const QHostAddress &address)
{
    return m_free.contains(address) ? Place() : Place(this, networkOf(address));
}

void AddressCounts::leave(quint64 network)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_open.find(network);
    if (found != m_open.end() && --found->second == 0)
        m_open.erase(found);
}

} // namespace earshot
