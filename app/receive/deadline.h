// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <atomic>
#include <chrono>
#include <limits>
#include <optional>

namespace earshot {

/** Until when a sender must have done its next step, and what it hears if it has not. One thread arms and disarms,
 * another looks whether the time has come; whichever is first wins, so that a request is never both served and cut off.
 */
class Deadline
{
public:
    using Clock = std::chrono::steady_clock;

    enum class Expiry {
        Close, ///< no request is under way: just close
        Tell, ///< a request is half sent: 408, then close
    };

    /** False where the time was up already: the connection is being closed by the other thread. */
    bool arm(std::chrono::milliseconds duration, Expiry expiry)
    {
        return replace(encode(Clock::now() + duration, expiry));
    }

    /** No deadline while we, not the sender, are the ones to act. False as with arm(). */
    bool disarm() { return replace(c_never); }

    /** What to do with the connection if its time is up at @p now; told once. */
    std::optional<Expiry> expire(Clock::time_point now)
    {
        qint64 word = m_word.load(std::memory_order_relaxed);
        if (word == c_expired || word > encode(now, Expiry::Tell))
            return std::nullopt;
        if (!m_word.compare_exchange_strong(word, c_expired))
            return std::nullopt;
        return (word & 1) != 0 ? Expiry::Tell : Expiry::Close;
    }

    /** Names the step that the sender has half done; nothing while none is under way. Another step, another name. */
    std::optional<qint64> sendingStep() const
    {
        const qint64 word = m_word.load(std::memory_order_relaxed);
        const bool isSending = word != c_expired && word != c_never && (word & 1) != 0;
        return isSending ? std::optional(word) : std::nullopt;
    }

    /** As expire(), before the time is up, if the sender is still at @p step. */
    std::optional<Expiry> cutShort(qint64 step)
    {
        return m_word.compare_exchange_strong(step, c_expired) ? std::optional(Expiry::Tell) : std::nullopt;
    }

private:
    static constexpr qint64 c_never = std::numeric_limits<qint64>::max();
    static constexpr qint64 c_expired = std::numeric_limits<qint64>::min();

    /** Milliseconds with the expiry as the lowest bit, so that both change at once. */
    static qint64 encode(Clock::time_point time, Expiry expiry)
    {
        const auto sinceStart = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch());
        return (sinceStart.count() << 1) | (expiry == Expiry::Tell ? 1 : 0);
    }

    bool replace(qint64 word)
    {
        qint64 current = m_word.load(std::memory_order_relaxed);
        do {
            if (current == c_expired)
                return false;
        } while (!m_word.compare_exchange_weak(current, word));
        return true;
    }

    std::atomic<qint64> m_word = c_never;
};

} // namespace earshot
