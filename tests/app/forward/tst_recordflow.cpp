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

constexpr Timestamp c_noon = fromMicroseconds(1'778'760'000'000'000);
const QString c_phone = QStringLiteral("+33612345678");

Shipment shipmentOf(qint64 version = 1)
{
    Shipment shipment;
    shipment.recordKey = QStringLiteral("earshot:abcdefgh:call:42");
    shipment.version = version;
    shipment.body = R"({"contact":{"name":"Ann"},"record":{"version":)" + QByteArray::number(version) + "}}";
    shipment.person = {c_phone, {}, QStringLiteral("Ann")};
    shipment.contactKey = c_phone;
    return shipment;
}

CrmPerson ann(const QString &id)
{
    return {id, QStringLiteral("Ann"), c_phone, {}, {}};
}

} // namespace

class RecordFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void makesAContactAndARecordAndTiesThem();
    void takesTheContactItFinds();
    void takesTheContactItKnows();
    void asksWhichOfSeveral();
    void asksWhichWhereLookAlikesForbidANewOne();
    void takesTheContactThatWasChosen();
    void aRecordMayBelongToNobody_data();
    void aRecordMayBelongToNobody();
    void aBodyThatIsNoEnvelopeIsWrong();
    void aLaterVersionChangesTheRecord();
    void aLaterVersionMayBeTheFirstWithAContact();
    void aRecordThatAPersonSawIsFoundByItsKey();
    void aRecordThatAPersonSawButNoLookDoesIsNotMadeAgain();
    void aRecordThatWasDeletedThereIsNotMadeAgain();
    void goesOnAtTheLinkWithoutWritingAgain();
    void aContactThatWentIsFoundAgain_data();
    void aContactThatWentIsFoundAgain();
    void aContactIsSoughtAgainOnlyOnce();
    void aStoreThatFailsEndsIt();

private:
    FlowOutcome carry(const Shipment &shipment = shipmentOf());

    QString idOf(OutboxStep step) const { return m_keeper->kept.value(step).crmId; }

    ManualClock m_clock{c_noon};
    std::unique_ptr<FakeCrm> m_crm;
    std::unique_ptr<FakeKeeper> m_keeper;
};

void RecordFlowTest::init()
{
    m_crm = std::make_unique<FakeCrm>();
    m_keeper = std::make_unique<FakeKeeper>(m_clock);
    m_clock.set(c_noon);
}

FlowOutcome RecordFlowTest::carry(const Shipment &shipment)
{
    FakePassage passage(shipment);
    return QCoro::waitFor(carryRecord(*m_crm, passage, *m_keeper, m_clock));
}

void RecordFlowTest::makesAContactAndARecordAndTiesThem()
{
    m_crm->tiesOnCreation = false;
    const FlowOutcome outcome = carry();
    const auto *delivered = std::get_if<Delivered>(&outcome);
    QVERIFY(delivered);
    QCOMPARE(m_crm->calls, QStringList({QStringLiteral("find person"), QStringLiteral("make person"),
                                        QStringLiteral("make record"), QStringLiteral("link")}));
    QCOMPARE(m_crm->persons.size(), 1);
    QCOMPARE(m_crm->records.size(), 1);
    QCOMPARE(m_crm->records.first().person, m_crm->persons.first().id);
    QCOMPARE(delivered->record.id, m_crm->records.first().id);
    QCOMPARE(delivered->record.url, QStringLiteral("https://crm.example/") + delivered->record.id);
    QCOMPARE(idOf(OutboxStep::Contact), m_crm->persons.first().id);
    QCOMPARE(idOf(OutboxStep::Activity), m_crm->records.first().id);
    QVERIFY(m_keeper->kept.value(OutboxStep::Link).isDone());
    QCOMPARE(m_keeper->person->id, m_crm->persons.first().id);
}

void RecordFlowTest::takesTheContactItFinds()
{
    m_crm->persons = {ann(QStringLiteral("old"))};
    QVERIFY(std::holds_alternative<Delivered>(carry()));
    QCOMPARE(m_crm->persons.size(), 1);
    QCOMPARE(m_crm->records.first().person, QStringLiteral("old"));
    QCOMPARE(m_keeper->person->id, QStringLiteral("old"));
}

void RecordFlowTest::takesTheContactItKnows()
{
    m_crm->persons = {ann(QStringLiteral("old")), ann(QStringLiteral("twin"))};
    m_keeper->person = ann(QStringLiteral("twin"));
    QVERIFY(std::holds_alternative<Delivered>(carry()));
    QVERIFY(!m_crm->calls.contains(FakeCrm::wordOf(Call::FindPersons)));
    QCOMPARE(m_crm->records.first().person, QStringLiteral("twin"));
    QCOMPARE(idOf(OutboxStep::Contact), QStringLiteral("twin"));
}

