// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/earshotprocess.h"

#include <QTest>

#include <csignal>

using namespace earshot;

namespace {

QStringList simulation(const QString &platform, int count, const QStringList &options = {})
{
    return QStringList{QStringLiteral("simulate"), QStringLiteral("--platform"), platform,
                       QStringLiteral("--rate"),   QStringLiteral("500"),        QStringLiteral("--count"),
                       QString::number(count),     QStringLiteral("--json")}
           + options;
}

} // namespace

class SimulateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void feedsEveryPlatform();
    void usesTheSourcesThereAre();
    void signsWhereASourceAsksForIt();
    void faultsAreAnsweredAllTheSame();
    void saysThatNobodyReceives();
    void failsWhereNobodyAnswers();
    void stopsWhenAsked();
};

void SimulateTest::feedsEveryPlatform()
{
    EarshotProcess earshot;
    QVERIFY(earshot.serve());
    const CommandResult result = earshot.run(simulation(QStringLiteral("all"), 120));
    QVERIFY2(result.exitCode == 0, result.words().constData());
    QCOMPARE(result.json().value(QStringLiteral("sent")).toInt(), 120);
    QCOMPARE(result.json().value(QStringLiteral("answered_2xx")).toInt(), 120);
    QVERIFY(earshot.waitUntilProjected());
    QSet<QString> sources;
    const QList<QJsonObject> deliveries = earshot.exported(QStringLiteral("deliveries"));
    for (const QJsonObject &delivery : deliveries) {
        sources.insert(delivery.value(QStringLiteral("source")).toString());
        QCOMPARE(delivery.value(QStringLiteral("state")).toString(), QStringLiteral("decoded"));
    }
    QCOMPARE(deliveries.size(), 120);
    QCOMPARE(sources, QSet<QString>({QStringLiteral("demo-insighto"), QStringLiteral("demo-eigi"),
                                     QStringLiteral("demo-varda")}));
    QVERIFY(!earshot.exported(QStringLiteral("conversations")).isEmpty());
}

void SimulateTest::usesTheSourcesThereAre()
{
    EarshotProcess earshot;
    QVERIFY(earshot.serve());
    earshot.addSource(QStringLiteral("Web chat"), QStringLiteral("eigi"));
    QVERIFY(earshot.run(simulation(QStringLiteral("eigi"), 20)).exitCode == 0);
    for (const QJsonObject &delivery : earshot.exported(QStringLiteral("deliveries")))
        QCOMPARE(delivery.value(QStringLiteral("source")).toString(), QStringLiteral("Web chat"));
}

void SimulateTest::signsWhereASourceAsksForIt()
{
    EarshotProcess earshot;
    QVERIFY(earshot.serve());
    const CommandResult added =
        earshot.run({QStringLiteral("source"), QStringLiteral("add"), QStringLiteral("--platform"),
                     QStringLiteral("varda"), QStringLiteral("--name"), QStringLiteral("Desk"),
                     QStringLiteral("--signing-secret-file"), QStringLiteral("-")},
                    "a secret of Varda's\n");
    QVERIFY2(added.exitCode == 0, added.words().constData());
    const CommandResult good = earshot.run(simulation(QStringLiteral("varda"), 60));
    QVERIFY2(good.exitCode == 0, good.words().constData());
    QCOMPARE(good.json().value(QStringLiteral("answered_2xx")).toInt(), 60);
    for (const QJsonObject &delivery : earshot.exported(QStringLiteral("deliveries")))
        QCOMPARE(delivery.value(QStringLiteral("verdict")).toString(), QStringLiteral("verified"));
    const CommandResult bad = earshot.run(simulation(
        QStringLiteral("varda"), 200,
        {QStringLiteral("--seed"), QStringLiteral("7"), QStringLiteral("--faults"), QStringLiteral("bad-signature")}));
    QCOMPARE(bad.exitCode, 1); // since not all were answered with 2xx
    QVERIFY(earshot.waitUntilProjected());
    QSet<QString> verdicts;
    for (const QJsonObject &delivery : earshot.exported(QStringLiteral("deliveries")))
        verdicts.insert(delivery.value(QStringLiteral("verdict")).toString());
    QCOMPARE(verdicts, QSet<QString>({QStringLiteral("verified"), QStringLiteral("failed")}));
}

void SimulateTest::faultsAreAnsweredAllTheSame()
{
    EarshotProcess earshot;
    QVERIFY(earshot.serve());
    const CommandResult result = earshot.run(
        simulation(QStringLiteral("all"), 300,
                   {QStringLiteral("--faults"), QStringLiteral("duplicates,reorder,late,bad-signature,malformed")}));
    QVERIFY2(result.exitCode == 0, result.words().constData());
    QVERIFY(earshot.waitUntilProjected());
    QCOMPARE(earshot.exported(QStringLiteral("deliveries")).size(), 300);
}

void SimulateTest::saysThatNobodyReceives()
{
    const EarshotProcess earshot;
    const CommandResult result = earshot.run(simulation(QStringLiteral("varda"), 1));
    QCOMPARE(result.exitCode, 1);
    QCOMPARE(result.errors.count('\n'), 1);
    QVERIFY2(result.errors.contains("earshot serve") && result.errors.contains("--to"), result.errors.constData());
}

void SimulateTest::failsWhereNobodyAnswers()
{
    EarshotProcess earshot;
    QVERIFY(earshot.serve());
    const QString base = QStringLiteral("http://127.0.0.1:%1").arg(earshot.port());
    QCOMPARE(earshot.stop(SIGTERM), 0);
    const CommandResult result = earshot.run(simulation(QStringLiteral("varda"), 3, {QStringLiteral("--to"), base}));
    QCOMPARE(result.exitCode, 1);
    QVERIFY2(result.errors.contains("not answered"), result.errors.constData());
    QVERIFY(!result.errors.contains("/hook/"));
}

void SimulateTest::stopsWhenAsked()
{
    EarshotProcess earshot;
    QVERIFY(earshot.serve());
    QProcess endless;
    endless.start(qEnvironmentVariable("EARSHOT_BINARY"),
                  {QStringLiteral("simulate"), QStringLiteral("--platform"), QStringLiteral("varda"),
                   QStringLiteral("--rate"), QStringLiteral("200"), QStringLiteral("--data"), earshot.folder(),
                   QStringLiteral("--json")});
    QTRY_VERIFY_WITH_TIMEOUT(earshot.exported(QStringLiteral("deliveries")).size() > 10, 60'000);
    endless.terminate();
    QVERIFY(endless.waitForFinished(60'000));
    QCOMPARE(endless.exitCode(), 0);
    QVERIFY(endless.readAllStandardOutput().contains("\"sent\":"));
}

QTEST_GUILESS_MAIN(SimulateTest)
#include "tst_simulate.moc"
