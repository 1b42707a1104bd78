// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/httppassage.h"
#include "app/forward/hubspotapi.h"
#include "app/forward/hubspotconnector.h"
#include "tests/app/forward/fakehubspot.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <qcorotask.h>

using namespace earshot;
using namespace Qt::StringLiterals;

namespace {

using Mishap = VendorCrm::Mishap;

const QString c_phone = u"+33612345678"_s;
const QString c_email = u"alice@example.com"_s;

Shipment shipment(const QJsonObject &options = {}, const PersonKey &person = {c_phone, {}, u"Alice Durand"_s},
                  const QJsonObject &record = {{u"hs_timestamp"_s, u"2026-05-14T12:00:00Z"_s},
                                               {u"hs_call_duration"_s, u"245000"_s}},
                  const QString &object = u"calls"_s)
{
    QJsonObject contact{{u"lastname"_s, u"Durand"_s}};
    if (!person.phone.isEmpty())
        contact.insert(u"phone"_s, person.phone);
    if (!person.email.isEmpty())
        contact.insert(u"email"_s, person.email);
    Shipment made;
    made.destination.kind = u"hubspot"_s;
    made.destination.url = u"https://api.hubapi.com"_s;
    made.destination.options = options;
    made.secrets.bearer = "pat-na1-secret";
    made.recordKey = u"earshot:qhzkvbta:call:42"_s;
    made.version = 1;
    made.person = person;
    made.contactKey = person.phone.isEmpty() ? person.email : person.phone;
    made.body =
        QJsonDocument(QJsonObject{{u"object"_s, object}, {u"contact"_s, contact}, {u"record"_s, record}}).toJson();
    return made;
}

QJsonObject keyed()
{
    return {{u"record_key"_s, u"earshot_id"_s}, {u"portal_id"_s, u"4711"_s}};
}

/** A connector, its HubSpot and what Earshot remembers. */
struct Case {
    explicit Case(const Shipment &sent)
        : crm(sent)
    {
        crm.uniqueProperties += {u"earshot_id"_s, u"earshot_phone"_s};
    }

    FlowOutcome carry() { return carried(connector, crm, keeper, clock); }

    HubSpotConnector connector;
    StandingClock clock;
    FakeHubSpot crm;
    MemoryKeeper keeper{clock};
};

} // namespace

class HubSpotConnectorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesContactAndCallAndTiesThem();
    void findsTheContactHoweverItsNumberIsWritten_data();
    void findsTheContactHoweverItsNumberIsWritten();
    void leavesAContactOfAnotherCountryAlone();
    void offersSeveralContacts();
    void takesTheContactThatA409Names();
    void upsertsByEmailOrByItsOwnPhoneProperty_data();
    void upsertsByEmailOrByItsOwnPhoneProperty();
    void writesOneRecordWithAUniqueKeyWhateverIsLost_data();
    void writesOneRecordWithAUniqueKeyWhateverIsLost();
    void findsALostRecordOnceTheSearchSeesIt_data();
    void findsALostRecordOnceTheSearchSeesIt();
    void asksAboutALostRecordThatTheSearchDoesNotSee();
    void changesTheSameRecord();
    void makesTheContactAnewThatIsGone();
    void writesARecordThatBelongsToNobody();
    void sendsOnlyTextThatFits();
    void readsWhatIsInsideABatch_data();
    void readsWhatIsInsideABatch();
    void sortsAnswers_data();
    void sortsAnswers();
    void saysInHubSpotsWordsWhatIsWrong();
    void usesThePathsOfItsVersion_data();
    void usesThePathsOfItsVersion();
    void encodesKeysInPaths();
    void takesNoAddressThatIsNone();
    void testSaysWhichScopeIsMissing_data();
    void testSaysWhichScopeIsMissing();
    void testLooksForItsProperties();
    void testLeavesNothingBehind();
    void testBlamesNoScopeForALimit();
    void logsNoToken();
};

