// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/earshotprocess.h"
#include "tests/system/httpsender.h"
#include "tests/system/receivingserver.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace earshot;

namespace {

constexpr int c_patience = 60'000; // milliseconds

QByteArray taggedCall(int id, const char *outcome)
{
    return R"({"event":"call.outcome_tagged","timestamp":"2026-03-25T18:35:30Z","data":{"id":7,"call_session_id":)"
           + QByteArray::number(id) + R"(,"outcome_type":")" + outcome + R"("}})";
}

} // namespace

/** What people type at destinations and the outbox while `serve` forwards. */
class ForwardCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aMappingIsCheckedBeforeItIsKept();
    void whatWasRefusedIsMendedAndSentAgain();

private:
    CommandResult run(const QString &words) const { return m_earshot->run(words.split(QLatin1Char(' '))); }

    QString file(const QString &name, const QByteArray &text) const;
    QJsonArray rows() const;
    QStringList states() const;

    std::unique_ptr<EarshotProcess> m_earshot;
};

void ForwardCommandsTest::init()
{
    m_earshot = std::make_unique<EarshotProcess>();
}

QString ForwardCommandsTest::file(const QString &name, const QByteArray &text) const
{
    QFile made(m_earshot->folder() + QLatin1Char('/') + name);
    if (!made.open(QIODevice::WriteOnly) || made.write(text) != text.size())
        qFatal("no file");
    return made.fileName();
}

QJsonArray ForwardCommandsTest::rows() const
{
    return run(QStringLiteral("outbox list --json")).json().value(QLatin1StringView("rows")).toArray();
}

QStringList ForwardCommandsTest::states() const
{
    QStringList states;
    for (const QJsonValue row : rows())
        states.append(row[QLatin1StringView("state")].toString());
    return states;
}

void ForwardCommandsTest::aMappingIsCheckedBeforeItIsKept()
{
    const QString broken = file(QStringLiteral("broken.jq"), "{a: .outcome\n  b: 1}\n");
    const CommandResult refused =
        run(QStringLiteral("destination add --name W --url https://w.example/ --mapping ") + broken);
    QCOMPARE(refused.exitCode, 2);
    QVERIFY2(refused.errors.contains("the mapping cannot be used: line 2"), refused.errors.constData());
    QVERIFY(!QFile::exists(m_earshot->location().path));

    const QString good = file(QStringLiteral("good.jq"), "{a: .outcome, b: $words.x}\n");
    QCOMPARE(run(QStringLiteral("destination add --name W --url https://w.example/ --mapping ") + good).exitCode, 0);
    QCOMPARE(run(QStringLiteral("destination set W --mapping ") + broken).exitCode, 2);
    const QJsonObject kept = run(QStringLiteral("destination show W --json")).json();
    QCOMPARE(kept.value(QLatin1StringView("mapping")).toString(), QStringLiteral("{a: .outcome, b: $words.x}\n"));
    QCOMPARE(run(QStringLiteral("destination set W --no-mapping")).exitCode, 0);
    QVERIFY(run(QStringLiteral("destination show W --json")).json().value(QLatin1StringView("mapping")).isNull());
}

void ForwardCommandsTest::whatWasRefusedIsMendedAndSentAgain()
{
    ReceivingServer server;
    server.answerWith(422);
    const QByteArray token = m_earshot->addSource(QStringLiteral("Desk"), QStringLiteral("varda"));
    QVERIFY(m_earshot->serve());
    QCOMPARE(run(QStringLiteral("destination add --name W --url ") + server.url()).exitCode, 0);
    for (int id = 1; id <= 3; ++id)
        QCOMPARE(HttpSender(m_earshot->port()).send(jsonPost(token, taggedCall(id, id == 3 ? "spam" : "booked"))), 200);
    const QString parked = QStringLiteral("parked");
    QTRY_COMPARE_WITH_TIMEOUT(states(), QStringList({parked, parked, parked}), c_patience);

    const QString row = rows().at(0)[QLatin1StringView("id")].toString();
    const QJsonObject shown = run(QStringLiteral("outbox show --json ") + row).json();
    const QJsonObject attempt = shown.value(QLatin1StringView("log")).toArray().at(0).toObject();
    QCOMPARE(attempt.value(QLatin1StringView("outcome")).toString(), parked);
    QCOMPARE(attempt.value(QLatin1StringView("exchanges")).toArray().at(0)[QLatin1StringView("status")].toInt(), 422);

    server.answerWith(200);
    const QString mapping = file(QStringLiteral("mend.jq"), "{call: .conversation_id, was: .outcome}");
    QCOMPARE(run(QStringLiteral("destination set W --mapping ") + mapping).exitCode, 0);
    const QString retry = QStringLiteral("outbox retry --destination W --filter outcome:booked --json");
    QCOMPARE(run(retry + QStringLiteral(" --dry-run")).json().value(QLatin1StringView("would_retry")).toInt(), 2);
    QCOMPARE(states(), QStringList({parked, parked, parked}));
    const qsizetype before = server.requests().size();
    QCOMPARE(run(retry + QStringLiteral(" --pace 600")).json().value(QLatin1StringView("retried")).toInt(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(states().count(QStringLiteral("sent")), 2, c_patience);
    QCOMPARE(states().count(parked), 1);
    QCOMPARE(server.requests().size(), before + 2);
    QCOMPARE(server.requests().last().json().value(QLatin1StringView("was")).toString(), QStringLiteral("booked"));
    QVERIFY(server.requests().last().field("idempotency-key").endsWith(";v=2\""));
}

QTEST_GUILESS_MAIN(ForwardCommandsTest)
#include "tst_forwardcommands.moc"
