// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/forward/crmcase.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <qcorotask.h>

#include <algorithm>

namespace earshot {
namespace {

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

DestinationAnswer noAnswer(bool nothingSent)
{
    DestinationAnswer answer;
    answer.nothingSent = nothingSent;
    answer.networkFailure = QStringLiteral("the line is cut");
    return answer;
}

QString kindWord(CallFailure::Kind kind)
{
    switch (kind) {
    case CallFailure::Kind::NotSent:
        return QStringLiteral("not sent");
    case CallFailure::Kind::Lost:
        return QStringLiteral("lost");
    case CallFailure::Kind::Broken:
        return QStringLiteral("broken");
    case CallFailure::Kind::Refused:
        return QStringLiteral("refused");
    case CallFailure::Kind::Wrong:
        return QStringLiteral("wrong");
    case CallFailure::Kind::Gone:
        return QStringLiteral("gone");
    case CallFailure::Kind::NeedsLogin:
        return QStringLiteral("needs login");
    case CallFailure::Kind::Forbidden:
        return QStringLiteral("forbidden");
    case CallFailure::Kind::Stopped:
        return QStringLiteral("stopped");
    }
    return {};
}

} // namespace

QCoro::Task<DestinationAnswer> VendorCrm::exchange(CrmRequest request)
{
    m_requests.append(request);
    const Mishap mishap = mishapFor(request.purpose);
    switch (mishap.kind) {
    case Mishap::Kind::None:
        co_return handle(request);
    case Mishap::Kind::AnswerLost:
        handle(request);
        co_return noAnswer(false);
    case Mishap::Kind::NeverArrives:
        co_return noAnswer(false);
    case Mishap::Kind::NotSent:
        co_return noAnswer(true);
    case Mishap::Kind::Answered:
        break;
    }
    DestinationAnswer answer = answered(mishap.status, mishap.body);
    answer.contentType = mishap.contentType;
    answer.statusReason = mishap.statusReason;
    co_return answer;
}

VendorCrm::Mishap VendorCrm::mishapFor(const QString &purpose)
{
    const auto next = std::ranges::find(m_mishaps, purpose, &std::pair<QString, Mishap>::first);
    if (next == m_mishaps.end())
        return {};
    const Mishap mishap = next->second;
    m_mishaps.erase(next);
    return mishap;
}

QStringList VendorCrm::purposes() const
{
    QStringList purposes;
    for (const CrmRequest &request : m_requests)
        purposes.append(request.purpose);
    return purposes;
}

QJsonObject VendorCrm::bodyOf(const QString &purpose) const
{
    for (auto request = m_requests.crbegin(); request != m_requests.crend(); ++request) {
        if (request->purpose == purpose)
            return QJsonDocument::fromJson(request->body).object();
    }
    return {};
}

DestinationAnswer VendorCrm::answered(int status, const QByteArray &body)
{
    DestinationAnswer answer;
    answer.status = status;
    answer.complete = true;
    answer.contentType = "application/json";
    answer.body = body;
    answer.text = QString::fromUtf8(body.left(4096));
    return answer;
}

DestinationAnswer VendorCrm::answered(int status, const QJsonValue &body)
{
    const QJsonDocument document = body.isArray() ? QJsonDocument(body.toArray()) : QJsonDocument(body.toObject());
    return answered(status, document.toJson(QJsonDocument::Compact));
}

QCoro::Task<Result<void>> MemoryKeeper::begin(OutboxStep step)
{
    if (!m_steps.contains(step))
        m_steps.insert(step, StepState{m_clock.now(), {}, {}, {}});
    co_return Result<void>();
}

QCoro::Task<Result<void>> MemoryKeeper::finish(OutboxStep step, CrmRecord record)
{
    StepState &state = m_steps[step];
    state.crmId = record.id;
    state.url = record.url;
    state.doneAt = m_clock.now();
    co_return Result<void>();
}

QCoro::Task<Result<void>> MemoryKeeper::forget(OutboxStep step)
{
    m_steps.remove(step);
    co_return Result<void>();
}

QCoro::Task<Result<void>> MemoryKeeper::keepPerson(CrmPerson person)
{
    m_person = person;
    co_return Result<void>();
}

QCoro::Task<Result<void>> MemoryKeeper::forgetPerson()
{
    m_person.reset();
    co_return Result<void>();
}

void MemoryKeeper::want()
{
    m_steps.remove(OutboxStep::Link);
}

FlowOutcome carried(Connector &connector, Passage &passage, StepKeeper &keeper, const Clock &clock)
{
    return QCoro::waitFor(carryRecord(connector, passage, keeper, clock));
}

QString outcomeWord(const FlowOutcome &outcome)
{
    return std::visit(Overloaded{
                          [](const Delivered &) { return QStringLiteral("delivered"); },
                          [](const CallFailure &failure) { return kindWord(failure.kind); },
                          [](const PerhapsWritten &) { return QStringLiteral("perhaps written"); },
                          [](const WhichContact &) { return QStringLiteral("which contact"); },
                          [](const LookLater &) { return QStringLiteral("look later"); },
                          [](const FlowBroken &) { return QStringLiteral("broken flow"); },
                      },
                      outcome);
}

QString outcomeReason(const FlowOutcome &outcome)
{
    return std::visit(Overloaded{
                          [](const Delivered &) { return QString(); },
                          [](const WhichContact &) { return QString(); },
                          [](const FlowBroken &broken) { return broken.error.detail; },
                          [](const auto &other) { return other.reason; },
                      },
                      outcome);
}

} // namespace earshot