void HubSpotConnectorTest::makesContactAndCallAndTiesThem()
{
    Case c(shipment({{u"portal_id"_s, u"4711"_s}}));
    const FlowOutcome outcome = c.carry();
    QCOMPARE(outcomeWord(outcome), u"delivered"_s);
    QCOMPARE(c.crm.all(u"contacts"_s).size(), 1);
    QCOMPARE(c.crm.all(u"calls"_s).size(), 1);
    QCOMPARE(c.crm.all(u"calls"_s).first().properties.value("hs_call_external_id"_L1).toString(),
             u"earshot:qhzkvbta:call:42"_s);
    QCOMPARE(c.crm.ties(), QSet<QString>{u"calls 502 contacts 501"_s});
    QCOMPARE(std::get<Delivered>(outcome).record.url,
             u"https://app.hubspot.com/contacts/4711/record/0-1/501?engagement=502"_s);
}

void HubSpotConnectorTest::findsTheContactHoweverItsNumberIsWritten_data()
{
    QTest::addColumn<QString>("property");
    QTest::addColumn<QString>("held");
    QTest::newRow("as we write it") << u"phone"_s << c_phone;
    QTest::newRow("mobile") << u"mobilephone"_s << c_phone;
    QTest::newRow("national") << u"phone"_s << u"0612345678"_s;
    QTest::newRow("00") << u"phone"_s << u"0033612345678"_s;
    QTest::newRow("grouped") << u"phone"_s << u"+33 6 12 34 56 78"_s;
}

void HubSpotConnectorTest::findsTheContactHoweverItsNumberIsWritten()
{
    QFETCH(QString, property);
    QFETCH(QString, held);
    Case c(shipment());
    const QString id = c.crm.add(u"contacts"_s, {{property, held}});
    QCOMPARE(outcomeWord(c.carry()), u"delivered"_s);
    QCOMPARE(c.crm.all(u"contacts"_s).size(), 1);
    QVERIFY(c.crm.ties().contains(QStringLiteral("calls 502 contacts %1").arg(id)));
}

void HubSpotConnectorTest::leavesAContactOfAnotherCountryAlone()
{
    Case c(shipment());
    c.crm.add(u"contacts"_s,
              {{u"phone"_s, u"+49612345678"_s}, {u"hs_searchable_calculated_phone_number"_s, u"612345678"_s}});
    QCOMPARE(outcomeWord(c.carry()), u"delivered"_s);
    QCOMPARE(c.crm.all(u"contacts"_s).size(), 2);
}

void HubSpotConnectorTest::offersSeveralContacts()
{
    Case c(shipment());
    c.crm.add(u"contacts"_s, {{u"phone"_s, c_phone}, {u"firstname"_s, u"Alice"_s}, {u"lastname"_s, u"Durand"_s}});
    c.crm.add(u"contacts"_s, {{u"mobilephone"_s, c_phone}});
    const FlowOutcome outcome = c.carry();
    QCOMPARE(outcomeWord(outcome), u"which contact"_s);
    const QList<CrmPerson> candidates = std::get<WhichContact>(outcome).candidates;
    QCOMPARE(candidates.size(), 2);
    QCOMPARE(candidates.first().name, u"Alice Durand"_s);
    QCOMPARE(candidates.last().phone, c_phone);
    QVERIFY(c.crm.all(u"calls"_s).isEmpty());
}

void HubSpotConnectorTest::takesTheContactThatA409Names()
{
    Case c(shipment());
    const QString id = c.crm.add(u"contacts"_s, {{u"email"_s, u"other@example.com"_s}});
    c.crm.meet(u"make contact"_s, {.kind = Mishap::Kind::Answered,
                                   .status = 409,
                                   .body = R"({"message": "Contact already exists. Existing ID: 501"})"});
    QCOMPARE(id, u"501"_s);
    QCOMPARE(outcomeWord(c.carry()), u"delivered"_s);
    QCOMPARE(c.crm.all(u"contacts"_s).size(), 1);
    QVERIFY(c.crm.ties().contains(u"calls 502 contacts 501"_s));
}

void HubSpotConnectorTest::upsertsByEmailOrByItsOwnPhoneProperty_data()
{
    QTest::addColumn<QString>("phone");
    QTest::addColumn<QString>("email");
    QTest::addColumn<QString>("idProperty");
    QTest::newRow("email") << QString() << c_email << u"email"_s;
    QTest::newRow("both") << c_phone << c_email << u"email"_s;
    QTest::newRow("phone") << c_phone << QString() << u"earshot_phone"_s;
}

