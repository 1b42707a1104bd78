// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/recordflow.h"

#include "tests/app/forward/fakecrm.h"
#include "tests/models/store/plaindecoder.h"

#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

using Call = FakeCrm::Call;
using FailureKind = CallFailure::Kind;
using Repeat = Certainty::Repeat;

constexpr Timestamp c_noon = fromMicroseconds(1'778'760'000'000'000);
constexpr std::chrono::seconds c_lag(15);
const QString c_phone = QStringLiteral("+33612345678");

const QList<std::pair<FailureKind, const char *>> c_kinds{
    {FailureKind::NotSent, "not sent"},    {FailureKind::Lost, "lost"},      {FailureKind::Broken, "broken"},
    {FailureKind::Refused, "refused"},     {FailureKind::Wrong, "wrong"},    {FailureKind::NeedsLogin, "needs a login"},
    {FailureKind::Forbidden, "forbidden"}, {FailureKind::Stopped, "stopped"}};

bool mayBeCarriedOut(FailureKind kind)
{
    return kind == FailureKind::Lost || kind == FailureKind::Broken || kind == FailureKind::Stopped;
}

Shipment shipmentOf()
{
    Shipment shipment;
    shipment.recordKey = QStringLiteral("earshot:abcdefgh:call:42");
    shipment.version = 1;
    shipment.body = R"({"contact":{"name":"Ann"},"record":{}})";
    shipment.person = {c_phone, {}, QStringLiteral("Ann")};
    shipment.contactKey = c_phone;
    return shipment;
}

} // namespace

class RecordResumeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aFailureEndsTheAttempt_data();
    void aFailureEndsTheAttempt();
    void makesOneOfEachWhateverWasLost_data();
    void makesOneOfEachWhateverWasLost();
    void makesOneOfEachWhereverItIsKilled_data();
    void makesOneOfEachWhereverItIsKilled();
    void waitsUntilALookTells_data();
    void waitsUntilALookTells();
    void asksWhereNoLookTells_data();
    void asksWhereNoLookTells();
    void takesWhatTheLookFinds_data();
    void takesWhatTheLookFinds();
    void aRepeatedWriteIsWaitedForAnew();
    void aLookThatFailsDecidesNothing();
    void aHarmlessWriteIsRepeatedWithoutALook();

private:
    FlowOutcome carry();
    void setCertainty(const Certainty &certainty);

    ManualClock m_clock{c_noon};
    std::unique_ptr<FakeCrm> m_crm;
    std::unique_ptr<FakeKeeper> m_keeper;
};

void RecordResumeTest::init()
{
    m_crm = std::make_unique<FakeCrm>();
    m_crm->tiesOnCreation = false;
    m_keeper = std::make_unique<FakeKeeper>(m_clock);
    m_clock.set(c_noon);
}

FlowOutcome RecordResumeTest::carry()
{
    FakePassage passage(shipmentOf());
    return QCoro::waitFor(carryRecord(*m_crm, passage, *m_keeper, m_clock));
}

void RecordResumeTest::setCertainty(const Certainty &certainty)
{
    m_crm->contactCertainty = certainty;
    m_crm->recordCertainty = certainty;
    m_crm->keysAreUnique = certainty.repeat == Repeat::Harmless;
}

void RecordResumeTest::aFailureEndsTheAttempt_data()
{
    QTest::addColumn<Call>("call");
    QTest::addColumn<OutboxStep>("step");
    QTest::addColumn<bool>("isWrite"); // that is looked for before it is repeated
    QTest::addColumn<FailureKind>("kind");
    const auto row = [](Call call, OutboxStep step, bool isWrite) {
        for (const auto &[kind, word] : c_kinds)
            QTest::addRow("%s: %s", qPrintable(FakeCrm::wordOf(call)), word) << call << step << isWrite << kind;
    };
    row(Call::FindPersons, OutboxStep::Contact, false);
    row(Call::CreatePerson, OutboxStep::Contact, true);
    row(Call::CreateRecord, OutboxStep::Activity, true);
    row(Call::Link, OutboxStep::Link, false);
}

void RecordResumeTest::aFailureEndsTheAttempt()
{
    QFETCH(Call, call);
    QFETCH(OutboxStep, step);
    QFETCH(bool, isWrite);
    QFETCH(FailureKind, kind);
    m_crm->fail(call, {kind, false});
    const FlowOutcome outcome = carry();
    const auto *failed = std::get_if<CallFailure>(&outcome);
    QVERIFY(failed);
    QCOMPARE(failed->kind, kind);
    QCOMPARE(m_crm->calls.last(), FakeCrm::wordOf(call));
    const bool isBegun = step == OutboxStep::Link || (isWrite && mayBeCarriedOut(kind));
    QCOMPARE(m_keeper->kept.contains(step), isBegun);
    QVERIFY(!m_keeper->kept.value(step).isDone());
}

