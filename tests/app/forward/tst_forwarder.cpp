// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/forwarder.h"

#include "tests/app/forward/forwardingharness.h"
#include "tests/app/forward/scriptedserver.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

const QString c_call = QStringLiteral("42");
const std::optional<QString> c_every = QStringLiteral("");
const std::optional<QString> c_byHand;

QJsonObject jsonOf(const ReceivedRequest &request)
{
    return QJsonDocument::fromJson(request.body).object();
}

} // namespace

class ForwarderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void sendsWhatARuleLetsPass();
    void sendsByHand();
    void anAnswerDecides_data();
    void anAnswerDecides();
    void triesAgainWithTheSameBytes();
    void triesAgainByItself();
    void aChangeIsANewVersion();
    void aChangeWhileSendingIsSentAfterwards();
    void goesOnAfterACrash();
    void sendsFourAtATimeToOneDestination();
    void oneDestinationDoesNotHoldUpAnother();
    void aRefusedTokenPausesTheDestination();
    void aPausedDestinationCollects();
    void aRetryOfAParkedRowSendsTheSameBytes();
    void parksWhatIsGone();
    void keepsNoSecret();
    void signsEachAttemptAnew();
    void stoppingLetsWhatIsUnderWayFinish();
    void stoppingCutsShortWhatTakesTooLong();
    void stopsAtOnceWhenNothingIsUnderWay();

private:
    ForwardingHarness &harness() { return *m_harness; }

    Destination addCrm(const std::optional<QString> &rule = c_every);
    /** Waits until the only row of the CRM has reached a state. */
    bool reaches(OutboxState state);
    /** Waits until the forwarder has looked at the whole outbox again: then it has begun what it would begin. */
    void letARoundPass(const QString &platformId);

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<ForwardingHarness> m_harness;
};

void ForwarderTest::init()
{
    m_server = std::make_unique<ScriptedServer>();
    m_harness = std::make_unique<ForwardingHarness>();
}

void ForwarderTest::cleanup()
{
    m_harness.reset();
    m_server.reset();
}

Destination ForwarderTest::addCrm(const std::optional<QString> &rule)
{
    return harness().addDestination(QStringLiteral("CRM"), m_server->url(), rule);
}

bool ForwarderTest::reaches(OutboxState state)
{
    return QTest::qWaitFor([&] { return harness().onlyRow().state == state; });
}

void ForwarderTest::letARoundPass(const QString &platformId)
{
    ScriptedServer other;
    harness().enqueue(platformId, harness().addDestination(QStringLiteral("Other"), other.url(), c_byHand));
    QTRY_COMPARE(other.requests().size(), 1);
}

void ForwarderTest::sendsWhatARuleLetsPass()
{
    addCrm(QStringLiteral("outcome:booked"));
    harness().start();
    harness().deliver(QStringLiteral("41"), QStringLiteral("spam"));
    harness().deliver(c_call, QStringLiteral("booked"));
    QVERIFY(reaches(OutboxState::Sent));
    QCOMPARE(m_server->requests().size(), 1);
    const QJsonObject record = jsonOf(m_server->requests().first());
    QCOMPARE(record.value(QStringLiteral("conversation_id")).toString(), c_call);
    QCOMPARE(record.value(QStringLiteral("outcome")).toString(), QStringLiteral("booked"));
    QCOMPARE(record.value(QStringLiteral("source")).toString(), QStringLiteral("Calls"));
    QCOMPARE(record.value(QStringLiteral("ext")).toString(), QStringLiteral("earshot:abcdefgh:call:42"));
    const OutboxRow row = harness().onlyRow();
    QCOMPARE(row.sent, 1);
    QCOMPARE(row.attempts, 1);
    QCOMPARE(row.lastStatus, std::optional(200));
    QCOMPARE(row.lastAnswer, QStringLiteral("{}"));
}

void ForwarderTest::sendsByHand()
{
    const Destination crm = addCrm(c_byHand);
    harness().start();
    harness().deliver(c_call);
    QVERIFY(harness().rows().isEmpty());
    harness().enqueue(c_call, crm);
    QVERIFY(reaches(OutboxState::Sent));
    QCOMPARE(m_server->requests().size(), 1);
}

