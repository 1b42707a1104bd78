// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/earshotprocess.h"
#include "tests/system/httpsender.h"
#include "tests/system/receivingserver.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QTemporaryFile>
#include <QTest>

#include <csignal>

using namespace earshot;

namespace {

constexpr int c_patience = 60'000; // milliseconds

QByteArray taggedCall(int id, const char *outcome)
{
    return R"({"event":"call.outcome_tagged","timestamp":"2026-03-25T18:35:30Z","data":{"id":7,"call_session_id":)"
           + QByteArray::number(id) + R"(,"outcome_type":")" + outcome + R"(","revenue_cents":250000}})";
}

QStringList quickRetries()
{
    return {QStringLiteral("--retry-base-ms"), QStringLiteral("50"), QStringLiteral("--retry-cap-ms"),
            QStringLiteral("200")};
}

} // namespace

class ForwardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void forwardsWhatARuleLetsPass();
    void sendsByHand();
    void signsAndAuthenticates();
    void waitsForADestinationThatIsDown();
    void outboxSurvivesARestart();
    void aKillDuringASendRepeatsIt();
    void pausedDestinationGetsNothing();
    void parkedRowsAreRetriedByHand();
    void testsADestination();
    void saysWhatSendingWouldDo();

private:
    void post(const QByteArray &json);
    CommandResult addDestination(const QStringList &options);
    QJsonArray outboxRows() const;

    std::unique_ptr<EarshotProcess> m_earshot;
    std::unique_ptr<ReceivingServer> m_server;
    QByteArray m_token;
};

void ForwardTest::init()
{
    m_earshot = std::make_unique<EarshotProcess>();
    m_server = std::make_unique<ReceivingServer>();
    m_token = m_earshot->addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    QVERIFY(m_earshot->serve(quickRetries()));
}

void ForwardTest::post(const QByteArray &json)
{
    QCOMPARE(HttpSender(m_earshot->port()).send(jsonPost(m_token, json)), 200);
}

CommandResult ForwardTest::addDestination(const QStringList &options)
{
    return m_earshot->run(QStringList{QStringLiteral("destination"), QStringLiteral("add"), QStringLiteral("--name"),
                                      QStringLiteral("CRM"), QStringLiteral("--url"), m_server->url()}
                          + options);
}

QJsonArray ForwardTest::outboxRows() const
{
    return m_earshot->run({QStringLiteral("outbox"), QStringLiteral("list"), QStringLiteral("--json")})
        .json()
        .value(QStringLiteral("rows"))
        .toArray();
}

