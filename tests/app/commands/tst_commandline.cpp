// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/commands/streamcapture.h"

#include "app/commands/commandline.h"

#include <QTemporaryDir>
#include <QTest>

using namespace earshot;

namespace {

/** A command with one of each. */
class SampleLine : public CommandLine
{
public:
    SampleLine()
        : CommandLine(QStringLiteral("sample"), QStringLiteral("Does this and that."))
    {
        addPositional(QStringLiteral("ID"), QStringLiteral("What to take."), CommandLine::Positional::Optional);
        addOption(QStringLiteral("output"), QStringLiteral("FILE"), QStringLiteral("Where to."));
        addOption(QStringLiteral("allow"), QStringLiteral("CIDR"), QStringLiteral("Who may."),
                  CommandLine::Times::Repeated);
        addOption(QStringLiteral("count"), QStringLiteral("N"), QStringLiteral("How many."));
        addHiddenOption(QStringLiteral("secretly"), QStringLiteral("N"));
        addZoneOption();
        addJsonFlag();
    }
};

} // namespace

class CommandLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatWasGiven();
    void misuseIsOneLineAndCodeTwo_data();
    void misuseIsOneLineAndCodeTwo();
    void helpGoesToStandardOutput();
    void requiredOptionIsAskedFor();
    void positionalsAreCounted_data();
    void positionalsAreCounted();
    void readsNumbers_data();
    void readsNumbers();
    void choosesTheStore_data();
    void choosesTheStore();
    void makesAFolderOnlyItsOwnerCanRead();
    void refusesAFileWhereTheFolderShouldBe();
    void messageStaysOneLine();
    void codeTellsMisuseFromFailure();
};

void CommandLineTest::readsWhatWasGiven()
{
    SampleLine line;
    const auto code = line.read({QStringLiteral("--allow"), QStringLiteral("10.0.0.0/8"), QStringLiteral("--output=-"),
                                 QStringLiteral("42"), QStringLiteral("--allow"), QStringLiteral("::1"),
                                 QStringLiteral("--json"), QStringLiteral("--zone"), QStringLiteral("Asia/Kathmandu")});
    QVERIFY(!code);
    QCOMPARE(line.values(QStringLiteral("allow")), QStringList({QStringLiteral("10.0.0.0/8"), QStringLiteral("::1")}));
    QCOMPARE(line.value(QStringLiteral("output")), QStringLiteral("-"));
    QCOMPARE(line.positionals(), QStringList{QStringLiteral("42")});
    QCOMPARE(line.zone().id(), QByteArrayLiteral("Asia/Kathmandu"));
    QVERIFY(line.wantsJson());
    QVERIFY(!line.has(QStringLiteral("count")));
    QVERIFY(line.value(QStringLiteral("count")).isNull());
}

void CommandLineTest::misuseIsOneLineAndCodeTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *arguments, const char *words) {
        QTest::newRow(name) << QString::fromUtf8(arguments).split(QLatin1Char(' ')) << QString::fromUtf8(words);
    };
    row("unknown option", "--outptu x", "there is no option --outptu; did you mean --output?");
    row("far from any option", "--zzzzzzzzz", "there is no option --zzzzzzzzz; see earshot sample --help");
    row("unknown short option", "-q", "there is no option -q");
    row("value missing at the end", "--output", "output");
    row("value missing before an option", "--output --json", "--output needs a value");
    row("value for a flag", "--json=yes", "json");
    row("empty value", "--output=", "the value of --output is empty");
    row("twice", "--output a --output b", "--output is given more than once");
    row("a word too many", "1 2", "\"2\" is one word too many");
    row("no zone", "--zone Mars/Olympus", "\"Mars/Olympus\" is no time zone");
    row("unknown category", "--log nonsense", "no category \"nonsense\"");
    row("PostgreSQL", "--store postgresql://host/db", "not in this version");
    row("no kind of store", "--store /tmp/x.sqlite", "is no store; use sqlite:PATH");
    row("no path", "--store sqlite:", "is no store");
}

