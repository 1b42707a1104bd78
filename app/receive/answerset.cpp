// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/answerset.h"

#include <microhttpd.h>

#include <new>

namespace earshot {
namespace {

struct Wording {
    Answer answer;
    unsigned int status;
    const char *reason;
    const char *body;
    const char *allow; ///< of a 405 or of OPTIONS, else null
    const char *challenge = nullptr; ///< of a 401 where a scheme of HTTP is asked for
};

constexpr const char *c_hookMethods = "GET, HEAD, POST, PUT, PATCH, OPTIONS";
constexpr const char *c_healthMethods = "GET, HEAD";
constexpr const char *c_noProof = R"({"error":"no valid proof of sender"})";
constexpr const char *c_basic = R"(Basic realm="Earshot", charset="UTF-8")";
constexpr const char *c_bearer = R"(Bearer realm="Earshot")";
constexpr const char *c_both = R"(Basic realm="Earshot", charset="UTF-8", Bearer realm="Earshot")";

constexpr std::array c_wordings = {
    Wording{Answer::Stored, 200, "OK", R"({"status":"ok"})", nullptr},
    Wording{Answer::HookCheck, 200, "OK", R"({"status":"ok","hook":"ready"})", nullptr},
    Wording{Answer::HookOptions, 204, "No Content", "", c_hookMethods},
    Wording{Answer::BadRequest, 400, "Bad Request", R"({"error":"malformed request"})", nullptr},
    Wording{Answer::ProofRefused, 401, "Unauthorized", c_noProof, nullptr},
    Wording{Answer::ProofRefusedBasic, 401, "Unauthorized", c_noProof, nullptr, c_basic},
    Wording{Answer::ProofRefusedBearer, 401, "Unauthorized", c_noProof, nullptr, c_bearer},
    Wording{Answer::ProofRefusedBoth, 401, "Unauthorized", c_noProof, nullptr, c_both},
    Wording{Answer::AddressRefused, 403, "Forbidden", R"({"error":"address not allowed"})", nullptr},
    Wording{Answer::NotFound, 404, "Not Found", R"({"error":"not found"})", nullptr},
    Wording{Answer::HookMethodRefused, 405, "Method Not Allowed", R"({"error":"method not allowed"})", c_hookMethods},
    Wording{Answer::HealthMethodRefused, 405, "Method Not Allowed", R"({"error":"method not allowed"})",
            c_healthMethods},
    Wording{Answer::TooSlow, 408, "Request Timeout", R"({"error":"request too slow"})", nullptr},
    Wording{Answer::BodyTooLarge, 413, "Content Too Large", R"({"error":"body too large"})", nullptr},
    Wording{Answer::TargetTooLong, 414, "URI Too Long", R"({"error":"request line too long"})", nullptr},
    Wording{Answer::CodingUnknown, 415, "Unsupported Media Type", R"({"error":"unknown content encoding"})", nullptr},
    Wording{Answer::ExpectationRefused, 417, "Expectation Failed", R"({"error":"unknown expectation"})", nullptr},
    Wording{Answer::TooMany, 429, "Too Many Requests", R"({"error":"too many requests"})", nullptr},
    Wording{Answer::MethodUnknown, 501, "Not Implemented", R"({"error":"unknown method"})", nullptr},
    Wording{Answer::NotStored, 503, "Service Unavailable", R"({"error":"not stored, try again"})", nullptr},
};
static_assert(c_wordings.size() == c_answerCount);

const Wording &wording(Answer answer)
{
    const Wording &found = c_wordings[std::size_t(answer)];
    Q_ASSERT(found.answer == answer);
    return found;
}

void addHeader(MHD_Response *response, const char *name, const char *value)
{
    if (MHD_add_response_header(response, name, value) != MHD_YES)
        throw std::bad_alloc(); // constant names and values: memory is all that can be missing
}

} // namespace

void AnswerSet::Destroy::operator()(MHD_Response *response) const
{
    MHD_destroy_response(response);
}

AnswerSet::AnswerSet(std::chrono::seconds retryAfter)
    : m_retryAfter(QByteArray::number(qint64(retryAfter.count())))
{
    for (const Wording &each : c_wordings)
        m_responses[std::size_t(each.answer)] = makeResponse(each.answer);
}

AnswerSet::~AnswerSet() = default;

AnswerSet::Response AnswerSet::makeResponse(Answer answer) const
{
    const Wording &words = wording(answer);
    const QByteArrayView body(words.body);
    // The library takes a non-const pointer for every kind of memory; this kind it only reads.
    Response response(MHD_create_response_from_buffer(std::size_t(body.size()), const_cast<char *>(body.data()),
                                                      MHD_RESPMEM_PERSISTENT));
    if (!response)
        throw std::bad_alloc();
    if (!body.isEmpty())
        addHeader(response.get(), MHD_HTTP_HEADER_CONTENT_TYPE, "application/json");
    if (words.allow != nullptr)
        addHeader(response.get(), MHD_HTTP_HEADER_ALLOW, words.allow);
    if (words.challenge != nullptr)
        addHeader(response.get(), MHD_HTTP_HEADER_WWW_AUTHENTICATE, words.challenge);
    if (answer == Answer::NotStored)
        addHeader(response.get(), MHD_HTTP_HEADER_RETRY_AFTER, m_retryAfter.constData());
    return response;
}

/** Null where memory is missing. */
AnswerSet::Response AnswerSet::copied(const QByteArray &body, const char *type)
{
    // MUST_COPY only reads what the library's signature lets it write.
    Response response(MHD_create_response_from_buffer(std::size_t(body.size()), const_cast<char *>(body.constData()),
                                                      MHD_RESPMEM_MUST_COPY));
    if (response && !body.isEmpty())
        addHeader(response.get(), MHD_HTTP_HEADER_CONTENT_TYPE, type);
    return response;
}

int AnswerSet::status(Answer answer)
{
    return int(wording(answer).status);
}

bool AnswerSet::queue(MHD_Connection *connection, Answer answer) const
{
    MHD_Response *response = m_responses[std::size_t(answer)].get();
    return MHD_queue_response(connection, wording(answer).status, response) == MHD_YES;
}

bool AnswerSet::queueTooMany(MHD_Connection *connection, std::chrono::seconds retryAfter)
{
    const Wording &words = wording(Answer::TooMany);
    const Response response = copied(words.body, "application/json");
    if (!response)
        return false;
    addHeader(response.get(), MHD_HTTP_HEADER_RETRY_AFTER, QByteArray::number(qint64(retryAfter.count())).constData());
    return MHD_queue_response(connection, words.status, response.get()) == MHD_YES;
}

bool AnswerSet::queueJson(MHD_Connection *connection, const QByteArray &json, int status)
{
    const Response response = copied(json, "application/json");
    return response && MHD_queue_response(connection, unsigned(status), response.get()) == MHD_YES;
}

bool AnswerSet::queueText(MHD_Connection *connection, int status, const QByteArray &text)
{
    const Response response = copied(text, "text/plain; charset=utf-8");
    return response && MHD_queue_response(connection, unsigned(status), response.get()) == MHD_YES;
}

QByteArray AnswerSet::wire(Answer answer) const
{
    const Wording &words = wording(answer);
    const QByteArray body(words.body);
    QByteArray text = "HTTP/1.1 " + QByteArray::number(words.status) + ' ' + words.reason + "\r\nConnection: close\r\n";
    if (answer == Answer::NotStored)
        text += "Retry-After: " + m_retryAfter + "\r\n";
    text += "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    return text;
}

} // namespace earshot
