// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/receive/answerset.h"

#include <array>
#include <atomic>
#include <map>

namespace earshot {

/** What the listener has done since its start. */
struct ListenerCounts {
    quint64 accepted = 0; ///< connections taken
    quint64 refused = 0; ///< connections turned away, being too many
    quint64 stored = 0; ///< deliveries acknowledged
    std::map<int, quint64> answers; ///< by status; what libmicrohttpd refuses by itself is not among them
};

/** The same, counting. Any thread. */
class Counters
{
public:
    void connectionAccepted() { ++m_accepted; }

    void connectionRefused() { ++m_refused; }

    void answered(Answer answer) { m_answers[std::size_t(answer)].fetch_add(1, std::memory_order_relaxed); }

    void healthAnswered() { ++m_healthAnswers; }

    quint64 stored() const { return m_answers[std::size_t(Answer::Stored)]; }

    ListenerCounts counts() const
    {
        ListenerCounts counts{m_accepted, m_refused, stored(), {}};
        for (std::size_t i = 0; i < c_answerCount; ++i) {
            if (const quint64 count = m_answers[i]; count > 0)
                counts.answers[AnswerSet::status(Answer(i))] += count;
        }
        if (const quint64 count = m_healthAnswers; count > 0)
            counts.answers[200] += count;
        return counts;
    }

private:
    std::atomic<quint64> m_accepted = 0;
    std::atomic<quint64> m_refused = 0;
    std::atomic<quint64> m_healthAnswers = 0;
    std::array<std::atomic<quint64>, c_answerCount> m_answers = {};
};

} // namespace earshot