void HubSpotConnectorTest::upsertsByEmailOrByItsOwnPhoneProperty()
{
    QFETCH(QString, phone);
    QFETCH(QString, email);
    QFETCH(QString, idProperty);
    Case c(shipment({{u"contact_key"_s, u"earshot_phone"_s}}, {phone, email, {}}));
    c.crm.meet(u"make contact"_s, {.kind = Mishap::Kind::AnswerLost});
    QCOMPARE(outcomeWord(c.carry()), u"lost"_s);
    c.crm.searchSees = false;
    QCOMPARE(outcomeWord(c.carry()), u"delivered"_s); // at once: no look has to be waited for
    QCOMPARE(c.crm.all(u"contacts"_s).size(), 1);
    const QJsonObject input = c.crm.bodyOf(u"make contact"_s).value("inputs"_L1).toArray().first().toObject();
    QCOMPARE(input.value("idProperty"_L1).toString(), idProperty);
    if (!phone.isEmpty())
        QCOMPARE(c.crm.all(u"contacts"_s).first().properties.value("earshot_phone"_L1).toString(), phone);
}

void HubSpotConnectorTest::writesOneRecordWithAUniqueKeyWhateverIsLost_data()
{
    QTest::addColumn<QString>("purpose");
    QTest::addColumn<int>("kind");
    for (const auto *purpose : {"write the record", "tie to contact"}) {
        const QString name = QString::fromLatin1(purpose);
        QTest::addRow("answer lost: %s", purpose) << name << int(Mishap::Kind::AnswerLost);
        QTest::addRow("never arrives: %s", purpose) << name << int(Mishap::Kind::NeverArrives);
        QTest::addRow("not sent: %s", purpose) << name << int(Mishap::Kind::NotSent);
    }
}

void HubSpotConnectorTest::writesOneRecordWithAUniqueKeyWhateverIsLost()
{
    QFETCH(QString, purpose);
    QFETCH(int, kind);
    Case c(shipment(keyed(), {c_phone, c_email, {}}));
    c.crm.searchSees = false;
    c.crm.meet(purpose, {.kind = Mishap::Kind(kind)});
    QVERIFY(outcomeWord(c.carry()) != u"delivered"_s);
    QCOMPARE(outcomeWord(c.carry()), u"delivered"_s);
    QCOMPARE(c.crm.all(u"contacts"_s).size(), 1);
    QCOMPARE(c.crm.all(u"calls"_s).size(), 1);
    QCOMPARE(c.crm.all(u"calls"_s).first().properties.value("earshot_id"_L1).toString(), u"earshot:qhzkvbta:call:42"_s);
    QCOMPARE(c.crm.ties().size(), 1);
}

void HubSpotConnectorTest::findsALostRecordOnceTheSearchSeesIt_data()
{
    QTest::addColumn<QString>("object");
    QTest::addColumn<QJsonObject>("record");
    QTest::newRow("call") << u"calls"_s << QJsonObject{{u"hs_timestamp"_s, u"1778760000000"_s}};
    QTest::newRow("note") << u"notes"_s
                          << QJsonObject{{u"hs_timestamp"_s, u"1778760000000"_s}, {u"hs_note_body"_s, u"Hello"_s}};
    QTest::newRow("communication") << u"communications"_s
                                   << QJsonObject{{u"hs_timestamp"_s, u"1778760000000"_s},
                                                  {u"hs_communication_body"_s, u"Hello"_s}};
}

void HubSpotConnectorTest::findsALostRecordOnceTheSearchSeesIt()
{
    QFETCH(QString, object);
    QFETCH(QJsonObject, record);
    Case c(shipment({}, {c_phone, {}, {}}, record, object));
    c.crm.meet(u"write the record"_s, {.kind = Mishap::Kind::AnswerLost});
    QCOMPARE(outcomeWord(c.carry()), u"lost"_s);
    c.clock.move(std::chrono::seconds(14));
    QCOMPARE(outcomeWord(c.carry()), u"look later"_s);
    c.clock.move(std::chrono::seconds(1));
    QCOMPARE(outcomeWord(c.carry()), u"delivered"_s);
    QCOMPARE(c.crm.all(object).size(), 1);
    QCOMPARE(c.crm.purposes().count(u"write the record"_s), 1);
}

