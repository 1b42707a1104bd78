// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/forward/trytonharness.h"

#include <QRegularExpression>
#include <QTest>

using namespace earshot;

namespace {

using Kind = CallFailure::Kind;
using Fault = NetworkFault::Kind;

constexpr int c_patience = 30'000; // milliseconds

const QString c_phone = QStringLiteral("+33612345678");

} // namespace

/** Records, against a real Tryton behind a bad network. */
class TrytonNotesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void writesANoteOnceAndChangesIt();
    void takesKeysLiterally();
    void hangsWhatIsNobodysOnAContactForThat();
    void tellsWhatIsGone();
    void survivesALostAnswer_data();
    void survivesALostAnswer();
    void aLateWriteUndoesNothing();
    void anEmptyNoteThatCameLateIsUsed();
    void refusesWhatTheMappingGotWrong_data();
    void refusesWhatTheMappingGotWrong();

private:
    std::unique_ptr<TrytonHarness> m_tryton;
    bool m_isSpoilt = false; ///< the next test gets a new server
};

void TrytonNotesTest::init()
{
    if (!m_tryton || m_isSpoilt) {
        m_tryton.reset();
        m_tryton = std::make_unique<TrytonHarness>();
    }
    m_isSpoilt = false;
    QVERIFY2(m_tryton->problem().isNull(), qPrintable(m_tryton->problem()));
    QVERIFY(m_tryton->reset());
}

void TrytonNotesTest::writesANoteOnceAndChangesIt()
{
    const auto person = m_tryton->createPerson();
    QVERIFY(person);
    QVERIFY(!m_tryton->findRecord()->has_value());
    const auto made = m_tryton->createRecord(person->id);
    QVERIFY2(made, qPrintable(made ? QString() : made.error().reason));
    QCOMPARE(m_tryton->messages(), QStringList{QStringLiteral("[earshot:qhzkvbta:call:42] first")});
    QCOMPARE(m_tryton->findRecord()->value().id, made->id);
    QCOMPARE(m_tryton->createRecord(person->id)->id, made->id);

    m_tryton->shipment.version = 2;
    m_tryton->shipment.body = trytonEnvelope(QStringLiteral("second"));
    const auto changed = m_tryton->updateRecord(*made);
    QVERIFY(changed);
    QCOMPARE(changed->id, made->id);
    QCOMPARE(m_tryton->updateRecord(*made)->id, made->id);
    QCOMPARE(m_tryton->messages(), QStringList{QStringLiteral("[earshot:qhzkvbta:call:42] second")});

    m_tryton->shipment.recordKey = QStringLiteral("earshot:qhzkvbta:call:43");
    const auto other = m_tryton->createRecord(person->id);
    QVERIFY(other);
    QVERIFY(other->id != made->id);
    QCOMPARE(m_tryton->messages().size(), 2);
}

void TrytonNotesTest::takesKeysLiterally()
{
    const auto person = m_tryton->createPerson();
    QVERIFY(person);
    m_tryton->shipment.recordKey = QStringLiteral("earshot:qhzkvbta:call:aXb2Fc");
    const auto plain = m_tryton->createRecord(person->id);
    QVERIFY(plain);
    m_tryton->shipment.recordKey = QStringLiteral("earshot:qhzkvbta:call:a_b%2Fc"); // both mean something to LIKE
    QVERIFY(!m_tryton->findRecord()->has_value());
    const auto odd = m_tryton->createRecord(person->id);
    QVERIFY(odd);
    QVERIFY(odd->id != plain->id);
    QCOMPARE(m_tryton->findRecord()->value().id, odd->id);
}

void TrytonNotesTest::hangsWhatIsNobodysOnAContactForThat()
{
    m_tryton->shipment.person = {};
    const auto first = m_tryton->createRecord({});
    QVERIFY(first);
    m_tryton->shipment.recordKey = QStringLiteral("earshot:qhzkvbta:chat:43");
    QVERIFY(m_tryton->createRecord({}));
    const QJsonArray parties =
        m_tryton->server().search(QStringLiteral("party.party"), {}, {QStringLiteral("code"), QStringLiteral("name")});
    QCOMPARE(parties.size(), 1);
    QCOMPARE(parties.at(0)[QStringLiteral("code")].toString(), QStringLiteral("EARSHOT-UNKNOWN"));
    QCOMPARE(m_tryton->messages().size(), 2);
}

void TrytonNotesTest::tellsWhatIsGone()
{
    const auto nowhere = m_tryton->createRecord(QStringLiteral("4711"));
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().kind, Kind::Gone);
    const auto changed = m_tryton->updateRecord({QStringLiteral("4711"), QString()});
    QVERIFY(!changed);
    QCOMPARE(changed.error().kind, Kind::Gone);
}

void TrytonNotesTest::survivesALostAnswer_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<Fault>("fault");
    const std::pair<const char *, Fault> faults[] = {
        {"cut before", Fault::CutBeforeRequest}, {"cut within", Fault::CutMidRequest},
        {"answer cut", Fault::CutBeforeAnswer},  {"answer cut within", Fault::CutMidAnswer},
        {"late ghost", Fault::GhostRequest},
    };
    for (const char *method : {"model.party.party.create", "model.ir.note.create", "model.ir.note.write"}) {
        for (const auto &[name, fault] : faults)
            QTest::addRow("%s: %s", method, name) << QByteArray(method) << fault;
    }
}

