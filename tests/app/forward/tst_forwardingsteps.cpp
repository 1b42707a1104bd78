// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/forwarder.h"

#include "models/platforms/phone.h"
#include "tests/app/forward/fakecrm.h"
#include "tests/app/forward/forwardingharness.h"

#include <QSignalSpy>
#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

using Call = FakeCrm::Call;
using FailureKind = CallFailure::Kind;
using Repeat = Certainty::Repeat;

const QString c_call = QStringLiteral("42");
const QString c_phone = QStringLiteral("+33612345678");
const QString c_mapping =
    QStringLiteral("{contact: (if .contact_phone then {phone: .contact_phone} else null end), record: {outcome}}");

bool completesNumbers()
{
    return normalizedPhone(QStringLiteral("0612345678"), QStringLiteral("FR")) == c_phone;
}

} // namespace

/** A record's way to a CRM through all of the forwarder, over whatever happens meanwhile. */
class ForwardingStepsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void makesAContactAndARecord();
    void goesOnAfterAKill_data();
    void goesOnAfterAKill();
    void aLostWriteIsSettledBeforeANewerVersion();
    void aNewerVersionChangesTheRecord();
    void aChangeThatFailsIsMadeAgain();
    void aKnownContactIsNotSoughtAgain();
    void asksWhichContact();
    void anAnswerHoldsForAllOfTheContact();
    void asksWhetherItWasWritten_data();
    void asksWhetherItWasWritten();
    void aMappingThatFailsParksTheRecord();
    void aNewMappingLeavesWhatWasRendered();
    void anInvisibleCallerIsNobody();
    void aNumberIsCompletedByTheRegion();
    void finishesWithinTheGrace();

private:
    ForwardingHarness &harness() { return *m_harness; }

    Destination addCrm(const QString &mapping = c_mapping, const QString &region = {});
    bool reaches(OutboxState state);
    /** Waits until the only row has been tried so often. */
    bool isTried(int attempts);

    FakeCrm *m_crm = nullptr; ///< the harness's
    std::unique_ptr<ForwardingHarness> m_harness;
};

void ForwardingStepsTest::init()
{
    m_harness = std::make_unique<ForwardingHarness>();
    auto connector = std::make_unique<FakeCrm>();
    connector->tiesOnCreation = false;
    m_crm = connector.get();
    harness().setConnector(QStringLiteral("hubspot"), std::move(connector));
}

void ForwardingStepsTest::cleanup()
{
    m_harness.reset();
}

Destination ForwardingStepsTest::addCrm(const QString &mapping, const QString &region)
{
    Destination destination;
    destination.name = QStringLiteral("CRM");
    destination.kind = QStringLiteral("hubspot");
    destination.url = QStringLiteral("https://crm.example");
    destination.rule = QString();
    destination.mapping = mapping;
    if (!region.isNull())
        destination.options = {{QStringLiteral("region"), region}};
    return harness().addDestination(destination);
}

bool ForwardingStepsTest::reaches(OutboxState state)
{
    return QTest::qWaitFor([&] { return harness().onlyRow().state == state; });
}

bool ForwardingStepsTest::isTried(int attempts)
{
    return QTest::qWaitFor([&] {
        const QList<LoggedAttempt> log = harness().log();
        return log.size() == attempts && log.first().endedAt;
    });
}

void ForwardingStepsTest::makesAContactAndARecord()
{
    addCrm();
    harness().start();
    harness().deliver(c_call, QStringLiteral("booked"), c_phone);
    QVERIFY(reaches(OutboxState::Sent));
    QCOMPARE(m_crm->persons.size(), 1);
    QCOMPARE(m_crm->persons.first().phone, c_phone);
    QCOMPARE(m_crm->records.size(), 1);
    QCOMPARE(m_crm->records.first().key, QStringLiteral("earshot:abcdefgh:call:42"));
    QCOMPARE(m_crm->records.first().person, m_crm->persons.first().id);
    QCOMPARE(harness().onlyRow().crmId, m_crm->records.first().id);
    QCOMPARE(harness().onlyRow().crmUrl, QStringLiteral("https://crm.example/") + m_crm->records.first().id);
    QCOMPARE(harness().log().first().outcome, AttemptOutcomeKind::Sent);
}

