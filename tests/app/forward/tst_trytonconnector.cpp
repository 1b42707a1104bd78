// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/forward/trytonharness.h"

#include <QRegularExpression>
#include <QTest>

using namespace earshot;

namespace {

using Kind = CallFailure::Kind;

constexpr int c_patience = 30'000; // milliseconds

const QString c_phone = QStringLiteral("+33612345678");

} // namespace

/** Contacts, sign-in and rights, against a real Tryton. */
class TrytonConnectorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsAContact_data();
    void findsAContact();
    void offersEveryCandidate();
    void makesAContactOnce();
    void followsAMergedContact();
    void givesUpOnADeactivatedContact();
    void signsInAgainOnce();
    void needsLogin_data();
    void needsLogin();
    void saysThatNothingWasSent();
    void saysWhichRightIsMissing();
    void saysThatTheModuleIsMissing();
    void linksToTheWebClient();
    void keepsNoSecretInItsLog();

private:
    std::unique_ptr<TrytonHarness> m_tryton;
    bool m_isSpoilt = false; ///< the next test gets a new server
};

void TrytonConnectorTest::init()
{
    if (!m_tryton || m_isSpoilt) {
        m_tryton.reset();
        m_tryton = std::make_unique<TrytonHarness>();
    }
    m_isSpoilt = false;
    QVERIFY2(m_tryton->problem().isNull(), qPrintable(m_tryton->problem()));
    QVERIFY(m_tryton->reset());
}

void TrytonConnectorTest::findsAContact_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("held");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("phone") << "phone" << "+33612345678" << true;
    QTest::newRow("mobile") << "mobile" << "+33612345678" << true;
    QTest::newRow("with spaces") << "phone" << "+33 6 12 34 56 78" << true;
    QTest::newRow("with zeros") << "phone" << "0033612345678" << true;
    QTest::newRow("another number") << "phone" << "+33612345679" << false;
    QTest::newRow("another thing") << "sip" << "+33612345678" << false;
    QTest::newRow("email") << "email" << "Alice@Example.com" << true;
    QTest::newRow("another email") << "email" << "aliceXexample.com" << false;
}

void TrytonConnectorTest::findsAContact()
{
    QFETCH(QString, type);
    QFETCH(QString, held);
    QFETCH(bool, isFound);
    m_tryton->shipment.person.email = QStringLiteral("alice_example.com");
    if (held.contains(QLatin1Char('@')))
        m_tryton->shipment.person.email = QStringLiteral("alice@example.COM");
    const qint64 party = m_tryton->makeParty(QStringLiteral("Alice"), {mechanism(type, held)});
    QVERIFY(party > 0);
    const auto found = m_tryton->findPersons();
    QVERIFY(found);
    QCOMPARE(found->size(), isFound ? 1 : 0);
    if (isFound) {
        QCOMPARE(found->first().id, QString::number(party));
        QCOMPARE(found->first().name, QStringLiteral("Alice"));
    }
}

void TrytonConnectorTest::offersEveryCandidate()
{
    m_tryton->makeParty(QStringLiteral("Alice"), {mechanism(QStringLiteral("phone"), c_phone)});
    m_tryton->makeParty(QStringLiteral("Bob"), {mechanism(QStringLiteral("mobile"), c_phone)});
    const auto found = m_tryton->findPersons();
    QVERIFY(found);
    QCOMPARE(found->size(), 2);
    QCOMPARE(found->at(0).name, QStringLiteral("Alice"));
    QCOMPARE(found->at(1).name, QStringLiteral("Bob"));
    QCOMPARE(found->at(1).phone, c_phone);
}

