// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/expose/sshserver.h"
#include "tests/system/earshotprocess.h"
#include "tests/system/httpsender.h"
#include "tests/system/senderload.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>
#include <QUrl>

#include <csignal>

using namespace earshot;

namespace {

constexpr int c_patienceMs = 30'000;

/** The self-test's result of one step. */
QString resultOf(const QJsonObject &report, const QString &step)
{
    const QJsonArray steps = report.value(QStringLiteral("steps")).toArray();
    for (const QJsonValue &each : steps) {
        if (each[QLatin1StringView("step")].toString() == step)
            return each[QLatin1StringView("result")].toString();
    }
    return {};
}

QString detailOf(const QJsonObject &report, const QString &step)
{
    const QJsonArray steps = report.value(QStringLiteral("steps")).toArray();
    for (const QJsonValue &each : steps) {
        if (each[QLatin1StringView("step")].toString() == step)
            return each[QLatin1StringView("detail")].toString();
    }
    return {};
}

/** The processes whose command line has @p word. */
int processesWith(const QByteArray &word)
{
    int found = 0;
    const QStringList entries = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (const QString &entry : entries) {
        QFile file(QStringLiteral("/proc/%1/cmdline").arg(entry));
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(word))
            ++found;
    }
    return found;
}

} // namespace

/** The program behind a real sshd, as a sender out there meets it. */
class PublicWayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aDeliveryComesThroughTheTunnel();
    void theSelfTestGoesRoundTheWholeWay();
    void theSelfTestNamesATunnelThatIsDown();
    void aTunnelTurnedOffEndsAtOnce();
    void sshDiesWithAKilledServe();
    void anyOtherProgramWillDo();
    void misuseIsSaid_data();
    void misuseIsSaid();

private:
    QStringList sshArguments() const;
    QJsonObject tunnelState() const;
    bool waitForKind(const QString &kind) const;

    std::unique_ptr<SshServer> m_server;
    std::unique_ptr<EarshotProcess> m_earshot;
    QByteArray m_token;
};

void PublicWayTest::init()
{
    m_server = std::make_unique<SshServer>();
    QVERIFY2(m_server->problem().isEmpty(), qPrintable(m_server->problem()));
    m_earshot = std::make_unique<EarshotProcess>();
    m_token = m_earshot->addSource(QStringLiteral("Front desk"), QStringLiteral("insighto"));
}

void PublicWayTest::cleanup()
{
    m_earshot.reset();
    m_server.reset();
}

QStringList PublicWayTest::sshArguments() const
{
    const TunnelSettings tunnel = m_server->tunnel();
    QStringList words{QStringLiteral("tunnel"),       QStringLiteral("set"),
                      QStringLiteral("--ssh"),        tunnel.sshTarget,
                      QStringLiteral("--ssh-port"),   QString::number(tunnel.sshPort),
                      QStringLiteral("--identity"),   tunnel.identityFile,
                      QStringLiteral("--remote"),     QStringLiteral("0"),
                      QStringLiteral("--public-url"), tunnel.publicUrl};
    for (const QString &option : tunnel.sshOptions)
        words << QStringLiteral("--ssh-option") << option;
    return words;
}

QJsonObject PublicWayTest::tunnelState() const
{
    return m_earshot->run({QStringLiteral("tunnel"), QStringLiteral("show"), QStringLiteral("--json")})
        .json()
        .value(QStringLiteral("state"))
        .toObject();
}

bool PublicWayTest::waitForKind(const QString &kind) const
{
    return QTest::qWaitFor([&] { return tunnelState().value(QStringLiteral("kind")).toString() == kind; },
                           c_patienceMs);
}

void PublicWayTest::aDeliveryComesThroughTheTunnel()
{
    QVERIFY(m_earshot->serve());
    const CommandResult set = m_earshot->run(sshArguments()); // while it receives: obeyed at once
    QVERIFY2(set.exitCode == 0, set.words().constData());
    QVERIFY(waitForKind(QStringLiteral("up")));
    const QUrl publicBase(tunnelState().value(QStringLiteral("public")).toString());
    QVERIFY(publicBase.port() != m_earshot->port());

    QCOMPARE(HttpSender(quint16(publicBase.port())).send(jsonPost(m_token, R"({"event":"hello"})")), 200);
    QVERIFY(m_earshot->waitUntilProjected());
    QCOMPARE(m_earshot->exported(QStringLiteral("deliveries")).size(), 1);

    const CommandResult listed = m_earshot->run(
        {QStringLiteral("source"), QStringLiteral("list"), QStringLiteral("--json"), QStringLiteral("--show-secrets")});
    QVERIFY2(listed.output.contains(QByteArray(publicBase.toString().toUtf8() + "/hook/" + m_token)),
             listed.words().constData());
}

