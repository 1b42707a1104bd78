// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/destinationdesk.h"

#include "tests/app/forward/forwardingharness.h"
#include "tests/app/forward/scriptedserver.h"
#include "tests/app/jq/jqwait.h"

#include <QJsonDocument>
#include <QTest>

using namespace earshot;
using Contact = ForwardDryRun::Contact;
using Write = ForwardDryRun::Write;

namespace {

const QString c_call = QStringLiteral("42");
const QString c_phone = QStringLiteral("+33612345678");

QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

Destination webhook(const QString &url)
{
    Destination destination;
    destination.name = QStringLiteral("CRM");
    destination.url = url;
    return destination;
}

Destination espocrm(const QString &url)
{
    Destination destination = webhook(url);
    destination.kind = QStringLiteral("espocrm");
    destination.options = {{QStringLiteral("assigned_user_id"), QStringLiteral("u1")}};
    return destination;
}

} // namespace

class DestinationDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void sendsASampleMarkedAsOne();
    void rendersTheSampleByTheMapping();
    void sendsNothingWhereTheMappingFails();
    void saysThatNothingCame();
    void knowsNoOtherKind();
    void saysWhatWouldBeSent();
    void looksForTheRecord_data();
    void looksForTheRecord();
    void knowsWhatWasSent();
    void looksForTheContact_data();
    void looksForTheContact();
    void changesNothing();
    void saysWhyItCannotKnow();
    void knowsNoConversationThatIsNotThere();

private:
    ForwardDryRun dryRun(const Destination &destination, const QString &phone = {});
    DestinationTest test(const Destination &destination);

    std::unique_ptr<ForwardingHarness> m_harness;
    std::unique_ptr<ScriptedServer> m_server;
    JqRunner m_runner{helperProgram(), helperArguments()};
};

void DestinationDeskTest::init()
{
    m_harness = std::make_unique<ForwardingHarness>();
    m_server = std::make_unique<ScriptedServer>();
}

void DestinationDeskTest::cleanup()
{
    m_harness.reset();
    m_server.reset();
}

DestinationTest DestinationDeskTest::test(const Destination &destination)
{
    DestinationDesk desk(m_runner);
    return QCoro::waitFor(desk.test(destination, {"t0ken", {}}, ForwardingHarness::c_noon));
}

ForwardDryRun DestinationDeskTest::dryRun(const Destination &destination, const QString &phone)
{
    const Destination added = m_harness->addDestination(destination);
    m_harness->deliver(c_call, QStringLiteral("booked"), phone);
    const qint64 id = m_harness->idOf(c_call);
    const auto subject = m_harness->run<DryRunSubject>(
        [added, id](const Database &database) { return dryRunSubject(database, added, id); });
    DestinationDesk desk(m_runner);
    return QCoro::waitFor(desk.dryRun(added, {"t0ken", {}}, subject, ForwardingHarness::c_noon));
}

void DestinationDeskTest::sendsASampleMarkedAsOne()
{
    const DestinationTest result = test(webhook(m_server->url()));
    QVERIFY(result.accepted);
    QCOMPARE(result.words, QStringLiteral("accepted the record"));
    QCOMPARE(m_server->requests().size(), 1);
    const ReceivedRequest &request = m_server->requests().first();
    const QJsonObject record = objectOf(request.body);
    QCOMPARE(record.value(QStringLiteral("test")), QJsonValue(true));
    QCOMPARE(record.value(QStringLiteral("is_test")), QJsonValue(true));
    QVERIFY(record.value(QStringLiteral("ext")).toString().startsWith(QLatin1StringView("earshot:test:conversation:")));
    QCOMPARE(request.headers.value("x-earshot-record"), record.value(QStringLiteral("ext")).toString().toLatin1());
    QCOMPARE(request.headers.value("authorization"), QByteArray("Bearer t0ken"));
}

void DestinationDeskTest::rendersTheSampleByTheMapping()
{
    Destination destination = webhook(m_server->url());
    destination.mapping = QStringLiteral("{who: .contact_name, test}");
    QVERIFY(test(destination).accepted);
    QCOMPARE(m_server->requests().first().body, QByteArray(R"({"who":"Test contact","test":true})"));
}

void DestinationDeskTest::sendsNothingWhereTheMappingFails()
{
    Destination destination = webhook(m_server->url());
    destination.mapping = QStringLiteral("error(\"no list for \" + .channel)");
    const DestinationTest result = test(destination);
    QVERIFY(!result.accepted);
    QVERIFY2(result.words.contains(QLatin1StringView("no list for web")), qPrintable(result.words));
    QVERIFY(m_server->requests().isEmpty());
}

void DestinationDeskTest::saysThatNothingCame()
{
    m_server->then(ScriptedReply::drop());
    const DestinationTest result = test(webhook(m_server->url()));
    QVERIFY(!result.accepted);
    QVERIFY2(result.words.startsWith(QLatin1StringView("no answer: ")), qPrintable(result.words));
    QCOMPARE(m_server->requests().size(), 1);
}

void DestinationDeskTest::knowsNoOtherKind()
{
    Destination destination = webhook(m_server->url());
    destination.kind = QStringLiteral("fax");
    QVERIFY(!test(destination).accepted);
    QVERIFY(m_server->requests().isEmpty());
}