void RecordResumeTest::makesOneOfEachWhateverWasLost_data()
{
    QTest::addColumn<Call>("call");
    QTest::addColumn<FailureKind>("kind");
    QTest::addColumn<bool>("isCarriedOut");
    QTest::addColumn<Repeat>("repeat");
    const QList<std::pair<Repeat, const char *>> repeats{{Repeat::Harmless, "unique keys"},
                                                         {Repeat::AfterLook, "a look"}};
    for (const Call call : {Call::FindPersons, Call::CreatePerson, Call::CreateRecord, Call::Link}) {
        for (const auto &[kind, word] : c_kinds) {
            for (const auto &[repeat, means] : repeats) {
                const QByteArray name = FakeCrm::wordOf(call).toUtf8() + ": " + word + ", " + means;
                QTest::addRow("%s", name.constData()) << call << kind << false << repeat;
                if (mayBeCarriedOut(kind))
                    QTest::addRow("%s, but carried out", name.constData()) << call << kind << true << repeat;
            }
        }
    }
}

void RecordResumeTest::makesOneOfEachWhateverWasLost()
{
    QFETCH(Call, call);
    QFETCH(FailureKind, kind);
    QFETCH(bool, isCarriedOut);
    QFETCH(Repeat, repeat);
    setCertainty({repeat, 0s});
    for (int loss = 0; loss < 3; ++loss) {
        m_crm->fail(call, {kind, isCarriedOut});
        carry();
    }
    for (int attempt = 0; attempt < 3; ++attempt) // a failure that no call came to is still waiting for one
        carry();
    QVERIFY(std::holds_alternative<Delivered>(carry()));
    QCOMPARE(m_crm->persons.size(), 1);
    QCOMPARE(m_crm->records.size(), 1);
    QCOMPARE(m_crm->records.first().person, m_crm->persons.first().id);
}

void RecordResumeTest::makesOneOfEachWhereverItIsKilled_data()
{
    QTest::addColumn<int>("change");
    QTest::addColumn<bool>("isKept");
    QTest::addColumn<Repeat>("repeat");
    for (int change = 0; change < 8; ++change) { // there are seven
        for (const bool isKept : {false, true}) {
            const QByteArray when = isKept ? "after" : "before";
            QTest::addRow("%s change %d, unique keys", when.constData(), change)
                << change << isKept << Repeat::Harmless;
            QTest::addRow("%s change %d, a look", when.constData(), change) << change << isKept << Repeat::AfterLook;
        }
    }
}

void RecordResumeTest::makesOneOfEachWhereverItIsKilled()
{
    QFETCH(int, change);
    QFETCH(bool, isKept);
    QFETCH(Repeat, repeat);
    setCertainty({repeat, 0s});
    m_keeper->diesAt = change;
    m_keeper->diesAfterwards = isKept;
    QCOMPARE(std::holds_alternative<Delivered>(carry()), change >= 7);
    m_keeper->diesAt.reset();
    QVERIFY(std::holds_alternative<Delivered>(carry()));
    QCOMPARE(m_crm->persons.size(), 1);
    QCOMPARE(m_crm->records.size(), 1);
    QCOMPARE(m_crm->records.first().person, m_crm->persons.first().id);
}

void RecordResumeTest::waitsUntilALookTells_data()
{
    QTest::addColumn<Call>("call");
    QTest::addColumn<Repeat>("repeat");
    QTest::newRow("contact, a late look") << Call::CreatePerson << Repeat::AfterLook;
    QTest::newRow("record, a late look") << Call::CreateRecord << Repeat::AfterLook;
    QTest::newRow("contact, a blind look") << Call::CreatePerson << Repeat::Unsure;
    QTest::newRow("record, a blind look") << Call::CreateRecord << Repeat::Unsure;
}

void RecordResumeTest::waitsUntilALookTells()
{
    QFETCH(Call, call);
    QFETCH(Repeat, repeat);
    setCertainty({repeat, c_lag});
    m_crm->fail(call, {FailureKind::Lost, false});
    carry();
    m_crm->calls.clear();
    m_clock.set(c_noon + c_lag - 1us);
    const FlowOutcome outcome = carry();
    const auto *later = std::get_if<LookLater>(&outcome);
    QVERIFY(later);
    QCOMPARE(later->time, c_noon + c_lag);
    QVERIFY(m_crm->calls.isEmpty());
}