void HubSpotConnectorTest::asksAboutALostRecordThatTheSearchDoesNotSee()
{
    Case c(shipment());
    c.crm.meet(u"write the record"_s, {.kind = Mishap::Kind::AnswerLost});
    QCOMPARE(outcomeWord(c.carry()), u"lost"_s);
    c.crm.searchSees = false;
    c.clock.move(std::chrono::minutes(5));
    QCOMPARE(outcomeWord(c.carry()), u"perhaps written"_s);
    QCOMPARE(c.crm.all(u"calls"_s).size(), 1);
    QCOMPARE(c.crm.purposes().count(u"write the record"_s), 1);
}

void HubSpotConnectorTest::changesTheSameRecord()
{
    Case c(shipment(keyed()));
    QCOMPARE(outcomeWord(c.carry()), u"delivered"_s);
    c.keeper.want();
    c.crm.changeShipment() = shipment(keyed(), {c_phone, {}, {}}, {{u"hs_call_status"_s, u"BUSY"_s}});
    QCOMPARE(outcomeWord(c.carry()), u"delivered"_s);
    QCOMPARE(c.crm.all(u"calls"_s).size(), 1);
    const QJsonObject properties = c.crm.all(u"calls"_s).first().properties;
    QCOMPARE(properties.value("hs_call_status"_L1).toString(), u"BUSY"_s);
    QCOMPARE(properties.value("hs_call_duration"_L1).toString(), u"245000"_s);
}

void HubSpotConnectorTest::makesTheContactAnewThatIsGone()
{
    for (const QJsonObject &options : {QJsonObject(), keyed()}) {
        Case c(shipment(options));
        QVERIFY(QCoro::waitFor(c.keeper.keepPerson({u"77"_s, {}, {}, {}, {}})));
        QCOMPARE(outcomeWord(c.carry()), u"delivered"_s);
        QCOMPARE(c.crm.all(u"contacts"_s).size(), 1);
        QCOMPARE(c.crm.all(u"calls"_s).size(), 1);
        QCOMPARE(c.crm.ties().size(), 1);
    }
}

void HubSpotConnectorTest::writesARecordThatBelongsToNobody()
{
    Shipment anonymous = shipment();
    anonymous.person = {};
    anonymous.contactKey = QString();
    Case c(anonymous);
    QCOMPARE(outcomeWord(c.carry()), u"delivered"_s);
    QCOMPARE(c.crm.purposes(), QStringList{u"write the record"_s});
    QCOMPARE(c.crm.bodyOf(u"write the record"_s).value("associations"_L1), QJsonValue(QJsonArray()));
}

void HubSpotConnectorTest::sendsOnlyTextThatFits()
{
    const QString face = u"\U0001F600"_s;
    const QJsonObject made =
        hubspotProperties({{u"hs_call_duration"_s, 245000},
                           {u"hs_yes"_s, true},
                           {u"hs_nothing"_s, QJsonValue()},
                           {u"hs_list"_s, QJsonArray{1, 2}},
                           {u"hs_call_recording_url"_s, u"http://rec.example/1.mp3"_s},
                           {u"hs_call_title"_s, QString(300, u'x')},
                           {u"hs_call_body"_s, face.repeated(40000)},
                           {u"hs_note_body"_s, QString(QString(65400, u'x') + u"<b>&amp;"_s.repeated(90))}});
    QCOMPARE(made.value("hs_call_duration"_L1), QJsonValue(u"245000"_s));
    QCOMPARE(made.value("hs_yes"_L1), QJsonValue(u"true"_s));
    QCOMPARE(made.value("hs_list"_L1), QJsonValue(u"[1,2]"_s));
    QVERIFY(!made.contains("hs_nothing"_L1));
    QVERIFY(!made.contains("hs_call_recording_url"_L1));
    QCOMPARE(made.value("hs_call_title"_L1).toString().size(), 255);

    const QString body = made.value("hs_call_body"_L1).toString();
    QVERIFY(body.size() <= 65536 && body.size() > 65400);
    QVERIFY(body.contains(u"cut here"_s));
    QCOMPARE(body.left(body.indexOf(u'<')), face.repeated(body.indexOf(u'<') / 2)); // no half of a face
    const QString note = made.value("hs_note_body"_L1).toString();
    QVERIFY(note.size() <= 65536);
    const QString before = note.left(note.indexOf(u"<br>["_s));
    QVERIFY2(before.endsWith(u"<b>"_s) || before.endsWith(u"&amp;"_s), qPrintable(before.right(20)));
}

