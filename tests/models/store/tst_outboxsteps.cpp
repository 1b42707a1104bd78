// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/outboxsteps.h"

#include "models/store/outbox.h"
#include "tests/models/store/samplestore.h"

using namespace earshot;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp c_noon = SampleStore::c_noon;
const QString c_phone = QStringLiteral("+33612345678");

} // namespace

class OutboxStepsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aStepThatIsBegunHasNoIdYet();
    void aStepBegunAgainKeepsItsFirstMoment();
    void aFinishedStepHasTheIdItWasGiven();
    void finishingAgainTakesTheNewId();
    void aStepMayEndWithoutAnId();
    void forgettingLeavesTheOthers();
    void aRowWithoutStepsHasNone();
    void stepsGoWithTheirRow();
    void keepsWhoWasFound();
    void keepsContactsOfEachDestinationByThemselves();
    void forgetsAContact();
    void candidatesSurviveAsJson();

private:
    const Database &database() const { return m_store->database(); }

    StepStates steps() const { return SampleStore::valueOf(outboxsteps::of(database(), m_row)); }

    std::unique_ptr<SampleStore> m_store;
    Destination m_crm;
    qint64 m_row = 0;
};

void OutboxStepsTest::init()
{
    m_store = std::make_unique<SampleStore>();
    m_crm = m_store->addDestination(QStringLiteral("CRM"));
    const qint64 conversation = m_store->addConversation(QStringLiteral("1"));
    SampleStore::valueOf(outbox::enqueue(database(), {conversation}, m_crm.id, c_noon));
    m_row = SampleStore::valueOf(outbox::list(database(), {})).first().id;
}

void OutboxStepsTest::aStepThatIsBegunHasNoIdYet()
{
    QVERIFY(outboxsteps::begin(database(), m_row, OutboxStep::Activity, c_noon));
    const StepStates known = steps();
    QCOMPARE(known.size(), 1);
    const StepState state = known.value(OutboxStep::Activity);
    QCOMPARE(state.begunAt, c_noon);
    QVERIFY(state.crmId.isNull());
    QVERIFY(!state.isDone());
}

void OutboxStepsTest::aStepBegunAgainKeepsItsFirstMoment()
{
    QVERIFY(outboxsteps::begin(database(), m_row, OutboxStep::Activity, c_noon));
    QVERIFY(outboxsteps::begin(database(), m_row, OutboxStep::Activity, c_noon + 1h));
    QCOMPARE(steps().value(OutboxStep::Activity).begunAt, c_noon);
}

void OutboxStepsTest::aFinishedStepHasTheIdItWasGiven()
{
    const QString url = QStringLiteral("https://crm.example/calls/77");
    QVERIFY(outboxsteps::begin(database(), m_row, OutboxStep::Activity, c_noon));
    QVERIFY(outboxsteps::finish(database(), m_row, OutboxStep::Activity, QStringLiteral("77"), url, c_noon + 1s));
    const StepState state = steps().value(OutboxStep::Activity);
    QCOMPARE(state.crmId, QStringLiteral("77"));
    QCOMPARE(state.url, url);
    QCOMPARE(state.begunAt, c_noon);
    QCOMPARE(state.doneAt, std::optional(c_noon + 1s));
}

void OutboxStepsTest::finishingAgainTakesTheNewId()
{
    QVERIFY(outboxsteps::finish(database(), m_row, OutboxStep::Contact, QStringLiteral("old"), {}, c_noon));
    QVERIFY(outboxsteps::finish(database(), m_row, OutboxStep::Contact, QStringLiteral("new"), {}, c_noon + 1s));
    QCOMPARE(steps().value(OutboxStep::Contact).crmId, QStringLiteral("new"));
}

void OutboxStepsTest::aStepMayEndWithoutAnId()
{
    QVERIFY(outboxsteps::finish(database(), m_row, OutboxStep::Link, {}, {}, c_noon));
    const StepState state = steps().value(OutboxStep::Link);
    QVERIFY(state.isDone());
    QVERIFY(state.crmId.isNull());
}

