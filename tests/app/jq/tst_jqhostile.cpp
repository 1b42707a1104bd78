// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/jq/jqwait.h"

#include "app/jq/jqmessage.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace earshot;

Q_DECLARE_METATYPE(QList<JqError::Kind>)

/** What a program could do to who runs it. None of it may hang, end or reach this process. */
class JqHostileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void noneHangsOrEndsUs_data();
    void noneHangsOrEndsUs();
    void itsSurroundingsAreEmpty_data();
    void itsSurroundingsAreEmpty();
    void modulesAndFilesAreOutOfReach_data();
    void modulesAndFilesAreOutOfReach();
    void aHelperDiesWithoutItsParent();

private:
    QTemporaryDir m_folder;
};

void JqHostileTest::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QVERIFY(qputenv("EARSHOT_TEST_SECRET", "s3cret"));
    QVERIFY(qputenv("HOME", m_folder.path().toLocal8Bit()));
    for (const QString &name : {QStringLiteral("/.jq"), QStringLiteral("/data.json"), QStringLiteral("/data.jq")}) {
        QFile file(m_folder.path() + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write(name.endsWith(u"json") ? "\"s3cret\"" : "def secret: \"s3cret\";") > 0);
    }
}

void JqHostileTest::noneHangsOrEndsUs_data()
{
    using Kind = JqError::Kind;
    QTest::addColumn<QString>("program");
    QTest::addColumn<QList<JqError::Kind>>("allowed");
    const auto row = [](const char *name, const QString &program, const QList<Kind> &allowed) {
        QTest::newRow(name) << program << allowed;
    };
#ifdef __SANITIZE_ADDRESS__ // whose allocator ends the process by itself
    const QList<Kind> big{Kind::TooLarge, Kind::TooSlow, Kind::Died};
#else
    const QList<Kind> big{Kind::TooLarge, Kind::TooSlow};
#endif
    row("endless by a call at its end", QStringLiteral("def f: f; f"), {Kind::TooSlow});
    row("endless by a call within", QStringLiteral("def f: 1 + f; f"), big);
    row("endless repeat", QStringLiteral("last(repeat(1))"), {Kind::TooSlow});
    row("endless until", QStringLiteral("until(false; .)"), {Kind::TooSlow});
    row("endless while nothing comes of it", QStringLiteral("range(infinite) | empty"), {Kind::TooSlow});
    row("endless range", QStringLiteral("[range(1e9)]"), big);
    row("a long text", QStringLiteral("\"x\" * 1e9"), big);
    row("a long text by doubling", QStringLiteral("reduce range(40) as $i (\"x\"; . + .)"), big);
    row("a value that is small in memory only", QStringLiteral("reduce range(60) as $i (1; [., .])"), big);
    row("a text of such a value", QStringLiteral("reduce range(60) as $i (1; [., .]) | @text"), big);
    row("an index far out", QStringLiteral("[1] | .[1e9] = 1"), big);
    row("a path far out", QStringLiteral("null | setpath([1e9]; 1)"), big);
    row("a slow regular expression", QStringLiteral("(\"a\" * 40 + \"!\") | test(\"^(a|a|aa)+$\")"),
        {Kind::TooSlow, Kind::Failed});
    row("nested by running", QStringLiteral("reduce range(300000) as $i (null; [.])"), {Kind::Died});
    row("200 times nested, of memory",
        QStringLiteral("[range(1e6)] as $a | reduce range(200) as $i (1; [., $a]) | @json | length"), big);
    row("nested parentheses", QString(QString(100'000, u'(') + u'1' + QString(100'000, u')')),
        {Kind::Syntax, Kind::Died, Kind::TooSlow, Kind::TooLarge});
    row("nested arrays", QString(QString(50'000, u'[') + QString(50'000, u']')),
        {Kind::Syntax, Kind::Died, Kind::TooSlow, Kind::TooLarge});
    row("many definitions", QStringLiteral("def f: .; ").repeated(20'000) + u'.',
        {Kind::Syntax, Kind::Died, Kind::TooSlow, Kind::TooLarge});
    row("halt", QStringLiteral("halt"), {Kind::Failed});
    row("halt_error", QStringLiteral("halt_error(9)"), {Kind::Failed});
    row("an assertion of jq 1.6", QStringLiteral("[[1]] | implode"), {Kind::Died, Kind::Failed});
    row("a path of the wrong kind", QStringLiteral("getpath([\"a\", 0, {}])"), {Kind::Failed});
    row("a text that is no base64", QStringLiteral("\"!!!\" | @base64d | error"), {Kind::Failed, Kind::Died});
}

void JqHostileTest::noneHangsOrEndsUs()
{
    QFETCH(QString, program);
    QFETCH(QList<JqError::Kind>, allowed);
    JqRunner runner(helperProgram(), helperArguments(),
                    {.deadline = std::chrono::seconds(2), .memoryBytes = 64LL << 20});
    QVERIFY(awaited(runner.run(QStringLiteral("."), "1"))); // a helper that has done something
    const auto value = awaited(runner.run(program, R"({"a": {"b": [1]}})"));
    QVERIFY(!value);
    QVERIFY2(allowed.contains(value.error().kind), qPrintable(value.error().message));
    QVERIFY(!value.error().message.isEmpty());
    qInfo("%s", qPrintable(value.error().message.left(120)));
    const auto next = awaited(runner.run(QStringLiteral(". + 1"), "1"));
    QVERIFY(next);
    QCOMPARE(*next, "2");
}

void JqHostileTest::itsSurroundingsAreEmpty_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("$ENV") << QStringLiteral("$ENV") << QByteArray("{}");
    QTest::newRow("env") << QStringLiteral("env") << QByteArray("{}");
    QTest::newRow("inputs") << QStringLiteral("[inputs]") << QByteArray("[]");
    QTest::newRow("input_filename") << QStringLiteral("input_filename") << QByteArray("null");
    QTest::newRow("debug") << QStringLiteral("debug") << QByteArray("1");
    QTest::newRow("stderr") << QStringLiteral("stderr") << QByteArray("1");
    QTest::newRow("search path") << QStringLiteral("get_search_list") << QByteArray("[]");
    QTest::newRow("200 times nested") << QString(QString(200, u'[') + u'.' + QString(200, u']'))
                                      << QByteArray(QByteArray(200, '[') + '1' + QByteArray(200, ']'));
}

void JqHostileTest::itsSurroundingsAreEmpty()
{
    QFETCH(QString, program);
    JqRunner runner(helperProgram(), helperArguments());
    const auto value = awaited(runner.run(program, "1"));
    QVERIFY2(value, value ? "" : qPrintable(value.error().message));
    QTEST(*value, "expected");
}

void JqHostileTest::modulesAndFilesAreOutOfReach_data()
{
    QTest::addColumn<QString>("program");
    const QString search = QStringLiteral("{search: \"%1\"}").arg(m_folder.path());
    QTest::newRow("import") << QStringLiteral("import \"data\" as d; d::secret");
    QTest::newRow("include") << QStringLiteral("include \"data\"; secret");
    QTest::newRow("import from a folder") << QStringLiteral("import \"data\" as d %1; d::secret").arg(search);
    QTest::newRow("import of data from a folder") << QStringLiteral("import \"data\" as $d %1; $d").arg(search);
    QTest::newRow("include from a folder") << QStringLiteral("include \"data\" %1; secret").arg(search);
    QTest::newRow("a path upwards") << QStringLiteral("import \"../data\" as $d {search: \".\"}; $d");
    QTest::newRow("the file of a person's own functions") << QStringLiteral("secret");
    QTest::newRow("what a module says of itself") << QStringLiteral("\"data\" | modulemeta");
}

void JqHostileTest::modulesAndFilesAreOutOfReach()
{
    QFETCH(QString, program);
    JqRunner runner(helperProgram(), helperArguments());
    const auto value = awaited(runner.run(program, "1"));
    QVERIFY(!value);
    const QList<JqError::Kind> allowed{JqError::Kind::Syntax, JqError::Kind::Failed};
    QVERIFY2(allowed.contains(value.error().kind), qPrintable(value.error().message));
    QVERIFY(!value.error().message.contains(QStringLiteral("s3cret")));
    if (program.startsWith(QStringLiteral("i")))
        QCOMPARE(value.error().message, QStringLiteral("import and include are not possible here"));
}

void JqHostileTest::aHelperDiesWithoutItsParent()
{
    // A parent that asks for an endless run and is gone without killing anyone.
    QProcess helper;
    helper.start(helperProgram(), {QStringLiteral("jq-helper"), QStringLiteral("100000000"), QStringLiteral("100"),
                                   QStringLiteral("1000"), QStringLiteral("300")});
    helper.write(jqmessage::framed({JqRequest::What::Run, "def f: f; f", "{}", "1"}));
    helper.closeWriteChannel();
    QVERIFY(helper.waitForFinished());
    QCOMPARE(helper.exitStatus(), QProcess::CrashExit);
}

QTEST_GUILESS_MAIN(JqHostileTest)
#include "tst_jqhostile.moc"