void CommandLineTest::misuseIsOneLineAndCodeTwo()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, words);
    SampleLine line;
    StreamCapture captured(stderr);
    const auto code = line.read(arguments);
    const QString said = QString::fromUtf8(captured.text());
    QCOMPARE(code, std::optional<int>(ExitMisuse));
    QVERIFY2(said.startsWith(QStringLiteral("earshot sample: ")), qUtf8Printable(said));
    QVERIFY2(said.contains(words), qUtf8Printable(said));
    QCOMPARE(said.count(QLatin1Char('\n')), 1);
}

void CommandLineTest::helpGoesToStandardOutput()
{
    SampleLine line;
    StreamCapture captured(stdout);
    const auto code = line.read({QStringLiteral("--help")});
    const QString text = QString::fromUtf8(captured.text());
    QCOMPARE(code, std::optional<int>(ExitDone));
    QVERIFY2(text.startsWith(QStringLiteral("Usage: earshot sample [options] [ID]\n")), qUtf8Printable(text));
    QVERIFY(text.contains(QStringLiteral("--output <FILE>")));
    QVERIFY(text.contains(QStringLiteral("--data <DIR>")));
    QVERIFY(!text.contains(QStringLiteral("secretly")));
}

void CommandLineTest::requiredOptionIsAskedFor()
{
    CommandLine line(QStringLiteral("sample"), QString());
    line.addRequiredOption(QStringLiteral("name"), QStringLiteral("NAME"), QString());
    StreamCapture captured(stderr);
    QCOMPARE(line.read({}), std::optional<int>(ExitMisuse));
    QCOMPARE(captured.text(), QByteArrayLiteral("earshot sample: --name is missing\n"));
}

void CommandLineTest::positionalsAreCounted_data()
{
    QTest::addColumn<CommandLine::Positional>("count");
    QTest::addColumn<int>("given");
    QTest::addColumn<bool>("good");
    using enum CommandLine::Positional;
    QTest::newRow("required, none") << Required << 0 << false;
    QTest::newRow("required, one") << Required << 1 << true;
    QTest::newRow("required, two") << Required << 2 << false;
    QTest::newRow("optional, none") << Optional << 0 << true;
    QTest::newRow("optional, two") << Optional << 2 << false;
    QTest::newRow("one or more, none") << OneOrMore << 0 << false;
    QTest::newRow("one or more, three") << OneOrMore << 3 << true;
    QTest::newRow("any, none") << Any << 0 << true;
    QTest::newRow("any, three") << Any << 3 << true;
}

void CommandLineTest::positionalsAreCounted()
{
    QFETCH(CommandLine::Positional, count);
    QFETCH(int, given);
    QFETCH(bool, good);
    CommandLine line(QStringLiteral("sample"), QString());
    line.addPositional(QStringLiteral("ID"), QString(), count);
    const StreamCapture captured(stderr);
    QCOMPARE(!line.read(QStringList(given, QStringLiteral("7"))), good);
}

void CommandLineTest::readsNumbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<std::optional<qint64>>("whole");
    QTest::addColumn<bool>("isPositive");
    QTest::newRow("whole") << QStringLiteral("12") << std::optional<qint64>(12) << true;
    QTest::newRow("fraction") << QStringLiteral("0.5") << std::optional<qint64>() << true;
    QTest::newRow("nothing") << QStringLiteral("0") << std::optional<qint64>(0) << false;
    QTest::newRow("negative") << QStringLiteral("-3") << std::optional<qint64>() << false;
    QTest::newRow("over the limit") << QStringLiteral("101") << std::optional<qint64>() << true;
    QTest::newRow("beyond 64 bits") << QStringLiteral("99999999999999999999") << std::optional<qint64>() << true;
    QTest::newRow("words") << QStringLiteral("many") << std::optional<qint64>() << false;
    QTest::newRow("not finite") << QStringLiteral("inf") << std::optional<qint64>() << false;
    QTest::newRow("not a number") << QStringLiteral("nan") << std::optional<qint64>() << false;
}