void RecordFlowTest::asksWhichOfSeveral()
{
    m_crm->persons = {ann(QStringLiteral("a")), ann(QStringLiteral("b"))};
    const FlowOutcome outcome = carry();
    const auto *which = std::get_if<WhichContact>(&outcome);
    QVERIFY(which);
    QCOMPARE(which->candidates, m_crm->persons);
    QVERIFY(m_crm->records.isEmpty());
    QVERIFY(m_keeper->kept.isEmpty());
}

void RecordFlowTest::asksWhichWhereLookAlikesForbidANewOne()
{
    m_crm->lookAlikes = {ann(QStringLiteral("a")), ann(QStringLiteral("b"))};
    const FlowOutcome outcome = carry();
    const auto *which = std::get_if<WhichContact>(&outcome);
    QVERIFY(which);
    QCOMPARE(which->candidates, m_crm->lookAlikes);
    QVERIFY(m_keeper->kept.isEmpty());
}

void RecordFlowTest::takesTheContactThatWasChosen()
{
    m_crm->persons = {ann(QStringLiteral("a")), ann(QStringLiteral("b"))};
    m_keeper->kept.insert(OutboxStep::Contact, StepState{c_noon, QStringLiteral("b"), {}, c_noon});
    QVERIFY(std::holds_alternative<Delivered>(carry()));
    QCOMPARE(m_crm->records.first().person, QStringLiteral("b"));
}

void RecordFlowTest::aRecordMayBelongToNobody_data()
{
    QTest::addColumn<QString>("contactKey");
    QTest::addColumn<QByteArray>("contact");
    QTest::addColumn<bool>("withContacts");
    QTest::newRow("whose number is unknown") << QString() << QByteArray(R"({"name":"Ann"})") << true;
    QTest::newRow("by the mapping's null") << c_phone << QByteArray("null") << true;
    QTest::newRow("by the mapping's empty contact") << c_phone << QByteArray("{}") << true;
    QTest::newRow("where there are no contacts") << c_phone << QByteArray(R"({"name":"Ann"})") << false;
}

void RecordFlowTest::aRecordMayBelongToNobody()
{
    QFETCH(QString, contactKey);
    QFETCH(QByteArray, contact);
    QFETCH(bool, withContacts);
    Shipment shipment = shipmentOf();
    shipment.contactKey = contactKey;
    shipment.body = R"({"record":{},"contact":)" + contact + "}";
    m_crm->withContacts = withContacts;
    QVERIFY(std::holds_alternative<Delivered>(carry(shipment)));
    QCOMPARE(m_crm->calls, QStringList(FakeCrm::wordOf(Call::CreateRecord)));
    QVERIFY(m_crm->records.first().person.isEmpty());
}

void RecordFlowTest::aBodyThatIsNoEnvelopeIsWrong()
{
    Shipment shipment = shipmentOf();
    shipment.body = R"(["record"])";
    const FlowOutcome outcome = carry(shipment);
    const auto *failed = std::get_if<CallFailure>(&outcome);
    QVERIFY(failed && failed->kind == FailureKind::Wrong);
    QVERIFY(m_crm->calls.isEmpty());
}

void RecordFlowTest::aLaterVersionChangesTheRecord()
{
    carry();
    const QString id = m_crm->records.first().id;
    m_keeper->kept.remove(OutboxStep::Link); // as when the new version is rendered
    m_crm->calls.clear();
    const FlowOutcome outcome = carry(shipmentOf(2));
    QCOMPARE(m_crm->calls, QStringList({QStringLiteral("change record"), QStringLiteral("link")}));
    QCOMPARE(m_crm->records.size(), 1);
    QCOMPARE(m_crm->records.first().body, shipmentOf(2).body);
    const auto *delivered = std::get_if<Delivered>(&outcome);
    QVERIFY(delivered);
    QCOMPARE(delivered->record.id, id);
    QVERIFY(!delivered->record.url.isEmpty()); // though the change's answer names none
}

void RecordFlowTest::aLaterVersionMayBeTheFirstWithAContact()
{
    Shipment first = shipmentOf();
    first.contactKey = QString();
    carry(first);
    QVERIFY(std::holds_alternative<Delivered>(carry(shipmentOf(2))));
    QCOMPARE(m_crm->records.size(), 1);
    QCOMPARE(m_crm->records.first().person, m_crm->persons.first().id);
}

void RecordFlowTest::aRecordThatAPersonSawIsFoundByItsKey()
{
    m_crm->persons = {ann(QStringLiteral("old"))};
    m_crm->records = {{QStringLiteral("r9"), shipmentOf().recordKey, "{}", {}}};
    m_keeper->kept.insert(OutboxStep::Activity, StepState{c_noon, {}, {}, c_noon}); // done, but under what id?
    QVERIFY(std::holds_alternative<Delivered>(carry(shipmentOf(2))));
    QCOMPARE(m_crm->records.size(), 1);
    QCOMPARE(m_crm->records.first().body, shipmentOf(2).body);
    QCOMPARE(idOf(OutboxStep::Activity), QStringLiteral("r9"));
}

