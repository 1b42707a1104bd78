// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/recordflow.h"

#include <expected>

namespace earshot {
namespace {

using FailureKind = CallFailure::Kind;

/** What a part of the flow gave, or how the flow ends for want of it. */
template <typename T>
using Flowed = std::expected<T, FlowOutcome>;

/** Whether a write that failed so may nevertheless have been carried out. */
bool mayHaveHappened(const CallFailure &failure)
{
    if (failure.answer.nothingSent)
        return false;
    return failure.kind == FailureKind::Lost || failure.kind == FailureKind::Broken
           || failure.kind == FailureKind::Stopped;
}

QString wordFor(OutboxStep step)
{
    return step == OutboxStep::Contact ? QStringLiteral("contact") : QStringLiteral("record");
}

LookLater lookLater(OutboxStep step, Timestamp time)
{
    return {time, QStringLiteral("the answer to making the %1 was lost; a look tells later whether it is there")
                      .arg(wordFor(step))};
}

PerhapsWritten perhapsWritten(OutboxStep step)
{
    return {step, QStringLiteral("the answer to making the %1 was lost, and a look does not find it: it may be there "
                                 "all the same")
                      .arg(wordFor(step))};
}

/** Also for a record that lies in a CRM's bin: there it may hold its key for ever, so that none can be made in its
 * place. */
CallFailure recordGone(CallFailure failure, const CrmRecord &record)
{
    const QString name = record.id.isEmpty() ? QString() : QStringLiteral(" %1").arg(record.id);
    failure.reason =
        QStringLiteral("its record%1 is no longer there, so it was probably deleted by a person; it is not "
                       "made again (%2)")
            .arg(name, failure.reason);
    return failure;
}

/** One run of the flow. Lives in the frame of carryRecord(). */
class RecordFlow
{
public:
    RecordFlow(Connector &connector, Passage &passage, StepKeeper &keeper, const Clock &clock)
        : m_connector(connector)
        , m_passage(passage)
        , m_keeper(keeper)
        , m_clock(clock)
    {
    }

    QCoro::Task<FlowOutcome> carry();

private:
    QCoro::Task<FlowOutcome> carryOnce();

    QCoro::Task<Flowed<QString>> person();
    QCoro::Task<Flowed<QString>> findOrMakePerson();
    QCoro::Task<Flowed<QString>> makePerson(bool isRepeated);
    QCoro::Task<Flowed<QString>> takePerson(CrmPerson person);

    QCoro::Task<Flowed<CrmRecord>> record(QString person);
    QCoro::Task<Flowed<CrmRecord>> resumeRecord(QString person);
    QCoro::Task<Flowed<CrmRecord>> makeRecord(QString person);
    QCoro::Task<Flowed<CrmRecord>> changeRecord(CrmRecord known, QString person);
    QCoro::Task<Flowed<CrmRecord>> seekRecord(QString person);
    QCoro::Task<Flowed<CrmRecord>> takeRecord(CrmRecord made);

    QCoro::Task<Flowed<void>> link(CrmRecord record, QString person);

    QCoro::Task<Flowed<void>> begin(OutboxStep step);
    QCoro::Task<Flowed<void>> finish(OutboxStep step, CrmRecord record);
    QCoro::Task<Flowed<void>> forget(OutboxStep step);
    /** How the flow ends after a write has failed. */
    QCoro::Task<FlowOutcome> failedWrite(OutboxStep step, CallFailure failure);
    QCoro::Task<Flowed<void>> forgetPerson();

    std::optional<StepState> stateOf(OutboxStep step) const;

    Certainty certaintyOf(OutboxStep step) const { return m_connector.certainty(step, m_passage.shipment()); }

    /** When a look tells whether what was begun is there; nothing if it does now. */
    std::optional<Timestamp> lookTime(const StepState &state, const Certainty &certainty) const;