void CommandLineTest::readsNumbers()
{
    QFETCH(QString, text);
    QFETCH(std::optional<qint64>, whole);
    QFETCH(bool, isPositive);
    SampleLine line;
    QVERIFY(!line.read({QStringLiteral("--count=%1").arg(text)}));
    const auto integer = line.integer(QStringLiteral("count"), 0, 100);
    QCOMPARE(integer.has_value(), whole.has_value());
    if (integer)
        QCOMPARE(*integer, whole);
    else
        QVERIFY(integer.error().code == ErrorCode::BadArgument && integer.error().detail.contains(text));
    QCOMPARE(line.positiveNumber(QStringLiteral("count")).has_value(), isPositive);
}

void CommandLineTest::choosesTheStore_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("path");
    QTest::newRow("a folder") << QStringList{QStringLiteral("--data"), QStringLiteral("/srv/ear")}
                              << QStringLiteral("/srv/ear/earshot.sqlite");
    QTest::newRow("a file") << QStringList{QStringLiteral("--store"), QStringLiteral("sqlite:/srv/my.db")}
                            << QStringLiteral("/srv/my.db");
    QTest::newRow("both") << QStringList{QStringLiteral("--data=/srv/ear"), QStringLiteral("--store=sqlite:/srv/my.db")}
                          << QStringLiteral("/srv/my.db");
}

void CommandLineTest::choosesTheStore()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, path);
    SampleLine line;
    QVERIFY(!line.read(arguments));
    QCOMPARE(line.store().path, path);
}

void CommandLineTest::makesAFolderOnlyItsOwnerCanRead()
{
    const QTemporaryDir parent;
    const QString folder = parent.filePath(QStringLiteral("deep/er/store"));
    SampleLine line;
    QVERIFY(!line.read({QStringLiteral("--data"), folder}));
    QVERIFY(!QFileInfo::exists(folder)); // reading the words touches nothing
    QVERIFY(line.makeFolder());
    constexpr auto others =
        QFileDevice::ReadGroup | QFileDevice::ExeGroup | QFileDevice::ReadOther | QFileDevice::ExeOther;
    QVERIFY(!(QFileInfo(folder).permissions() & others));
    QVERIFY(line.makeFolder()); // and it may be there already
}

void CommandLineTest::refusesAFileWhereTheFolderShouldBe()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    SampleLine line;
    QVERIFY(!line.read({QStringLiteral("--data"), file.fileName()}));
    const auto made = line.makeFolder();
    QVERIFY(!made);
    QVERIFY(made.error().detail.contains(file.fileName()));
}

void CommandLineTest::messageStaysOneLine()
{
    const SampleLine line;
    StreamCapture captured(stderr);
    QCOMPARE(line.misuse(QStringLiteral("a\nb\r\x1b[2Jc")), int(ExitMisuse));
    QCOMPARE(captured.text(), QByteArrayLiteral("earshot sample: a b  [2Jc\n"));
}

void CommandLineTest::codeTellsMisuseFromFailure()
{
    const SampleLine line;
    const StreamCapture captured(stderr);
    QCOMPARE(line.failed({ErrorCode::NotFound, QString()}), int(ExitFailed));
    QCOMPARE(line.failed({ErrorCode::StoreNewer, QString()}), int(ExitFailed));
    QCOMPARE(line.failed({ErrorCode::BadArgument, QString()}), int(ExitMisuse));
    QCOMPARE(line.failed({ErrorCode::FilterSyntax, QString()}), int(ExitMisuse));
}

QTEST_GUILESS_MAIN(CommandLineTest)
#include "tst_commandline.moc"