void TrytonConnectorTest::makesAContactOnce()
{
    const auto made = m_tryton->createPerson();
    QVERIFY(made);
    QCOMPARE(made->name, QStringLiteral("Alice Durand"));
    const auto again = m_tryton->createPerson(); // Tryton: "The code on party must be unique."
    QVERIFY(again);
    QCOMPARE(again->id, made->id);
    const QJsonArray parties =
        m_tryton->server().search(QStringLiteral("party.party"), {}, {QStringLiteral("code"), QStringLiteral("phone")});
    QCOMPARE(parties.size(), 1);
    QCOMPARE(parties.at(0)[QStringLiteral("code")].toString(), QStringLiteral("EARSHOT-33612345678"));
    QCOMPARE(parties.at(0)[QStringLiteral("phone")].toString(), c_phone);
    const auto found = m_tryton->findPersons();
    QVERIFY(found);
    QCOMPARE(found->size(), 1);
    QCOMPARE(found->first().id, made->id);

    m_tryton->shipment.person = {QString(), QStringLiteral("Bob@Example.com"), QString()};
    const auto bob = m_tryton->createPerson();
    QVERIFY(bob);
    m_tryton->shipment.person.email = QStringLiteral("bob@example.com"); // the same to everybody
    QCOMPARE(m_tryton->createPerson()->id, bob->id);
}

void TrytonConnectorTest::followsAMergedContact()
{
    const auto made = m_tryton->createPerson();
    QVERIFY(made);
    const qint64 other = m_tryton->makeParty(QStringLiteral("Alice D."), {});
    m_tryton->server().call(QStringLiteral("model.party.party.write"),
                            {QJsonArray{made->id.toLongLong()},
                             QJsonObject{{QStringLiteral("active"), false}, {QStringLiteral("replaced_by"), other}}});
    QVERIFY(m_tryton->findPersons()->isEmpty());
    const auto again = m_tryton->createPerson();
    QVERIFY(again);
    QCOMPARE(again->id, QString::number(other));
    const auto note = m_tryton->createRecord(made->id); // as remembered from before
    QVERIFY(!note);
    QCOMPARE(note.error().kind, Kind::Gone);
    QVERIFY(m_tryton->recordMessages().isEmpty());
}

void TrytonConnectorTest::givesUpOnADeactivatedContact()
{
    const auto made = m_tryton->createPerson();
    QVERIFY(made);
    m_tryton->server().call(QStringLiteral("model.party.party.write"),
                            {QJsonArray{made->id.toLongLong()}, QJsonObject{{QStringLiteral("active"), false}}});
    const auto again = m_tryton->createPerson();
    QVERIFY(!again);
    QCOMPARE(again.error().kind, Kind::Wrong);
    QCOMPARE(again.error().reason,
             QStringLiteral("the contact with code EARSHOT-33612345678 is deactivated in Tryton"));
}

void TrytonConnectorTest::signsInAgainOnce()
{
    QVERIFY(m_tryton->createPerson());
    QVERIFY(m_tryton->server().endSessions());
    const auto again = m_tryton->createPerson();
    QVERIFY2(again, qPrintable(again ? QString() : again.error().reason));
    m_tryton->server().kill(); // sessions are in its database
    QVERIFY2(m_tryton->server().start(), qPrintable(m_tryton->server().problem()));
    HttpPassage way = m_tryton->passage();
    QVERIFY(QCoro::waitFor(m_tryton->connector().createPerson(way)));
    QCOMPARE(way.log().first().purpose, QStringLiteral("make contact"));
}

void TrytonConnectorTest::needsLogin_data()
{
    QTest::addColumn<QString>("database");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QString>("reason");
    QTest::newRow("password") << TrytonServer::database() << QByteArray("guess")
                              << "Tryton does not know this user with this password";
    QTest::newRow("database") << QStringLiteral("nope") << TrytonServer::password() << "Tryton has no such database";
}

void TrytonConnectorTest::needsLogin()
{
    QFETCH(QString, database);
    QFETCH(QByteArray, password);
    QFETCH(QString, reason);
    m_isSpoilt = true;
    m_tryton->shipment.destination.options.insert(QStringLiteral("database"), database);
    m_tryton->shipment.secrets.bearer = password;
    const auto made = m_tryton->createPerson();
    QVERIFY(!made);
    QCOMPARE(made.error().kind, Kind::NeedsLogin);
    QCOMPARE(made.error().reason, reason);
    QCOMPARE(m_tryton->test().words, reason);
    if (password != TrytonServer::password()) {
        const auto isRefused = [&] { return m_tryton->createPerson().error().kind == Kind::Refused; };
        QTRY_VERIFY_WITH_TIMEOUT(isRefused(), c_patience); // 429 after some
    }
}

