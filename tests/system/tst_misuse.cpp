// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/earshotprocess.h"

#include <QTest>

using namespace earshot;

/** Bad use ends with 2 and one clear line; nothing is touched. */
class MisuseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsWithTwoAndOneLine_data();
    void endsWithTwoAndOneLine();
    void helpEndsWithNothingWrong_data();
    void helpEndsWithNothingWrong();
    void versionIsPrinted();
    void outputThatCannotBeWrittenIsSaid();
};

void MisuseTest::endsWithTwoAndOneLine_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char *command, const char *words) {
        const QString text = QString::fromUtf8(command);
        QTest::newRow(command) << (text.isEmpty() ? QStringList() : text.split(QLatin1Char(' '))) << QByteArray(words);
    };
    row("exprot", "did you mean \"export\"?");
    row("--nonsense", "no option --nonsense");
    row("serve --listen 127.0.0.1", "is not ADDRESS:PORT");
    row("serve --listen 127.0.0.1:99999", "is not ADDRESS:PORT");
    row("serve --listne 127.0.0.1:0", "did you mean --listen?");
    row("serve now", "\"now\"");
    row("serve --store postgresql://localhost/x", "not in this version");
    row("source", "a command is missing");
    row("source ad", "did you mean \"add\"?");
    row("source add", "--platform is missing");
    row("source add --platform varda", "--name is missing");
    row("source add --platform twilio --name x", "\"twilio\" is no platform");
    row("source add --platform varda --name a/b", "/");
    row("source add --platform varda --name x --token short", "16 to 128");
    row("source add --platform varda --name x --token 0123456789abcdef --token-file -", "exclude each other");
    row("source add --platform varda --name x --allow 10.0.0.0/99", "is no network");
    row("source add --platform varda --name x --zone Mars/Olympus", "Mars/Olympus");
    row("source add --platform varda --name x --end-timeout soon", "is not a duration");
    row("source add --platform varda --name x --id-field a.b", "only for custom");
    row("source rotate", "NAME is missing");
    row("source remove a b", "one word too many");
    row("simulate --platform varda", "--rate is missing");
    row("simulate --platform twilio --rate 1", "twilio");
    row("simulate --platform varda --rate 0", "above zero");
    row("simulate --platform varda --rate 1 --count many", "whole number");
    row("simulate --platform varda --rate 1 --to localhost", "no listener's address");
    row("simulate --platform varda --rate 1 --faults sloth", "sloth");
    row("destination add --name x", "--url is missing");
    row("destination add --name x --url http://example.com/", "https");
    row("destination add --name x --url https://a.example/ --filter outcome: --manual", "exclude each other");
    row("destination add --name x --url https://a.example/ --filter nonsense:1", "nonsense");
    row("destination add --name x --kind salesfarce", "there are: webhook");
    row("destination add --name x --kind tryton --url https://t.example/", "needs the option database");
    row("destination add --name x --url https://a.example/ --option rate=fast", "rate is a number");
    row("destination set", "NAME is missing");
    row("destination set x --all --manual", "exclude each other");
    row("destination show", "NAME is missing");
    row("destination kinds all", "\"all\"");
    row("destination pause", "NAME is missing");
    row("outbox send 1", "--destination is missing");
    row("outbox send --destination x", "either IDs or");
    row("outbox retry", "either IDs or");
    row("outbox retry 1 --pace 5", "--pace goes with");
    row("outbox retry --filter outcome: --dry-run", "the filter");
    row("outbox show", "ID is missing");
    row("outbox choose 1", "CONTACT is missing");
    row("outbox settle 1", "--there or --not-there");
    row("outbox discard x", "\"x\" is no ID");
    row("outbox discard", "ID is missing");
    row("rebuild all", "\"all\"");
    row("export --format pdf --what conversations --output -", "pdf");
    row("export --format csv --what nonsense --output -", "nonsense");
    row("stats --by colour --json", "colour");
    row("show", "missing");
    row("show nonsense 1", "nonsense");
    row("replay 1", "--to");
    row("backup", "FILE");
    row("purge --before nonsense", "nonsense");
}

void MisuseTest::endsWithTwoAndOneLine()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, words);
    const EarshotProcess earshot;
    const bool takesOptions = arguments.size() > 1;
    const CommandResult result = takesOptions ? earshot.run(arguments) : EarshotProcess::runPlain(arguments);
    QVERIFY2(result.exitCode == 2, result.words().constData());
    QCOMPARE(result.output, QByteArray());
    QVERIFY2(result.errors.startsWith("earshot"), result.errors.constData());
    QVERIFY2(result.errors.count('\n') == 1 && result.errors.endsWith('\n'), result.errors.constData());
    QVERIFY2(result.errors.contains(words), result.errors.constData());
    QVERIFY(!QFile::exists(earshot.location().path));
}

void MisuseTest::helpEndsWithNothingWrong_data()
{
    QTest::addColumn<QStringList>("command");
    for (const char *const command : {"",
                                      "serve",
                                      "source",
                                      "source add",
                                      "source list",
                                      "source rotate",
                                      "source disable",
                                      "source enable",
                                      "source remove",
                                      "export",
                                      "stats",
                                      "show",
                                      "simulate",
                                      "destination",
                                      "destination add",
                                      "destination set",
                                      "destination show",
                                      "destination kinds",
                                      "destination list",
                                      "destination test",
                                      "destination pause",
                                      "destination resume",
                                      "destination remove",
                                      "outbox",
                                      "outbox list",
                                      "outbox show",
                                      "outbox send",
                                      "outbox choose",
                                      "outbox settle",
                                      "outbox retry",
                                      "outbox discard",
                                      "rebuild",
                                      "check"}) {
        const QString text = QString::fromLatin1(command);
        QTest::newRow(command) << (text.isEmpty() ? QStringList() : text.split(QLatin1Char(' ')));
    }
}

void MisuseTest::helpEndsWithNothingWrong()
{
    QFETCH(QStringList, command);
    const CommandResult result = EarshotProcess::runPlain(command + QStringList{QStringLiteral("--help")});
    QVERIFY2(result.exitCode == 0, result.words().constData());
    QVERIFY(result.output.startsWith("Usage: earshot"));
    QCOMPARE(result.errors, QByteArray());
}

void MisuseTest::versionIsPrinted()
{
    const CommandResult result = EarshotProcess::runPlain({QStringLiteral("--version")});
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(result.output, QByteArray("earshot " EARSHOT_VERSION "\n"));
}

void MisuseTest::outputThatCannotBeWrittenIsSaid()
{
    QProcess process;
    process.setStandardOutputFile(QStringLiteral("/dev/full"));
    process.start(qEnvironmentVariable("EARSHOT_BINARY"),
                  {QStringLiteral("source"), QStringLiteral("list"), QStringLiteral("--help")});
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 1);
    QCOMPARE(process.readAllStandardError(),
             QByteArrayLiteral("earshot source list: standard output cannot be written\n"));
}

QTEST_GUILESS_MAIN(MisuseTest)
#include "tst_misuse.moc"
