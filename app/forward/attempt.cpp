// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/attempt.h"

#include "app/forward/conversationrecord.h"
#include "models/store/outbox.h"

#include <QJsonDocument>
#include <QUuid>

namespace earshot {
namespace {

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

/** Puts the wanted version in the row where it holds an older one or none. */
void render(DueRow &row, const WholeConversation &conversation)
{
    if (row.bodyVersion == row.wanted && !row.body.isEmpty())
        return;
    row.bodyVersion = row.wanted;
    row.body = QJsonDocument(conversationRecord(conversation)).toJson(QJsonDocument::Compact);
    row.attemptKey = QUuid::createUuid().toString(QUuid::WithoutBraces);
}

Attempt attemptAt(const DueRow &row, const WholeConversation &conversation, const Destination &destination,
                  Timestamp now)
{
    Attempt attempt;
    attempt.row = row.id;
    attempt.soFar = {row.attempts + 1, row.firstAttemptAt.value_or(now)};
    attempt.shipment.destination = destination;
    attempt.shipment.recordKey = recordKey(conversation.sourceKey, conversation.key);
    attempt.shipment.version = row.bodyVersion;
    attempt.shipment.deliveryKey = row.attemptKey;
    attempt.shipment.attempt = attempt.soFar.count;
    attempt.shipment.body = row.body;
    attempt.shipment.at = now;
    return attempt;
}

/** Nothing where the conversation is gone. */
Result<std::optional<Attempt>> begin(const Database &database, DueRow row, const Destination &destination,
                                     Timestamp now)
{
    const auto conversation = readWholeConversation(database, row.conversation);
    if (!conversation && conversation.error().code == ErrorCode::NotFound) {
        const auto parked =
            outbox::parkUnsent(database, row.id, QStringLiteral("the conversation is no longer in the store"), now);
        return parked ? Result<std::optional<Attempt>>(std::nullopt) : std::unexpected(parked.error());
    }
    if (!conversation)
        return std::unexpected(conversation.error());
    render(row, *conversation);
    if (const auto begun = outbox::beginAttempt(database, row, now); !begun)
        return std::unexpected(begun.error());
    return attemptAt(row, *conversation, destination, now);
}

Result<void> beginFor(const Database &database, const Destination &destination, const RowsInFlight &inFlight, int most,
                      Timestamp now, std::vector<Attempt> &attempts)
{
    const QList<qint64> sending = inFlight.keys(destination.id);
    const auto rows =
        outbox::due(database, destination.id, now, std::max<qsizetype>(most - sending.size(), 0), sending);
    if (!rows)
        return std::unexpected(rows.error());
    for (const DueRow &row : *rows) {
        auto attempt = begin(database, row, destination, now);
        if (!attempt)
            return std::unexpected(attempt.error());
        if (*attempt)
            attempts.push_back(std::move(**attempt));
    }
    return {};
}

} // namespace

Result<AttemptRound> beginAttempts(const Database &database, const RowsInFlight &inFlight, int mostPerDestination,
                                   Timestamp now)
{
    const auto known = destinations::all(database);
    if (!known)
        return std::unexpected(known.error());
    AttemptRound round;
    for (const Destination &destination : *known) {
        if (destination.state != DestinationState::Active)
            continue;
        const auto begun = beginFor(database, destination, inFlight, mostPerDestination, now, round.attempts);
        if (!begun)
            return std::unexpected(begun.error());
    }
    const auto next = outbox::nextDue(database, now);
    if (!next)
        return std::unexpected(next.error());
    round.nextDue = *next;
    return round;
}

Result<void> endAttempt(const Database &database, const Attempt &attempt, const DestinationAnswer &answer,
                        const Decision &decision, Timestamp now)
{
    AttemptOutcome outcome{attempt.row, attempt.shipment.version, answer.status, answer.text, {}, now};
    return std::visit(Overloaded{
                          [&](const Sent &) { return outbox::storeSent(database, outcome); },
                          [&](const RetryAt &retry) {
                              outcome.reason = retry.reason;
                              return outbox::storeRetry(database, outcome, retry.time);
                          },
                          [&](const Park &park) {
                              outcome.reason = park.reason;
                              return outbox::storeParked(database, outcome);
                          },
                          [&](const PauseDestination &pause) {
                              outcome.reason = pause.reason;
                              const auto stored = outbox::storeRetry(database, outcome, now);
                              return stored
                                         ? destinations::pause(database, attempt.shipment.destination.id, pause.reason)
                                         : stored;
                          },
                      },
                      decision);
}

} // namespace earshot
