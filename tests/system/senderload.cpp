// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/senderload.h"

#include "tests/system/httpsender.h"

namespace earshot {

QByteArray endedCall(qint64 id)
{
    const QByteArray number = QByteArray::number(id);
    return R"({"event":"call.ended","timestamp":"2026-03-25T18:33:10Z","data":{"id":)" + number
           + R"(,"direction":"inbound","status":"completed","duration_seconds":125,"from_number":"+18005559876",)"
             R"("to_number":"+18005551234","started_at":"2026-03-25T18:30:55Z","ended_at":"2026-03-25T18:33:00Z"}})";
}

SenderLoad::SenderLoad(quint16 port, const QByteArray &token, qint64 firstCall, int senders)
    : m_nextCall(firstCall)
{
    for (int i = 0; i < senders; ++i)
        m_threads.emplace_back([this, port, token] { sendUntilStopped(port, token); });
}

SenderLoad::~SenderLoad()
{
    stop();
}

void SenderLoad::stop()
{
    m_stopping = true;
    for (std::thread &thread : m_threads) {
        if (thread.joinable())
            thread.join();
    }
}

QSet<qint64> SenderLoad::acknowledged() const
{
    const std::scoped_lock lock(m_mutex);
    return m_acknowledged;
}

void SenderLoad::sendUntilStopped(quint16 port, const QByteArray &token)
{
    HttpSender sender(port);
    while (!m_stopping) {
        const qint64 call = m_nextCall++;
        const int status = sender.send(jsonPost(token, endedCall(call)));
        if (status == 0)
            return; // the listener is gone
        if (status == 200) {
            const std::scoped_lock lock(m_mutex);
            m_acknowledged.insert(call);
        } else if (status != 503) {
            ++m_oddAnswers;
        }
    }
}

} // namespace earshot