void ForwardTest::forwardsWhatARuleLetsPass()
{
    const CommandResult added = addDestination({QStringLiteral("--filter"), QStringLiteral("outcome:booked")});
    QVERIFY2(added.exitCode == 0, added.words().constData());
    post(taggedCall(1, "spam"));
    post(taggedCall(2, "booked"));
    QTRY_COMPARE_WITH_TIMEOUT(m_server->requests().size(), 1, c_patience);
    const QJsonObject record = m_server->requests().first().json();
    QCOMPARE(record.value(QStringLiteral("conversation_id")).toString(), QStringLiteral("2"));
    QCOMPARE(record.value(QStringLiteral("outcome")).toString(), QStringLiteral("booked"));
    QCOMPARE(record.value(QStringLiteral("revenue_minor")).toInt(), 250'000);
    QVERIFY(record.value(QStringLiteral("ext")).toString().startsWith(QStringLiteral("earshot:")));
    QVERIFY(record.value(QStringLiteral("transcript")).isArray());
    QTRY_COMPARE_WITH_TIMEOUT(outboxRows().first()[QStringLiteral("state")].toString(), QStringLiteral("sent"),
                              c_patience);

    post(
        R"({"event":"call.ended","timestamp":"2026-03-25T18:36:10Z","data":{"id":2,"status":"completed","duration_seconds":125}})");
    QTRY_COMPARE_WITH_TIMEOUT(m_server->requests().size(), 2, c_patience); // a later change is sent again
    QCOMPARE(m_server->requests().last().json().value(QStringLiteral("duration_s")).toInt(), 125);
    QCOMPARE(m_server->requests().last().json().value(QStringLiteral("ext")), record.value(QStringLiteral("ext")));
    QCOMPARE(outboxRows().size(), 1);

    QCOMPARE(m_earshot->run({QStringLiteral("rebuild")}).exitCode, 0);
    post(taggedCall(3, "booked"));
    QTRY_VERIFY_WITH_TIMEOUT(m_server->requests().size() >= 3, c_patience);
    QCOMPARE(m_server->requests().last().json().value(QStringLiteral("conversation_id")).toString(),
             QStringLiteral("3")); // only the new one
}

void ForwardTest::sendsByHand()
{
    QCOMPARE(addDestination({QStringLiteral("--manual")}).exitCode, 0);
    post(taggedCall(1, "booked"));
    post(taggedCall(2, "spam"));
    QVERIFY(m_earshot->waitUntilProjected());
    const QStringList send{QStringLiteral("outbox"), QStringLiteral("send"), QStringLiteral("--destination"),
                           QStringLiteral("CRM"), QStringLiteral("--json")};
    const QStringList booked = send + QStringList{QStringLiteral("--filter"), QStringLiteral("outcome:booked")};
    const CommandResult counted = m_earshot->run(booked + QStringList{QStringLiteral("--dry-run")});
    QVERIFY2(counted.exitCode == 0, counted.words().constData());
    QCOMPARE(counted.json().value(QStringLiteral("would_queue")).toInt(), 1);
    QVERIFY(outboxRows().isEmpty());

    const CommandResult sent = m_earshot->run(booked);
    QVERIFY2(sent.exitCode == 0, sent.words().constData());
    QTRY_COMPARE_WITH_TIMEOUT(m_server->requests().size(), 1, c_patience);
    QCOMPARE(m_server->requests().first().json().value(QStringLiteral("conversation_id")).toString(),
             QStringLiteral("1"));

    const QString id = m_server->requests().first().json().value(QStringLiteral("id")).toString();
    QCOMPARE(m_earshot->run(send + QStringList{id}).exitCode, 0); // again, by its id
    QTRY_COMPARE_WITH_TIMEOUT(m_server->requests().size(), 2, c_patience);
    const CommandResult unknown = m_earshot->run(send + QStringList{QStringLiteral("999999")});
    QCOMPARE(unknown.exitCode, 1);
    QCOMPARE(unknown.errors.count('\n'), 1);
}

void ForwardTest::signsAndAuthenticates()
{
    QTemporaryFile key;
    QVERIFY(key.open());
    QVERIFY(key.write("signing-key\n") > 0);
    key.close();
    const CommandResult added =
        m_earshot->run({QStringLiteral("destination"), QStringLiteral("add"), QStringLiteral("--name"),
                        QStringLiteral("CRM"), QStringLiteral("--url"), m_server->url(), QStringLiteral("--token-file"),
                        QStringLiteral("-"), QStringLiteral("--signing-key-file"), key.fileName()},
                       "bearer-of-news\n");
    QVERIFY2(added.exitCode == 0, added.words().constData());
    post(taggedCall(1, "booked"));
    QTRY_COMPARE_WITH_TIMEOUT(m_server->requests().size(), 1, c_patience);
    const ReceivedRequest request = m_server->requests().first();
    QCOMPARE(request.field("authorization"), QByteArrayLiteral("Bearer bearer-of-news"));
    const QByteArray signature = request.field("x-earshot-signature");
    const QByteArray seconds = signature.mid(2, signature.indexOf(',') - 2);
    const QByteArray mac =
        QMessageAuthenticationCode::hash(seconds + '.' + request.body, "signing-key", QCryptographicHash::Sha256)
            .toHex();
    QCOMPARE(signature, QByteArray("t=" + seconds + ",v1=" + mac));
    const CommandResult listed =
        m_earshot->run({QStringLiteral("destination"), QStringLiteral("list"), QStringLiteral("--json")});
    QVERIFY(!listed.output.contains("bearer-of-news") && !listed.output.contains("signing-key"));
}

void ForwardTest::waitsForADestinationThatIsDown()
{
    QCOMPARE(addDestination({}).exitCode, 0);
    m_server->answerWith(503);
    post(taggedCall(1, "booked"));
    QTRY_VERIFY_WITH_TIMEOUT(m_server->requests().size() >= 2, c_patience);
    m_server->answerWith(200);
    QTRY_COMPARE_WITH_TIMEOUT(outboxRows().first()[QStringLiteral("state")].toString(), QStringLiteral("sent"),
                              c_patience);
    const QList<ReceivedRequest> requests = m_server->requests();
    for (const ReceivedRequest &request : requests) { // each attempt is the same
        QCOMPARE(request.body, requests.first().body);
        QCOMPARE(request.field("x-earshot-delivery"), requests.first().field("x-earshot-delivery"));
    }
}

void ForwardTest::outboxSurvivesARestart()
{
    // Quick retries would be used up while a slow machine starts it again.
    const QStringList slowRetries{QStringLiteral("--retry-base-ms"), QStringLiteral("3000"),
                                  QStringLiteral("--retry-cap-ms"), QStringLiteral("3000")};
    QCOMPARE(m_earshot->stop(SIGTERM), 0);
    QVERIFY(m_earshot->serve(slowRetries));
    QCOMPARE(addDestination({}).exitCode, 0);
    m_server->close();
    post(taggedCall(1, "booked"));
    QTRY_VERIFY_WITH_TIMEOUT(!outboxRows().isEmpty() && outboxRows().first()[QStringLiteral("attempts")].toInt() > 0,
                             c_patience);
    QCOMPARE(m_earshot->stop(SIGTERM), 0);
    QVERIFY(m_server->listenAgain());
    QVERIFY(m_earshot->serve(slowRetries));
    QTRY_COMPARE_WITH_TIMEOUT(m_server->requests().size(), 1, c_patience);
    QCOMPARE(m_server->requests().first().json().value(QStringLiteral("conversation_id")).toString(),
             QStringLiteral("1"));
}

/** The receiver has the record but we never hear so: it is sent at least once, and the key tells that it is the same.
 */
void ForwardTest::aKillDuringASendRepeatsIt()
{
    QCOMPARE(addDestination({}).exitCode, 0);
    m_server->holdAnswers(true);
    post(taggedCall(1, "booked"));
    QTRY_COMPARE_WITH_TIMEOUT(m_server->requests().size(), 1, c_patience);
    QCOMPARE(m_earshot->stop(SIGKILL), -1);
    m_server->holdAnswers(false);
    QVERIFY(m_earshot->serve(quickRetries()));
    QTRY_COMPARE_WITH_TIMEOUT(m_server->requests().size(), 2, c_patience);
    const QList<ReceivedRequest> requests = m_server->requests();
    QVERIFY(!requests.first().field("x-earshot-delivery").isEmpty());
    QCOMPARE(requests.last().field("x-earshot-delivery"), requests.first().field("x-earshot-delivery"));
    QCOMPARE(requests.last().body, requests.first().body);
    QTRY_COMPARE_WITH_TIMEOUT(outboxRows().first()[QStringLiteral("state")].toString(), QStringLiteral("sent"),
                              c_patience);
    QCOMPARE(outboxRows().size(), 1);
    post(taggedCall(2, "booked")); // whatever was to be sent before this has been
    QTRY_VERIFY_WITH_TIMEOUT(m_server->requests().last().body.contains("\"2\""), c_patience);
    QCOMPARE(m_server->requests().size(), 3);
}

void ForwardTest::pausedDestinationGetsNothing()
{
    QCOMPARE(addDestination({}).exitCode, 0);
    QCOMPARE(m_earshot->run({QStringLiteral("destination"), QStringLiteral("pause"), QStringLiteral("CRM")}).exitCode,
             0);
    post(taggedCall(1, "booked"));
    QTRY_COMPARE_WITH_TIMEOUT(outboxRows().size(), 1, c_patience);
    QCOMPARE(outboxRows().first()[QStringLiteral("attempts")].toInt(), 0);
    QVERIFY(m_server->requests().isEmpty());
    QCOMPARE(m_earshot->run({QStringLiteral("destination"), QStringLiteral("resume"), QStringLiteral("CRM")}).exitCode,
             0);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->requests().size(), 1, c_patience);
}