void RecordFlowTest::aRecordThatAPersonSawButNoLookDoesIsNotMadeAgain()
{
    m_keeper->kept.insert(OutboxStep::Activity, StepState{c_noon, {}, {}, c_noon});
    const FlowOutcome outcome = carry(shipmentOf(2));
    const auto *failed = std::get_if<CallFailure>(&outcome);
    QVERIFY(failed && failed->kind == FailureKind::Wrong);
    QVERIFY(m_crm->records.isEmpty());
}

void RecordFlowTest::aRecordThatWasDeletedThereIsNotMadeAgain()
{
    carry();
    m_crm->records.clear();
    for (int attempt = 0; attempt < 2; ++attempt) {
        m_keeper->kept.remove(OutboxStep::Link);
        const FlowOutcome outcome = carry(shipmentOf(2));
        const auto *failed = std::get_if<CallFailure>(&outcome);
        QVERIFY(failed && failed->kind == FailureKind::Gone);
        QVERIFY2(failed->reason.contains(QLatin1StringView("no longer there")), qPrintable(failed->reason));
        QVERIFY(m_crm->records.isEmpty());
    }
}

void RecordFlowTest::goesOnAtTheLinkWithoutWritingAgain()
{
    m_crm->fail(Call::Link, {FailureKind::Broken, false});
    QVERIFY(std::holds_alternative<CallFailure>(carry()));
    m_crm->calls.clear();
    QVERIFY(std::holds_alternative<Delivered>(carry()));
    QCOMPARE(m_crm->calls, QStringList(FakeCrm::wordOf(Call::Link)));
}

void RecordFlowTest::aContactThatWentIsFoundAgain_data()
{
    QTest::addColumn<bool>("tiesOnCreation");
    QTest::addColumn<bool>("isElsewhere");
    QTest::newRow("made again, for the record") << true << false;
    QTest::newRow("made again, for the link") << false << false;
    QTest::newRow("found under another id, for the record") << true << true;
    QTest::newRow("found under another id, for the link") << false << true;
}

void RecordFlowTest::aContactThatWentIsFoundAgain()
{
    QFETCH(bool, tiesOnCreation);
    QFETCH(bool, isElsewhere);
    m_crm->tiesOnCreation = tiesOnCreation;
    m_crm->refusesUnknownPersons = true;
    m_keeper->person = ann(QStringLiteral("merged away"));
    if (isElsewhere)
        m_crm->persons = {ann(QStringLiteral("merged into"))};
    if (!tiesOnCreation) // the record is taken, and the person looked at only afterwards
        m_keeper->kept.insert(OutboxStep::Activity, StepState{c_noon, QStringLiteral("r9"), {}, c_noon});
    if (!tiesOnCreation)
        m_crm->records = {{QStringLiteral("r9"), shipmentOf().recordKey, {}, {}}};
    QVERIFY(std::holds_alternative<Delivered>(carry()));
    QCOMPARE(m_crm->persons.size(), 1);
    QCOMPARE(m_crm->records.size(), 1);
    QCOMPARE(m_crm->records.first().person, m_crm->persons.first().id);
    QCOMPARE(m_keeper->person->id, m_crm->persons.first().id);
    QCOMPARE(idOf(OutboxStep::Contact), m_crm->persons.first().id);
}

void RecordFlowTest::aContactIsSoughtAgainOnlyOnce()
{
    m_crm->fail(Call::CreateRecord, {FailureKind::Gone, false});
    m_crm->fail(Call::CreateRecord, {FailureKind::Gone, false});
    m_crm->persons = {ann(QStringLiteral("old"))};
    const FlowOutcome outcome = carry();
    const auto *failed = std::get_if<CallFailure>(&outcome);
    QVERIFY(failed && failed->kind == FailureKind::Gone);
    QCOMPARE(m_crm->calls.count(FakeCrm::wordOf(Call::FindPersons)), 2);
    QVERIFY(!m_keeper->kept.contains(OutboxStep::Activity));
}

void RecordFlowTest::aStoreThatFailsEndsIt()
{
    m_keeper->diesAt = 0;
    const FlowOutcome outcome = carry();
    const auto *broken = std::get_if<FlowBroken>(&outcome);
    QVERIFY(broken);
    QCOMPARE(broken->error.code, ErrorCode::Cancelled);
    QVERIFY(m_crm->persons.isEmpty()); // nothing is written that is not noted before
}

QTEST_GUILESS_MAIN(RecordFlowTest)

#include "tst_recordflow.moc"
