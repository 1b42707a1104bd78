// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/earshotprocess.h"
#include "tests/system/httpsender.h"
#include "tests/system/receivingserver.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
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

/** Processes that a process has started and that still run, by their command lines. */
QList<pid_t> helpersOf(qint64 parent)
{
    QFile file(QStringLiteral("/proc/%1/task/%1/children").arg(parent));
    QList<pid_t> helpers;
    if (!file.open(QIODevice::ReadOnly))
        return helpers;
    for (const QByteArray &child : file.readAll().split(' ')) {
        QFile words(QStringLiteral("/proc/%1/cmdline").arg(QString::fromLatin1(child)));
        if (!child.isEmpty() && words.open(QIODevice::ReadOnly) && words.readAll().contains("jq-helper"))
            helpers.append(child.toInt());
    }
    return helpers;
}

} // namespace

/** Mappings in the program as a whole, with its own helper. */
class MappingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theHelperIsNoCommandForPeople();
    void sendsWhatTheMappingMakes();
    void aMappingThatCannotBeUsedIsRefused();
    void printsTheMappingThatCounts();
    void previewsAConversation();
    void comparesWithWhatWasSent();
    void aHostileMappingHoldsUpNobody_data();
    void aHostileMappingHoldsUpNobody();
    void noHelperOutlivesAKill();

private:
    void addDestination(const QString &name, const QString &mapping);
    QJsonArray outboxRows() const;
    CommandResult destination(const QStringList &words, const QByteArray &input = {}) const;
    void post(int id, const char *outcome);

    std::unique_ptr<EarshotProcess> m_earshot;
    std::unique_ptr<ReceivingServer> m_server;
    QByteArray m_token;
};

void MappingsTest::init()
{
    m_earshot = std::make_unique<EarshotProcess>();
    m_server = std::make_unique<ReceivingServer>();
    m_token = m_earshot->addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    QVERIFY(m_earshot->serve());
}

CommandResult MappingsTest::destination(const QStringList &words, const QByteArray &input) const
{
    return m_earshot->run(QStringList{QStringLiteral("destination")} + words, input);
}

void MappingsTest::addDestination(const QString &name, const QString &mapping)
{
    const CommandResult added =
        destination({QStringLiteral("add"), QStringLiteral("--name"), name, QStringLiteral("--url"), m_server->url(),
                     QStringLiteral("--mapping"), QStringLiteral("-")},
                    mapping.toUtf8());
    QVERIFY2(added.exitCode == 0, added.words().constData());
}

void MappingsTest::post(int id, const char *outcome)
{
    QCOMPARE(HttpSender(m_earshot->port()).send(jsonPost(m_token, taggedCall(id, outcome))), 200);
    QVERIFY(m_earshot->waitUntilProjected());
}

QJsonArray MappingsTest::outboxRows() const
{
    return m_earshot->run({QStringLiteral("outbox"), QStringLiteral("list"), QStringLiteral("--json")})
        .json()
        .value(QStringLiteral("rows"))
        .toArray();
}

void MappingsTest::theHelperIsNoCommandForPeople()
{
    QVERIFY(!EarshotProcess::runPlain({QStringLiteral("--help")}).output.contains("jq-helper"));
    const CommandResult typed = EarshotProcess::runPlain({QStringLiteral("jq-helper")});
    QCOMPARE(typed.exitCode, 2);
    QVERIFY(typed.output.isEmpty());
}

void MappingsTest::sendsWhatTheMappingMakes()
{
    addDestination(QStringLiteral("CRM"),
                   QStringLiteral("{id: .conversation_id, cents: .actual_value_minor, env: $ENV}"));
    post(42, "booked");
    QTRY_COMPARE_WITH_TIMEOUT(m_server->requests().size(), 1, c_patience);
    const QJsonObject body = m_server->requests().first().json();
    QCOMPARE(body.value(QStringLiteral("id")), QJsonValue(QStringLiteral("42")));
    QCOMPARE(body.value(QStringLiteral("env")), QJsonValue(QJsonObject()));
    QCOMPARE(body.size(), 3);
}

void MappingsTest::aMappingThatCannotBeUsedIsRefused()
{
    const CommandResult refused =
        destination({QStringLiteral("add"), QStringLiteral("--name"), QStringLiteral("CRM"), QStringLiteral("--url"),
                     m_server->url(), QStringLiteral("--mapping"), QStringLiteral("-")},
                    "{a: 1,\n b: nope}");
    QCOMPARE(refused.exitCode, 2);
    QVERIFY2(refused.errors.contains("nope/0 is not defined"), refused.words().constData());
    QVERIFY2(refused.errors.contains("line 2, column 5"), refused.words().constData());
    QVERIFY(destination({QStringLiteral("list"), QStringLiteral("--json")})
                .json()
                .value(QStringLiteral("destinations"))
                .toArray()
                .isEmpty());
}

void MappingsTest::printsTheMappingThatCounts()
{
    addDestination(QStringLiteral("CRM"), QStringLiteral("{a: .ext}"));
    const CommandResult printed = destination({QStringLiteral("mapping"), QStringLiteral("CRM")});
    QCOMPARE(printed.exitCode, 0);
    QCOMPARE(printed.output.trimmed(), "{a: .ext}");
    const QJsonObject json =
        destination({QStringLiteral("mapping"), QStringLiteral("CRM"), QStringLiteral("--json")}).json();
    QCOMPARE(json.value(QStringLiteral("is_its_own")), QJsonValue(true));
    QCOMPARE(destination({QStringLiteral("mapping"), QStringLiteral("Nobody")}).exitCode, 1);
}

