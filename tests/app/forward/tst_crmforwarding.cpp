// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/forward/forwardingharness.h"
#include "tests/app/forward/scriptedserver.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

using namespace earshot;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const QString c_call = u"42"_s;
const QString c_phone = u"+33612345678"_s;

ScriptedReply json(int status, const QByteArray &body)
{
    return ScriptedReply::answer(status, body, {"Content-Type: application/json"});
}

} // namespace

/** From the delivery to the outbox row's end, with the connectors, presets and HTTP that the program has. */
class CrmForwardingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void hubspotTakesTheContactThatIsThereAlready();
    void hubspotAsksAboutARecordThatWasPerhapsWritten();
    void hubspotRepeatsARecordUnderItsKey();
    void espocrmGetsContactAndCall();
    void espocrmOffersLookAlikes();
    void espocrmFindsTheCallWhoseAnswerWasLost();

private:
    void addCrm(const QString &kind, const QJsonObject &options);
    QStringList asked() const;
    QJsonObject bodyOf(int request) const;

    std::unique_ptr<ForwardingHarness> m_harness;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<QSignalSpy> m_attempted;
};

void CrmForwardingTest::init()
{
    m_server = std::make_unique<ScriptedServer>();
    m_harness = std::make_unique<ForwardingHarness>();
    Secrets::Destination secrets;
    secrets.bearer = "a-secret";
    m_harness->setSecrets(secrets);
}

void CrmForwardingTest::cleanup()
{
    m_attempted.reset();
    m_harness.reset();
    m_server.reset();
}

void CrmForwardingTest::addCrm(const QString &kind, const QJsonObject &options)
{
    Destination destination;
    destination.name = u"CRM"_s;
    destination.kind = kind;
    destination.url = m_server->url(QLatin1StringView(kind == u"espocrm"_s ? "/api/v1" : ""));
    destination.rule = u""_s;
    destination.options = options;
    destination.options.insert(u"rate"_s, 1000);
    m_harness->addDestination(destination);
    m_harness->start();
    m_attempted = std::make_unique<QSignalSpy>(&m_harness->forwarder(), &Forwarder::attempted);
}

QStringList CrmForwardingTest::asked() const
{
    QStringList asked;
    for (const ReceivedRequest &request : m_server->requests()) {
        const QByteArray path = request.target.split('?').first();
        asked.append(QString::fromLatin1(request.method + ' ' + path));
    }
    return asked;
}

QJsonObject CrmForwardingTest::bodyOf(int request) const
{
    return QJsonDocument::fromJson(m_server->requests().at(request).body).object();
}

void CrmForwardingTest::hubspotTakesTheContactThatIsThereAlready()
{
    m_server->then(json(200, R"({"total": 0, "results": []})"));
    m_server->then(json(409, R"({"status": "error", "message": "Contact already exists. Existing ID: 501"})"));
    m_server->then(json(201, R"({"id": "9001", "properties": {}})"));
    m_server->then(json(200, R"({"status": "COMPLETE"})"));
    addCrm(u"hubspot"_s, {{u"portal_id"_s, u"4711"_s}});
    m_harness->deliver(c_call, u"booked"_s, c_phone);
    QTRY_COMPARE(m_attempted->size(), 1);
    const OutboxRow row = m_harness->onlyRow();
    QCOMPARE(row.state, OutboxState::Sent);
    QCOMPARE(row.crmId, u"9001"_s);
    QCOMPARE(row.crmUrl, u"https://app.hubspot.com/contacts/4711/record/0-1/501?engagement=9001"_s);
    QCOMPARE(asked(), (QStringList{u"POST /crm/v3/objects/contacts/search"_s, u"POST /crm/v3/objects/contacts"_s,
                                   u"POST /crm/v3/objects/calls"_s,
                                   u"PUT /crm/v4/objects/calls/9001/associations/default/contacts/501"_s}));
    QCOMPARE(m_server->requests().first().headers.value("authorization"), QByteArray("Bearer a-secret"));
    QCOMPARE(bodyOf(2).value("properties"_L1).toObject().value("hs_call_external_id"_L1).toString(),
             u"earshot:abcdefgh:call:42"_s);
}

void CrmForwardingTest::hubspotAsksAboutARecordThatWasPerhapsWritten()
{
    m_server->then(ScriptedReply::drop());
    m_server->then(json(200, R"({"total": 0, "results": []})"));
    addCrm(u"hubspot"_s, {});
    m_harness->deliver(c_call, u"booked"_s); // of nobody
    QTRY_COMPARE(m_attempted->size(), 1);
    QCOMPARE(m_harness->onlyRow().state, OutboxState::Waiting);
    for (int minute = 0; minute < 10 && m_harness->onlyRow().state == OutboxState::Waiting; ++minute) {
        const auto before = m_attempted->size();
        m_harness->advance(1min);
        QTRY_VERIFY(m_attempted->size() > before);
    }
    QCOMPARE(m_harness->onlyRow().state, OutboxState::Parked);
    QCOMPARE(m_harness->onlyRow().question, OutboxQuestion::PerhapsWritten);
    QCOMPARE(asked(), (QStringList{u"POST /crm/v3/objects/calls"_s, u"POST /crm/v3/objects/calls/search"_s}));
}