void ForwardingStepsTest::goesOnAfterAKill_data()
{
    QTest::addColumn<Call>("call");
    QTest::addColumn<bool>("isCarriedOut");
    for (const Call call : {Call::CreatePerson, Call::CreateRecord, Call::Link}) {
        QTest::addRow("%s, not carried out", qPrintable(FakeCrm::wordOf(call))) << call << false;
        QTest::addRow("%s, carried out", qPrintable(FakeCrm::wordOf(call))) << call << true;
    }
}

void ForwardingStepsTest::goesOnAfterAKill()
{
    QFETCH(Call, call);
    QFETCH(bool, isCarriedOut);
    addCrm();
    m_crm->hold(call, isCarriedOut);
    harness().start();
    harness().deliver(c_call, {}, c_phone);
    QTRY_VERIFY(m_crm->isHolding());
    harness().crash();
    m_crm->release(); // its answer reaches nobody
    QCOMPARE(harness().onlyRow().state, OutboxState::Waiting);
    harness().start();
    QVERIFY(reaches(OutboxState::Sent));
    QCOMPARE(harness().onlyRow().attempts, 2);
    QCOMPARE(m_crm->persons.size(), 1);
    QCOMPARE(m_crm->records.size(), 1);
    QCOMPARE(m_crm->records.first().person, m_crm->persons.first().id);
}

void ForwardingStepsTest::aLostWriteIsSettledBeforeANewerVersion()
{
    addCrm();
    m_crm->fail(Call::CreateRecord, {FailureKind::Lost, true});
    harness().start();
    harness().deliver(c_call, QStringLiteral("callback"));
    QVERIFY(isTried(1));
    harness().advance(1s);
    harness().deliver(c_call, QStringLiteral("booked"));
    harness().advance(1h);
    QVERIFY(reaches(OutboxState::Sent));
    QCOMPARE(m_crm->calls, QStringList({QStringLiteral("make record"), QStringLiteral("find record"),
                                        QStringLiteral("change record")}));
    QCOMPARE(m_crm->records.size(), 1);
    QCOMPARE(m_crm->records.first().body, QByteArray(R"({"contact":null,"record":{"outcome":"booked"}})"));
    QCOMPARE(harness().onlyRow().sent, 2);
    QCOMPARE(harness().log().at(1).version, 1);
    QCOMPARE(harness().log().at(0).version, 2);
}

void ForwardingStepsTest::aNewerVersionChangesTheRecord()
{
    addCrm();
    harness().start();
    harness().deliver(c_call, QStringLiteral("callback"), c_phone);
    QVERIFY(reaches(OutboxState::Sent));
    harness().advance(1s);
    harness().deliver(c_call, QStringLiteral("booked"), c_phone);
    QTRY_COMPARE(harness().onlyRow().sent, 2);
    QCOMPARE(m_crm->records.size(), 1);
    QVERIFY(m_crm->records.first().body.contains("booked"));
    QVERIFY(m_crm->calls.contains(FakeCrm::wordOf(Call::UpdateRecord)));
}

void ForwardingStepsTest::aChangeThatFailsIsMadeAgain()
{
    addCrm();
    harness().start();
    harness().deliver(c_call, QStringLiteral("callback"), c_phone);
    QVERIFY(reaches(OutboxState::Sent));
    m_crm->fail(Call::UpdateRecord, {FailureKind::Lost, false});
    harness().advance(1s);
    harness().deliver(c_call, QStringLiteral("booked"), c_phone);
    QVERIFY(isTried(2));
    QVERIFY(!m_crm->records.first().body.contains("booked"));
    harness().advance(1h);
    QTRY_COMPARE(harness().onlyRow().sent, 2);
    QVERIFY(m_crm->records.first().body.contains("booked"));
}

