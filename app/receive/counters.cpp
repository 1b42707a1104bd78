// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/counters.h"

#include <utility>

namespace earshot {

void Counters::answered(int status, qint64 sourceId)
{
    Q_ASSERT(status >= 0 && std::size_t(status) < m_answers.size());
    m_answers[std::size_t(status)].fetch_add(1, std::memory_order_relaxed);
    if (status >= 200 && status < 300)
        return;
    const std::scoped_lock lock(m_mutex);
    ++m_refusals[{sourceId, status}];
}

ListenerCounts Counters::counts() const
{
    ListenerCounts counts{m_accepted, m_refused, m_stored, {}};
    for (std::size_t status = 0; status < m_answers.size(); ++status) {
        if (const quint64 count = m_answers[status]; count > 0)
            counts.answers[int(status)] = count;
    }
    return counts;
}

QList<Refusals> Counters::takeRefusals()
{
    std::map<std::pair<qint64, int>, qint64> taken;
    {
        const std::scoped_lock lock(m_mutex);
        taken = std::exchange(m_refusals, {});
    }
    QList<Refusals> refusals;
    for (const auto &[key, count] : taken)
        refusals.append({key.first, key.second, count});
    return refusals;
}

} // namespace earshot
