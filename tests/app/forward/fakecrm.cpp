// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/forward/fakecrm.h"

#include <algorithm>

#include <qcorofuture.h>

namespace earshot {
namespace {

CallFailure failureOfKind(CallFailure::Kind kind)
{
    CallFailure failure{kind, QStringLiteral("as told"), {}};
    failure.answer.nothingSent = kind == CallFailure::Kind::NotSent;
    return failure;
}

} // namespace

QString FakeCrm::wordOf(Call call)
{
    switch (call) {
    case Call::FindPersons:
        return QStringLiteral("find person");
    case Call::CreatePerson:
        return QStringLiteral("make person");
    case Call::FindRecord:
        return QStringLiteral("find record");
    case Call::CreateRecord:
        return QStringLiteral("make record");
    case Call::UpdateRecord:
        return QStringLiteral("change record");
    case Call::Link:
        return QStringLiteral("link");
    }
    Q_UNREACHABLE();
}

std::optional<FakeCrm::Fault> FakeCrm::faultOf(Call call)
{
    calls.append(wordOf(call));
    const auto found = std::ranges::find(m_faults, call, [](const auto &fault) { return fault.first; });
    if (found == m_faults.end())
        return std::nullopt;
    const Fault fault = found->second;
    m_faults.erase(found);
    return fault;
}

void FakeCrm::hold(Call call, bool isCarriedOut)
{
    m_held = {call, isCarriedOut};
    m_gate = QPromise<void>();
    m_gate.start();
}

void FakeCrm::release()
{
    m_isHolding = false;
    m_gate.finish();
}

QCoro::Task<> FakeCrm::wait(Call call, bool isCarriedOut)
{
    if (m_held != std::pair(call, isCarriedOut))
        co_return;
    m_held.reset();
    m_isHolding = true;
    const QFuture<void> gate = m_gate.future();
    co_await gate;
}

bool FakeCrm::isUnknown(const QString &id) const
{
    return refusesUnknownPersons && !id.isEmpty() && std::ranges::find(persons, id, &CrmPerson::id) == persons.end();
}

CrmPerson FakeCrm::makePerson(const Shipment &shipment)
{
    const auto same = std::ranges::find(persons, shipment.person.phone, &CrmPerson::phone);
    if (keysAreUnique && same != persons.end())
        return *same;
    const CrmPerson made{QStringLiteral("p%1").arg(++m_ids), shipment.person.name, shipment.person.phone, {}, {}};
    persons.append(made);
    return made;
}

CrmRecord FakeCrm::makeRecord(const Shipment &shipment, const QString &person)
{
    const auto same = std::ranges::find(records, shipment.recordKey, &Record::key);
    if (keysAreUnique && same != records.end())
        return {same->id, {}};
    const QString id = QStringLiteral("r%1").arg(++m_ids);
    records.append({id, shipment.recordKey, shipment.body, tiesOnCreation ? person : QString()});
    return {id, QStringLiteral("https://crm.example/%1").arg(id)};
}

QCoro::Task<Called<QList<CrmPerson>>> FakeCrm::findPersons(Passage &passage)
{
    if (const auto fault = faultOf(Call::FindPersons))
        co_return std::unexpected(failureOfKind(fault->kind));
    QList<CrmPerson> found;
    for (const CrmPerson &person : std::as_const(persons)) {
        if (!looksAreBlind && person.phone == passage.shipment().person.phone)
            found.append(person);
    }
    co_return found;
}

QCoro::Task<Called<CrmPerson>> FakeCrm::createPerson(Passage &passage)
{
    QCoro::Task<> before = wait(Call::CreatePerson, false);
    co_await before;
    const auto fault = faultOf(Call::CreatePerson);
    if (fault && !fault->isCarriedOut)
        co_return std::unexpected(failureOfKind(fault->kind));
    if (!lookAlikes.isEmpty()) {
        CallFailure failure = failureOfKind(CallFailure::Kind::Wrong);
        failure.candidates = lookAlikes;
        co_return std::unexpected(failure);
    }
    const CrmPerson made = makePerson(passage.shipment());
    QCoro::Task<> after = wait(Call::CreatePerson, true);
    co_await after;
    if (fault)
        co_return std::unexpected(failureOfKind(fault->kind));
    co_return made;
}

QCoro::Task<Called<std::optional<CrmRecord>>> FakeCrm::findRecord(Passage &passage, QString /*person*/)
{
    if (const auto fault = faultOf(Call::FindRecord))
        co_return std::unexpected(failureOfKind(fault->kind));
    const auto found = std::ranges::find(records, passage.shipment().recordKey, &Record::key);
    if (looksAreBlind || found == records.end())
        co_return std::optional<CrmRecord>();
    co_return std::optional<CrmRecord>(CrmRecord{found->id, {}});
}

QCoro::Task<Called<CrmRecord>> FakeCrm::createRecord(Passage &passage, QString person)
{
    QCoro::Task<> before = wait(Call::CreateRecord, false);
    co_await before;
    const auto fault = faultOf(Call::CreateRecord);
    if (fault && !fault->isCarriedOut)
        co_return std::unexpected(failureOfKind(fault->kind));
    if (isUnknown(person))
        co_return std::unexpected(failureOfKind(CallFailure::Kind::Gone));
    const CrmRecord made = makeRecord(passage.shipment(), person);
    QCoro::Task<> after = wait(Call::CreateRecord, true);
    co_await after;
    if (fault)
        co_return std::unexpected(failureOfKind(fault->kind));
    co_return made;
}

QCoro::Task<Called<CrmRecord>> FakeCrm::updateRecord(Passage &passage, CrmRecord record, QString person)
{
    QCoro::Task<> before = wait(Call::UpdateRecord, false);
    co_await before;
    const auto fault = faultOf(Call::UpdateRecord);
    if (fault && !fault->isCarriedOut)
        co_return std::unexpected(failureOfKind(fault->kind));
    const auto found = std::ranges::find(records, record.id, &Record::id);
    if (found == records.end())
        co_return std::unexpected(failureOfKind(CallFailure::Kind::Gone));
    found->body = passage.shipment().body;
    if (tiesOnCreation)
        found->person = person;
    QCoro::Task<> after = wait(Call::UpdateRecord, true);
    co_await after;
    if (fault)
        co_return std::unexpected(failureOfKind(fault->kind));
    co_return CrmRecord{record.id, {}};
}

QCoro::Task<Called<void>> FakeCrm::link(Passage & /*passage*/, CrmRecord record, QString person)
{
    QCoro::Task<> before = wait(Call::Link, false);
    co_await before;
    const auto fault = faultOf(Call::Link);
    if (fault && !fault->isCarriedOut)
        co_return std::unexpected(failureOfKind(fault->kind));
    if (isUnknown(person))
        co_return std::unexpected(failureOfKind(CallFailure::Kind::Gone));
    const auto found = std::ranges::find(records, record.id, &Record::id);
    if (found != records.end())
        found->person = person;
    QCoro::Task<> after = wait(Call::Link, true);
    co_await after;
    if (fault)
        co_return std::unexpected(failureOfKind(fault->kind));
    co_return Called<void>();
}

QCoro::Task<DestinationTest> FakeCrm::test(Passage & /*passage*/)
{
    co_return DestinationTest{true, QStringLiteral("fine"), {}};
}

QCoro::Task<DestinationAnswer> FakePassage::exchange(CrmRequest /*request*/)
{
    co_return DestinationAnswer();
}

Result<void> FakeKeeper::change(const std::function<void()> &work)
{
    const int number = changes++;
    if (diesAt && number > *diesAt)
        return failure(ErrorCode::Cancelled, QStringLiteral("killed"));
    const bool dies = diesAt && number == *diesAt;
    if (!dies || diesAfterwards)
        work();
    return dies ? failure(ErrorCode::Cancelled, QStringLiteral("killed")) : Result<void>();
}

QCoro::Task<Result<void>> FakeKeeper::begin(OutboxStep step)
{
    co_return change([&] {
        if (!kept.contains(step))
            kept.insert(step, StepState{m_clock.now(), {}, {}, std::nullopt});
    });
}

QCoro::Task<Result<void>> FakeKeeper::finish(OutboxStep step, CrmRecord record)
{
    co_return change([&] { kept.insert(step, StepState{m_clock.now(), record.id, record.url, m_clock.now()}); });
}

QCoro::Task<Result<void>> FakeKeeper::forget(OutboxStep step)
{
    co_return change([&] { kept.remove(step); });
}

QCoro::Task<Result<void>> FakeKeeper::keepPerson(CrmPerson known)
{
    co_return change([&] { person = known; });
}

QCoro::Task<Result<void>> FakeKeeper::forgetPerson()
{
    co_return change([&] { person.reset(); });
}

} // namespace earshot