void HubSpotConnectorTest::readsWhatIsInsideABatch_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("word");
    QTest::newRow("207 with a result") << 207 << QByteArray(R"({"results": [{"id": "9"}]})") << u"delivered"_s;
    QTest::newRow("207 invalid") << 207 << QByteArray(R"({"results": [], "numErrors": 1, "errors":
            [{"category": "VALIDATION_ERROR", "message": "no"}]})")
                                 << u"wrong"_s;
    QTest::newRow("207 limit") << 207 << QByteArray(R"({"errors": [{"category": "RATE_LIMITS"}]})") << u"refused"_s;
    QTest::newRow("207 scope") << 207 << QByteArray(R"({"errors": [{"category": "MISSING_SCOPES"}]})")
                               << u"forbidden"_s;
    QTest::newRow("200 with nothing") << 200 << QByteArray(R"({"status": "COMPLETE", "results": []})") << u"lost"_s;
}

void HubSpotConnectorTest::readsWhatIsInsideABatch()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, word);
    Shipment anonymous = shipment(keyed());
    anonymous.contactKey = QString();
    Case c(anonymous);
    c.crm.meet(u"write the record"_s, {.kind = Mishap::Kind::Answered, .status = status, .body = body});
    QCOMPARE(outcomeWord(c.carry()), word);
}

void HubSpotConnectorTest::sortsAnswers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QString>("word");
    const QByteArray json = "application/json";
    QTest::newRow("400") << 400 << json << u"wrong"_s;
    QTest::newRow("401") << 401 << json << u"needs login"_s;
    QTest::newRow("403") << 403 << json << u"forbidden"_s;
    QTest::newRow("423") << 423 << json << u"refused"_s;
    QTest::newRow("429") << 429 << json << u"refused"_s;
    QTest::newRow("477") << 477 << json << u"refused"_s;
    QTest::newRow("500") << 500 << json << u"broken"_s;
    QTest::newRow("503") << 503 << json << u"broken"_s;
    QTest::newRow("504") << 504 << json << u"lost"_s;
    QTest::newRow("521") << 521 << json << u"lost"_s;
    QTest::newRow("200 html") << 200 << QByteArray("text/html") << u"lost"_s;
    QTest::newRow("202") << 202 << json << u"lost"_s;
}

void HubSpotConnectorTest::sortsAnswers()
{
    QFETCH(int, status);
    QFETCH(QByteArray, contentType);
    QFETCH(QString, word);
    Shipment anonymous = shipment();
    anonymous.contactKey = QString();
    Case c(anonymous);
    c.crm.meet(u"write the record"_s,
               {.kind = Mishap::Kind::Answered, .status = status, .body = "{}", .contentType = contentType});
    QCOMPARE(outcomeWord(c.carry()), word);
    QVERIFY(c.crm.all(u"calls"_s).isEmpty());
}

void HubSpotConnectorTest::saysInHubSpotsWordsWhatIsWrong()
{
    Case c(shipment());
    c.crm.scopes = {u"crm.objects.contacts.read"_s};
    const FlowOutcome outcome = c.carry();
    QCOMPARE(outcomeWord(outcome), u"forbidden"_s);
    QCOMPARE(outcomeReason(outcome),
             u"answered 403: This app lacks scopes.; the token lacks crm.objects.contacts.write"_s);
}

void HubSpotConnectorTest::usesThePathsOfItsVersion_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("create");
    QTest::addColumn<QString>("tie");
    QTest::newRow("v3") << u"v3"_s << u"/crm/v3/objects/calls"_s
                        << u"/crm/v4/objects/calls/9/associations/default/contacts/5"_s;
    QTest::newRow("a date") << u"2026-03"_s << u"/crm/objects/2026-03/calls"_s
                            << u"/crm/objects/2026-03/calls/9/associations/default/contacts/5"_s;
}

void HubSpotConnectorTest::usesThePathsOfItsVersion()
{
    QFETCH(QString, version);
    QFETCH(QString, create);
    QFETCH(QString, tie);
    const HubSpotApi api(shipment({{u"api_version"_s, version}}));
    QCOMPARE(api.create({}, u"calls"_s, {}, {}).path, create);
    QCOMPARE(api.tie(u"calls"_s, u"9"_s, u"5"_s).path, tie);
}