void OutboxStepsTest::forgettingLeavesTheOthers()
{
    QVERIFY(outboxsteps::finish(database(), m_row, OutboxStep::Contact, QStringLiteral("5"), {}, c_noon));
    QVERIFY(outboxsteps::begin(database(), m_row, OutboxStep::Activity, c_noon));
    QVERIFY(outboxsteps::forget(database(), m_row, OutboxStep::Activity));
    QCOMPARE(steps().keys(), QList<OutboxStep>{OutboxStep::Contact});
}

void OutboxStepsTest::aRowWithoutStepsHasNone()
{
    QVERIFY(steps().isEmpty());
    QVERIFY(outboxsteps::of(database(), 999)->isEmpty());
}

void OutboxStepsTest::stepsGoWithTheirRow()
{
    QVERIFY(outboxsteps::begin(database(), m_row, OutboxStep::Activity, c_noon));
    QVERIFY(database().run(QStringLiteral("DELETE FROM outbox WHERE \"id\" = ?"), {m_row}));
    QVERIFY(steps().isEmpty());
    QVERIFY(!outboxsteps::begin(database(), m_row, OutboxStep::Activity, c_noon)); // there is nothing to hang on
}

void OutboxStepsTest::keepsWhoWasFound()
{
    QVERIFY(!outboxsteps::person(database(), m_crm.id, c_phone).value());
    const CrmPerson alice{
        QStringLiteral("51"), QStringLiteral("Alice"), c_phone, {}, QStringLiteral("https://x.example")};
    QVERIFY(outboxsteps::keepPerson(database(), m_crm.id, c_phone, alice, c_noon));
    const auto kept = outboxsteps::person(database(), m_crm.id, c_phone).value();
    QVERIFY(kept);
    QCOMPARE(kept->id, alice.id);
    QCOMPARE(kept->name, alice.name);
    QCOMPARE(kept->url, alice.url);
    const CrmPerson merged{QStringLiteral("52"), {}, {}, {}, {}};
    QVERIFY(outboxsteps::keepPerson(database(), m_crm.id, c_phone, merged, c_noon));
    QCOMPARE(outboxsteps::person(database(), m_crm.id, c_phone).value()->id, merged.id);
}

void OutboxStepsTest::keepsContactsOfEachDestinationByThemselves()
{
    const Destination other = m_store->addDestination(QStringLiteral("Other"));
    const CrmPerson alice{QStringLiteral("51"), {}, {}, {}, {}};
    QVERIFY(outboxsteps::keepPerson(database(), m_crm.id, c_phone, alice, c_noon));
    QVERIFY(!outboxsteps::person(database(), other.id, c_phone).value());
}

void OutboxStepsTest::forgetsAContact()
{
    QVERIFY(outboxsteps::keepPerson(database(), m_crm.id, c_phone, {QStringLiteral("51"), {}, {}, {}, {}}, c_noon));
    QVERIFY(outboxsteps::forgetPerson(database(), m_crm.id, c_phone));
    QVERIFY(!outboxsteps::person(database(), m_crm.id, c_phone).value());
}

void OutboxStepsTest::candidatesSurviveAsJson()
{
    const QList<CrmPerson> persons{{QStringLiteral("1"), QStringLiteral("Zoë \"Z\""), c_phone,
                                    QStringLiteral("z@x.example"), QStringLiteral("https://crm.example/1")},
                                   {QStringLiteral("2"), QString(), QString(), QString(), QString()}};
    const QList<CrmPerson> again = outboxsteps::personsFromJson(outboxsteps::toJson(persons));
    QCOMPARE(again, persons);
    QVERIFY(again.last().name.isNull());
}

QTEST_GUILESS_MAIN(OutboxStepsTest)
#include "tst_outboxsteps.moc"
