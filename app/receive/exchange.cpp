// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/exchange.h"

#include "app/receive/headerfilter.h"
#include "app/receive/probe.h"
#include "app/receive/requestcheck.h"
#include "models/domain/replay.h"
#include "models/platforms/contentcoding.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <sys/socket.h>

namespace earshot {
namespace {

constexpr qsizetype c_firstBodyReserve = 64LL * 1024; // more is reserved as it comes: a length is only announced

/** Sent by a replay that is not to be forwarded. */
bool isReplayed(const RequestHead &head)
{
    const FieldView *mark = head.find(c_replayHeader);
    return mark != nullptr && keepsFromForwarding(mark->value);
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
    m_connection.hasRequested = true;
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
        return conclude();
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
    m_admission = admit(m_context, m_connection, m_head);
    m_connection.sourceId = m_admission.hook != nullptr ? m_admission.hook->sourceId : 0;
    // Answered now, the connection closes; one whose request is complete anyway may be kept, and is answered at the
    // end.
    if (m_admission.answer && m_head.announcesBody())
        return answer(*m_admission.answer);
    m_body.reserve(qMin(qsizetype(m_head.contentLength().value_or(0)), c_firstBodyReserve));
    return MHD_YES;
}

/** Before the body, so that no field of its trailer is among them. */
void Exchange::collectHead(const char *method, const char *version)
{
    m_head.method = method;
    m_head.version = version;
    m_head.target = m_rawTarget;
    MHD_get_connection_values_n(m_handle, MHD_HEADER_KIND, &appendField, &m_head);
    const MHD_ConnectionInfo *size = MHD_get_connection_info(m_handle, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
    m_head.block = QByteArrayView(method, size != nullptr ? qsizetype(size->header_size) : 0);
}

MHD_Result Exchange::takePiece(QByteArrayView piece)
{
    if (m_admission.answer)
        return skip(piece);
    if (m_body.size() + piece.size() > m_context.settings.maxBodyBytes)
        return refuseTheRest(Answer::BodyTooLarge);
    if (!m_share.grow(piece.size()))
        return refuseTheRest(Answer::NotStored);
    m_body.append(piece);
    return MHD_YES;
}

/** In the middle of a body libmicrohttpd takes no answer. Past it nothing can be written into a TLS session, so there
 * the rest is read and thrown away first. */
MHD_Result Exchange::refuseTheRest(Answer answer)
{
    if (!m_connection.isTls)
        return cutOff(answer);
    m_admission.answer = answer;
    m_body = {};
    m_share.release();
    return MHD_YES;
}

MHD_Result Exchange::skip(QByteArrayView piece)
{
    m_skippedBytes += piece.size();
    return m_skippedBytes > m_context.settings.maxBodyBytes ? closeUnanswered() : MHD_YES;
}

MHD_Result Exchange::finishRequest()
{
    m_connection.isRequestComplete = true;
    if (m_admission.answer)
        return answer(*m_admission.answer);
    if (m_admission.target.kind == Target::Kind::Health)
        return answerHealth();
    if (isOurProbe())
        return answerProbe();
    m_judgement = judge(*m_admission.hook, m_head, m_body, m_context.clock);
    if (m_judgement.isRefused())
        return offer(); // as it is: for a stranger nothing is inflated
    if (const std::optional<Answer> refusal = answerToCoding())
        return answer(*refusal);
    chooseAnswer();
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

void Exchange::chooseAnswer()
{
    const HookEntry &hook = *m_admission.hook;
    if (!hook.answer)
        return;
    const quint64 turn = hook.turns->fetch_add(1, std::memory_order_relaxed) + 1;
    if (turn % quint64(qMax(hook.answer->oneIn, 1)) == 0)
        m_chosen = &*hook.answer;
}

MHD_Result Exchange::offer()
{
    m_ticket = m_context.unfinished.enter();
    if (!m_ticket.isValid())
        return conclude();
    if (!m_connection.deadline.disarm())
        return MHD_NO;
    m_phase = Phase::Waiting;
    Intake intake{makeDelivery(), [pending = PendingAnswer(this, m_ticket.another())](
                                      const Result<qint64> &stored) mutable { pending.settle(stored.has_value()); }};
    MHD_suspend_connection(m_handle); // before the offer, since its answer may come at once
    // Refused, the intake ends here, and with it the pending answer: resumed as not stored.
    m_context.sink.offer(std::move(intake));
    return MHD_YES;
}

Delivery Exchange::makeDelivery()
{
    const HookEntry &hook = *m_admission.hook;
    Delivery delivery;
    delivery.sourceId = hook.sourceId;
    delivery.receivedAt = m_context.clock.now();
    delivery.method = m_head.method.toByteArray();
    delivery.target = m_admission.target.masked;
    delivery.headers = storableHeaders(m_head, hook.proof.secretHeader, m_judgement.findings, m_admission.target.token);
    delivery.remote = remote();
    delivery.body = std::move(m_body);
    delivery.verdict = m_judgement.report.verdict == Verdict::Unsigned ? QStringLiteral("unsigned")
                                                                       : verdictWord(m_judgement.report.verdict);
    delivery.verdictReason = m_judgement.report.reason;
    if (m_judgement.report.clockSkew)
        delivery.clockSkewSeconds = m_judgement.report.clockSkew->count();
    delivery.answered = answeredStatus();
    delivery.looped = m_head.find("X-Earshot-Delivery") != nullptr || isReplayed(m_head);
    return delivery;
}

/** Who sent it; a trusted proxy itself where it does not say for whom. */
QString Exchange::remote() const
{
    const bool isForOther = m_connection.isTrustedProxy && m_admission.sender;
    return isForOther ? m_admission.sender->toString() : m_connection.remote;
}

std::optional<int> Exchange::answeredStatus() const
{
    if (m_judgement.isRefused())
        return AnswerSet::status(Answer::ProofRefused);
    if (m_chosen == nullptr)
        return std::nullopt;
    const int status = m_chosen->drop ? 0 : m_chosen->status;
    return status == AnswerSet::status(Answer::Stored) ? std::nullopt : std::optional(status);
}

void Exchange::settle(bool stored)
{
    m_outcome = stored ? Outcome::Stored : Outcome::Failed;
    if (!stored || m_chosen == nullptr || m_chosen->delay.count() <= 0) {
        MHD_resume_connection(m_handle); // from here on the daemon's thread may end this exchange
        return;
    }
    m_share.release(); // by now the body is the journal's
    const auto due = AnswerDelays::Clock::now() + m_chosen->delay;
    m_context.delays.add(due, [handle = m_handle, ticket = m_ticket.another()] { MHD_resume_connection(handle); });
}

/** The delivery is stored or it is not; now the sender may hear it. */
MHD_Result Exchange::conclude()
{
    const bool isStored = m_outcome == Outcome::Stored;
    if (isStored)
        m_context.counters.deliveryStored();
    if (m_judgement.isRefused())
        return answer(proofRefusal(m_admission.hook->proof));
    if (!isStored)
        return answer(Answer::NotStored);
    return m_chosen != nullptr ? answerAsChosen() : answer(Answer::Stored);
}

void Exchange::count(int status)
{
    m_isCounted = true;
    m_context.counters.answered(status, m_connection.sourceId);
}

MHD_Result Exchange::answer(Answer answer)
{
    if (!m_connection.deadline.arm(m_context.settings.answerDeadline, Deadline::Expiry::Close))
        return MHD_NO;
    count(AnswerSet::status(answer));
    const bool isQueued = answer == Answer::TooMany ? AnswerSet::queueTooMany(m_handle, m_admission.retryAfter)
                                                    : m_context.answers.queue(m_handle, answer);
    return isQueued ? MHD_YES : MHD_NO;
}

MHD_Result Exchange::answerHealth()
{
    if (!m_connection.deadline.arm(m_context.settings.answerDeadline, Deadline::Expiry::Close))
        return MHD_NO;
    using std::chrono::seconds;
    const auto uptime = std::chrono::duration_cast<seconds>(std::chrono::steady_clock::now() - m_context.startedAt);
    const std::optional<Error> trouble = m_context.sink.trouble();
    QJsonObject health = {
        {QStringLiteral("status"), trouble ? QStringLiteral("not storing") : QStringLiteral("ok")},
        {QStringLiteral("version"), QStringLiteral(EARSHOT_VERSION)},
        {QStringLiteral("uptime_s"), qint64(uptime.count())},
        {QStringLiteral("received"), qint64(m_context.counters.stored())},
    };
    if (trouble)
        health.insert(QStringLiteral("reason"), errorCodeText(trouble->code)); // its detail names paths
    const int status = trouble ? MHD_HTTP_SERVICE_UNAVAILABLE : MHD_HTTP_OK;
    count(status);
    const QByteArray json = QJsonDocument(health).toJson(QJsonDocument::Compact);
    return AnswerSet::queueJson(m_handle, json, status) ? MHD_YES : MHD_NO;
}

/** A test of the way here, by someone who knows the token: it is told what arrived, and nothing is stored. */
bool Exchange::isOurProbe() const
{
    const FieldView *probe = m_head.find(c_probeHeader);
    return probe != nullptr && isProbe(probe->value, m_admission.target.token, m_context.clock.now());
}

MHD_Result Exchange::answerProbe()
{
    if (!m_connection.deadline.arm(m_context.settings.answerDeadline, Deadline::Expiry::Close))
        return MHD_NO;
    const FieldView *host = m_head.find("Host");
    const ProbeFacts facts{.peer = m_connection.address,
                           .sender = m_admission.sender.value_or(m_connection.address),
                           .method = m_head.method,
                           .host = host != nullptr ? host->value : QByteArrayView(),
                           .isForwarded =
                               m_head.find("Forwarded") != nullptr || m_head.find("X-Forwarded-For") != nullptr,
                           .isProxyTrusted = m_connection.isTrustedProxy,
                           .body = m_body};
    count(MHD_HTTP_OK);
    const QByteArray answer = QJsonDocument(probeAnswer(facts)).toJson(QJsonDocument::Compact);
    return AnswerSet::queueJson(m_handle, answer) ? MHD_YES : MHD_NO;
}

MHD_Result Exchange::answerAsChosen()
{
    if (m_chosen->drop)
        return closeUnanswered();
    if (!m_connection.deadline.arm(m_context.settings.answerDeadline, Deadline::Expiry::Close))
        return MHD_NO;
    count(m_chosen->status);
    return AnswerSet::queueText(m_handle, m_chosen->status, m_chosen->body) ? MHD_YES : MHD_NO;
}

/** Written past libmicrohttpd, which takes no answer here, and the connection closed. */
MHD_Result Exchange::cutOff(Answer answer)
{
    if (!m_connection.deadline.disarm())
        return MHD_NO;
    count(AnswerSet::status(answer));
    const QByteArray wire = m_context.answers.wire(answer);
    // Nothing else is waiting to be sent, so it fits the socket's buffer; if the sender has gone nobody misses it.
    ::send(m_connection.descriptor, wire.constData(), std::size_t(wire.size()), MSG_DONTWAIT | MSG_NOSIGNAL);
    return MHD_NO;
}

MHD_Result Exchange::closeUnanswered()
{
    count(0);
    return MHD_NO;
}

void Exchange::end(int libraryStatus)
{
    if (!m_isCounted && libraryStatus > 0)
        count(libraryStatus);
    m_connection.sourceId = 0;
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