void ForwarderTest::anAnswerDecides_data()
{
    using State = OutboxState;
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<State>("state");
    QTest::addColumn<qint64>("nextAfterMs");
    QTest::addColumn<QString>("reason");
    const QByteArray html = ScriptedReply::answer(202, "<html>", {"Content-Type: text/html"}).bytes;
    const QByteArray busy = ScriptedReply::answer(503, "{}", {"Retry-After: 7"}).bytes;
    const QByteArray moved = ScriptedReply::answer(308, "", {"Location: https://new.example/"}).bytes;
    QTest::newRow("created") << ScriptedReply::answer(201).bytes << State::Sent << 0ll << QString();
    QTest::newRow("202 and HTML") << html << State::Waiting << 2500ll << "answered 202 with a page of HTML";
    QTest::newRow("Retry-After") << busy << State::Waiting << 7000ll << "answered 503";
    QTest::newRow("moved") << moved << State::Parked << 0ll << "answered 308: the address is now https://new.example/";
    QTest::newRow("refused") << ScriptedReply::answer(422).bytes << State::Parked << 0ll << "answered 422";
}

void ForwarderTest::anAnswerDecides()
{
    QFETCH(QByteArray, answer);
    QFETCH(OutboxState, state);
    QFETCH(qint64, nextAfterMs);
    QFETCH(QString, reason);
    addCrm();
    m_server->then({answer, ScriptedReply::Then::Keep});
    harness().start();
    QSignalSpy attempted(&harness().forwarder(), &Forwarder::attempted);
    harness().deliver(c_call);
    QTRY_COMPARE(attempted.size(), 1);
    const OutboxRow row = harness().onlyRow();
    QCOMPARE(row.state, state);
    QCOMPARE(row.reason, reason);
    if (state == OutboxState::Waiting)
        QCOMPARE(row.nextAt, ForwardingHarness::c_noon + std::chrono::milliseconds(nextAfterMs));
}

void ForwarderTest::triesAgainWithTheSameBytes()
{
    addCrm();
    m_server->then(ScriptedReply::answer(500));
    m_server->then(ScriptedReply::drop("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"));
    harness().start();
    QSignalSpy attempted(&harness().forwarder(), &Forwarder::attempted);
    harness().deliver(c_call);
    for (int attempt = 1; attempt <= 3; ++attempt) {
        QTRY_COMPARE(attempted.size(), attempt);
        harness().advance(1h);
    }
    QVERIFY(reaches(OutboxState::Sent));
    QCOMPARE(m_server->requests().size(), 3);
    const ReceivedRequest &first = m_server->requests().first();
    for (int i = 0; i < 3; ++i) {
        const ReceivedRequest &request = m_server->requests().at(i);
        QCOMPARE(request.body, first.body);
        QCOMPARE(request.headers.value("idempotency-key"), QByteArray("\"earshot:abcdefgh:call:42;v=1\""));
        QCOMPARE(request.headers.value("x-earshot-delivery"), first.headers.value("x-earshot-delivery"));
        QCOMPARE(request.headers.value("x-earshot-attempt"), QByteArray::number(i + 1));
    }
}

void ForwarderTest::triesAgainByItself()
{
    addCrm();
    m_server->then(ScriptedReply::answer(503));
    m_server->then(ScriptedReply::answer(503));
    const SystemClock clock;
    ForwarderSettings quick;
    quick.retry.base = 20ms;
    harness().start(&clock, quick);
    harness().deliver(c_call);
    QVERIFY(reaches(OutboxState::Sent));
    QCOMPARE(harness().onlyRow().attempts, 3);
}

void ForwarderTest::aChangeIsANewVersion()
{
    addCrm();
    harness().start();
    harness().deliver(c_call);
    QVERIFY(reaches(OutboxState::Sent));
    harness().advance(1s);
    harness().deliver(c_call, QStringLiteral("booked"));
    QTRY_COMPARE(m_server->requests().size(), 2);
    const ReceivedRequest &second = m_server->requests().at(1);
    QCOMPARE(second.headers.value("idempotency-key"), QByteArray("\"earshot:abcdefgh:call:42;v=2\""));
    QVERIFY(second.headers.value("x-earshot-delivery")
            != m_server->requests().at(0).headers.value("x-earshot-delivery"));
    QCOMPARE(jsonOf(second).value(QStringLiteral("outcome")).toString(), QStringLiteral("booked"));
}

