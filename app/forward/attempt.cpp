// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/attempt.h"

#include "app/forward/conversationrecord.h"
#include "app/forward/personkey.h"
#include "models/store/outbox.h"

#include <QUuid>

#include <algorithm>

namespace earshot {
namespace {

constexpr int c_usualConcurrency = 4;

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

/** Whether a row's body is what has to be sent. One whose writing may have been carried out is looked for and repeated
 * as it was, and only then followed by a newer version. */
bool isRendered(const DueRow &row, const StepStates &steps)
{
    if (row.bodyVersion == 0 || row.body.isEmpty())
        return false;
    const auto activity = steps.constFind(OutboxStep::Activity);
    const bool mayBeWritten = activity != steps.constEnd() && !activity->isDone();
    return row.bodyVersion == row.wanted || mayBeWritten;
}

/** Begins the attempts of one destination. */
class RoundOfDestination
{
public:
    RoundOfDestination(const Database &database, const Destination &destination, const RoundRequest &request,
                       std::vector<Attempt> &attempts)
        : m_database(database)
        , m_destination(destination)
        , m_now(request.now)
        , m_attempts(attempts)
    {
        for (auto row = request.inFlight.cbegin(); row != request.inFlight.cend(); ++row) {
            if (row->destination != destination.id)
                continue;
            m_sending.append(row.key());
            m_persons.append(row->person);
        }
    }

    Result<void> begin(int room)
    {
        const qsizetype most = room - m_sending.size();
        if (most <= 0)
            return {};
        const auto rows = outbox::due(m_database, m_destination.id, m_now, most, m_sending);
        if (!rows)
            return std::unexpected(rows.error());
        for (const DueRow &row : *rows) {
            if (const auto begun = beginRow(row); !begun)
                return begun;
        }
        return {};
    }

private:
    Result<void> beginRow(const DueRow &row)
    {
        const auto conversation = readWholeConversation(m_database, row.conversation);
        if (!conversation && conversation.error().code == ErrorCode::NotFound)
            return outbox::parkUnsent(m_database, row.id, QStringLiteral("the conversation is no longer in the store"),
                                      m_now);
        if (!conversation)
            return std::unexpected(conversation.error());
        const PersonKey person = personKeyOf(conversation->record, m_destination);
        if (const auto kept = keepContactKey(row, contactKeyOf(person)); !kept)
            return kept;
        const bool waits =
            std::ranges::any_of(m_persons, [&](const PersonKey &other) { return mayBeSame(person, other); });
        if (waits)
            return {};
        m_persons.append(person);
        return beginWith(row, *conversation, person);
    }

    /** So that others of the contact wait for this row, and what a person chooses for it counts for them. */
    Result<void> keepContactKey(const DueRow &row, const QString &key)
    {
        return key == row.contactKey ? Result<void>() : outbox::setContactKey(m_database, row.id, key);
    }

    Result<void> beginWith(const DueRow &row, const WholeConversation &conversation, const PersonKey &person)
    {
        const auto steps = outboxsteps::of(m_database, row.id);
        if (!steps)
            return std::unexpected(steps.error());
        Attempt attempt = attemptAt(row, conversation, *steps);
        attempt.shipment.person = person;
        attempt.shipment.contactKey = contactKeyOf(person);
        const auto known = outboxsteps::person(m_database, m_destination.id, attempt.shipment.contactKey);
        if (!known)
            return std::unexpected(known.error());
        attempt.person = *known;
        if (const auto begun = outbox::beginAttempt(m_database, row, m_now); !begun)
            return begun;
        const auto id = outboxlog::begin(m_database, row.id, m_destination.id, attempt.shipment.version,
                                         attempt.soFar.count, m_now);
        if (!id)
            return std::unexpected(id.error());
        attempt.id = *id;
        m_attempts.push_back(std::move(attempt));
        return {};
    }

    Attempt attemptAt(const DueRow &row, const WholeConversation &conversation, const StepStates &steps) const
    {
        Attempt attempt;
        attempt.soFar = {row.attempts + 1, row.firstAttemptAt.value_or(m_now)};
        attempt.steps = steps;
        attempt.shipment.destination = m_destination;
        attempt.shipment.row = row.id;
        attempt.shipment.recordKey = recordKey(conversation.sourceKey, conversation.key);
        attempt.shipment.attempt = attempt.soFar.count;
        attempt.shipment.at = m_now;
        if (isRendered(row, steps)) {
            attempt.shipment.version = row.bodyVersion;
            attempt.shipment.deliveryKey = row.attemptKey;
            attempt.shipment.body = row.body;
        } else {
            attempt.shipment.version = row.wanted;
            attempt.shipment.deliveryKey = QUuid::createUuid().toString(QUuid::WithoutBraces);
            attempt.toRender = conversationRecord(conversation);
        }
        return attempt;
    }