void RecordResumeTest::asksWhereNoLookTells_data()
{
    QTest::addColumn<Call>("call");
    QTest::addColumn<OutboxStep>("step");
    QTest::addColumn<bool>("isCarriedOut");
    QTest::newRow("contact") << Call::CreatePerson << OutboxStep::Contact << false;
    QTest::newRow("contact, carried out") << Call::CreatePerson << OutboxStep::Contact << true;
    QTest::newRow("record") << Call::CreateRecord << OutboxStep::Activity << false;
    QTest::newRow("record, carried out") << Call::CreateRecord << OutboxStep::Activity << true;
}

void RecordResumeTest::asksWhereNoLookTells()
{
    QFETCH(Call, call);
    QFETCH(OutboxStep, step);
    QFETCH(bool, isCarriedOut);
    setCertainty({Repeat::Unsure, c_lag});
    m_crm->looksAreBlind = true;
    m_crm->fail(call, {FailureKind::Lost, isCarriedOut});
    carry();
    m_clock.set(c_noon + c_lag);
    for (int attempt = 0; attempt < 2; ++attempt) {
        const FlowOutcome outcome = carry();
        const auto *perhaps = std::get_if<PerhapsWritten>(&outcome);
        QVERIFY(perhaps);
        QCOMPARE(perhaps->step, step);
    }
    QCOMPARE(m_crm->calls.count(FakeCrm::wordOf(call)), 1); // never blindly repeated
    m_keeper->kept.remove(step); // as when a person says that it is not there
    QVERIFY(std::holds_alternative<Delivered>(carry()));
}

void RecordResumeTest::takesWhatTheLookFinds_data()
{
    QTest::addColumn<Call>("call");
    QTest::newRow("contact") << Call::CreatePerson;
    QTest::newRow("record") << Call::CreateRecord;
}

void RecordResumeTest::takesWhatTheLookFinds()
{
    QFETCH(Call, call);
    setCertainty({Repeat::Unsure, c_lag});
    m_crm->fail(call, {FailureKind::Lost, true});
    carry();
    m_clock.set(c_noon + c_lag);
    QVERIFY(std::holds_alternative<Delivered>(carry()));
    QCOMPARE(m_crm->calls.count(FakeCrm::wordOf(call)), 1);
    QVERIFY(!m_crm->calls.contains(FakeCrm::wordOf(Call::UpdateRecord))); // it is of this very version
    QCOMPARE(m_crm->persons.size(), 1);
    QCOMPARE(m_crm->records.size(), 1);
}

void RecordResumeTest::aRepeatedWriteIsWaitedForAnew()
{
    setCertainty({Repeat::AfterLook, c_lag});
    m_crm->fail(Call::CreateRecord, {FailureKind::Lost, false});
    m_crm->fail(Call::CreateRecord, {FailureKind::Lost, false});
    carry();
    m_clock.set(c_noon + 1h);
    carry(); // looked, found nothing, repeated it
    m_clock.set(c_noon + 1h + 1s);
    const FlowOutcome outcome = carry();
    const auto *later = std::get_if<LookLater>(&outcome);
    QVERIFY(later);
    QCOMPARE(later->time, c_noon + 1h + c_lag);
}

void RecordResumeTest::aLookThatFailsDecidesNothing()
{
    m_crm->fail(Call::CreateRecord, {FailureKind::Lost, true});
    carry();
    m_crm->fail(Call::FindRecord, {FailureKind::Refused, false});
    const FlowOutcome outcome = carry();
    QVERIFY(std::holds_alternative<CallFailure>(outcome));
    QVERIFY(m_keeper->kept.contains(OutboxStep::Activity));
    QVERIFY(std::holds_alternative<Delivered>(carry()));
    QCOMPARE(m_crm->records.size(), 1);
}

void RecordResumeTest::aHarmlessWriteIsRepeatedWithoutALook()
{
    setCertainty({Repeat::Harmless, c_lag});
    m_crm->fail(Call::CreateRecord, {FailureKind::Lost, true});
    carry();
    QVERIFY(std::holds_alternative<Delivered>(carry()));
    QVERIFY(!m_crm->calls.contains(FakeCrm::wordOf(Call::FindRecord)));
    QCOMPARE(m_crm->records.size(), 1);
}

QTEST_GUILESS_MAIN(RecordResumeTest)

#include "tst_recordresume.moc"