void HubSpotConnectorTest::encodesKeysInPaths()
{
    const QString key = u"earshot:q:call:a%2Fb"_s;
    const CrmRequest request = HubSpotApi(shipment()).readByKey({}, u"calls"_s, u"earshot_id"_s, key, {});
    QCOMPARE(request.path, u"/crm/v3/objects/calls/earshot%3Aq%3Acall%3Aa%252Fb"_s);
}

void HubSpotConnectorTest::takesNoAddressThatIsNone()
{
    Case c(shipment({}, {c_phone, u"no address"_s, {}}));
    QCOMPARE(outcomeWord(c.carry()), u"delivered"_s);
    QVERIFY(!c.crm.bodyOf(u"make contact"_s).contains("inputs"_L1)); // not by its address
}

void HubSpotConnectorTest::testSaysWhichScopeIsMissing_data()
{
    QTest::addColumn<bool>("tellsScopes");
    QTest::addColumn<QStringList>("scopes");
    QTest::addColumn<QStringList>("missing");
    const QString read = u"crm.objects.contacts.read"_s;
    const QString write = u"crm.objects.contacts.write"_s;
    for (const bool tells : {true, false}) {
        const char *how = tells ? "told" : "tried";
        QTest::addRow("%s: all", how) << tells << QStringList{read, write} << QStringList{QString(), QString()};
        QTest::addRow("%s: no write", how) << tells << QStringList{read} << QStringList{QString(), write};
        QTest::addRow("%s: no read", how) << tells << QStringList{write} << QStringList{read, QString()};
        QTest::addRow("%s: none", how) << tells << QStringList() << QStringList{read, write};
    }
}

void HubSpotConnectorTest::testSaysWhichScopeIsMissing()
{
    QFETCH(bool, tellsScopes);
    QFETCH(QStringList, scopes);
    QFETCH(QStringList, missing);
    Case c(shipment());
    c.crm.tellsScopes = tellsScopes;
    c.crm.scopes = scopes;
    const DestinationTest test = QCoro::waitFor(c.connector.test(c.crm));
    QCOMPARE(test.accepted, scopes.size() == 2);
    QStringList found;
    for (const RightCheck &right : test.rights)
        found.append(right.missing);
    QCOMPARE(found, missing);
}

void HubSpotConnectorTest::testLooksForItsProperties()
{
    Case c(shipment({{u"contact_key"_s, u"earshot_phone"_s}, {u"record_key"_s, u"earshot_id"_s}}));
    QVERIFY(QCoro::waitFor(c.connector.test(c.crm)).accepted);
    c.crm.uniqueProperties.remove(u"earshot_id"_s);
    const DestinationTest test = QCoro::waitFor(c.connector.test(c.crm));
    QVERIFY(!test.accepted);
    QCOMPARE(test.rights.last().missing, u"a property earshot_id of calls with unique values"_s);
}

void HubSpotConnectorTest::testLeavesNothingBehind()
{
    for (const bool tells : {true, false}) {
        Case c(shipment(keyed()));
        c.crm.tellsScopes = tells;
        QVERIFY(QCoro::waitFor(c.connector.test(c.crm)).accepted);
        QVERIFY(c.crm.all(u"contacts"_s).isEmpty());
        QVERIFY(c.crm.all(u"calls"_s).isEmpty());
    }
}

void HubSpotConnectorTest::testBlamesNoScopeForALimit()
{
    Case c(shipment());
    c.crm.meet(u"scopes of the token"_s, {.kind = Mishap::Kind::Answered, .status = 429, .body = "{}"});
    const DestinationTest test = QCoro::waitFor(c.connector.test(c.crm));
    QVERIFY(!test.accepted);
    QVERIFY(test.rights.isEmpty());
    QCOMPARE(test.words, u"answered 429"_s);
}

void HubSpotConnectorTest::logsNoToken()
{
    const Shipment sent = shipment();
    const LoggedExchange entry = logged(sent.destination, sent.secrets, HubSpotApi(sent).tokenInfo(), {});
    QVERIFY(!entry.request.contains(u"pat-na1-secret"_s));
    QVERIFY(entry.request.contains(u"tokenKey"_s));
}

QTEST_GUILESS_MAIN(HubSpotConnectorTest)
#include "tst_hubspotconnector.moc"
