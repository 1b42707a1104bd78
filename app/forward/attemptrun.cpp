// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/attemptrun.h"

#include "app/forward/storekeeper.h"

#include <qcorofuture.h>

namespace earshot {
namespace {

CallFailure stopped()
{
    CallFailure failure{CallFailure::Kind::Stopped, QStringLiteral("Earshot stops"), {}};
    failure.answer.nothingSent = true;
    return failure;
}

/** A program that fails on this conversation does so each time; that the helper cannot be started may pass. */
CallFailure notRendered(const JqError &error)
{
    CallFailure failure;
    failure.answer.nothingSent = true;
    failure.kind = error.kind == JqError::Kind::Unavailable ? CallFailure::Kind::NotSent : CallFailure::Kind::Wrong;
    const QString place =
        error.line > 0 ? QStringLiteral(" (line %1, column %2)").arg(error.line).arg(error.column) : QString();
    failure.reason = QStringLiteral("the mapping gave nothing to send%1: %2").arg(place, error.message);
    return failure;
}

/** Nothing where the attempt's body is there to be sent. */
QCoro::Task<std::optional<FlowOutcome>> render(ForwarderParts parts, Attempt &attempt, RunEnds ends)
{
    QCoro::Task<Mapped> rendering = parts.mapper.render(attempt.shipment.destination, *attempt.toRender);
    const Mapped body = co_await rendering;
    if (*ends.halted)
        co_return FlowOutcome(stopped());
    if (!body)
        co_return FlowOutcome(notRendered(body.error()));
    attempt.shipment.body = *body;
    const QFuture<Result<void>> storing =
        parts.writer.run<void>([attempt, now = parts.clock.now()](const Database &database) {
            return storeRendered(database, attempt, attempt.shipment.body, now);
        });
    const Result<void> stored = co_await storing;
    if (*ends.halted)
        co_return FlowOutcome(stopped());
    if (!stored)
        co_return FlowOutcome(FlowBroken{stored.error()});
    attempt.steps.remove(OutboxStep::Link); // as it was in the store
    co_return std::nullopt;
}

} // namespace

QCoro::Task<AttemptRunEnd> runAttempt(ForwarderParts parts, Attempt attempt, std::shared_ptr<RequestPace> pace,
                                      RunEnds ends)
{
    if (attempt.toRender) {
        QCoro::Task<std::optional<FlowOutcome>> rendering = render(parts, attempt, ends);
        const std::optional<FlowOutcome> ended = co_await rendering;
        if (ended)
            co_return AttemptRunEnd{*ended, {}};
    }
    Connector &connector = *parts.connectors.at(attempt.shipment.destination.kind);
    HttpPassage passage(parts.exchanger, attempt.shipment, {std::move(pace), ends.halted});
    StoreKeeper keeper(parts.writer, attempt, parts.clock, ends.abandoned);
    QCoro::Task<FlowOutcome> carrying = carryRecord(connector, passage, keeper, parts.clock);
    const FlowOutcome outcome = co_await carrying;
    co_return AttemptRunEnd{outcome, passage.log()};
}

} // namespace earshot