    const Database &m_database;
    const Destination &m_destination;
    const Timestamp m_now;
    std::vector<Attempt> &m_attempts;
    QList<qint64> m_sending; ///< rows
    QList<PersonKey> m_persons; ///< that are being written to
};

int concurrencyOf(const Destination &destination, int mostOfKind)
{
    const int wanted = destination.options.value(QLatin1StringView("concurrency")).toInt(c_usualConcurrency);
    return std::clamp(wanted, 1, mostOfKind);
}

Result<void> beginFor(const Database &database, Breakers &breakers, const Destination &destination,
                      const RoundRequest &request, std::vector<Attempt> &attempts)
{
    const auto most = request.mostByKind.constFind(destination.kind);
    if (most == request.mostByKind.constEnd())
        return destinations::pause(database, destination.id,
                                   QStringLiteral("this version knows no kind \"%1\"").arg(destination.kind));
    const auto room = breakers.room(database, destination, concurrencyOf(destination, *most), request.now);
    if (!room)
        return std::unexpected(room.error());
    return RoundOfDestination(database, destination, request, attempts).begin(*room);
}

/** Stores what an attempt came to in its row. */
class RowEnd
{
public:
    RowEnd(const Database &database, const Attempt &attempt, const AttemptEnd &end, Timestamp now)
        : m_database(database)
        , m_destination(attempt.shipment.destination.id)
        , m_outcome{attempt.shipment.row, attempt.shipment.version, end.answer.status, end.answer.text, {}, now}
    {
    }

    Result<void> operator()(const Sent & /*sent*/) { return outbox::storeSent(m_database, m_outcome); }

    Result<void> operator()(const RetryAt &retry)
    {
        m_outcome.reason = retry.reason;
        return outbox::storeRetry(m_database, m_outcome, retry.time);
    }

    Result<void> operator()(const Park &park)
    {
        m_outcome.reason = park.reason;
        return park.question ? outbox::storeQuestion(m_database, m_outcome, *park.question, park.candidates)
                             : outbox::storeParked(m_database, m_outcome);
    }

    Result<void> operator()(const PauseDestination &pause)
    {
        m_outcome.reason = pause.reason;
        const auto stored = outbox::storeRetry(m_database, m_outcome, m_outcome.at);
        return stored ? destinations::pause(m_database, m_destination, pause.reason) : stored;
    }

    Result<void> operator()(const HoldDestination &hold)
    {
        m_outcome.reason = hold.reason;
        const auto stored = outbox::storeRetry(m_database, m_outcome, hold.until);
        return stored ? holdAtLeast(m_database, m_destination, hold.until, hold.reason) : stored;
    }

    Result<void> operator()(const StaysDue & /*due*/) { return {}; }

    const QString &reason() const { return m_outcome.reason; }

private:
    const Database &m_database;
    const qint64 m_destination;
    AttemptOutcome m_outcome;
};

AttemptOutcomeKind outcomeKindOf(const Decision &decision)
{
    return std::visit(
        Overloaded{
            [](const Sent &) { return AttemptOutcomeKind::Sent; },
            [](const Park &park) { return park.question ? AttemptOutcomeKind::Asks : AttemptOutcomeKind::Parked; },
            [](const PauseDestination &) { return AttemptOutcomeKind::Paused; },
            [](const auto &) { return AttemptOutcomeKind::Retry; },
        },
        decision);
}

} // namespace

Result<AttemptRound> beginAttempts(const Database &database, Breakers &breakers, const RoundRequest &request)
{
    const auto known = destinations::all(database);
    if (!known)
        return std::unexpected(known.error());
    AttemptRound round;
    for (const Destination &destination : *known) {
        if (destination.state != DestinationState::Active)
            continue;
        if (const auto begun = beginFor(database, breakers, destination, request, round.attempts); !begun)
            return std::unexpected(begun.error());
    }
    const auto next = outbox::nextDue(database, request.now);
    if (!next)
        return std::unexpected(next.error());
    round.nextDue = *next;
    return round;
}

Result<void> storeRendered(const Database &database, const Attempt &attempt, const QByteArray &body, Timestamp now)
{
    const Shipment &shipment = attempt.shipment;
    // Once it is begun again, this version is written; see RecordFlow.
    if (const auto forgotten = outboxsteps::forget(database, shipment.row, OutboxStep::Link); !forgotten)
        return forgotten;
    return outbox::storeRendered(database, shipment.row,
                                 {shipment.version, body, shipment.deliveryKey, shipment.destination.mappingVersion},
                                 now);
}

Result<void> endAttempt(const Database &database, Breakers &breakers, const Attempt &attempt, const AttemptEnd &end,
                        Timestamp now)
{
    RowEnd row(database, attempt, end, now);
    if (const auto stored = std::visit(row, end.decision); !stored)
        return stored;
    const auto logged = outboxlog::end(database, attempt.id, outcomeKindOf(end.decision), row.reason(), end.log, now);
    if (!logged || !end.works)
        return logged;
    return breakers.note(database, attempt.shipment.destination.id, *end.works, row.reason(), now);
}

} // namespace earshot
