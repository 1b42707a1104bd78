// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/earshotprocess.h"
#include "tests/system/senderload.h"

#include <QRandomGenerator>
#include <QTest>

#include <csignal>

using namespace earshot;

/** The promise: what was answered with 200 is kept, whatever happens to the process. `EARSHOT_KILL_ROUNDS` asks for
 * more rounds. */
class KillNineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acknowledgedDeliveriesAreKeptExactlyOnce();
    void aRebuildCutShortStartsOver();
};

void KillNineTest::acknowledgedDeliveriesAreKeptExactlyOnce()
{
    bool isNumber = false;
    const int wanted = qEnvironmentVariableIntValue("EARSHOT_KILL_ROUNDS", &isNumber);
    const int rounds = isNumber ? wanted : 12;
    EarshotProcess earshot;
    const QByteArray token = earshot.addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    QSet<qint64> acknowledged;
    qint64 nextCall = 1;
    for (int i = 0; i < rounds; ++i) {
        QVERIFY2(earshot.serve(), qPrintable(QStringLiteral("round %1").arg(i)));
        SenderLoad load(earshot.port(), token, nextCall);
        const qsizetype enough = QRandomGenerator::global()->bounded(1, 400);
        QTRY_VERIFY_WITH_TIMEOUT(load.acknowledged().size() >= enough, 60'000);
        QCOMPARE(earshot.stop(SIGKILL), -1);
        load.stop();
        acknowledged += load.acknowledged();
        nextCall = load.nextCall();
    }

    QVERIFY(earshot.serve());
    QVERIFY(earshot.waitUntilProjected());
    QHash<qint64, int> held; // call to how many events there are of it
    for (const QJsonObject &conversation : earshot.exported(QStringLiteral("conversations")))
        held[conversation.value(QStringLiteral("conversation_id")).toString().toLongLong()] +=
            conversation.value(QStringLiteral("events")).toInt();
    for (const qint64 call : std::as_const(acknowledged))
        QVERIFY2(held.value(call) == 1,
                 qPrintable(QStringLiteral("call %1: %2 events").arg(call).arg(held.value(call))));
    const QList<QJsonObject> deliveries = earshot.exported(QStringLiteral("deliveries"));
    QVERIFY(deliveries.size() >= acknowledged.size());
    QVERIFY(deliveries.size() < nextCall); // none of them twice
    for (const QJsonObject &delivery : deliveries)
        QCOMPARE(delivery.value(QStringLiteral("state")).toString(), QStringLiteral("decoded"));
    QCOMPARE(earshot.stop(SIGTERM), 0);
    const CommandResult checked = earshot.run({QStringLiteral("check")});
    QVERIFY2(checked.exitCode == 0, checked.words().constData());
}

void KillNineTest::aRebuildCutShortStartsOver()
{
    EarshotProcess earshot;
    const QByteArray token = earshot.addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    QVERIFY(earshot.serve());
    {
        SenderLoad load(earshot.port(), token, 1);
        QTRY_VERIFY_WITH_TIMEOUT(load.acknowledged().size() > 300, 60'000);
    }
    QVERIFY(earshot.waitUntilProjected());
    const QList<QJsonObject> before = earshot.exported(QStringLiteral("conversations"));

    QProcess rebuilding;
    rebuilding.start(qEnvironmentVariable("EARSHOT_BINARY"),
                     {QStringLiteral("rebuild"), QStringLiteral("--data"), earshot.folder()});
    QVERIFY(rebuilding.waitForStarted());
    QCOMPARE(earshot.stop(SIGKILL), -1);
    QVERIFY(rebuilding.waitForFinished(120'000)); // by its own hand if it did not reach the one that was killed

    QVERIFY(earshot.serve());
    QVERIFY(earshot.waitUntilProjected());
    QVERIFY(before == earshot.exported(QStringLiteral("conversations")));
    QCOMPARE(earshot.run({QStringLiteral("rebuild")}).exitCode, 0);
    QVERIFY(before == earshot.exported(QStringLiteral("conversations")));
}

QTEST_GUILESS_MAIN(KillNineTest)
#include "tst_killnine.moc"
