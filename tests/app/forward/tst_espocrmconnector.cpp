// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/espocrmapi.h"
#include "app/forward/espocrmconnector.h"
#include "tests/app/forward/fakeespocrm.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QUrl>

#include <qcorotask.h>

using namespace earshot;
using namespace Qt::StringLiterals;

namespace {

using Mishap = VendorCrm::Mishap;

const QString c_phone = u"+33612345678"_s;

Shipment shipment(const QJsonObject &options = {}, const QJsonObject &record = {{u"name"_s, u"Inbound call"_s},
                                                                                {u"status"_s, u"Held"_s},
                                                                                {u"direction"_s, QJsonValue()}})
{
    const QJsonObject contact{{u"firstName"_s, u"Alice"_s}, {u"lastName"_s, u"Durand"_s}, {u"phoneNumber"_s, c_phone}};
    Shipment made;
    made.destination.kind = u"espocrm"_s;
    made.destination.url = u"https://crm.example/espo/api/v1"_s;
    made.destination.options = options;
    made.destination.options.insert(u"assigned_user_id"_s, u"u7"_s);
    if (!options.contains("key_field"_L1))
        made.destination.options.insert(u"key_field"_s, u"cExternalId"_s);
    made.secrets.bearer = "api-key-secret";
    made.recordKey = u"earshot:qhzkvbta:call:42"_s;
    made.version = 1;
    made.person = {c_phone, {}, u"Alice Durand"_s};
    made.contactKey = c_phone;
    made.body =
        QJsonDocument(QJsonObject{{u"object"_s, u"Call"_s}, {u"contact"_s, contact}, {u"record"_s, record}}).toJson();
    return made;
}

QJsonObject unkeyed()
{
    return {{u"key_field"_s, u""_s}};
}

/** A connector, its EspoCRM and what Earshot remembers. */
struct Case {
    explicit Case(const Shipment &sent)
        : crm(sent)
    {
    }

    FlowOutcome carry() { return carried(connector, crm, keeper, clock); }

    EspoCrmConnector connector;
    StandingClock clock;
    FakeEspoCrm crm;
    MemoryKeeper keeper{clock};
};

} // namespace

class EspoCrmConnectorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesContactAndCall();
    void findsTheContactHoweverItsNumberIsWritten_data();
    void findsTheContactHoweverItsNumberIsWritten();
    void takesTheOneLookAlike_data();
    void takesTheOneLookAlike();
    void offersLookAlikes_data();
    void offersLookAlikes();
    void writesOneRecordWhateverIsLost_data();
    void writesOneRecordWhateverIsLost();
    void takesTheRecordBehindAClash();
    void givesUpOnAKeyThatADeletedRecordHolds();
    void triesA500AgainThatMayPass();
    void tellsAKeyFromOneThatLooksLikeIt();
    void shortensAKeyThatIsTooLong();
    void changesTheSameRecordAndNotWhoseItIs();
    void doesNotMakeARecordAnewThatWasDeleted();
    void saysInEspoCrmsWordsWhatIsWrong();
    void sortsAnswers_data();
    void sortsAnswers();
    void encodesWhatItLooksFor();
    void testSaysWhichRightIsMissing_data();
    void testSaysWhichRightIsMissing();
    void testKnowsAWrongAddress();
};

void EspoCrmConnectorTest::makesContactAndCall()
{
    Case c(shipment());
    const FlowOutcome outcome = c.carry();
    QCOMPARE(outcomeWord(outcome), u"delivered"_s);
    QCOMPARE(c.crm.all(u"Contact"_s).size(), 1);
    QCOMPARE(c.crm.all(u"Call"_s).size(), 1);
    const QJsonObject call = c.crm.all(u"Call"_s).first();
    QCOMPARE(call.value("cExternalId"_L1).toString(), u"earshot:qhzkvbta:call:42"_s);
    QCOMPARE(call.value("assignedUserId"_L1).toString(), u"u7"_s);
    QCOMPARE(call.value("parentType"_L1).toString(), u"Contact"_s);
    QCOMPARE(call.value("parentId"_L1).toString(), u"id1"_s);
    QCOMPARE(call.value("contactsIds"_L1).toArray(), QJsonArray{u"id1"_s});
    QVERIFY(!call.contains("direction"_L1));
    QCOMPARE(std::get<Delivered>(outcome).record.url, u"https://crm.example/espo/#Call/view/id2"_s);
}

void EspoCrmConnectorTest::findsTheContactHoweverItsNumberIsWritten_data()
{
    QTest::addColumn<QString>("held");
    QTest::newRow("as we write it") << c_phone;
    QTest::newRow("national") << u"0612345678"_s;
    QTest::newRow("00") << u"0033612345678"_s;
    QTest::newRow("grouped") << u"+33 6 12 34 56 78"_s;
}