void ForwarderTest::aChangeWhileSendingIsSentAfterwards()
{
    addCrm();
    m_server->hold();
    harness().start();
    harness().deliver(c_call);
    QTRY_COMPARE(m_server->requests().size(), 1);
    harness().advance(1s);
    harness().deliver(c_call, QStringLiteral("booked"));
    letARoundPass(c_call);
    QCOMPARE(m_server->requests().size(), 1);
    m_server->release();
    QTRY_COMPARE(m_server->requests().size(), 2);
    QVERIFY(reaches(OutboxState::Sent));
    QCOMPARE(jsonOf(m_server->requests().at(1)).value(QStringLiteral("outcome")).toString(), QStringLiteral("booked"));
    QCOMPARE(harness().onlyRow().sent, 2);
}

void ForwarderTest::goesOnAfterACrash()
{
    addCrm();
    m_server->then(ScriptedReply::silence());
    harness().start();
    harness().deliver(c_call);
    QTRY_COMPARE(m_server->requests().size(), 1);
    harness().crash();
    QCOMPARE(harness().onlyRow().state, OutboxState::Waiting);
    harness().start();
    QVERIFY(reaches(OutboxState::Sent));
    QCOMPARE(m_server->requests().size(), 2);
    const ReceivedRequest &before = m_server->requests().at(0);
    const ReceivedRequest &after = m_server->requests().at(1);
    QCOMPARE(after.body, before.body);
    QCOMPARE(after.headers.value("idempotency-key"), before.headers.value("idempotency-key"));
    QCOMPARE(after.headers.value("x-earshot-delivery"), before.headers.value("x-earshot-delivery"));
    QCOMPARE(after.headers.value("x-earshot-attempt"), QByteArray("2"));
}

void ForwarderTest::sendsFourAtATimeToOneDestination()
{
    addCrm();
    m_server->hold();
    for (int i = 0; i < 10; ++i)
        harness().deliver(QString::number(i));
    harness().start();
    QTRY_COMPARE(m_server->requests().size(), 4);
    letARoundPass(QStringLiteral("9"));
    QCOMPARE(m_server->requests().size(), 4);
    m_server->release();
    QTRY_COMPARE(m_server->requests().size(), 10);
}

void ForwarderTest::oneDestinationDoesNotHoldUpAnother()
{
    ScriptedServer silent;
    harness().addDestination(QStringLiteral("Silent"), silent.url(), c_every);
    addCrm();
    silent.hold();
    for (int i = 0; i < 6; ++i)
        harness().deliver(QString::number(i));
    harness().start();
    QTRY_COMPARE(m_server->requests().size(), 6);
    QCOMPARE(silent.requests().size(), 4);
}

void ForwarderTest::aRefusedTokenPausesTheDestination()
{
    const Destination crm = addCrm();
    m_server->then(ScriptedReply::answer(401));
    harness().start();
    harness().deliver(c_call);
    QTRY_COMPARE(harness().destination(crm.name).state, DestinationState::Paused);
    QVERIFY(harness().destination(crm.name).reason.startsWith(QLatin1StringView("answered 401")));
    QCOMPARE(harness().onlyRow().state, OutboxState::Waiting);
    harness().advance(2h);
    harness().resume(crm);
    QVERIFY(reaches(OutboxState::Sent));
    QCOMPARE(m_server->requests().size(), 2);
}

void ForwarderTest::aPausedDestinationCollects()
{
    const Destination crm = addCrm();
    harness().run<void>(
        [id = crm.id](const Database &database) { return destinations::pause(database, id, QString()); });
    harness().start();
    harness().deliver(c_call);
    QCOMPARE(harness().onlyRow().state, OutboxState::Waiting);
    letARoundPass(c_call);
    QVERIFY(m_server->requests().isEmpty());
    harness().resume(crm);
    QVERIFY(reaches(OutboxState::Sent));
}

void ForwarderTest::aRetryOfAParkedRowSendsTheSameBytes()
{
    addCrm();
    m_server->then(ScriptedReply::answer(422, "{\"error\":\"owner is empty\"}"));
    harness().start();
    harness().deliver(c_call);
    QVERIFY(reaches(OutboxState::Parked));
    const OutboxRow parked = harness().onlyRow();
    QCOMPARE(parked.lastStatus, std::optional(422));
    QCOMPARE(parked.lastAnswer, QStringLiteral("{\"error\":\"owner is empty\"}"));
    harness().run<qint64>([id = parked.id](const Database &database) {
        return outbox::retry(database, {id}, ForwardingHarness::c_noon);
    });
    harness().forwarder().wake();
    QVERIFY(reaches(OutboxState::Sent));
    QCOMPARE(m_server->requests().at(1).body, m_server->requests().at(0).body);
    QCOMPARE(m_server->requests().at(1).headers.value("idempotency-key"),
             m_server->requests().at(0).headers.value("idempotency-key"));
}