    Connector &m_connector;
    Passage &m_passage;
    StepKeeper &m_keeper;
    const Clock &m_clock;
    bool m_personGone = false;
};

std::optional<StepState> RecordFlow::stateOf(OutboxStep step) const
{
    const StepStates steps = m_keeper.steps();
    const auto known = steps.constFind(step);
    return known == steps.constEnd() ? std::nullopt : std::optional(*known);
}

std::optional<Timestamp> RecordFlow::lookTime(const StepState &state, const Certainty &certainty) const
{
    if (certainty.repeat == Certainty::Repeat::Harmless)
        return std::nullopt;
    const Timestamp time = state.begunAt + certainty.lag;
    return m_clock.now() < time ? std::optional(time) : std::nullopt;
}

QCoro::Task<Flowed<void>> RecordFlow::begin(OutboxStep step)
{
    QCoro::Task<Result<void>> storing = m_keeper.begin(step);
    const Result<void> stored = co_await storing;
    co_return stored ? Flowed<void>() : Flowed<void>(std::unexpected(FlowOutcome(FlowBroken{stored.error()})));
}

QCoro::Task<Flowed<void>> RecordFlow::finish(OutboxStep step, CrmRecord record)
{
    QCoro::Task<Result<void>> storing = m_keeper.finish(step, std::move(record));
    const Result<void> stored = co_await storing;
    co_return stored ? Flowed<void>() : Flowed<void>(std::unexpected(FlowOutcome(FlowBroken{stored.error()})));
}

QCoro::Task<Flowed<void>> RecordFlow::forget(OutboxStep step)
{
    QCoro::Task<Result<void>> storing = m_keeper.forget(step);
    const Result<void> stored = co_await storing;
    co_return stored ? Flowed<void>() : Flowed<void>(std::unexpected(FlowOutcome(FlowBroken{stored.error()})));
}

QCoro::Task<FlowOutcome> RecordFlow::failedWrite(OutboxStep step, CallFailure failure)
{
    if (mayHaveHappened(failure))
        co_return failure;
    QCoro::Task<Flowed<void>> forgetting = forget(step);
    const Flowed<void> forgotten = co_await forgetting;
    if (!forgotten)
        co_return forgotten.error();
    co_return failure;
}

QCoro::Task<Flowed<void>> RecordFlow::forgetPerson()
{
    QCoro::Task<Result<void>> storing = m_keeper.forgetPerson();
    const Result<void> stored = co_await storing;
    if (!stored)
        co_return std::unexpected(FlowOutcome(FlowBroken{stored.error()}));
    QCoro::Task<Flowed<void>> forgetting = forget(OutboxStep::Contact);
    co_return co_await forgetting;
}

QCoro::Task<Flowed<QString>> RecordFlow::takePerson(CrmPerson person)
{
    QCoro::Task<Result<void>> keeping = m_keeper.keepPerson(person);
    const Result<void> kept = co_await keeping;
    if (!kept)
        co_return std::unexpected(FlowOutcome(FlowBroken{kept.error()}));
    QCoro::Task<Flowed<void>> finishing = finish(OutboxStep::Contact, CrmRecord{person.id, person.url});
    const Flowed<void> finished = co_await finishing;
    if (!finished)
        co_return std::unexpected(finished.error());
    co_return person.id;
}

/** The contact's id; empty for a record that belongs to nobody. */
QCoro::Task<Flowed<QString>> RecordFlow::person()
{
    if (!m_connector.hasContacts() || m_passage.shipment().contactKey.isEmpty())
        co_return QString();
    const Result<CrmEnvelope> envelope = readEnvelope(m_passage.shipment().body);
    if (!envelope)
        co_return std::unexpected(FlowOutcome(CallFailure{FailureKind::Wrong, envelope.error().detail, {}}));
    if (envelope->contact.isEmpty())
        co_return QString();

    const std::optional<StepState> state = stateOf(OutboxStep::Contact);
    if (state && state->isDone())
        co_return state->crmId;
    const std::optional<CrmPerson> known = m_keeper.knownPerson();
    if (!known) {
        QCoro::Task<Flowed<QString>> finding = findOrMakePerson();
        co_return co_await finding;
    }
    QCoro::Task<Flowed<void>> finishing = finish(OutboxStep::Contact, CrmRecord{known->id, known->url});
    const Flowed<void> finished = co_await finishing;
    if (!finished)
        co_return std::unexpected(finished.error());
    co_return known->id;
}

QCoro::Task<Flowed<QString>> RecordFlow::findOrMakePerson()
{
    const std::optional<StepState> begun = stateOf(OutboxStep::Contact);
    const Certainty certainty = certaintyOf(OutboxStep::Contact);
    if (const auto time = begun ? lookTime(*begun, certainty) : std::nullopt)
        co_return std::unexpected(FlowOutcome(lookLater(OutboxStep::Contact, *time)));

    QCoro::Task<Called<QList<CrmPerson>>> finding = m_connector.findPersons(m_passage);
    const Called<QList<CrmPerson>> found = co_await finding;
    if (!found)
        co_return std::unexpected(FlowOutcome(found.error()));
    if (found->size() > 1)
        co_return std::unexpected(FlowOutcome(WhichContact{*found}));
    if (found->size() == 1) {
        QCoro::Task<Flowed<QString>> taking = takePerson(found->first());
        co_return co_await taking;
    }
    if (begun && certainty.repeat == Certainty::Repeat::Unsure)
        co_return std::unexpected(FlowOutcome(perhapsWritten(OutboxStep::Contact)));
    QCoro::Task<Flowed<QString>> making = makePerson(begun.has_value());
    co_return co_await making;
}

QCoro::Task<Flowed<QString>> RecordFlow::makePerson(bool isRepeated)
{
    if (isRepeated) { // what is looked for next time is this write, not the first
        QCoro::Task<Flowed<void>> forgetting = forget(OutboxStep::Contact);
        const Flowed<void> forgotten = co_await forgetting;
        if (!forgotten)
            co_return std::unexpected(forgotten.error());
    }
    QCoro::Task<Flowed<void>> beginning = begin(OutboxStep::Contact);
    const Flowed<void> begun = co_await beginning;
    if (!begun)
        co_return std::unexpected(begun.error());

    QCoro::Task<Called<CrmPerson>> creating = m_connector.createPerson(m_passage);
    const Called<CrmPerson> made = co_await creating;
    if (made) {
        QCoro::Task<Flowed<QString>> taking = takePerson(*made);
        co_return co_await taking;
    }
    if (!made.error().candidates.isEmpty()) {
        QCoro::Task<Flowed<void>> forgetting = forget(OutboxStep::Contact);
        const Flowed<void> forgotten = co_await forgetting;
        co_return std::unexpected(forgotten ? FlowOutcome(WhichContact{made.error().candidates}) : forgotten.error());
    }
    QCoro::Task<FlowOutcome> failing = failedWrite(OutboxStep::Contact, made.error());
    co_return std::unexpected(co_await failing);
}

QCoro::Task<Flowed<CrmRecord>> RecordFlow::takeRecord(CrmRecord made)
{
    QCoro::Task<Flowed<void>> finishing = finish(OutboxStep::Activity, made);
    const Flowed<void> finished = co_await finishing;
    if (!finished)
        co_return std::unexpected(finished.error());
    co_return made;
}

QCoro::Task<Flowed<CrmRecord>> RecordFlow::record(QString person)
{
    const std::optional<StepState> state = stateOf(OutboxStep::Activity);
    if (!state) {
        QCoro::Task<Flowed<CrmRecord>> making = makeRecord(person);
        co_return co_await making;
    }
    if (!state->isDone()) {
        QCoro::Task<Flowed<CrmRecord>> resuming = resumeRecord(person);
        co_return co_await resuming;
    }
    CrmRecord known{state->crmId, state->url};
    if (stateOf(OutboxStep::Link)) // begun only after this version was written
        co_return known;
    if (known.id.isEmpty() && m_connector.hasContacts()) { // a person has said that it is there
        QCoro::Task<Flowed<CrmRecord>> seeking = seekRecord(person);
        const Flowed<CrmRecord> found = co_await seeking;
        if (!found)
            co_return found;
        known = *found;
    }
    QCoro::Task<Flowed<CrmRecord>> changing = changeRecord(known, person);
    co_return co_await changing;
}

/** A write was begun whose answer never came. What is found is of this very version, since a row keeps to it until
 * then. */
QCoro::Task<Flowed<CrmRecord>> RecordFlow::resumeRecord(QString person)
{
    const Certainty certainty = certaintyOf(OutboxStep::Activity);
    if (certainty.repeat != Certainty::Repeat::Harmless) {
        if (const auto time = lookTime(*stateOf(OutboxStep::Activity), certainty))
            co_return std::unexpected(FlowOutcome(lookLater(OutboxStep::Activity, *time)));
        QCoro::Task<Called<std::optional<CrmRecord>>> looking = m_connector.findRecord(m_passage, person);
        const Called<std::optional<CrmRecord>> found = co_await looking;
        if (!found)
            co_return std::unexpected(FlowOutcome(found.error()));
        if (*found) {
            QCoro::Task<Flowed<CrmRecord>> taking = takeRecord(**found);
            co_return co_await taking;
        }
        if (certainty.repeat == Certainty::Repeat::Unsure)
            co_return std::unexpected(FlowOutcome(perhapsWritten(OutboxStep::Activity)));
    }
    QCoro::Task<Flowed<void>> forgetting = forget(OutboxStep::Activity); // so that the next look waits for this write
    const Flowed<void> forgotten = co_await forgetting;
    if (!forgotten)
        co_return std::unexpected(forgotten.error());
    QCoro::Task<Flowed<CrmRecord>> making = makeRecord(person);
    co_return co_await making;
}

QCoro::Task<Flowed<CrmRecord>> RecordFlow::makeRecord(QString person)
{
    QCoro::Task<Flowed<void>> beginning = begin(OutboxStep::Activity);
    const Flowed<void> begun = co_await beginning;
    if (!begun)
        co_return std::unexpected(begun.error());
    QCoro::Task<Called<CrmRecord>> creating = m_connector.createRecord(m_passage, person);
    const Called<CrmRecord> made = co_await creating;
    if (made) {
        QCoro::Task<Flowed<CrmRecord>> taking = takeRecord(*made);
        co_return co_await taking;
    }
    m_personGone = made.error().kind == FailureKind::Gone && !person.isEmpty();
    QCoro::Task<FlowOutcome> failing = failedWrite(OutboxStep::Activity, made.error());
    co_return std::unexpected(co_await failing);
}

QCoro::Task<Flowed<CrmRecord>> RecordFlow::seekRecord(QString person)
{
    QCoro::Task<Called<std::optional<CrmRecord>>> looking = m_connector.findRecord(m_passage, person);
    const Called<std::optional<CrmRecord>> found = co_await looking;
    if (!found)
        co_return std::unexpected(FlowOutcome(found.error()));
    if (!*found)
        co_return std::unexpected(
            FlowOutcome(CallFailure{FailureKind::Wrong,
                                    QStringLiteral("its record cannot be found there by its key, so it is not changed"),
                                    {}}));
    co_return **found;
}

QCoro::Task<Flowed<CrmRecord>> RecordFlow::changeRecord(CrmRecord known, QString person)
{
    QCoro::Task<Called<CrmRecord>> changing = m_connector.updateRecord(m_passage, known, person);
    const Called<CrmRecord> changed = co_await changing;
    if (changed) {
        CrmRecord kept = *changed; // an answer that names nothing takes nothing away
        if (kept.id.isEmpty())
            kept.id = known.id;
        if (kept.url.isEmpty())
            kept.url = known.url;
        QCoro::Task<Flowed<CrmRecord>> taking = takeRecord(kept);
        co_return co_await taking;
    }
    if (changed.error().kind == FailureKind::Gone)
        co_return std::unexpected(FlowOutcome(recordGone(changed.error(), known)));
    co_return std::unexpected(FlowOutcome(changed.error()));
}

QCoro::Task<Flowed<void>> RecordFlow::link(CrmRecord record, QString person)
{
    const std::optional<StepState> state = stateOf(OutboxStep::Link);
    if (person.isEmpty() || (state && state->isDone()))
        co_return Flowed<void>();
    QCoro::Task<Flowed<void>> beginning = begin(OutboxStep::Link);
    const Flowed<void> begun = co_await beginning;
    if (!begun)
        co_return begun;
    QCoro::Task<Called<void>> linking = m_connector.link(m_passage, record, person);
    const Called<void> linked = co_await linking;
    if (!linked) { // stays begun, since it may be repeated
        m_personGone = linked.error().kind == FailureKind::Gone;
        co_return std::unexpected(FlowOutcome(linked.error()));
    }
    QCoro::Task<Flowed<void>> finishing = finish(OutboxStep::Link, CrmRecord{person, QString()});
    co_return co_await finishing;
}

QCoro::Task<FlowOutcome> RecordFlow::carryOnce()
{
    m_personGone = false;
    QCoro::Task<Flowed<QString>> asking = person();
    const Flowed<QString> whose = co_await asking;
    if (!whose)
        co_return whose.error();
    QCoro::Task<Flowed<CrmRecord>> writing = record(*whose);
    const Flowed<CrmRecord> written = co_await writing;
    if (!written)
        co_return written.error();
    QCoro::Task<Flowed<void>> tying = link(*written, *whose);
    const Flowed<void> tied = co_await tying;
    if (!tied)
        co_return tied.error();
    co_return Delivered{*written};
}

QCoro::Task<FlowOutcome> RecordFlow::carry()
{
    QCoro::Task<FlowOutcome> first = carryOnce();
    const FlowOutcome outcome = co_await first;
    if (!m_personGone)
        co_return outcome;
    QCoro::Task<Flowed<void>> forgetting = forgetPerson();
    const Flowed<void> forgotten = co_await forgetting;
    if (!forgotten)
        co_return forgotten.error();
    QCoro::Task<FlowOutcome> second = carryOnce(); // with whoever is found now; once
    co_return co_await second;
}

} // namespace

QCoro::Task<FlowOutcome> carryRecord(Connector &connector, Passage &passage, StepKeeper &keeper, const Clock &clock)
{
    RecordFlow flow(connector, passage, keeper, clock);
    QCoro::Task<FlowOutcome> carrying = flow.carry();
    co_return co_await carrying;
}

} // namespace earshot