void PublicWayTest::theSelfTestGoesRoundTheWholeWay()
{
    QCOMPARE(m_earshot->run(sshArguments()).exitCode, 0);
    QVERIFY(m_earshot->serve());
    QVERIFY(waitForKind(QStringLiteral("up")));
    const CommandResult tested =
        m_earshot->run({QStringLiteral("tunnel"), QStringLiteral("test"), QStringLiteral("--json")});
    QVERIFY2(tested.exitCode == 0, tested.words().constData());
    const QJsonObject report = tested.json();
    QVERIFY(report.value(QStringLiteral("reachable")).toBool());
    for (const auto &step : {QStringLiteral("listener"), QStringLiteral("port"), QStringLiteral("answer"),
                             QStringLiteral("round-trip"), QStringLiteral("large-event")})
        QCOMPARE(resultOf(report, step), QStringLiteral("passed"));
    QCOMPARE(resultOf(report, QStringLiteral("sender-address")), QStringLiteral("warning"));
    QVERIFY(!tested.output.contains(m_token));
    QVERIFY(m_earshot->waitUntilProjected());
    QCOMPARE(m_earshot->exported(QStringLiteral("deliveries")).size(), 0);
}

void PublicWayTest::theSelfTestNamesATunnelThatIsDown()
{
    QStringList arguments = sshArguments();
    arguments.replace(arguments.indexOf(QStringLiteral("--identity")) + 1, m_server->strangersKey());
    QCOMPARE(m_earshot->run(arguments).exitCode, 0);
    QVERIFY(m_earshot->serve());
    QVERIFY(waitForKind(QStringLiteral("down")));
    const CommandResult tested =
        m_earshot->run({QStringLiteral("tunnel"), QStringLiteral("test"), QStringLiteral("--json")});
    QCOMPARE(tested.exitCode, 1);
    const QJsonObject report = tested.json();
    QCOMPARE(resultOf(report, QStringLiteral("public-address")), QStringLiteral("failed"));
    QVERIFY2(detailOf(report, QStringLiteral("public-address")).contains(QLatin1StringView("refuses the key")),
             tested.words().constData());
    QCOMPARE(resultOf(report, QStringLiteral("round-trip")), QStringLiteral("skipped"));
}

void PublicWayTest::aTunnelTurnedOffEndsAtOnce()
{
    QCOMPARE(m_earshot->run(sshArguments()).exitCode, 0);
    QVERIFY(m_earshot->serve());
    QVERIFY(waitForKind(QStringLiteral("up")));
    const QByteArray mark = m_server->tunnel().identityFile.toUtf8();
    QVERIFY(processesWith(mark) > 0);
    QCOMPARE(m_earshot->run({QStringLiteral("tunnel"), QStringLiteral("off")}).exitCode, 0);
    QTRY_COMPARE_WITH_TIMEOUT(processesWith(mark), 0, c_patienceMs);
    QVERIFY(tunnelState().isEmpty());
}

void PublicWayTest::sshDiesWithAKilledServe()
{
    QCOMPARE(m_earshot->run(sshArguments()).exitCode, 0);
    QVERIFY(m_earshot->serve());
    QVERIFY(waitForKind(QStringLiteral("up")));
    const QByteArray mark = m_server->tunnel().identityFile.toUtf8();
    m_earshot->stop(SIGKILL);
    QTRY_COMPARE_WITH_TIMEOUT(processesWith(mark), 0, c_patienceMs);
}

void PublicWayTest::anyOtherProgramWillDo()
{
    const CommandResult set =
        m_earshot->run({QStringLiteral("tunnel"), QStringLiteral("set"), QStringLiteral("--command"),
                        QStringLiteral("sh -c \"echo your url is: https://p{port}.example.com; exec sleep 600\"")});
    QVERIFY2(set.exitCode == 0, set.words().constData());
    QVERIFY(m_earshot->serve());
    QVERIFY(waitForKind(QStringLiteral("up")));
    QCOMPARE(tunnelState().value(QStringLiteral("public")).toString(),
             QStringLiteral("https://p%1.example.com").arg(m_earshot->port()));
}

void PublicWayTest::misuseIsSaid_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char *name, const QString &words, const char *said) {
        QTest::newRow(name) << words.split(u' ') << QByteArray(said);
    };
    row("neither", QStringLiteral("--url-pattern x"), "--ssh or --command");
    row("both", QStringLiteral("--ssh a@b --command c"), "--ssh or --command");
    row("no public address", QStringLiteral("--ssh a@b"), "under which address");
    row("an odd remote", QStringLiteral("--ssh a@b --remote x:y --public-url https://h.example"), "[ADDRESS:]PORT");
    row("an odd pattern", QStringLiteral("--command c --url-pattern ("), "regular expression");
}

void PublicWayTest::misuseIsSaid()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, said);
    const CommandResult result = m_earshot->run(QStringList{QStringLiteral("tunnel"), QStringLiteral("set")} + words);
    QCOMPARE(result.exitCode, 2);
    QVERIFY2(result.errors.contains(said), result.words().constData());
}

QTEST_GUILESS_MAIN(PublicWayTest)

#include "tst_publicway.moc"
