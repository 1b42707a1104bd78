// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/hubspotconnector.h"
#include "tests/app/forward/crmcase.h"
#include "tests/app/forward/presetcase.h"
#include "tests/contracts/contractpassage.h"
#include "tests/contracts/prismserver.h"

#include <QTest>

#include <qcorotask.h>

using namespace earshot;
using namespace Qt::StringLiterals;

class HubSpotContractTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refusesWhatDoesNotFit();
    void takesEveryRecord_data();
    void takesEveryRecord();
    void takesEveryLook_data();
    void takesEveryLook();
    void takesTheTest_data();
    void takesTheTest();
    void answersLeadToTheRightState_data();
    void answersLeadToTheRightState();

private:
    Shipment shipment(const QJsonObject &record, const QJsonObject &options);

    PrismServer m_prism;
    PresetRenderer m_presets;
    HttpExchanger m_exchanger;
    HubSpotConnector m_connector;
    StandingClock m_clock;
};

namespace {

QJsonObject keyed()
{
    return {{u"record_key"_s, u"earshot_id"_s}, {u"contact_key"_s, u"earshot_phone"_s}, {u"portal_id"_s, u"4711"_s}};
}

/** Nobody is known yet. */
void haveNobody(ContractPassage &passage)
{
    passage.prefer("POST", u"find contact"_s, "example=none");
    passage.prefer("GET", u"find contact"_s, "code=404");
}

} // namespace

Shipment HubSpotContractTest::shipment(const QJsonObject &record, const QJsonObject &options)
{
    Shipment made;
    made.destination.kind = u"hubspot"_s;
    made.destination.url = m_prism.url();
    made.destination.options = options;
    made.secrets.bearer = "pat-na1-secret";
    made.recordKey = record.value("ext"_L1).toString();
    made.version = 1;
    made.person = {record.value("contact_phone"_L1).toString(), record.value("contact_email"_L1).toString(),
                   record.value("contact_name"_L1).toString()};
    made.contactKey = made.person.phone.isEmpty() ? made.person.email : made.person.phone;
    made.body = m_presets.render(u"hubspot"_s, record);
    return made;
}

void HubSpotContractTest::initTestCase()
{
    const QString wrong = m_prism.start(u"hubspot"_s);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void HubSpotContractTest::refusesWhatDoesNotFit()
{
    Shipment sent = shipment(recordNamed(u"call"_s), {});
    sent.body = R"({"object": "calls", "record": {"hs_timestamp": "yesterday"}})";
    ContractPassage passage(m_exchanger, sent);
    QVERIFY(!QCoro::waitFor(m_connector.createRecord(passage, u"501"_s)));
    QCOMPARE(passage.refused().size(), 1);
}

void HubSpotContractTest::takesEveryRecord_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonObject>("options");
    for (const auto &[name, record] : sampleRecords()) {
        QTest::addRow("%s, plain", qPrintable(name)) << name << QJsonObject();
        QTest::addRow("%s, with keys", qPrintable(name)) << name << keyed();
    }
}

void HubSpotContractTest::takesEveryRecord()
{
    QFETCH(QString, name);
    QFETCH(QJsonObject, options);
    ContractPassage passage(m_exchanger, shipment(recordNamed(name), options));
    haveNobody(passage);
    MemoryKeeper keeper(m_clock);
    const FlowOutcome made = carried(m_connector, passage, keeper, m_clock);
    QVERIFY2(passage.refused().isEmpty(), qPrintable(passage.refused().join(u'\n')));
    QCOMPARE(outcomeWord(made), u"delivered"_s);
    keeper.want();
    const FlowOutcome changed = carried(m_connector, passage, keeper, m_clock);
    QVERIFY2(passage.refused().isEmpty(), qPrintable(passage.refused().join(u'\n')));
    QCOMPARE(outcomeWord(changed), u"delivered"_s);
    QVERIFY(passage.asked().contains(u"change the record"_s));
    const bool isOfSomebody = !passage.shipment().contactKey.isEmpty();
    QCOMPARE(passage.asked().contains(u"make contact"_s), isOfSomebody);
    QCOMPARE(passage.asked().contains(u"tie to contact"_s), isOfSomebody);
}