void EspoCrmConnectorTest::findsTheContactHoweverItsNumberIsWritten()
{
    QFETCH(QString, held);
    Case c(shipment());
    const QString id = c.crm.add(u"Contact"_s, {{u"lastName"_s, u"Somebody"_s}, {u"phoneNumber"_s, held}});
    QCOMPARE(outcomeWord(c.carry()), u"delivered"_s);
    QCOMPARE(c.crm.all(u"Contact"_s).size(), 1);
    QCOMPARE(c.crm.all(u"Call"_s).first().value("parentId"_L1).toString(), id);
}

void EspoCrmConnectorTest::takesTheOneLookAlike_data()
{
    QTest::addColumn<QJsonObject>("held");
    const QJsonObject named{{u"firstName"_s, u"Alice"_s}, {u"lastName"_s, u"Durand"_s}};
    QTest::newRow("without any number") << named;
    QJsonObject other = named;
    other.insert(u"phoneNumber"_s, u"+33 (0)6 12 34 56 78"_s);
    QTest::newRow("with the number, oddly written") << other;
}

void EspoCrmConnectorTest::takesTheOneLookAlike()
{
    QFETCH(QJsonObject, held);
    Case c(shipment());
    const QString id = c.crm.add(u"Contact"_s, held);
    QCOMPARE(outcomeWord(c.carry()), u"delivered"_s);
    QCOMPARE(c.crm.all(u"Contact"_s).size(), 1);
    QCOMPARE(c.crm.all(u"Call"_s).first().value("parentId"_L1).toString(), id);
}

void EspoCrmConnectorTest::offersLookAlikes_data()
{
    QTest::addColumn<QList<QJsonObject>>("held");
    const QJsonObject named{{u"firstName"_s, u"Alice"_s}, {u"lastName"_s, u"Durand"_s}};
    QJsonObject namesake = named;
    namesake.insert(u"phoneNumber"_s, u"+4930123456"_s);
    QTest::newRow("several") << QList<QJsonObject>{named, named};
    QTest::newRow("one of that name with another number") << QList<QJsonObject>{namesake};
}

void EspoCrmConnectorTest::offersLookAlikes()
{
    QFETCH(QList<QJsonObject>, held);
    Case c(shipment());
    for (const QJsonObject &contact : held)
        c.crm.add(u"Contact"_s, contact);
    const FlowOutcome outcome = c.carry();
    QCOMPARE(outcomeWord(outcome), u"which contact"_s);
    QCOMPARE(std::get<WhichContact>(outcome).candidates.size(), held.size());
    QVERIFY(c.crm.all(u"Call"_s).isEmpty());
}

void EspoCrmConnectorTest::writesOneRecordWhateverIsLost_data()
{
    QTest::addColumn<QJsonObject>("options");
    QTest::addColumn<QString>("purpose");
    QTest::addColumn<int>("kind");
    const auto add = [](const char *name, const QJsonObject &options) {
        for (const auto *purpose : {"make contact", "write the record"}) {
            const QString word = QString::fromLatin1(purpose);
            QTest::addRow("%s, answer lost: %s", name, purpose) << options << word << int(Mishap::Kind::AnswerLost);
            QTest::addRow("%s, never arrives: %s", name, purpose) << options << word << int(Mishap::Kind::NeverArrives);
            QTest::addRow("%s, not sent: %s", name, purpose) << options << word << int(Mishap::Kind::NotSent);
        }
    };
    add("with a key", {});
    add("with a marker", unkeyed());
}

void EspoCrmConnectorTest::writesOneRecordWhateverIsLost()
{
    QFETCH(QJsonObject, options);
    QFETCH(QString, purpose);
    QFETCH(int, kind);
    Case c(shipment(options));
    c.crm.meet(purpose, {.kind = Mishap::Kind(kind)});
    QVERIFY(outcomeWord(c.carry()) != u"delivered"_s);
    c.clock.move(std::chrono::seconds(15));
    QCOMPARE(outcomeWord(c.carry()), u"delivered"_s);
    QCOMPARE(c.crm.all(u"Contact"_s).size(), 1);
    QCOMPARE(c.crm.all(u"Call"_s).size(), 1);
}

/** A look missed the record since it was still being written; the unique field then refuses a second one. */
void EspoCrmConnectorTest::takesTheRecordBehindAClash()
{
    Case c(shipment());
    const QString id = c.crm.add(u"Call"_s, {{u"cExternalId"_s, u"earshot:qhzkvbta:call:42"_s}});
    const FlowOutcome outcome = c.carry();
    QCOMPARE(outcomeWord(outcome), u"delivered"_s);
    QCOMPARE(std::get<Delivered>(outcome).record.id, id);
    QCOMPARE(c.crm.all(u"Call"_s).size(), 1);
}