void ForwardTest::parkedRowsAreRetriedByHand()
{
    QCOMPARE(addDestination({}).exitCode, 0);
    m_server->answerWith(422);
    post(taggedCall(1, "booked"));
    QTRY_VERIFY_WITH_TIMEOUT(
        !outboxRows().isEmpty() && outboxRows().first()[QStringLiteral("state")].toString() == QStringLiteral("parked"),
        c_patience);
    QCOMPARE(outboxRows().first()[QStringLiteral("last_status")].toInt(), 422);
    m_server->answerWith(200);
    const CommandResult retried =
        m_earshot->run({QStringLiteral("outbox"), QStringLiteral("retry"), QStringLiteral("--destination"),
                        QStringLiteral("CRM"), QStringLiteral("--json")});
    QCOMPARE(retried.json().value(QStringLiteral("retried")).toInt(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(outboxRows().first()[QStringLiteral("state")].toString(), QStringLiteral("sent"),
                              c_patience);
}

void ForwardTest::testsADestination()
{
    QCOMPARE(addDestination({QStringLiteral("--manual")}).exitCode, 0);
    QProcess process; // beside the event loop that answers it
    process.start(qEnvironmentVariable("EARSHOT_BINARY"),
                  {QStringLiteral("destination"), QStringLiteral("test"), QStringLiteral("CRM"),
                   QStringLiteral("--data"), m_earshot->folder()});
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, c_patience);
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(m_server->requests().size(), 1);
    QVERIFY(m_server->requests().first().json().value(QStringLiteral("test")).toBool());
    QVERIFY(outboxRows().isEmpty());
}

void ForwardTest::saysWhatSendingWouldDo()
{
    QCOMPARE(addDestination({QStringLiteral("--manual")}).exitCode, 0);
    post(taggedCall(1, "booked"));
    QVERIFY(m_earshot->waitUntilProjected());
    const QStringList dryRun{QStringLiteral("destination"), QStringLiteral("dry-run"), QStringLiteral("CRM")};
    const CommandResult told =
        m_earshot->run(dryRun + QStringList{QStringLiteral("Front desk/1"), QStringLiteral("--json")});
    QVERIFY2(told.exitCode == 0, told.words().constData());
    QCOMPARE(told.json().value(QStringLiteral("record")).toString(), QStringLiteral("would_be_made"));
    QCOMPARE(told.json().value(QStringLiteral("contact")).toString(), QStringLiteral("none"));
    const QJsonObject body = told.json().value(QStringLiteral("body")).toObject();
    QCOMPARE(body.value(QStringLiteral("outcome")).toString(), QStringLiteral("booked"));
    QVERIFY(m_server->requests().isEmpty());
    QVERIFY(outboxRows().isEmpty());
    QCOMPARE(m_earshot->run(dryRun + QStringList{QStringLiteral("999")}).exitCode, 1);
    QCOMPARE(m_earshot->run(dryRun + QStringList{QStringLiteral("first")}).exitCode, 2);
}

QTEST_GUILESS_MAIN(ForwardTest)
#include "tst_forward.moc"
