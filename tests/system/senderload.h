// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QSet>

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

namespace earshot {

/** Senders that post calls to a Varda hook, each its own, as fast as they are answered, until the listener is gone or
 * they are told to stop. What is counted here is what Earshot promised. */
class SenderLoad
{
public:
    /** Calls are numbered from @p firstCall on. */
    SenderLoad(quint16 port, const QByteArray &token, qint64 firstCall, int senders = 4);
    /** Stops. */
    ~SenderLoad();

    /** Waits for the answers that are under way. */
    void stop();

    /** Calls whose delivery was answered with 200. */
    QSet<qint64> acknowledged() const;

    /** Every call that was sent has a number below this one. */
    qint64 nextCall() const { return m_nextCall; }

    /** Answers that were neither 200 nor 503 while it ran. */
    int oddAnswers() const { return m_oddAnswers; }

private:
    void sendUntilStopped(quint16 port, const QByteArray &token);

    std::atomic<qint64> m_nextCall;
    std::atomic<int> m_oddAnswers = 0;
    std::atomic<bool> m_stopping = false;
    mutable std::mutex m_mutex;
    QSet<qint64> m_acknowledged;
    std::vector<std::thread> m_threads;
};

/** A call that has started and ended, as Varda tells it. */
QByteArray endedCall(qint64 id);

} // namespace earshot