void TrytonConnectorTest::saysThatNothingWasSent()
{
    QVERIFY(m_tryton->createPerson());
    m_isSpoilt = true;
    m_tryton->shipment.destination.url = m_tryton->server().url();
    m_tryton->server().kill();
    const auto made = m_tryton->createPerson();
    QVERIFY(!made);
    QCOMPARE(made.error().kind, Kind::NotSent);
    QVERIFY(!m_tryton->test().accepted);
}

void TrytonConnectorTest::saysWhichRightIsMissing()
{
    m_isSpoilt = true;
    QVERIFY(m_tryton->test().accepted);
    QVERIFY(m_tryton->limitUser());
    const DestinationTest tested = m_tryton->test();
    QVERIFY(!tested.accepted);
    QCOMPARE(tested.words, QStringLiteral("signed in as earshot, who lacks rights"));
    QCOMPARE(tested.rights.size(), 2);
    QVERIFY(!tested.rights.at(0).isThere);
    QCOMPARE(tested.rights.at(0).missing, QStringLiteral("party.party: create"));
    QVERIFY(!tested.rights.at(1).isThere);
    QCOMPARE(tested.rights.at(1).missing, QStringLiteral("party.party: write"));
    const auto made = m_tryton->createPerson();
    QVERIFY(!made);
    QCOMPARE(made.error().kind, Kind::Forbidden);
    QCOMPARE(made.error().reason,
             QStringLiteral("its user lacks rights in Tryton: party.party: create, party.party: write"));
    const auto note = m_tryton->createRecord(QString::number(m_tryton->makeParty(QStringLiteral("Alice"), {})));
    QVERIFY(!note);
    QCOMPARE(note.error().kind, Kind::Forbidden);
}

void TrytonConnectorTest::saysThatTheModuleIsMissing()
{
    DestinationAnswer answer;
    answer.status = 200;
    answer.complete = true;
    answer.body = R"({"id":1,"error":["'party.party'",""]})";
    const auto failure = trytonFailure(answer);
    QVERIFY(failure);
    QCOMPARE(failure->kind, Kind::Forbidden);
    QCOMPARE(failure->reason, QStringLiteral("the module \"party\" is not activated in Tryton's database"));
}

void TrytonConnectorTest::linksToTheWebClient()
{
    QVERIFY(m_tryton->createPerson()->url.isNull());
    m_tryton->shipment.destination.options.insert(QStringLiteral("web_url"), QStringLiteral("https://erp.example/"));
    const auto person = m_tryton->createPerson();
    QCOMPARE(person->url, QStringLiteral("https://erp.example/#crm/model/party.party/%1").arg(person->id));
    QCOMPARE(m_tryton->createRecord(person->id)->url, person->url);
    m_tryton->shipment.destination.options.insert(QStringLiteral("web_url"),
                                                  QStringLiteral("tryton://erp.example:8000"));
    QCOMPARE(m_tryton->createPerson()->url,
             QStringLiteral("tryton://erp.example:8000/crm/model/party.party/%1").arg(person->id));
}

void TrytonConnectorTest::keepsNoSecretInItsLog()
{
    HttpPassage way = m_tryton->passage();
    QVERIFY(QCoro::waitFor(m_tryton->connector().createPerson(way)));
    QVERIFY(way.log().size() >= 2);
    for (const LoggedExchange &exchange : way.log()) {
        const QString all = exchange.url + exchange.request + exchange.answer + exchange.failure;
        QVERIFY2(!all.contains(QString::fromUtf8(TrytonServer::password())), qPrintable(all));
        static const QRegularExpression sessionKey(QStringLiteral("[0-9a-f]{64}|[A-Za-z0-9+/]{80}"));
        QVERIFY2(!all.contains(sessionKey), qPrintable(all));
    }
}

QTEST_GUILESS_MAIN(TrytonConnectorTest)
#include "tst_trytonconnector.moc"
