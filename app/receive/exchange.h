// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/receive/connection.h"
#include "app/receive/receivecontext.h"
#include "app/receive/requesthead.h"
#include "app/receive/target.h"

#include <microhttpd.h>

#include <atomic>
#include <memory>
#include <optional>

namespace earshot {

/** One request and its answer, from the request line to the last byte sent. All functions run on the daemon's thread,
 * save settle(). */
class Exchange
{
public:
    /** @p rawTarget as it stands in the request line. */
    Exchange(ReceiveContext &context, Connection &connection, MHD_Connection *handle, QByteArrayView rawTarget);

    /** A step of libmicrohttpd's handler: first with the head alone, then with each piece of body, then without one at
     * the end, and once more when the connection was resumed. MHD_NO closes the connection. */
    MHD_Result proceed(const char *method, const char *version, QByteArrayView piece);

    /** The journal's answer; resumes the connection. Any thread, once for each delivery that was offered. */
    void settle(bool stored);

private:
    enum class Phase { Head, Body, Waiting };
    enum class Outcome { Unknown, Stored, Failed };

    MHD_Result readHead(const char *method, const char *version);
    void collectHead(const char *method, const char *version);
    std::optional<Answer> answerToHead();
    std::optional<Answer> answerToHealth() const;
    std::optional<Answer> answerToHook();
    std::optional<Answer> answerToMethod() const;
    std::optional<Answer> answerToLength() const;

    MHD_Result takePiece(QByteArrayView piece);
    MHD_Result finishRequest();
    std::optional<Answer> answerToCoding() const;
    MHD_Result offer();
    Delivery makeDelivery();

    MHD_Result answer(Answer answer);
    MHD_Result answerHealth();
    MHD_Result cutOff(Answer answer);

    ReceiveContext &m_context;
    Connection &m_connection;
    MHD_Connection *const m_handle;
    const QByteArray m_rawTarget;
    Target m_target;
    RequestHead m_head;
    std::shared_ptr<const HookTable> m_hooks; ///< keeps m_hook alive though the hooks may change meanwhile
    const HookEntry *m_hook = nullptr;
    std::optional<Answer> m_answer; ///< settled by the head, given once the request is complete
    QByteArray m_body = QByteArrayLiteral(""); ///< never null: an empty body is a body
    BodyBudget::Share m_share;
    Gate::Ticket m_ticket; ///< held from the offer until the answer was sent
    std::atomic<Outcome> m_outcome = Outcome::Unknown;
    Phase m_phase = Phase::Head;
};

/** The way back from the journal to a waiting exchange. Settles it once: by word, or as not stored when nobody is left
 * to give one, so that no sender and no stop ever waits in vain. */
class PendingAnswer
{
public:
    PendingAnswer(Exchange *exchange, Gate::Ticket ticket);
    PendingAnswer(PendingAnswer &&other) noexcept;
    ~PendingAnswer();
    PendingAnswer(const PendingAnswer &) = delete;
    PendingAnswer &operator=(const PendingAnswer &) = delete;
    PendingAnswer &operator=(PendingAnswer &&) = delete;

    void settle(bool stored);

private:
    Exchange *m_exchange;
    Gate::Ticket
        m_ticket; ///< the daemon is in use until settle() has returned, though the exchange may have ended by then
};

} // namespace earshot