void MappingsTest::previewsAConversation()
{
    addDestination(QStringLiteral("CRM"), QStringLiteral("{outcome}"));
    post(42, "booked");
    const QStringList preview{QStringLiteral("preview"), QStringLiteral("CRM"), QStringLiteral("Front desk/42")};
    QCOMPARE(destination(preview).json(), (QJsonObject{{QStringLiteral("outcome"), QStringLiteral("booked")}}));
    const QStringList tried = preview + QStringList{QStringLiteral("--mapping"), QStringLiteral("-")};
    QCOMPARE(destination(tried, "[.outcome] | {a: .[0]}").json(),
             (QJsonObject{{QStringLiteral("a"), QStringLiteral("booked")}}));
    const CommandResult wrong = destination(tried, ".outcome.a");
    QCOMPARE(wrong.exitCode, 1);
    QVERIFY2(wrong.errors.contains("Cannot index string"), wrong.words().constData());
    const CommandResult input = destination(preview + QStringList{QStringLiteral("--input")});
    QCOMPARE(input.json().value(QStringLiteral("conversation_id")), QJsonValue(QStringLiteral("42")));
}

void MappingsTest::comparesWithWhatWasSent()
{
    addDestination(QStringLiteral("CRM"), QStringLiteral("{id: .conversation_id, outcome}"));
    post(42, "booked");
    post(43, "lost");
    QTRY_COMPARE_WITH_TIMEOUT(m_server->requests().size(), 2, c_patience);
    const auto isSent = [](const QJsonValue &row) {
        return row.toObject().value(QStringLiteral("state")) == QStringLiteral("sent");
    };
    const auto areSent = [&] {
        const QJsonArray rows = outboxRows();
        return rows.size() == 2 && std::ranges::all_of(rows, isSent);
    };
    QTRY_VERIFY_WITH_TIMEOUT(areSent(), c_patience);
    const QStringList shadow{QStringLiteral("shadow"), QStringLiteral("CRM"), QStringLiteral("--json")};
    QCOMPARE(destination(shadow).json().value(QStringLiteral("same")), QJsonValue(2));
    const QJsonObject run =
        destination(shadow + QStringList{QStringLiteral("--mapping"), QStringLiteral("-")},
                    "{id: .conversation_id, outcome: (if .outcome == \"lost\" then \"Lost\" else .outcome end)}")
            .json();
    QCOMPARE(run.value(QStringLiteral("same")), QJsonValue(1));
    QCOMPARE(run.value(QStringLiteral("changed")), QJsonValue(1));
    QCOMPARE(run.value(QStringLiteral("fields")), QJsonValue(QJsonObject{{QStringLiteral("outcome"), 1}}));
    QCOMPARE(m_server->requests().size(), 2); // nothing was sent
}

void MappingsTest::aHostileMappingHoldsUpNobody_data()
{
    QTest::addColumn<QString>("mapping");
    QTest::newRow("endless") << QStringLiteral("def f: f; f");
    QTest::newRow("of much memory") << QStringLiteral("[range(1e9)]");
    QTest::newRow("of much text") << QStringLiteral("\"x\" * 1e9");
    QTest::newRow("nested too deeply") << QStringLiteral("reduce range(300000) as $i (null; [.])");
    QTest::newRow("halting") << QStringLiteral("halt");
}

void MappingsTest::aHostileMappingHoldsUpNobody()
{
    QFETCH(QString, mapping);
    addDestination(QStringLiteral("Hostile"), mapping);
    addDestination(QStringLiteral("CRM"), QStringLiteral("{id: .conversation_id}"));
    post(42, "booked");
    QTRY_COMPARE_WITH_TIMEOUT(m_server->requests().size(), 1, c_patience);
    QCOMPARE(m_server->requests().first().json(), (QJsonObject{{QStringLiteral("id"), QStringLiteral("42")}}));
    const auto reason = [this] {
        const QJsonArray rows = outboxRows();
        for (const auto &row : rows) {
            if (row.toObject().value(QStringLiteral("destination")) == QStringLiteral("Hostile"))
                return row.toObject().value(QStringLiteral("reason")).toString();
        }
        return QString();
    };
    QTRY_VERIFY_WITH_TIMEOUT(!reason().isEmpty(), c_patience);
    QCOMPARE(HttpSender(m_earshot->port()).send(jsonPost(m_token, taggedCall(43, "lost"))), 200); // it still receives
}

void MappingsTest::noHelperOutlivesAKill()
{
    addDestination(QStringLiteral("CRM"), QStringLiteral("def f: f; f"));
    post(42, "booked");
    QList<pid_t> helpers;
    QTRY_VERIFY_WITH_TIMEOUT(!(helpers = helpersOf(m_earshot->processId())).isEmpty(), c_patience);
    QCOMPARE(m_earshot->stop(SIGKILL), -1);
    for (const pid_t helper : std::as_const(helpers))
        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(QStringLiteral("/proc/%1").arg(helper)), c_patience);
}

QTEST_GUILESS_MAIN(MappingsTest)
#include "tst_mappings.moc"
