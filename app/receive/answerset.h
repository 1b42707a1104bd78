// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/receive/answer.h"

#include <QByteArray>

#include <array>
#include <chrono>
#include <memory>

struct MHD_Connection;
struct MHD_Response;

namespace earshot {

/** The answers as libmicrohttpd sends them: built once, shared by every request. Const functions: any thread. */
class AnswerSet
{
public:
    explicit AnswerSet(std::chrono::seconds retryAfter);
    ~AnswerSet();
    AnswerSet(const AnswerSet &) = delete;
    AnswerSet &operator=(const AnswerSet &) = delete;

    static int status(Answer answer);

    /** From within the request's handler; false if libmicrohttpd will not have it now. */
    bool queue(MHD_Connection *connection, Answer answer) const;

    /** @p status with @p json, which is copied. */
    static bool queueJson(MHD_Connection *connection, const QByteArray &json, int status = 200);

    /** 429 with the time after which the sender may come back; at least a second. */
    static bool queueTooMany(MHD_Connection *connection, std::chrono::seconds retryAfter);

    /** @p status, 200 to 599, with @p text as plain text; both a person's choice. */
    static bool queueText(MHD_Connection *connection, int status, const QByteArray &text);

    /** The whole answer with `Connection: close`, for a socket that libmicrohttpd cannot answer on: it has not got the
     *  connection yet, or takes no answer in the middle of a body. */
    QByteArray wire(Answer answer) const;

private:
    struct Destroy {
        void operator()(MHD_Response *response) const;
    };

    using Response = std::unique_ptr<MHD_Response, Destroy>;

    Response makeResponse(Answer answer) const;
    static Response copied(const QByteArray &body, const char *type);

    const QByteArray m_retryAfter; ///< seconds, as the header has it
    std::array<Response, c_answerCount> m_responses;
};

} // namespace earshot
