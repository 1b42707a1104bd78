// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What attempts come to, and what people answer where an attempt ended with a question.

#include "models/store/binding.h"
#include "models/store/outbox.h"
#include "models/store/outboxrows.h"

#include <QJsonDocument>

#include <algorithm>

namespace earshot::outbox {
namespace {

using namespace outboxrows;

/** The version's body as it was rendered, for whoever asks later what the destination got. */
Result<void> keepSentBody(const Database &database, qint64 row, qint64 version, Timestamp at)
{
    const auto body = database.value(QStringLiteral("SELECT \"body\" FROM outbox WHERE \"id\" = ? "
                                                    "AND \"body_version\" = ? AND \"body\" IS NOT NULL"),
                                     {row, version});
    if (!body)
        return std::unexpected(body.error());
    if (!body->isValid())
        return {};
    const auto kept =
        database.run(QStringLiteral("INSERT OR REPLACE INTO outbox_sent (\"outbox\", \"version\", \"at\", \"body\") "
                                    "VALUES (?, ?, ?, ?)"),
                     {row, version, toMicroseconds(at), qCompress(body->toByteArray())});
    return kept ? Result<void>() : std::unexpected(kept.error());
}

/** The row, which asks just that. */
Result<OutboxRow> askingRow(const Database &database, qint64 row, OutboxQuestion question)
{
    const auto found = one(database, row);
    if (!found)
        return found;
    if (found->question != question)
        return failure(ErrorCode::BadArgument,
                       question == OutboxQuestion::WhichContact
                           ? QStringLiteral("outbox row %1 does not ask for a contact").arg(row)
                           : QStringLiteral("outbox row %1 does not ask whether it was written").arg(row));
    return found;
}

Result<void> makeDue(const Database &database, qint64 row, Timestamp now)
{
    return changeRow(database, row, c_makeDue + QLatin1StringView("\"id\" = ?"),
                     {toMicroseconds(now), toMicroseconds(now), row});
}

/** For all records of that contact; those of them that ask the same have their answer. */
Result<void> chooseForContact(const Database &database, const OutboxRow &row, const CrmPerson &person, Timestamp now)
{
    const auto key = database.value(QStringLiteral("SELECT \"contact_key\" FROM outbox WHERE \"id\" = ?"), {row.id});
    if (!key)
        return std::unexpected(key.error());
    if (key->isNull())
        return {};
    const auto kept = outboxsteps::keepPerson(database, row.destination, key->toString(), person, now);
    if (!kept)
        return kept;
    const auto others = changeRows(database, {},
                                   c_makeDue
                                       + QLatin1StringView("\"destination\" = ? AND \"contact_key\" = ? "
                                                           "AND \"question\" = 'which_contact' AND \"id\" <> ?"),
                                   {toMicroseconds(now), toMicroseconds(now), row.destination, *key, row.id});
    return others ? Result<void>() : std::unexpected(others.error());
}

/** The version that was being sent. */
Result<qint64> renderedVersion(const Database &database, const OutboxRow &row)
{
    const auto version =
        database.value(QStringLiteral("SELECT \"body_version\" FROM outbox WHERE \"id\" = ?"), {row.id});
    if (!version)
        return std::unexpected(version.error());
    return version->isNull() ? row.wanted : version->toLongLong();
}

} // namespace

Result<void> parkUnsent(const Database &database, qint64 row, const QString &reason, Timestamp now)
{
    return changeRow(database, row,
                     QStringLiteral("UPDATE outbox SET \"state\" = 'parked', \"body\" = NULL, \"body_version\" = NULL, "
                                    "\"reason\" = ?, \"updated_at\" = ? WHERE \"id\" = ? AND \"state\" = 'waiting'"),
                     {reason, toMicroseconds(now), row});
}

Result<void> storeSent(const Database &database, const AttemptOutcome &outcome)
{
    if (const auto kept = keepSentBody(database, outcome.row, outcome.version, outcome.at); !kept)
        return kept;
    return changeRow(
        database, outcome.row,
        QStringLiteral("UPDATE outbox SET \"sent\" = max(\"sent\", ?), "
                       "\"state\" = CASE WHEN \"wanted\" <= ? THEN 'sent' WHEN \"state\" = 'parked' THEN 'waiting' "
                       "ELSE \"state\" END, "
                       "\"body\" = NULL, \"last_status\" = ?, \"last_answer\" = ?, \"reason\" = NULL, "
                       "\"question\" = NULL, \"candidates\" = NULL, \"updated_at\" = ? WHERE \"id\" = ?"),
        {outcome.version, outcome.version, orNull(outcome.status), orNull(outcome.answer), toMicroseconds(outcome.at),
         outcome.row});
}

Result<void> storeRetry(const Database &database, const AttemptOutcome &outcome, Timestamp next)
{
    return changeRow(database, outcome.row,
                     QStringLiteral("UPDATE outbox SET \"next_at\" = ?, \"last_status\" = ?, \"last_answer\" = ?, "
                                    "\"reason\" = ?, \"updated_at\" = ? WHERE \"id\" = ? AND \"state\" = 'waiting'"),
                     {toMicroseconds(next), orNull(outcome.status), orNull(outcome.answer), orNull(outcome.reason),
                      toMicroseconds(outcome.at), outcome.row});
}

Result<void> storeParked(const Database &database, const AttemptOutcome &outcome)
{
    return changeRow(database, outcome.row,
                     QStringLiteral("UPDATE outbox SET "
                                    "\"state\" = CASE WHEN \"wanted\" <= ? THEN 'parked' ELSE \"state\" END, "
                                    "\"next_at\" = ?, \"last_status\" = ?, \"last_answer\" = ?, \"reason\" = ?, "
                                    "\"updated_at\" = ? WHERE \"id\" = ? AND \"state\" = 'waiting'"),
                     {outcome.version, toMicroseconds(outcome.at), orNull(outcome.status), orNull(outcome.answer),
                      orNull(outcome.reason), toMicroseconds(outcome.at), outcome.row});
}

Result<void> storeQuestion(const Database &database, const AttemptOutcome &outcome, OutboxQuestion question,
                           const QList<CrmPerson> &candidates)
{
    const QString persons =
        QString::fromUtf8(QJsonDocument(outboxsteps::toJson(candidates)).toJson(QJsonDocument::Compact));
    return changeRow(database, outcome.row,
                     QStringLiteral("UPDATE outbox SET \"state\" = 'parked', \"question\" = ?, \"candidates\" = ?, "
                                    "\"last_status\" = ?, \"last_answer\" = ?, \"reason\" = ?, \"updated_at\" = ? "
                                    "WHERE \"id\" = ? AND \"state\" = 'waiting'"),
                     {outboxQuestionText(question), orNull(candidates.isEmpty() ? QString() : persons),
                      orNull(outcome.status), orNull(outcome.answer), orNull(outcome.reason),
                      toMicroseconds(outcome.at), outcome.row});
}

Result<void> chooseContact(const Database &database, qint64 row, const QString &crmId, Timestamp now)
{
    const auto asking = askingRow(database, row, OutboxQuestion::WhichContact);
    if (!asking)
        return std::unexpected(asking.error());
    const auto chosen = std::ranges::find(asking->candidates, crmId, &CrmPerson::id);
    if (chosen == asking->candidates.end()) {
        QStringList known;
        for (const CrmPerson &person : asking->candidates)
            known.append(person.id);
        return failure(ErrorCode::NotFound,
                       QStringLiteral("\"%1\" is none of the contacts of outbox row %2; there are: %3")
                           .arg(crmId, QString::number(row), known.join(QLatin1StringView(", "))));
    }
    auto done = outboxsteps::finish(database, row, OutboxStep::Contact, chosen->id, chosen->url, now);
    if (done)
        done = chooseForContact(database, *asking, *chosen, now);
    return done ? makeDue(database, row, now) : done;
}

Result<void> settle(const Database &database, qint64 row, bool isThere, Timestamp now)
{
    const auto asking = askingRow(database, row, OutboxQuestion::PerhapsWritten);
    if (!asking)
        return std::unexpected(asking.error());
    const auto steps = outboxsteps::of(database, row);
    if (!steps)
        return std::unexpected(steps.error());
    // A contact that is there is found by the look that every attempt begins with.
    const auto contact = steps->constFind(OutboxStep::Contact);
    const bool isOfContact = contact != steps->cend() && !contact->isDone();
    if (isOfContact || !isThere) {
        const auto forgotten =
            outboxsteps::forget(database, row, isOfContact ? OutboxStep::Contact : OutboxStep::Activity);
        return forgotten ? makeDue(database, row, now) : forgotten;
    }
    const auto version = renderedVersion(database, *asking);
    if (!version)
        return std::unexpected(version.error());
    const auto finished = outboxsteps::finish(database, row, OutboxStep::Activity, {}, {}, now);
    return finished ? storeSent(database, {row, *version, asking->lastStatus, asking->lastAnswer, {}, now}) : finished;
}

Result<std::optional<QByteArray>> sentBody(const Database &database, qint64 conversation, qint64 destination)
{
    const auto body =
        database.value(QStringLiteral("SELECT s.\"body\" FROM outbox o JOIN outbox_sent s "
                                      "ON s.\"outbox\" = o.\"id\" WHERE o.\"destination\" = ? "
                                      "AND o.\"record_kind\" = 'conversation' AND o.\"conversation\" = ?"),
                       {destination, conversation});
    if (!body)
        return std::unexpected(body.error());
    if (!body->isValid())
        return std::optional<QByteArray>();
    return std::optional(qUncompress(body->toByteArray()));
}

} // namespace earshot::outbox
