// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/commands/streamcapture.h"

#include "app/commands/command.h"
#include "app/commands/commandlist.h"

#include <QTest>

using namespace earshot;

class CommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsTheCommandWithWhatFollows();
    void unknownWordNamesTheNearest_data();
    void unknownWordNamesTheNearest();
    void missingWordListsTheCommands();
    void helpListsEveryCommand();
};

namespace {

QList<Command> sampleCommands(QStringList &seen)
{
    const auto note = [&seen](const QStringList &arguments) {
        seen = arguments;
        return 7;
    };
    return {{QStringLiteral("serve"), QStringLiteral("Serves."), note},
            {QStringLiteral("export"), QStringLiteral("Exports."), note}};
}

int run(const QStringList &arguments, QStringList &seen)
{
    return runOneOf(sampleCommands(seen), QStringLiteral("earshot"), QStringLiteral("Purpose."), arguments);
}

} // namespace

void CommandTest::runsTheCommandWithWhatFollows()
{
    QStringList seen;
    QCOMPARE(run({QStringLiteral("export"), QStringLiteral("--help"), QStringLiteral("x")}, seen), 7);
    QCOMPARE(seen, QStringList({QStringLiteral("--help"), QStringLiteral("x")}));
}

void CommandTest::unknownWordNamesTheNearest_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("letters exchanged") << QStringLiteral(
        "exprot") << QByteArray("earshot: there is no command \"exprot\"; did you mean \"export\"?\n");
    QTest::newRow("upper case") << QStringLiteral("SERVE")
                                << QByteArray("earshot: there is no command \"SERVE\"; did you mean \"serve\"?\n");
    QTest::newRow("nothing like it") << QStringLiteral("xyzzyxyzzy")
                                     << QByteArray("earshot: there is no command \"xyzzyxyzzy\"; see earshot --help\n");
    QTest::newRow("empty") << QString() << QByteArray("earshot: there is no command \"\"; see earshot --help\n");
    QTest::newRow("very long") << QString(100'000, QLatin1Char('s'))
                               << QByteArray("earshot: there is no command \"" + QByteArray(100'000, 's')
                                             + "\"; see earshot --help\n");
}

void CommandTest::unknownWordNamesTheNearest()
{
    QFETCH(QString, word);
    QFETCH(QByteArray, line);
    QStringList seen;
    StreamCapture captured(stderr);
    QCOMPARE(run({word}, seen), int(ExitMisuse));
    QCOMPARE(captured.text(), line);
}

void CommandTest::missingWordListsTheCommands()
{
    QStringList seen;
    StreamCapture captured(stderr);
    QCOMPARE(run({}, seen), int(ExitMisuse));
    QCOMPARE(captured.text(), QByteArrayLiteral("earshot: a command is missing: serve, export\n"));
}

void CommandTest::helpListsEveryCommand()
{
    StreamCapture captured(stdout);
    QCOMPARE(runCommand({QStringLiteral("--help")}), int(ExitDone));
    const QString text = QString::fromUtf8(captured.text());
    for (const Command &command : allCommands())
        QVERIFY2(text.contains(command.summary), qUtf8Printable(command.name));
}

QTEST_GUILESS_MAIN(CommandTest)
#include "tst_command.moc"