void HubSpotContractTest::takesEveryLook_data()
{
    takesEveryRecord_data();
}

void HubSpotContractTest::takesEveryLook()
{
    QFETCH(QString, name);
    QFETCH(QJsonObject, options);
    ContractPassage passage(m_exchanger, shipment(recordNamed(name), options));
    QVERIFY(QCoro::waitFor(m_connector.findPersons(passage)));
    QVERIFY(QCoro::waitFor(m_connector.findRecord(passage, u"501"_s)));
    haveNobody(passage);
    passage.prefer("GET", u"look for the record"_s, "code=404");
    passage.prefer("POST", u"look for the record"_s, "example=none");
    const auto persons = QCoro::waitFor(m_connector.findPersons(passage));
    QVERIFY(persons && persons->isEmpty());
    const auto record = QCoro::waitFor(m_connector.findRecord(passage, u"501"_s));
    QVERIFY(record && !*record);
    QVERIFY2(passage.refused().isEmpty(), qPrintable(passage.refused().join(u'\n')));
}

void HubSpotContractTest::takesTheTest_data()
{
    QTest::addColumn<bool>("tellsScopes");
    QTest::newRow("scopes told") << true;
    QTest::newRow("scopes tried") << false;
}

void HubSpotContractTest::takesTheTest()
{
    QFETCH(bool, tellsScopes);
    ContractPassage passage(m_exchanger, shipment(recordNamed(u"call"_s), keyed()));
    if (!tellsScopes)
        passage.prefer("POST", u"scopes of the token"_s, "code=404");
    passage.prefer("PATCH", u"may it write"_s, "code=404");
    passage.prefer("GET", u"is the property there"_s, "code=404");
    const DestinationTest test = QCoro::waitFor(m_connector.test(passage));
    QVERIFY2(passage.refused().isEmpty(), qPrintable(passage.refused().join(u'\n')));
    QVERIFY2(test.accepted, qPrintable(test.words));
}

void HubSpotContractTest::answersLeadToTheRightState_data()
{
    QTest::addColumn<QString>("purpose");
    QTest::addColumn<QByteArray>("preference");
    QTest::addColumn<QString>("word");
    QTest::newRow("call 400") << u"write the record"_s << QByteArray("code=400") << u"wrong"_s;
    QTest::newRow("call 401") << u"write the record"_s << QByteArray("code=401") << u"needs login"_s;
    QTest::newRow("call 403") << u"write the record"_s << QByteArray("code=403") << u"forbidden"_s;
    QTest::newRow("call 429") << u"write the record"_s << QByteArray("code=429") << u"refused"_s;
    QTest::newRow("contact 409") << u"make contact"_s << QByteArray("code=409") << u"delivered"_s;
    QTest::newRow("contact 429") << u"make contact"_s << QByteArray("code=429") << u"refused"_s;
    QTest::newRow("search 401") << u"find contact"_s << QByteArray("code=401") << u"needs login"_s;
}

void HubSpotContractTest::answersLeadToTheRightState()
{
    QFETCH(QString, purpose);
    QFETCH(QByteArray, preference);
    QFETCH(QString, word);
    ContractPassage passage(m_exchanger, shipment(recordNamed(u"of a number alone"_s), {}));
    haveNobody(passage);
    passage.prefer("POST", purpose, preference);
    MemoryKeeper keeper(m_clock);
    QCOMPARE(outcomeWord(carried(m_connector, passage, keeper, m_clock)), word);
    QVERIFY2(passage.refused().isEmpty(), qPrintable(passage.refused().join(u'\n')));
}

QTEST_GUILESS_MAIN(HubSpotContractTest)
#include "tst_hubspotcontract.moc"
