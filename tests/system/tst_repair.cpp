// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/store/damage.h"
#include "tests/system/earshotprocess.h"
#include "tests/system/httpsender.h"
#include "tests/system/senderload.h"

#include <QDir>
#include <QTest>

#include <csignal>

using namespace earshot;

/** What a person does about a store: a copy while it is received into, and what can be saved of a damaged one. */
class RepairTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBackupUnderLoadHoldsWhatWasAcknowledged();
    void serveGoesOnAfterADamagedStore();
    void damageWhileServingIsPutAsideByTheNextStart();
    void repairTakesTheDamagedStoresPlace();
    void repairIsRefusedWhileServing();

private:
    static QByteArray fill(EarshotProcess &earshot, qsizetype calls);
    static void damageJournal(const EarshotProcess &earshot);
};

/** Receives that many calls at least and stops; the hook's token. */
QByteArray RepairTest::fill(EarshotProcess &earshot, qsizetype calls)
{
    const QByteArray token = earshot.addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    if (!earshot.serve())
        return {};
    {
        SenderLoad load(earshot.port(), token, 1);
        if (!QTest::qWaitFor([&] { return load.acknowledged().size() > calls; }, 60'000))
            return {};
    }
    return earshot.waitUntilProjected() && earshot.stop(SIGTERM) == 0 ? token : QByteArray();
}

void RepairTest::damageJournal(const EarshotProcess &earshot)
{
    const QString path = earshot.location().path;
    overwrite(path, {pagesOf(path, QStringLiteral("delivery"), QStringLiteral("leaf")).last()});
}

void RepairTest::aBackupUnderLoadHoldsWhatWasAcknowledged()
{
    EarshotProcess earshot;
    const QByteArray token = earshot.addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    QVERIFY(earshot.serve());
    SenderLoad load(earshot.port(), token, 1);
    QTRY_VERIFY_WITH_TIMEOUT(load.acknowledged().size() > 300, 60'000);
    const QSet<qint64> before = load.acknowledged();
    const QString copy = earshot.folder() + QStringLiteral("/copy.sqlite");
    const CommandResult done = earshot.run({QStringLiteral("backup"), copy});
    QVERIFY2(done.exitCode == 0, done.words().constData());
    QVERIFY2(done.output.contains("Tokens and keys are not in it"), done.output.constData());
    QVERIFY2(earshot.run({QStringLiteral("backup"), copy}).exitCode == 1, "an existing file is not replaced");
    load.stop();
    QCOMPARE(earshot.stop(SIGTERM), 0);

    const QStringList store{QStringLiteral("--store"), QStringLiteral("sqlite:") + copy};
    const CommandResult checked = EarshotProcess::runPlain(QStringList{QStringLiteral("check")} + store);
    QVERIFY2(checked.exitCode == 0, checked.words().constData());
    const CommandResult bodies =
        EarshotProcess::runPlain(QStringList{QStringLiteral("export"), QStringLiteral("--what"),
                                             QStringLiteral("deliveries"), QStringLiteral("--format"),
                                             QStringLiteral("ndjson"), QStringLiteral("--output"), QStringLiteral("-")}
                                 + store);
    QVERIFY2(bodies.output.count('\n') >= before.size(), bodies.errors.constData());
}

void RepairTest::serveGoesOnAfterADamagedStore()
{
    EarshotProcess earshot;
    const QByteArray token = fill(earshot, 200);
    QVERIFY(!token.isEmpty());
    damageJournal(earshot);
    QVERIFY(earshot.serve());
    HttpSender sender(earshot.port());
    QCOMPARE(sender.send(jsonPost(token, endedCall(1'000'001))), 200); // the same token, in the new store
    QVERIFY(earshot.waitUntilProjected());
    QCOMPARE(earshot.stop(SIGTERM), 0);
    const QByteArray said = earshot.served();
    QVERIFY2(said.contains("It was put aside as"), said.constData());

    const QStringList asides = QDir(earshot.folder()).entryList({QStringLiteral("earshot.sqlite.corrupt-*Z")});
    QCOMPARE(asides.size(), 1);
    const QString aside = earshot.folder() + QLatin1Char('/') + asides.first();
    const QString output = earshot.folder() + QStringLiteral("/salvaged.sqlite");
    const CommandResult repaired = EarshotProcess::runPlain(
        {QStringLiteral("check"), QStringLiteral("--repair"), QStringLiteral("--json"), QStringLiteral("--output"),
         output, QStringLiteral("--store"), QStringLiteral("sqlite:") + aside});
    QVERIFY2(repaired.exitCode == 0, repaired.words().constData());
    QVERIFY(repaired.json().value(QStringLiteral("sound")).toBool());
    QVERIFY(!repaired.json().value(QStringLiteral("salvaged")).toObject().value(QStringLiteral("whole")).toBool());
    QVERIFY(QFile::exists(aside));
}

/** What the opening tries does not reach the last arrivals' page of the index; the next delivery does. */
void RepairTest::damageWhileServingIsPutAsideByTheNextStart()
{
    EarshotProcess earshot;
    const QByteArray token = fill(earshot, 600);
    QVERIFY(!token.isEmpty());
    const QString path = earshot.location().path;
    const QList<qint64> leaves = pagesOf(path, QStringLiteral("delivery_received"), QStringLiteral("leaf"));
    QVERIFY(leaves.size() > 1);
    QVERIFY(earshot.serve());
    overwrite(path, {leaves.last()});
    QCOMPARE(HttpSender(earshot.port()).send(jsonPost(token, endedCall(1'000'001))), 503);
    QCOMPARE(earshot.waitForEnd(), 1); // on which a service manager starts it again
    const QByteArray said = earshot.served();
    QVERIFY2(said.contains("is damaged") && said.contains("The next start puts it aside"), said.constData());
    QVERIFY(QDir(earshot.folder()).entryList({QStringLiteral("*.corrupt-*")}).isEmpty());

    QVERIFY(earshot.serve());
    QCOMPARE(HttpSender(earshot.port()).send(jsonPost(token, endedCall(1'000'001))), 200);
    QVERIFY(earshot.waitUntilProjected());
    QCOMPARE(earshot.exported(QStringLiteral("conversations")).size(), 1);
    QCOMPARE(earshot.stop(SIGTERM), 0);
    const QByteArray then = earshot.served();
    QVERIFY2(then.contains("It was put aside as"), then.constData());
    QCOMPARE(QDir(earshot.folder()).entryList({QStringLiteral("earshot.sqlite.corrupt-*Z")}).size(), 1);
    QVERIFY(QDir(earshot.folder()).entryList({QStringLiteral("*.suspect")}).isEmpty());
    QVERIFY(earshot.serve()); // and is sound from then on
    QCOMPARE(earshot.stop(SIGTERM), 0);
    QVERIFY(!earshot.served().contains("put aside"));
}

void RepairTest::repairTakesTheDamagedStoresPlace()
{
    EarshotProcess earshot;
    const QByteArray token = fill(earshot, 400);
    QVERIFY(!token.isEmpty());
    const qsizetype before = earshot.exported(QStringLiteral("conversations")).size();
    const QString path = earshot.location().path;
    overwrite(path, {pagesOf(path, QStringLiteral("delivery"), QStringLiteral("leaf")).at(1)});
    QCOMPARE(earshot.run({QStringLiteral("check")}).exitCode, 1);
    const CommandResult repaired = earshot.run({QStringLiteral("check"), QStringLiteral("--repair")});
    QVERIFY2(repaired.exitCode == 0, repaired.words().constData());
    QVERIFY2(repaired.output.contains("is sound"), repaired.output.constData());
    const qsizetype after = earshot.exported(QStringLiteral("conversations")).size();
    QVERIFY2(after < before && after > before - 100, qPrintable(QStringLiteral("%1 of %2").arg(after).arg(before)));
    QVERIFY(earshot.serve());
    HttpSender sender(earshot.port());
    QCOMPARE(sender.send(jsonPost(token, endedCall(1'000'001))), 200);
    QCOMPARE(earshot.stop(SIGTERM), 0);
}

void RepairTest::repairIsRefusedWhileServing()
{
    EarshotProcess earshot;
    QVERIFY(!earshot.addSource(QStringLiteral("Front desk"), QStringLiteral("varda")).isEmpty());
    QVERIFY(earshot.serve());
    const CommandResult refused = earshot.run({QStringLiteral("check"), QStringLiteral("--repair")});
    QVERIFY2(refused.exitCode == 1 && refused.errors.contains("--output"), refused.words().constData());
    QCOMPARE(earshot.stop(SIGTERM), 0);
}

QTEST_GUILESS_MAIN(RepairTest)
#include "tst_repair.moc"