void EspoCrmConnectorTest::givesUpOnAKeyThatADeletedRecordHolds()
{
    Case c(shipment());
    c.crm.softDelete(u"Call"_s, c.crm.add(u"Call"_s, {{u"cExternalId"_s, u"earshot:qhzkvbta:call:42"_s}}));
    QString word;
    int attempts = 0;
    while (word != u"wrong"_s && attempts < 10) {
        c.crm.changeShipment().attempt = ++attempts;
        const FlowOutcome outcome = c.carry();
        word = outcomeWord(outcome);
        if (word == u"wrong"_s)
            QVERIFY2(outcomeReason(outcome).contains(u"a deleted one still holds it in cExternalId"_s),
                     qPrintable(outcomeReason(outcome)));
        c.clock.move(std::chrono::minutes(1));
    }
    QCOMPARE(word, u"wrong"_s);
    QCOMPARE(attempts, 4);
}

void EspoCrmConnectorTest::triesA500AgainThatMayPass()
{
    Case c(shipment());
    c.crm.meet(u"write the record"_s, {.kind = Mishap::Kind::Answered, .status = 500});
    QCOMPARE(outcomeWord(c.carry()), u"broken"_s);
    c.clock.move(std::chrono::minutes(1));
    QCOMPARE(outcomeWord(c.carry()), u"delivered"_s);
    QCOMPARE(c.crm.all(u"Call"_s).size(), 1);
}

void EspoCrmConnectorTest::tellsAKeyFromOneThatLooksLikeIt()
{
    Case c(shipment(unkeyed()));
    c.crm.meet(u"write the record"_s, {.kind = Mishap::Kind::NeverArrives});
    QCOMPARE(outcomeWord(c.carry()), u"lost"_s);
    // To EspoCRM's "contains", which is SQL's LIKE, both may be the same.
    c.crm.meet(u"look for the record"_s,
               {.kind = Mishap::Kind::Answered,
                .status = 200,
                .body = R"({"total": 1, "list": [{"id": "x", "description": "[earshot:qhzkvbta:call:421]"}]})"});
    c.clock.move(std::chrono::minutes(1));
    const FlowOutcome outcome = c.carry();
    QCOMPARE(outcomeWord(outcome), u"delivered"_s);
    QVERIFY(std::get<Delivered>(outcome).record.id != u"x"_s);
    QVERIFY(c.crm.all(u"Call"_s).first().value("description"_L1).toString().endsWith(u"[earshot:qhzkvbta:call:42]"_s));
}

void EspoCrmConnectorTest::shortensAKeyThatIsTooLong()
{
    const QString key = u"earshot:qhzkvbta:call:"_s + QString(200, u'7');
    QCOMPARE(fittingKey(key).size(), 100);
    QVERIFY(fittingKey(key) != fittingKey(key + u'8'));
    QCOMPARE(fittingKey(u"earshot:qhzkvbta:call:42"_s), u"earshot:qhzkvbta:call:42"_s);
}

void EspoCrmConnectorTest::changesTheSameRecordAndNotWhoseItIs()
{
    Case c(shipment());
    QCOMPARE(outcomeWord(c.carry()), u"delivered"_s);
    c.keeper.want();
    c.crm.changeShipment() = shipment({}, {{u"status"_s, u"Not Held"_s}});
    QCOMPARE(outcomeWord(c.carry()), u"delivered"_s);
    QCOMPARE(c.crm.all(u"Call"_s).size(), 1);
    QCOMPARE(c.crm.all(u"Call"_s).first().value("status"_L1).toString(), u"Not Held"_s);
    const QJsonObject sent = c.crm.bodyOf(u"change the record"_s);
    QVERIFY(!sent.contains("assignedUserId"_L1) && !sent.contains("parentId"_L1) && !sent.contains("contactsIds"_L1));
}

void EspoCrmConnectorTest::doesNotMakeARecordAnewThatWasDeleted()
{
    Case c(shipment());
    QCOMPARE(outcomeWord(c.carry()), u"delivered"_s);
    c.crm.softDelete(u"Call"_s, u"id2"_s);
    c.keeper.want();
    QCOMPARE(outcomeWord(c.carry()), u"gone"_s);
    QVERIFY(c.crm.all(u"Call"_s).isEmpty());
}

void EspoCrmConnectorTest::saysInEspoCrmsWordsWhatIsWrong()
{
    Shipment sent = shipment();
    sent.destination.options.remove(u"assigned_user_id"_s);
    Case c(sent);
    const FlowOutcome outcome = c.carry();
    QCOMPARE(outcomeWord(outcome), u"wrong"_s);
    QCOMPARE(outcomeReason(outcome), u"answered 400: validationFailure, field assignedUser, type required"_s);
}

