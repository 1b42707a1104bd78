// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/receive/admission.h"
#include "app/receive/connection.h"
#include "app/receive/judgement.h"
#include "app/receive/receivecontext.h"
#include "app/receive/requesthead.h"

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

    /** The journal's answer; resumes the connection, at once or after the delay that a person chose. Any thread, once
     * for each delivery that was offered. */
    void settle(bool stored);

    /** The request ends. @p libraryStatus is what libmicrohttpd has answered by itself, 0 if nothing. */
    void end(int libraryStatus);

private:
    enum class Phase { Head, Body, Waiting };
    enum class Outcome { Unknown, Stored, Failed };

    MHD_Result readHead(const char *method, const char *version);
    void collectHead(const char *method, const char *version);

    MHD_Result takePiece(QByteArrayView piece);
    MHD_Result refuseTheRest(Answer answer);
    MHD_Result skip(QByteArrayView piece);
    MHD_Result finishRequest();
    std::optional<Answer> answerToCoding() const;
    void chooseAnswer();
    MHD_Result offer();
    Delivery makeDelivery();
    QString remote() const;
    std::optional<int> answeredStatus() const;

    MHD_Result conclude();
    MHD_Result answer(Answer answer);
    MHD_Result answerHealth();
    bool isOurProbe() const;
    MHD_Result answerProbe();
    MHD_Result answerAsChosen();
    MHD_Result cutOff(Answer answer);
    MHD_Result closeUnanswered();
    void count(int status);

    ReceiveContext &m_context;
    Connection &m_connection;
    MHD_Connection *const m_handle;
    const QByteArray m_rawTarget;
    RequestHead m_head;
    Admission m_admission; ///< its answer is given once the request is complete
    Judgement m_judgement;
    const ChosenAnswer *m_chosen = nullptr; ///< of the hook; null for the usual 200
    QByteArray m_body = QByteArrayLiteral(""); ///< never null: an empty body is a body
    qint64 m_skippedBytes = 0; ///< of a body that is refused, but must be read before the answer can be given
    BodyBudget::Share m_share;
    Gate::Ticket m_ticket; ///< held from the offer until the answer was sent
    std::atomic<Outcome> m_outcome = Outcome::Unknown;
    Phase m_phase = Phase::Head;
    bool m_isCounted = false;
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
