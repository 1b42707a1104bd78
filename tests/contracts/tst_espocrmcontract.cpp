// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/espocrmconnector.h"
#include "tests/app/forward/crmcase.h"
#include "tests/app/forward/presetcase.h"
#include "tests/contracts/contractpassage.h"
#include "tests/contracts/prismserver.h"

#include <QTest>

#include <qcorotask.h>

using namespace earshot;
using namespace Qt::StringLiterals;

class EspoCrmContractTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refusesWhatDoesNotFit();
    void takesEveryRecord_data();
    void takesEveryRecord();
    void takesEveryLook_data();
    void takesEveryLook();
    void takesTheTest();
    void answersLeadToTheRightState_data();
    void answersLeadToTheRightState();

private:
    Shipment shipment(const QJsonObject &record, const QJsonObject &options);

    PrismServer m_prism;
    PresetRenderer m_presets;
    HttpExchanger m_exchanger;
    EspoCrmConnector m_connector;
    StandingClock m_clock;
};

namespace {

QJsonObject keyed()
{
    return {{u"key_field"_s, u"cExternalId"_s}};
}

} // namespace

Shipment EspoCrmContractTest::shipment(const QJsonObject &record, const QJsonObject &options)
{
    Shipment made;
    made.destination.kind = u"espocrm"_s;
    made.destination.url = m_prism.url(); // Prism serves a contract's paths at its root
    made.destination.options = options;
    made.destination.options.insert(u"assigned_user_id"_s, u"6a"_s);
    made.secrets.bearer = "api-key-secret";
    made.recordKey = record.value("ext"_L1).toString();
    made.version = 1;
    made.person = {record.value("contact_phone"_L1).toString(), record.value("contact_email"_L1).toString(),
                   record.value("contact_name"_L1).toString()};
    made.contactKey = made.person.phone.isEmpty() ? made.person.email : made.person.phone;
    made.body = m_presets.render(u"espocrm"_s, record);
    return made;
}

void EspoCrmContractTest::initTestCase()
{
    const QString wrong = m_prism.start(u"espocrm"_s);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void EspoCrmContractTest::refusesWhatDoesNotFit()
{
    Shipment sent = shipment(recordNamed(u"call"_s), {});
    sent.body = R"({"object": "Call", "record": {"name": "A call", "status": "Held", "dateStart": "yesterday"}})";
    ContractPassage passage(m_exchanger, sent);
    QVERIFY(!QCoro::waitFor(m_connector.createRecord(passage, u"501"_s)));
    QCOMPARE(passage.refused().size(), 1);
}

void EspoCrmContractTest::takesEveryRecord_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonObject>("options");
    for (const auto &[name, record] : sampleRecords()) {
        QTest::addRow("%s, with a key", qPrintable(name)) << name << keyed();
        QTest::addRow("%s, with a marker", qPrintable(name)) << name << QJsonObject();
    }
}

void EspoCrmContractTest::takesEveryRecord()
{
    QFETCH(QString, name);
    QFETCH(QJsonObject, options);
    ContractPassage passage(m_exchanger, shipment(recordNamed(name), options));
    passage.prefer("GET", u"find contact"_s, "example=none");
    MemoryKeeper keeper(m_clock);
    const FlowOutcome made = carried(m_connector, passage, keeper, m_clock);
    QVERIFY2(passage.refused().isEmpty(), qPrintable(passage.refused().join(u'\n')));
    QCOMPARE(outcomeWord(made), u"delivered"_s);
    keeper.want();
    const FlowOutcome changed = carried(m_connector, passage, keeper, m_clock);
    QVERIFY2(passage.refused().isEmpty(), qPrintable(passage.refused().join(u'\n')));
    QCOMPARE(outcomeWord(changed), u"delivered"_s);
    QVERIFY(passage.asked().contains(u"change the record"_s));
    QCOMPARE(passage.asked().contains(u"make contact"_s), !passage.shipment().contactKey.isEmpty());
}

void EspoCrmContractTest::takesEveryLook_data()
{
    takesEveryRecord_data();
}

void EspoCrmContractTest::takesEveryLook()
{
    QFETCH(QString, name);
    QFETCH(QJsonObject, options);
    ContractPassage passage(m_exchanger, shipment(recordNamed(name), options));
    passage.prefer("GET", u"find contact"_s, "example=hit");
    QVERIFY(QCoro::waitFor(m_connector.findPersons(passage)));
    passage.prefer("GET", u"find contact"_s, "example=none");
    const auto persons = QCoro::waitFor(m_connector.findPersons(passage));
    QVERIFY(persons && persons->isEmpty());
    passage.prefer("GET", u"look for the record"_s, "example=none");
    const auto record = QCoro::waitFor(m_connector.findRecord(passage, {}));
    QVERIFY(record && !*record);
    QVERIFY2(passage.refused().isEmpty(), qPrintable(passage.refused().join(u'\n')));
}

void EspoCrmContractTest::takesTheTest()
{
    ContractPassage passage(m_exchanger, shipment(recordNamed(u"call"_s), keyed()));
    const DestinationTest test = QCoro::waitFor(m_connector.test(passage));
    QVERIFY2(passage.refused().isEmpty(), qPrintable(passage.refused().join(u'\n')));
    QVERIFY2(test.accepted, qPrintable(test.words));
}

void EspoCrmContractTest::answersLeadToTheRightState_data()
{
    QTest::addColumn<QString>("purpose");
    QTest::addColumn<QByteArray>("preference");
    QTest::addColumn<QString>("word");
    QTest::newRow("call 400") << u"write the record"_s << QByteArray("code=400") << u"wrong"_s;
    QTest::newRow("call 401") << u"write the record"_s << QByteArray("code=401") << u"needs login"_s;
    QTest::newRow("call 403") << u"write the record"_s << QByteArray("code=403") << u"forbidden"_s;
    QTest::newRow("call 500") << u"write the record"_s << QByteArray("code=500") << u"broken"_s;
    QTest::newRow("contact 409") << u"make contact"_s << QByteArray("code=409") << u"delivered"_s;
    QTest::newRow("contact 403") << u"make contact"_s << QByteArray("code=403") << u"forbidden"_s;
}

void EspoCrmContractTest::answersLeadToTheRightState()
{
    QFETCH(QString, purpose);
    QFETCH(QByteArray, preference);
    QFETCH(QString, word);
    ContractPassage passage(m_exchanger, shipment(recordNamed(u"call"_s), keyed()));
    passage.prefer("GET", u"find contact"_s, "example=none");
    passage.prefer("GET", u"look for the record"_s, "example=none");
    passage.prefer("POST", purpose, preference);
    MemoryKeeper keeper(m_clock);
    QCOMPARE(outcomeWord(carried(m_connector, passage, keeper, m_clock)), word);
    QVERIFY2(passage.refused().isEmpty(), qPrintable(passage.refused().join(u'\n')));
}

QTEST_GUILESS_MAIN(EspoCrmContractTest)
#include "tst_espocrmcontract.moc"