/** One request goes wrong; its repetition, and that of whoever follows, leave one contact and one note. */
void TrytonNotesTest::survivesALostAnswer()
{
    QFETCH(QByteArray, method);
    QFETCH(Fault, fault);
    constexpr int c_late = 1500;
    m_tryton->plan().add(method, {fault, c_late});
    bool failed = false;
    auto person = m_tryton->createPerson();
    if (!person) {
        QCOMPARE(person.error().kind, Kind::Lost);
        failed = true;
        person = m_tryton->createPerson();
    }
    QVERIFY(person);
    auto note = m_tryton->createRecord(person->id);
    if (!note) {
        QCOMPARE(note.error().kind, Kind::Lost);
        failed = true;
        note = m_tryton->createRecord(person->id);
    }
    QVERIFY2(note, qPrintable(note ? QString() : note.error().reason));
    QVERIFY(failed);
    if (fault == Fault::GhostRequest)
        QTest::qWait(c_late + 500); // the ghost has come by then
    QCOMPARE(m_tryton->recordMessages(), QStringList{QStringLiteral("[earshot:qhzkvbta:call:42] first")});
    QCOMPARE(m_tryton->server().search(QStringLiteral("party.party"), {}, {QStringLiteral("name")}).size(), 1);
}

/** Version 2 is under way for seconds; meanwhile version 3 is written. */
void TrytonNotesTest::aLateWriteUndoesNothing()
{
    const auto person = m_tryton->createPerson();
    const auto made = m_tryton->createRecord(person->id);
    QVERIFY(made);
    constexpr int c_late = 2500;
    m_tryton->plan().add("model.ir.note.write", {Fault::GhostRequest, c_late});
    m_tryton->shipment.body = trytonEnvelope(QStringLiteral("second"));
    QCOMPARE(m_tryton->updateRecord(*made).error().kind, Kind::Lost);
    m_tryton->shipment.body = trytonEnvelope(QStringLiteral("third"));
    QVERIFY(m_tryton->updateRecord(*made));
    QTest::qWait(c_late + 500);
    QCOMPARE(m_tryton->messages(), QStringList{QStringLiteral("[earshot:qhzkvbta:call:42] third")});
}

void TrytonNotesTest::anEmptyNoteThatCameLateIsUsed()
{
    const auto person = m_tryton->createPerson();
    m_tryton->plan().add("model.ir.note.create", {Fault::GhostRequest, 700});
    QCOMPARE(m_tryton->createRecord(person->id).error().kind, Kind::Lost);
    QVERIFY(m_tryton->createRecord(person->id));
    QTRY_COMPARE_WITH_TIMEOUT(m_tryton->messages().size(), 2, c_patience);
    QCOMPARE(m_tryton->recordMessages().size(), 1);
    m_tryton->shipment.recordKey = QStringLiteral("earshot:qhzkvbta:call:43");
    QVERIFY(m_tryton->createRecord(person->id));
    QCOMPARE(m_tryton->messages().size(), 2);
    QCOMPARE(m_tryton->recordMessages().size(), 2);
}

void TrytonNotesTest::refusesWhatTheMappingGotWrong_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("reason");
    const QJsonObject unknown{{QStringLiteral("colour"), QStringLiteral("blue")}};
    const QJsonObject badType{
        {QStringLiteral("contact_mechanisms"), QJsonArray{mechanism(QStringLiteral("fone"), c_phone)}}};
    QTest::newRow("field of a contact") << trytonEnvelope(QStringLiteral("x"), unknown)
                                        << "Tryton knows no field or model \"colour\"";
    QTest::newRow("kind of phone") << trytonEnvelope(QStringLiteral("x"), badType)
                                   << "Tryton says: The value \"fone\" for field \"Type\" in \"Contact Mechanism\" is "
                                      "not one of the allowed options.";
    QTest::newRow("field of a note") << trytonEnvelope(QStringLiteral("x"), {}, unknown)
                                     << "Tryton knows no field or model \"colour\"";
    QTest::newRow("no text") << trytonEnvelope({}, {}, {{QStringLiteral("message"), 5}})
                             << "the mapping must give text as \"message\" of the record";
}

void TrytonNotesTest::refusesWhatTheMappingGotWrong()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, reason);
    m_tryton->shipment.body = body;
    const auto person = m_tryton->createPerson();
    if (!person) {
        QCOMPARE(person.error().kind, Kind::Wrong);
        QCOMPARE(person.error().reason, reason);
        return;
    }
    const auto note = m_tryton->createRecord(person->id);
    QVERIFY(!note);
    QCOMPARE(note.error().kind, Kind::Wrong);
    QCOMPARE(note.error().reason, reason);
}

QTEST_GUILESS_MAIN(TrytonNotesTest)
#include "tst_trytonnotes.moc"
