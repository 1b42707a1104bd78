// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

#include <array>
#include <atomic>
#include <map>
#include <mutex>

namespace earshot {

/** How often a source's senders were answered with a status that is not 2xx. */
struct Refusals {
    qint64 sourceId = 0; ///< 0: no source of ours (an unknown token, a broken request)
    int status = 0; ///< 0: closed without an answer
    qint64 count = 0;

    friend bool operator==(const Refusals &, const Refusals &) = default;
};

/** What the listener has done since its start. */
struct ListenerCounts {
    quint64 accepted = 0; ///< connections taken
    quint64 refused = 0; ///< connections turned away, being too many
    quint64 stored = 0; ///< deliveries committed
    /** By status, 0 for requests that were left without one. What libmicrohttpd refuses before it has read a request
     * line is not among them. */
    std::map<int, quint64> answers;
};

/** The same, counting. Any thread. */
class Counters
{
public:
    void connectionAccepted() { ++m_accepted; }

    void connectionRefused() { ++m_refused; }

    void deliveryStored() { m_stored.fetch_add(1, std::memory_order_relaxed); }

    /** @p status below 600, 0 where the connection was closed instead; @p sourceId as in Refusals. */
    void answered(int status, qint64 sourceId);

    quint64 stored() const { return m_stored; }

    ListenerCounts counts() const;

    /** By source, then status; what was told once is not told again. */
    QList<Refusals> takeRefusals();

private:
    std::atomic<quint64> m_accepted = 0;
    std::atomic<quint64> m_refused = 0;
    std::atomic<quint64> m_stored = 0;
    std::array<std::atomic<quint64>, 600> m_answers = {};
    std::mutex m_mutex;
    std::map<std::pair<qint64, int>, qint64> m_refusals; ///< by source and status, so it cannot grow without bound
};

} // namespace earshot