void EspoCrmConnectorTest::sortsAnswers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QString>("word");
    const QByteArray json = "application/json";
    QTest::newRow("400") << 400 << json << u"wrong"_s;
    QTest::newRow("401") << 401 << json << u"needs login"_s;
    QTest::newRow("403") << 403 << json << u"forbidden"_s;
    QTest::newRow("404") << 404 << json << u"gone"_s;
    QTest::newRow("409") << 409 << json << u"wrong"_s;
    QTest::newRow("429") << 429 << json << u"refused"_s;
    QTest::newRow("500") << 500 << json << u"broken"_s;
    QTest::newRow("503") << 503 << json << u"broken"_s;
    QTest::newRow("200 html") << 200 << QByteArray("text/html") << u"lost"_s;
    QTest::newRow("200 without an id") << 200 << json << u"lost"_s;
}

void EspoCrmConnectorTest::sortsAnswers()
{
    QFETCH(int, status);
    QFETCH(QByteArray, contentType);
    QFETCH(QString, word);
    Shipment anonymous = shipment();
    anonymous.contactKey = QString();
    Case c(anonymous);
    c.crm.meet(u"write the record"_s, {.kind = Mishap::Kind::Answered,
                                       .status = status,
                                       .body = "{}",
                                       .contentType = contentType,
                                       .statusReason = u"because"_s});
    const FlowOutcome outcome = c.carry();
    QCOMPARE(outcomeWord(outcome), word);
    if (status == 403)
        QVERIFY(outcomeReason(outcome).contains(u"because"_s));
}

void EspoCrmConnectorTest::encodesWhatItLooksFor()
{
    const CrmRequest request =
        EspoCrmApi(shipment()).find({}, u"Contact"_s, u"equals"_s, u"phoneNumber"_s, c_phone, {u"id"_s});
    QUrl url(u"https://crm.example/api/v1/Contact"_s);
    url.setQuery(request.query);
    const QByteArray sent = url.toEncoded();
    QVERIFY2(sent.contains("=%2B33612345678&"), sent.constData()); // a bare + would be a blank
}

void EspoCrmConnectorTest::testSaysWhichRightIsMissing_data()
{
    QTest::addColumn<QString>("entity");
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("missing");
    QTest::newRow("all there") << QString() << QString() << QString();
    QTest::newRow("no contacts made") << u"Contact"_s << u"create"_s << u"role: Contact, create"_s;
    QTest::newRow("no calls changed") << u"Call"_s << u"edit"_s << u"role: Call, edit"_s;
    QTest::newRow("no field") << u"field"_s << QString() << u"a field cExternalId of Call"_s;
    QTest::newRow("no assignment") << u"assign"_s << QString() << u"role: assignment permission"_s;
}

void EspoCrmConnectorTest::testSaysWhichRightIsMissing()
{
    QFETCH(QString, entity);
    QFETCH(QString, action);
    QFETCH(QString, missing);
    Case c(shipment());
    if (entity == u"field"_s) {
        c.crm.customFields.clear();
    } else if (entity == u"assign"_s) {
        c.crm.acl.insert(u"assignmentPermission"_s, u"no"_s);
    } else if (!entity.isEmpty()) {
        QJsonObject table = c.crm.acl.value("table"_L1).toObject();
        QJsonObject scope = table.value(entity).toObject();
        scope.insert(action, u"no"_s);
        table.insert(entity, scope);
        c.crm.acl.insert(u"table"_s, table);
    }
    const DestinationTest test = QCoro::waitFor(c.connector.test(c.crm));
    QCOMPARE(test.accepted, missing.isEmpty());
    QStringList found;
    for (const RightCheck &right : test.rights)
        found.append(right.missing);
    found.removeAll(QString());
    QCOMPARE(found.value(0), missing);
    QVERIFY(c.crm.all(u"Contact"_s).isEmpty() && c.crm.all(u"Call"_s).isEmpty());
}

void EspoCrmConnectorTest::testKnowsAWrongAddress()
{
    Case c(shipment());
    c.crm.meet(u"rights of the key"_s,
               {.kind = Mishap::Kind::Answered, .status = 200, .body = "<html>", .contentType = "text/html"});
    const DestinationTest test = QCoro::waitFor(c.connector.test(c.crm));
    QVERIFY(!test.accepted);
    QVERIFY2(test.words.contains(u"/api/v1"_s), qPrintable(test.words));
}

QTEST_GUILESS_MAIN(EspoCrmConnectorTest)
#include "tst_espocrmconnector.moc"