void ForwardingStepsTest::aKnownContactIsNotSoughtAgain()
{
    addCrm();
    harness().start();
    harness().deliver(c_call, {}, c_phone);
    QVERIFY(reaches(OutboxState::Sent));
    harness().deliver(QStringLiteral("43"), {}, c_phone);
    QTRY_COMPARE(m_crm->records.size(), 2);
    QCOMPARE(m_crm->persons.size(), 1);
    QCOMPARE(m_crm->calls.count(FakeCrm::wordOf(Call::FindPersons)), 1);
}

void ForwardingStepsTest::asksWhichContact()
{
    addCrm();
    m_crm->persons = {{QStringLiteral("a"), QStringLiteral("Ann"), c_phone, {}, {}},
                      {QStringLiteral("b"), QStringLiteral("Ben"), c_phone, {}, {}}};
    harness().start();
    harness().deliver(c_call, {}, c_phone);
    QVERIFY(reaches(OutboxState::Parked));
    const OutboxRow row = harness().onlyRow();
    QCOMPARE(row.question, OutboxQuestion::WhichContact);
    QCOMPARE(row.candidates.size(), 2);
    QCOMPARE(harness().log().first().outcome, AttemptOutcomeKind::Asks);
    QVERIFY(m_crm->records.isEmpty());
    harness().run<void>([id = row.id](const Database &database) {
        return outbox::chooseContact(database, id, QStringLiteral("b"), ForwardingHarness::c_noon);
    });
    harness().forwarder().wake();
    QVERIFY(reaches(OutboxState::Sent));
    QCOMPARE(m_crm->records.first().person, QStringLiteral("b"));
}

/** Also where the number came in as it is dialled at home. */
void ForwardingStepsTest::anAnswerHoldsForAllOfTheContact()
{
    if (!completesNumbers())
        QSKIP("built without libphonenumber");
    addCrm(c_mapping, QStringLiteral("FR"));
    m_crm->persons = {{QStringLiteral("a"), QStringLiteral("Ann"), c_phone, {}, {}},
                      {QStringLiteral("b"), QStringLiteral("Ben"), c_phone, {}, {}}};
    harness().start();
    harness().deliver(c_call, {}, QStringLiteral("0612345678"));
    QVERIFY(reaches(OutboxState::Parked));
    harness().run<void>([id = harness().onlyRow().id](const Database &database) {
        return outbox::chooseContact(database, id, QStringLiteral("b"), ForwardingHarness::c_noon);
    });
    harness().forwarder().wake();
    QVERIFY(reaches(OutboxState::Sent));
    harness().deliver(QStringLiteral("43"), {}, c_phone);
    QTRY_COMPARE(m_crm->records.size(), 2);
    QCOMPARE(m_crm->records.last().person, QStringLiteral("b"));
}

void ForwardingStepsTest::asksWhetherItWasWritten_data()
{
    QTest::addColumn<bool>("isThere");
    QTest::newRow("it is there") << true;
    QTest::newRow("it is not") << false;
}

void ForwardingStepsTest::asksWhetherItWasWritten()
{
    QFETCH(bool, isThere);
    addCrm();
    m_crm->recordCertainty = {Repeat::Unsure, 15s};
    m_crm->looksAreBlind = true;
    m_crm->fail(Call::CreateRecord, {FailureKind::Lost, isThere});
    harness().start();
    harness().deliver(c_call);
    QVERIFY(isTried(1));
    harness().advance(10s);
    QVERIFY(isTried(2));
    QCOMPARE(harness().onlyRow().nextAt, ForwardingHarness::c_noon + 15s); // a look is of use only then
    harness().advance(5s);
    QVERIFY(reaches(OutboxState::Parked));
    QCOMPARE(harness().onlyRow().question, OutboxQuestion::PerhapsWritten);
    QCOMPARE(m_crm->calls.count(FakeCrm::wordOf(Call::CreateRecord)), 1);
    harness().run<void>([id = harness().onlyRow().id, isThere](const Database &database) {
        return outbox::settle(database, id, isThere, ForwardingHarness::c_noon);
    });
    harness().forwarder().wake();
    QVERIFY(reaches(OutboxState::Sent));
    QCOMPARE(m_crm->records.size(), 1);
}

