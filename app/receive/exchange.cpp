// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/exchange.h"

#include "app/receive/headerfilter.h"
#include "app/receive/requestcheck.h"
#include "models/platforms/contentcoding.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <sys/socket.h>

#include <array>

namespace earshot {
namespace {

constexpr qsizetype c_firstBodyReserve = 64LL * 1024; // more is reserved as it comes: a length is only announced

template <std::size_t N>
bool isOneOf(QByteArrayView method, const std::array<QByteArrayView, N> &methods)
{
    return std::find(methods.begin(), methods.end(), method) != methods.end();
}

bool carriesPayload(QByteArrayView method)
{
    static constexpr std::array<QByteArrayView, 3> c_methods = {"POST", "PUT", "PATCH"};
    return isOneOf(method, c_methods);
}

/** Known to HTTP (RFC 9110, 9.3), of no use on a hook. */
bool isForeign(QByteArrayView method)
{
    static constexpr std::array<QByteArrayView, 3> c_methods = {"DELETE", "TRACE", "CONNECT"};
    return isOneOf(method, c_methods);
}

MHD_Result appendField(void *head, MHD_ValueKind /*kind*/, const char *name, std::size_t nameSize, const char *value,
                       std::size_t valueSize)
{
    static_cast<RequestHead *>(head)->fields.append(
        {QByteArrayView(name, qsizetype(nameSize)), QByteArrayView(value, qsizetype(valueSize))});
    return MHD_YES;
}

} // namespace

Exchange::Exchange(ReceiveContext &context, Connection &connection, MHD_Connection *handle, QByteArrayView rawTarget)
    : m_context(context)
    , m_connection(connection)
    , m_handle(handle)
    , m_rawTarget(rawTarget.toByteArray())
    , m_share(context.bodies)
{
    m_connection.isRequestComplete = false;
}

MHD_Result Exchange::proceed(const char *method, const char *version, QByteArrayView piece)
{
    switch (m_phase) {
    case Phase::Head:
        return readHead(method, version);
    case Phase::Body:
        return piece.isEmpty() ? finishRequest() : takePiece(piece);
    case Phase::Waiting:
        return answer(m_outcome == Outcome::Stored ? Answer::Stored : Answer::NotStored);
    }
    return MHD_NO;
}

MHD_Result Exchange::readHead(const char *method, const char *version)
{
    if (!m_connection.deadline.arm(m_context.settings.bodyDeadline, Deadline::Expiry::Tell))
        return MHD_NO;
    m_phase = Phase::Body;
    collectHead(method, version);
    if (const std::optional<Answer> refusal = refusalOf(m_head))
        return answer(*refusal);
    m_answer = answerToHead();
    // Answered now, the connection closes; one whose request is complete anyway may be kept, and is answered at the
    // end.
    if (m_answer && m_head.announcesBody())
        return answer(*m_answer);
    m_body.reserve(qMin(qsizetype(m_head.contentLength().value_or(0)), c_firstBodyReserve));
    return MHD_YES;
}

void Exchange::collectHead(const char *method, const char *version)
{
    m_head.method = method;
    m_head.version = version;
    m_head.target = m_rawTarget;
    MHD_get_connection_values_n(m_handle, MHD_HEADER_KIND, &appendField, &m_head);
    const MHD_ConnectionInfo *size = MHD_get_connection_info(m_handle, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
    m_head.block = QByteArrayView(method, size != nullptr ? qsizetype(size->header_size) : 0);
}

std::optional<Answer> Exchange::answerToHead()
{
    const qsizetype lineBytes = m_head.method.size() + m_rawTarget.size() + m_head.version.size() + 2;
    if (lineBytes > m_context.settings.maxRequestLineBytes)
        return Answer::TargetTooLong;
    m_target = readTarget(m_rawTarget);
    switch (m_target.kind) {
    case Target::Kind::Hook:
        return answerToHook();
    case Target::Kind::Health:
        return answerToHealth();
    case Target::Kind::Unknown:
        break;
    }
    return Answer::NotFound;
}

std::optional<Answer> Exchange::answerToHealth() const
{
    const bool isRead = m_head.method == QByteArrayView("GET") || m_head.method == QByteArrayView("HEAD");
    if (!isRead)
        return Answer::HealthMethodRefused;
    return m_head.announcesBody() ? std::optional(Answer::BodyTooLarge) : std::nullopt;
}

std::optional<Answer> Exchange::answerToHook()
{
    m_hooks = m_context.hooks.load();
    m_hook = m_hooks->find(m_target.token);
    if (m_hook == nullptr)
        return Answer::NotFound;
    if (!m_hook->allow.allows(m_connection.address))
        return Answer::AddressRefused;
    if (const std::optional<Answer> answer = answerToMethod())
        return answer;
    return answerToLength();
}

std::optional<Answer> Exchange::answerToMethod() const
{
    const QByteArrayView method = m_head.method;
    if (carriesPayload(method))
        return std::nullopt;
    if (method == QByteArrayView("GET"))
        return m_target.hasQuery || m_head.announcesBody() ? std::nullopt : std::optional(Answer::HookCheck);
    if (method == QByteArrayView("HEAD"))
        return Answer::HookCheck;
    if (method == QByteArrayView("OPTIONS"))
        return Answer::HookOptions;
    return isForeign(method) ? Answer::HookMethodRefused : Answer::MethodUnknown;
}

std::optional<Answer> Exchange::answerToLength() const
{
    const qint64 length = m_head.contentLength().value_or(0);
    if (length > m_context.settings.maxBodyBytes)
        return Answer::BodyTooLarge;
    return m_context.bodies.hasRoomFor(length) ? std::nullopt : std::optional(Answer::NotStored);
}

MHD_Result Exchange::takePiece(QByteArrayView piece)
{
    if (m_body.size() + piece.size() > m_context.settings.maxBodyBytes)
        return cutOff(Answer::BodyTooLarge);
    if (!m_share.grow(piece.size()))
        return cutOff(Answer::NotStored);
    m_body.append(piece);
    return MHD_YES;
}

MHD_Result Exchange::finishRequest()
{
    m_connection.isRequestComplete = true;
    if (m_answer)
        return answer(*m_answer);
    if (m_target.kind == Target::Kind::Health)
        return answerHealth();
    if (const std::optional<Answer> refusal = answerToCoding())
        return answer(*refusal);
    return offer();
}

/** A body that cannot be undone though its coding is known is odd content, which is stored; one of an unknown coding
 * nobody could ever read, and one that grows without bound nobody should. */
std::optional<Answer> Exchange::answerToCoding() const
{
    const FieldView *coding = m_head.find("Content-Encoding");
    if (coding == nullptr)
        return std::nullopt;
    const Result<QByteArray> decoded = decodeContent(m_body, coding->value, m_context.settings.maxBodyBytes);
    if (decoded)
        return std::nullopt;
    switch (decoded.error().code) {
    case ErrorCode::UnsupportedCoding:
        return Answer::CodingUnknown;
    case ErrorCode::TooLarge:
        return Answer::BodyTooLarge;
    default:
        return std::nullopt;
    }
}

MHD_Result Exchange::offer()
{
    m_ticket = m_context.unfinished.enter();
    if (!m_ticket.isValid())
        return answer(Answer::NotStored);
    if (!m_connection.deadline.disarm())
        return MHD_NO;
    m_phase = Phase::Waiting;
    Intake intake{makeDelivery(), [pending = PendingAnswer(this, m_ticket.another())](
                                      const Result<qint64> &stored) mutable { pending.settle(stored.has_value()); }};
    MHD_suspend_connection(m_handle); // before the offer, since its answer may come at once
    // Refused, the intake ends here, and with it the pending answer: resumed with 503.
    m_context.sink.offer(std::move(intake));
    return MHD_YES;
}

Delivery Exchange::makeDelivery()
{
    Delivery delivery;
    delivery.sourceId = m_hook->sourceId;
    delivery.receivedAt = m_context.clock.now();
    delivery.method = m_head.method.toByteArray();
    delivery.target = m_target.masked;
    delivery.headers = storableHeaders(m_head, m_hook->secretHeader, m_target.token);
    delivery.remote = m_connection.remote;
    delivery.body = std::move(m_body);
    delivery.verdict = QStringLiteral("unsigned");
    delivery.looped = m_head.find("X-Earshot-Delivery") != nullptr;
    return delivery;
}

void Exchange::settle(bool stored)
{
    m_outcome = stored ? Outcome::Stored : Outcome::Failed;
    MHD_resume_connection(m_handle); // from here on the daemon's thread may end this exchange
}

MHD_Result Exchange::answer(Answer answer)
{
    if (!m_connection.deadline.arm(m_context.settings.answerDeadline, Deadline::Expiry::Close))
        return MHD_NO;
    m_context.counters.answered(answer);
    return m_context.answers.queue(m_handle, answer) ? MHD_YES : MHD_NO;
}

MHD_Result Exchange::answerHealth()
{
    if (!m_connection.deadline.arm(m_context.settings.answerDeadline, Deadline::Expiry::Close))
        return MHD_NO;
    using std::chrono::seconds;
    const auto uptime = std::chrono::duration_cast<seconds>(std::chrono::steady_clock::now() - m_context.startedAt);
    const QJsonObject health = {
        {QStringLiteral("status"), QStringLiteral("ok")},
        {QStringLiteral("version"), QStringLiteral(EARSHOT_VERSION)},
        {QStringLiteral("uptime_s"), qint64(uptime.count())},
        {QStringLiteral("received"), qint64(m_context.counters.stored())},
    };
    m_context.counters.healthAnswered();
    return AnswerSet::queueJson(m_handle, QJsonDocument(health).toJson(QJsonDocument::Compact)) ? MHD_YES : MHD_NO;
}

/** In the middle of a body libmicrohttpd takes no answer, so it is written past it and the connection closed. */
MHD_Result Exchange::cutOff(Answer answer)
{
    if (!m_connection.deadline.disarm())
        return MHD_NO;
    m_context.counters.answered(answer);
    const QByteArray wire = m_context.answers.wire(answer);
    // Nothing else is waiting to be sent, so it fits the socket's buffer; if the sender has gone nobody misses it.
    ::send(m_connection.descriptor, wire.constData(), std::size_t(wire.size()), MSG_DONTWAIT | MSG_NOSIGNAL);
    return MHD_NO;
}

PendingAnswer::PendingAnswer(Exchange *exchange, Gate::Ticket ticket)
    : m_exchange(exchange)
    , m_ticket(std::move(ticket))
{
}

PendingAnswer::PendingAnswer(PendingAnswer &&other) noexcept
    : m_exchange(std::exchange(other.m_exchange, nullptr))
    , m_ticket(std::move(other.m_ticket))
{
}

PendingAnswer::~PendingAnswer()
{
    settle(false);
}

void PendingAnswer::settle(bool stored)
{
    if (Exchange *exchange = std::exchange(m_exchange, nullptr))
        exchange->settle(stored);
    m_ticket = {};
}

} // namespace earshot