void ForwarderTest::parksWhatIsGone()
{
    addCrm();
    harness().deliver(c_call);
    harness().run<void>([](const Database &database) -> Result<void> {
        const auto done = database.run(QStringLiteral("DELETE FROM conversation"));
        return done ? Result<void>() : std::unexpected(done.error());
    });
    harness().start();
    QVERIFY(reaches(OutboxState::Parked));
    QCOMPARE(harness().onlyRow().reason, QStringLiteral("the conversation is no longer in the store"));
    QVERIFY(m_server->requests().isEmpty());
}

void ForwarderTest::keepsNoSecret()
{
    const Secrets::Destination secrets{"bearer-s3cret-value", "signing-s3cret-value"};
    harness().setSecrets(secrets);
    addCrm();
    m_server->then(ScriptedReply::answer(422, "you sent bearer-s3cret-value and signing-s3cret-value"));
    harness().start();
    harness().deliver(c_call);
    QVERIFY(reaches(OutboxState::Parked));
    QCOMPARE(m_server->requests().first().headers.value("authorization"), QByteArray("Bearer bearer-s3cret-value"));
    QCOMPARE(harness().onlyRow().lastAnswer, QStringLiteral("you sent **** and ****"));

    const QFileInfoList files = QDir(harness().folder()).entryInfoList(QDir::Files);
    QVERIFY(!files.isEmpty());
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("s3cret-value"), qPrintable(info.fileName()));
    }
}

void ForwarderTest::signsEachAttemptAnew()
{
    harness().setSecrets({{}, "key"});
    addCrm();
    m_server->then(ScriptedReply::answer(503));
    harness().start();
    QSignalSpy attempted(&harness().forwarder(), &Forwarder::attempted);
    harness().deliver(c_call);
    QTRY_COMPARE(attempted.size(), 1);
    harness().advance(10s);
    QVERIFY(reaches(OutboxState::Sent));
    QVERIFY(m_server->requests().at(0).headers.value("x-earshot-signature").startsWith("t=1778760000,v1="));
    QVERIFY(m_server->requests().at(1).headers.value("x-earshot-signature").startsWith("t=1778760010,v1="));
}

void ForwarderTest::stoppingLetsWhatIsUnderWayFinish()
{
    addCrm();
    m_server->hold();
    harness().start();
    harness().deliver(c_call);
    QTRY_COMPARE(m_server->requests().size(), 1);
    QSignalSpy stopped(&harness().forwarder(), &Forwarder::stopped);
    harness().forwarder().stop(20s);
    harness().deliver(QStringLiteral("43"));
    QVERIFY(stopped.isEmpty());
    m_server->release();
    QTRY_COMPARE(stopped.size(), 1);
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(harness().rows().at(0).state, OutboxState::Sent);
    QCOMPARE(harness().rows().at(1).state, OutboxState::Waiting);
}

void ForwarderTest::stoppingCutsShortWhatTakesTooLong()
{
    addCrm();
    m_server->then(ScriptedReply::silence());
    harness().start();
    harness().deliver(c_call);
    QTRY_COMPARE(m_server->requests().size(), 1);
    QSignalSpy stopped(&harness().forwarder(), &Forwarder::stopped);
    harness().forwarder().stop(10ms);
    QTRY_COMPARE(stopped.size(), 1);
    QCOMPARE(harness().onlyRow().state, OutboxState::Waiting);
    QVERIFY(harness().onlyRow().reason.isNull());
    harness().crash();
    harness().start();
    QVERIFY(reaches(OutboxState::Sent));
}

void ForwarderTest::stopsAtOnceWhenNothingIsUnderWay()
{
    harness().start();
    QSignalSpy stopped(&harness().forwarder(), &Forwarder::stopped);
    harness().forwarder().stop(20s);
    QTRY_COMPARE(stopped.size(), 1);
}

QTEST_GUILESS_MAIN(ForwarderTest)

#include "tst_forwarder.moc"
