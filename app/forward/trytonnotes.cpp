// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/trytonnotes.h"

#include "app/forward/trytonrights.h"

namespace earshot {
namespace {

using Kind = CallFailure::Kind;
using L1 = QLatin1StringView;
using tryton::clause;

constexpr int c_most = 100;
constexpr std::chrono::seconds c_memory(5);

QString emptyText()
{
    return QStringLiteral("[earshot] The next call or chat will be noted here.");
}

QString model()
{
    return QStringLiteral("ir.note");
}

std::unexpected<CallFailure> failed(Kind kind, const QString &reason, const DestinationAnswer &answer = {})
{
    return std::unexpected(CallFailure{kind, reason, answer});
}

bool isConflict(const CallFailure &failure)
{
    return trytonException(failure.answer) == L1("ConcurrencyException");
}

/** Nothing went out; again in a second. */
CallFailure tooEarly()
{
    CallFailure failure{Kind::Refused, QStringLiteral("an earlier write to the note may still be on its way"), {}};
    failure.answer.nothingSent = true;
    failure.answer.retryAfter = "1";
    return failure;
}

QString marker(const Shipment &shipment)
{
    return QLatin1Char('[') + shipment.recordKey + QLatin1Char(']');
}

QJsonArray isRecord(const Shipment &shipment)
{
    return clause(L1("message"), L1("like"), QString(tryton::escaped(marker(shipment)) + QLatin1Char('%')));
}

QString resource(qint64 party)
{
    return QStringLiteral("party.party,%1").arg(party);
}

Called<QJsonObject> fieldsOf(const Shipment &shipment)
{
    const Result<CrmEnvelope> envelope = readEnvelope(shipment.body);
    if (!envelope)
        return failed(Kind::Wrong, envelope.error().detail);
    if (!envelope->object.isEmpty() && envelope->object != model())
        return failed(Kind::Wrong, QStringLiteral("Tryton gets notes: the mapping's object is \"ir.note\""));
    const QJsonValue message = envelope->record.value(L1("message"));
    if (!message.isString())
        return failed(Kind::Wrong, QStringLiteral("the mapping must give text as \"message\" of the record"));
    QJsonObject fields = envelope->record;
    fields.remove(L1("resource"));
    fields.insert(QStringLiteral("message"), QString(marker(shipment) + QLatin1Char(' ') + message.toString()));
    return fields;
}

} // namespace

QCoro::Task<Called<QList<TrytonNotes::Note>>> TrytonNotes::read(Passage &passage, QString purpose, QJsonArray domain)
{
    const QJsonArray fields = tryton::names({L1("_timestamp"), L1("resource"), L1("resource.active")});
    QCoro::Task<Called<TrytonResult>> asking =
        m_rpc.call(passage, tryton::search(purpose, model(), domain, c_most, fields));
    const Called<TrytonResult> found = co_await asking;
    if (!found) {
        QCoro::Task<CallFailure> explaining = explainedByRights(m_rpc, passage, found.error());
        co_return std::unexpected(co_await explaining);
    }
    QList<Note> notes;
    for (const QJsonValue item : found->value.toArray()) {
        const QJsonObject note = item.toObject();
        const QJsonObject party = note.value(L1("resource.")).toObject();
        notes.append({note.value(L1("id")).toInteger(), note.value(L1("_timestamp")).toString(), found->at,
                      tryton::isTrue(party.value(L1("active")))});
    }
    co_return notes;
}

QCoro::Task<Called<QList<TrytonNotes::Note>>> TrytonNotes::usable(Passage &passage, qint64 party)
{
    const QJsonArray isOnParty = clause(L1("resource"), L1("="), resource(party));
    const QJsonArray isEmpty = clause(L1("message"), L1("="), emptyText());
    const QJsonArray isEither{QStringLiteral("OR"), isRecord(passage.shipment()), isEmpty};
    QCoro::Task<Called<QList<Note>>> looking =
        read(passage, QStringLiteral("look for note"), QJsonArray{isOnParty, isEither});
    const Called<QList<Note>> either = co_await looking;
    if (!either || either->isEmpty())
        co_return either;
    QCoro::Task<Called<QList<Note>>> choosing =
        read(passage, QStringLiteral("look for note"), QJsonArray{isOnParty, isRecord(passage.shipment())});
    const Called<QList<Note>> own = co_await choosing;
    if (!own)
        co_return own;
    co_return own->isEmpty() ? *either : own->first(1);
}

QCoro::Task<CallFailure> TrytonNotes::whyNotMade(Passage &passage, qint64 party, CallFailure failure)
{
    QCoro::Task<CallFailure> explaining = explainedByRights(m_rpc, passage, failure);
    const CallFailure why = co_await explaining;
    if (why.kind != Kind::Wrong)
        co_return why;
    // For a party that is not there Tryton says only that the note needs one.
    const TrytonCall look = tryton::search(QStringLiteral("look for contact"), QStringLiteral("party.party"),
                                           clause(L1("id"), L1("="), party), 1, tryton::names({L1("rec_name")}));
    QCoro::Task<Called<TrytonResult>> asking = m_rpc.call(passage, look);
    const Called<TrytonResult> found = co_await asking;
    if (!found || !found->value.toArray().isEmpty())
        co_return why;
    co_return CallFailure{Kind::Gone, QStringLiteral("there is no contact %1 in Tryton").arg(party), why.answer};
}

QCoro::Task<Called<QList<TrytonNotes::Note>>> TrytonNotes::makeEmpty(Passage &passage, qint64 party)
{
    const QJsonObject fields{{QStringLiteral("resource"), resource(party)}, {QStringLiteral("message"), emptyText()}};
    const TrytonCall create{QStringLiteral("make note"), QStringLiteral("model.ir.note.create"),
                            tryton::listOf(tryton::listOf(fields))};
    QCoro::Task<Called<TrytonResult>> asking = m_rpc.call(passage, create);
    const Called<TrytonResult> made = co_await asking;
    if (!made) {
        QCoro::Task<CallFailure> explaining = whyNotMade(passage, party, made.error());
        co_return std::unexpected(co_await explaining);
    }
    const qint64 id = made->value.toArray().at(0).toInteger();
    settle(passage.shipment().destination.id, id, made->at);
    QCoro::Task<Called<QList<Note>>> reading =
        read(passage, QStringLiteral("read note"), clause(L1("id"), L1("="), id));
    const Called<QList<Note>> notes = co_await reading;
    if (notes && (notes->isEmpty() || !notes->first().isOnParty))
        co_return failed(Kind::Gone, QStringLiteral("the contact is deactivated or merged into another in Tryton"));
    co_return notes;
}

void TrytonNotes::settle(qint64 destination, qint64 note, std::optional<Timestamp> at)
{
    if (!at)
        return;
    m_settled.removeIf([&](const auto &entry) { return *at - entry.value() > c_memory; });
    m_settled.insert({destination, note}, *at);
}

/** Whether an earlier write that is still on its way would fail after this one. It does if this one changes the note's
 * stamp. Where stamps have whole seconds (SQLite), that takes another second than that of the last change. A server
 * that does not tell its time is believed. */
bool TrytonNotes::isSafeToWrite(const Note &note, qint64 destination) const
{
    if (note.stamp.contains(QLatin1Char('.')) || m_settled.contains({destination, note.id}))
        return true;
    const auto changed = Timestamp(std::chrono::seconds(note.stamp.toLongLong()));
    return !note.readAt || *note.readAt > changed;
}

QCoro::Task<Called<void>> TrytonNotes::write(Passage &passage, QList<Note> notes)
{
    const qint64 destination = passage.shipment().destination.id;
    const Called<QJsonObject> fields = fieldsOf(passage.shipment());
    if (!fields)
        co_return std::unexpected(fields.error());
    const qint64 id = notes.first().id;
    QJsonObject stamps;
    QJsonArray others;
    for (const Note &note : notes) {
        if (!isSafeToWrite(note, destination))
            co_return std::unexpected(tooEarly());
        stamps.insert(QStringLiteral("ir.note,%1").arg(note.id), note.stamp);
        if (note.id != id)
            others.append(note.id);
        m_settled.remove({destination, note.id});
    }
    TrytonCall call{QStringLiteral("write note"), QStringLiteral("model.ir.note.write"), {tryton::listOf(id), *fields}};
    if (!others.isEmpty()) { // so that no earlier write to one of them can still succeed
        call.arguments.append(others);
        call.arguments.append(QJsonObject{{QStringLiteral("message"), emptyText()}});
    }
    call.context.insert(QStringLiteral("_timestamp"), stamps);
    QCoro::Task<Called<TrytonResult>> asking = m_rpc.call(passage, call);
    const Called<TrytonResult> written = co_await asking;
    if (!written) {
        QCoro::Task<CallFailure> explaining = explainedByRights(m_rpc, passage, written.error());
        co_return std::unexpected(co_await explaining);
    }
    settle(destination, id, written->at);
    co_return Called<void>();
}

QCoro::Task<Called<qint64>> TrytonNotes::putOnce(Passage &passage, qint64 party)
{
    QCoro::Task<Called<QList<Note>>> looking = usable(passage, party);
    Called<QList<Note>> notes = co_await looking;
    if (notes && (notes->isEmpty() || !notes->first().isOnParty)) {
        QCoro::Task<Called<QList<Note>>> making = makeEmpty(passage, party);
        notes = co_await making;
    }
    if (!notes)
        co_return std::unexpected(notes.error());
    QCoro::Task<Called<void>> writing = write(passage, *notes);
    const Called<void> written = co_await writing;
    if (!written)
        co_return std::unexpected(written.error());
    co_return notes->first().id;
}

QCoro::Task<Called<void>> TrytonNotes::changeOnce(Passage &passage, qint64 id)
{
    QCoro::Task<Called<QList<Note>>> reading =
        read(passage, QStringLiteral("read note"), clause(L1("id"), L1("="), id));
    const Called<QList<Note>> notes = co_await reading;
    if (!notes)
        co_return std::unexpected(notes.error());
    if (notes->isEmpty())
        co_return failed(Kind::Gone, QStringLiteral("there is no note %1 in Tryton").arg(id));
    QCoro::Task<Called<void>> writing = write(passage, *notes);
    co_return co_await writing;
}

QCoro::Task<Called<qint64>> TrytonNotes::find(Passage &passage)
{
    QCoro::Task<Called<QList<Note>>> looking =
        read(passage, QStringLiteral("look for note"), isRecord(passage.shipment()));
    const Called<QList<Note>> found = co_await looking;
    if (!found)
        co_return std::unexpected(found.error());
    co_return found->isEmpty() ? qint64(0) : found->first().id;
}

QCoro::Task<Called<qint64>> TrytonNotes::put(Passage &passage, qint64 party)
{
    if (const Called<QJsonObject> fields = fieldsOf(passage.shipment()); !fields) // before a note is made for nothing
        co_return std::unexpected(fields.error());
    QCoro::Task<Called<qint64>> putting = putOnce(passage, party);
    const Called<qint64> note = co_await putting;
    if (note || !isConflict(note.error()))
        co_return note;
    QCoro::Task<Called<qint64>> puttingAgain = putOnce(passage, party); // an earlier write has come up meanwhile
    co_return co_await puttingAgain;
}

QCoro::Task<Called<void>> TrytonNotes::change(Passage &passage, qint64 id)
{
    QCoro::Task<Called<void>> changing = changeOnce(passage, id);
    const Called<void> changed = co_await changing;
    if (changed || !isConflict(changed.error()))
        co_return changed;
    QCoro::Task<Called<void>> changingAgain = changeOnce(passage, id);
    co_return co_await changingAgain;
}

} // namespace earshot
