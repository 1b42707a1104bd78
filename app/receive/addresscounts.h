// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/verify/addressfilter.h"

#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>

namespace earshot {

/** How many connections each address has open. An IPv6 sender commonly owns a whole /64, so those 64 bits are what is
 * counted. Any thread. */
class AddressCounts
{
public:
    /** @p free networks have no limit and are not counted. */
    AddressCounts(int most, NetworkSet free);

    /** One connection's place, given back at its end. */
    class Place
    {
    public:
        Place() = default;
        Place(Place &&other) noexcept;
        Place &operator=(Place &&other) noexcept;
        ~Place();

        /** Stays taken; whoever adopts it gives it back. */
        void release() { m_counts = nullptr; }

    private:
        friend class AddressCounts;
        Place(AddressCounts *counts, quint64 network);

        AddressCounts *m_counts = nullptr;
        quint64 m_network = 0;
    };

    /** Nothing where @p address, as hostAddress() gives it, has as many as it may. */
    std::optional<Place> enter(const QHostAddress &address);

    /** A place that was released; it is taken already. */
    Place adopt(const QHostAddress &address);

private:
    void leave(quint64 network);

    const int m_most;
    const NetworkSet m_free;
    std::mutex m_mutex;
    std::unordered_map<quint64, int> m_open; ///< by network
};

} // namespace earshot