void DestinationDeskTest::saysWhatWouldBeSent()
{
    Destination destination = webhook(m_server->url());
    destination.mapping = QStringLiteral("{id: .conversation_id, outcome}");
    const ForwardDryRun run = dryRun(destination);
    QCOMPARE(run.problem, QString());
    QCOMPARE(objectOf(run.body.toUtf8()), objectOf(R"({"id":"42","outcome":"booked"})"));
    QVERIFY(run.body.contains(QLatin1Char('\n'))); // to be read
    QCOMPARE(run.contact, Contact::None);
    QCOMPARE(run.write, Write::WouldBeMade);
    QVERIFY(m_server->requests().isEmpty());
}

void DestinationDeskTest::looksForTheRecord_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Write>("write");
    QTest::addColumn<QString>("problem");
    QTest::newRow("there") << 200 << Write::WouldBeChanged << QString();
    QTest::newRow("not there") << 404 << Write::WouldBeMade << QString();
    QTest::newRow("nobody knows") << 500 << Write::Unknown << "answered 500";
}

void DestinationDeskTest::looksForTheRecord()
{
    QFETCH(int, status);
    m_server->then(ScriptedReply::answer(status));
    Destination destination = webhook(m_server->url());
    destination.options = {{QStringLiteral("lookup_url"), m_server->url(QLatin1StringView("/r/{key}"))}};
    const ForwardDryRun run = dryRun(destination);
    QTEST(run.write, "write");
    QTEST(run.problem, "problem");
    QVERIFY(!run.body.isEmpty());
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(m_server->requests().first().method, QByteArray("GET"));
}

void DestinationDeskTest::knowsWhatWasSent()
{
    const Destination destination = m_harness->addDestination(webhook(m_server->url()));
    m_harness->start();
    m_harness->deliver(c_call);
    m_harness->enqueue(c_call, destination);
    QTRY_COMPARE(m_harness->onlyRow().state, OutboxState::Sent);
    const qint64 id = m_harness->idOf(c_call);
    const auto subject = m_harness->run<DryRunSubject>(
        [destination, id](const Database &database) { return dryRunSubject(database, destination, id); });
    DestinationDesk desk(m_runner);
    const ForwardDryRun run = QCoro::waitFor(desk.dryRun(destination, {}, subject, ForwardingHarness::c_noon));
    QCOMPARE(run.write, Write::WouldBeChanged);
    QCOMPARE(m_server->requests().size(), 1); // that which sent it
}

void DestinationDeskTest::looksForTheContact_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<Contact>("contact");
    QTest::addColumn<Write>("write");
    QTest::addColumn<int>("named");
    const QByteArray one = R"({"id":"c1","name":"Zoe","phoneNumber":"+33612345678"})";
    const QByteArray other = R"({"id":"c2","name":"Noe","phoneNumber":"+33612345678"})";
    QTest::newRow("nobody") << QByteArray(R"({"total":0,"list":[]})") << Contact::WouldBeMade << Write::WouldBeMade
                            << 0;
    QTest::newRow("one") << QByteArray(R"({"total":1,"list":[)" + one + "]}") << Contact::Found << Write::WouldBeMade
                         << 1;
    QTest::newRow("two") << QByteArray(R"({"total":2,"list":[)" + one + ',' + other + "]}") << Contact::Several
                         << Write::Unknown << 2;
}

void DestinationDeskTest::looksForTheContact()
{
    QFETCH(QByteArray, list);
    const QList<QByteArray> json{"Content-Type: application/json"};
    m_server->then(ScriptedReply::answer(200, list, json));
    for (int i = 0; i < 5; ++i)
        m_server->then(ScriptedReply::answer(200, R"({"total":0,"list":[]})", json));
    const ForwardDryRun run = dryRun(espocrm(m_server->url(QLatin1StringView(""))), c_phone);
    QVERIFY2(run.problem.isNull(), qPrintable(run.problem));
    QTEST(run.contact, "contact");
    QTEST(run.write, "write");
    QTEST(int(run.contacts.size()), "named");
    for (const ReceivedRequest &request : m_server->requests())
        QCOMPARE(request.method, QByteArray("GET"));
}

void DestinationDeskTest::changesNothing()
{
    m_server->then(ScriptedReply::answer(404));
    Destination destination = webhook(m_server->url());
    destination.options = {{QStringLiteral("lookup_url"), m_server->url(QLatin1StringView("/r/{key}"))}};
    dryRun(destination);
    QVERIFY(m_harness->rows().isEmpty());
}

void DestinationDeskTest::saysWhyItCannotKnow()
{
    m_server->then(ScriptedReply::answer(403));
    const ForwardDryRun run = dryRun(espocrm(m_server->url(QLatin1StringView(""))), c_phone);
    QCOMPARE(run.contact, Contact::Unknown);
    QCOMPARE(run.write, Write::Unknown);
    QVERIFY2(run.problem.contains(QLatin1StringView("403")), qPrintable(run.problem));
    QVERIFY(!run.body.isEmpty());
}

void DestinationDeskTest::knowsNoConversationThatIsNotThere()
{
    const Destination destination = m_harness->addDestination(webhook(m_server->url()));
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, m_harness->run<DryRunSubject>([destination](const Database &database) {
        return dryRunSubject(database, destination, 999);
    }));
}

QTEST_GUILESS_MAIN(DestinationDeskTest)

#include "tst_destinationdesk.moc"