void CrmForwardingTest::hubspotRepeatsARecordUnderItsKey()
{
    m_server->then(ScriptedReply::drop());
    m_server->then(json(200, R"({"status": "COMPLETE", "results": [{"id": "9001"}]})"));
    addCrm(u"hubspot"_s, {{u"record_key"_s, u"earshot_id"_s}});
    m_harness->deliver(c_call, u"booked"_s);
    QTRY_COMPARE(m_attempted->size(), 1);
    m_harness->advance(1min);
    QTRY_COMPARE(m_harness->onlyRow().state, OutboxState::Sent);
    QCOMPARE(asked(), QStringList(2, u"POST /crm/v3/objects/calls/batch/upsert"_s));
    QCOMPARE(m_server->requests().at(0).body, m_server->requests().at(1).body);
}

void CrmForwardingTest::espocrmGetsContactAndCall()
{
    m_server->then(json(200, R"({"total": 1, "list": [{"id": "6b01", "name": "Alice Durand"}]})"));
    m_server->then(json(200, R"({"id": "6b02", "duration": 300})"));
    addCrm(u"espocrm"_s, {{u"assigned_user_id"_s, u"6a"_s}, {u"key_field"_s, u"cExternalId"_s}});
    m_harness->deliver(c_call, u"booked"_s, c_phone);
    QTRY_COMPARE(m_attempted->size(), 1);
    const OutboxRow row = m_harness->onlyRow();
    QCOMPARE(row.state, OutboxState::Sent);
    QCOMPARE(row.crmUrl, QString(m_server->url(""_L1) + u"/#Call/view/6b02"_s));
    QCOMPARE(asked(), (QStringList{u"GET /api/v1/Contact"_s, u"POST /api/v1/Call"_s}));
    QCOMPARE(m_server->requests().first().headers.value("x-api-key"), QByteArray("a-secret"));
    QCOMPARE(QUrl::fromPercentEncoding(m_server->requests().first().target),
             u"/api/v1/Contact?where[0][type]=equals&where[0][attribute]=phoneNumber&where[0][value]=+33612345678"
             "&maxSize=20&select=id,name,phoneNumber,emailAddress"_s);
    QCOMPARE(bodyOf(1).value("parentId"_L1).toString(), u"6b01"_s);
    QCOMPARE(bodyOf(1).value("cExternalId"_L1).toString(), u"earshot:abcdefgh:call:42"_s);
}

void CrmForwardingTest::espocrmOffersLookAlikes()
{
    const QByteArray none = R"({"total": 0, "list": []})";
    for (int spelling = 0; spelling < 5; ++spelling)
        m_server->then(json(200, none));
    m_server->then(json(409, R"([{"id": "6b01", "name": "Alice Durand"}, {"id": "6b02", "name": "Alice Durand"}])"));
    addCrm(u"espocrm"_s, {{u"assigned_user_id"_s, u"6a"_s}});
    m_harness->deliver(c_call, u"booked"_s, c_phone);
    QTRY_COMPARE(m_attempted->size(), 1);
    const OutboxRow row = m_harness->onlyRow();
    QCOMPARE(row.state, OutboxState::Parked);
    QCOMPARE(row.question, OutboxQuestion::WhichContact);
    QCOMPARE(row.candidates.size(), 2);
    QCOMPARE(row.candidates.first().id, u"6b01"_s);
}

void CrmForwardingTest::espocrmFindsTheCallWhoseAnswerWasLost()
{
    m_server->then(ScriptedReply::drop());
    m_server->then(json(200, R"({"total": 1, "list": [{"id": "6b02",
        "description": "Outcome: booked\n\n[earshot:abcdefgh:call:42]"}]})"));
    addCrm(u"espocrm"_s, {{u"assigned_user_id"_s, u"6a"_s}});
    m_harness->deliver(c_call, u"booked"_s);
    QTRY_COMPARE(m_attempted->size(), 1);
    for (int minute = 0; minute < 10 && m_harness->onlyRow().state == OutboxState::Waiting; ++minute) {
        const auto before = m_attempted->size();
        m_harness->advance(1min);
        QTRY_VERIFY(m_attempted->size() > before);
    }
    QCOMPARE(m_harness->onlyRow().state, OutboxState::Sent);
    QCOMPARE(m_harness->onlyRow().crmId, u"6b02"_s);
    QCOMPARE(asked(), (QStringList{u"POST /api/v1/Call"_s, u"GET /api/v1/Call"_s}));
    QVERIFY(bodyOf(0).value("description"_L1).toString().endsWith(u"[earshot:abcdefgh:call:42]"_s));
}

QTEST_GUILESS_MAIN(CrmForwardingTest)
#include "tst_crmforwarding.moc"