void ForwardingStepsTest::aMappingThatFailsParksTheRecord()
{
    Destination crm = addCrm(QStringLiteral("{record: {},\n contact: error(\"no owner\")}"));
    harness().start();
    harness().deliver(c_call);
    QVERIFY(reaches(OutboxState::Parked));
    const QString reason = harness().onlyRow().reason;
    QVERIFY2(reason.startsWith(QLatin1StringView("the mapping gave nothing to send")), qPrintable(reason));
    QVERIFY2(reason.contains(QLatin1StringView("no owner")), qPrintable(reason));
    QVERIFY(m_crm->calls.isEmpty());
    crm.mapping = c_mapping;
    harness().change(crm);
    harness().run<qint64>([id = crm.id](const Database &database) {
        return outbox::retryParked(database, id, ForwardingHarness::c_noon);
    });
    harness().forwarder().wake();
    QVERIFY(reaches(OutboxState::Sent));
}

void ForwardingStepsTest::aNewMappingLeavesWhatWasRendered()
{
    Destination crm = addCrm(QStringLiteral("{record: {from: \"the old one\"}}"));
    m_crm->fail(Call::CreateRecord, {FailureKind::Broken, false});
    harness().start();
    harness().deliver(c_call);
    QVERIFY(isTried(1));
    crm.mapping = QStringLiteral("{record: {from: \"the new one\"}}");
    harness().change(crm);
    harness().advance(1h);
    QVERIFY(reaches(OutboxState::Sent));
    QCOMPARE(m_crm->records.first().body, QByteArray(R"({"record":{"from":"the old one"}})"));
    harness().deliver(c_call, QStringLiteral("booked"));
    QTRY_COMPARE(harness().onlyRow().sent, 2);
    QCOMPARE(m_crm->records.first().body, QByteArray(R"({"record":{"from":"the new one"}})"));
}

void ForwardingStepsTest::anInvisibleCallerIsNobody()
{
    addCrm();
    harness().start();
    harness().deliver(c_call, {}, QStringLiteral("anonymous"));
    QVERIFY(reaches(OutboxState::Sent));
    QCOMPARE(m_crm->calls, QStringList(FakeCrm::wordOf(Call::CreateRecord)));
    QVERIFY(m_crm->persons.isEmpty());
}

void ForwardingStepsTest::aNumberIsCompletedByTheRegion()
{
    if (!completesNumbers())
        QSKIP("built without libphonenumber");
    addCrm(c_mapping, QStringLiteral("FR"));
    harness().start();
    harness().deliver(c_call, {}, QStringLiteral("06 12 34 56 78"));
    QVERIFY(reaches(OutboxState::Sent));
    QCOMPARE(m_crm->persons.first().phone, c_phone);
}

void ForwardingStepsTest::finishesWithinTheGrace()
{
    addCrm();
    m_crm->hold(Call::CreatePerson, true);
    harness().start();
    harness().deliver(c_call, {}, c_phone);
    QTRY_VERIFY(m_crm->isHolding());
    QSignalSpy stopped(&harness().forwarder(), &Forwarder::stopped);
    harness().forwarder().stop(20s);
    m_crm->release();
    QTRY_COMPARE(stopped.size(), 1);
    QCOMPARE(harness().onlyRow().state, OutboxState::Sent);
    QCOMPARE(m_crm->persons.size(), 1);
}

QTEST_GUILESS_MAIN(ForwardingStepsTest)

#include "tst_forwardingsteps.moc"
