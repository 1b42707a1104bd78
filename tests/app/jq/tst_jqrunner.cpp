// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/jq/jqwait.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QSet>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <unistd.h>

using namespace earshot;

namespace {

/** Also those that have ended and are not waited for yet. */
QList<pid_t> childProcesses()
{
    QFile file(QStringLiteral("/proc/self/task/%1/children").arg(getpid()));
    QList<pid_t> children;
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &word : file.readAll().split(' ')) {
            if (!word.isEmpty())
                children.append(word.toInt());
        }
    }
    return children;
}

} // namespace

class JqRunnerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesAProgramsOneValue_data();
    void givesAProgramsOneValue();
    void variablesAreSeenByTheirNames();
    void whatIsNotOneValueIsNoResult_data();
    void whatIsNotOneValueIsNoResult();
    void anErrorSaysWhatJqSays_data();
    void anErrorSaysWhatJqSays();
    void runsEndInTheirOrder();
    void theEventLoopGoesOnWhileAProgramRuns();
    void theNextRunWorksAfterAKilledOne();
    void aLargeInputComesThrough();
    void anOutputOverTheLimitIsTooLarge();
    void aHelperThatCannotStartIsUnavailable_data();
    void aHelperThatCannotStartIsUnavailable();
    void whatRunsEndsWithTheRunner();
    void aRunnerMayGoInAContinuation();
    void aHelperThatEndsWhileIdleIsStartedAgain();
    void aRunThatAWornHelperDiesOfIsRepeated();
    void aRepeatedProgramIsNotCompiledAgain();
    void aCheckOnlyCompiles();
    void theHelperIsThisProgram();

private:
    JqRunner::Outcome run(const QString &program, const QByteArray &input = "null", const QJsonObject &variables = {})
    {
        return awaited(m_runner.run(program, input, variables));
    }

    JqRunner m_runner{helperProgram(), helperArguments()};
};

void JqRunnerTest::givesAProgramsOneValue_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray call = R"({"kind":"call","duration_s":12,"contact_phone":null})";
    QTest::newRow("a field") << QStringLiteral(".kind") << call << QByteArray(R"("call")");
    QTest::newRow("nothing but the input") << QString() << QByteArray("[1, 2]") << QByteArray("[1,2]");
    QTest::newRow("a missing value") << QStringLiteral(".contact_phone // \"unknown\"") << call
                                     << QByteArray(R"("unknown")");
    QTest::newRow("milliseconds as text")
        << QStringLiteral(".duration_s * 1000 | tostring") << call << QByteArray(R"("12000")");
    QTest::newRow("other than ASCII") << QStringLiteral(".") << QByteArray(R"("Zoë → 😀")")
                                      << QByteArray(R"("Zoë → 😀")");
    QTest::newRow("a character NUL in the input")
        << QStringLiteral("length") << QByteArray(R"("a\u0000b")") << QByteArray("3");
    QTest::newRow("null") << QStringLiteral("null") << call << QByteArray("null");
    QTest::newRow("local time is UTC") << QStringLiteral("0 | localtime | mktime") << call << QByteArray("0");
    QTest::newRow("no value but the first is looked for")
        << QStringLiteral("first(range(10))") << call << QByteArray("0");
}

void JqRunnerTest::givesAProgramsOneValue()
{
    QFETCH(QString, program);
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, expected);
    const auto value = run(program, input);
    QVERIFY2(value, value ? "" : qPrintable(value.error().message));
    QCOMPARE(*value, expected);
}

void JqRunnerTest::variablesAreSeenByTheirNames()
{
    const QJsonObject words{
        {QStringLiteral("outcome"), QJsonObject{{QStringLiteral("booked"), QStringLiteral("Won")}}}};
    const QJsonObject variables{{QStringLiteral("words"), words}, {QStringLiteral("options"), QJsonObject()}};
    const auto value = run(QStringLiteral("[$words.outcome[.], $options]"), R"("booked")", variables);
    QVERIFY(value);
    QCOMPARE(*value, R"(["Won",{}])");
    // The same program with other tables is another one.
    const auto other = run(QStringLiteral("[$words.outcome[.], $options]"), R"("booked")",
                           {{QStringLiteral("words"), QJsonObject()}, {QStringLiteral("options"), 1}});
    QVERIFY(other);
    QCOMPARE(*other, R"([null,1])");
}

void JqRunnerTest::whatIsNotOneValueIsNoResult_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("message");
    const QString none = QStringLiteral("the program gave no value");
    const QString several = QStringLiteral("the program gave more than one value");
    QTest::newRow("empty") << QStringLiteral("empty") << none;
    QTest::newRow("two") << QStringLiteral("1, 2") << several;
    QTest::newRow("without end") << QStringLiteral("repeat(1)") << several;
    QTest::newRow("a break") << QStringLiteral("label $out | break $out") << none;
    QTest::newRow("an error that says null") << QStringLiteral("error(null)") << none;
}

void JqRunnerTest::whatIsNotOneValueIsNoResult()
{
    QFETCH(QString, program);
    const auto value = run(program);
    QVERIFY(!value);
    QCOMPARE(value.error().kind, JqError::Kind::NoResult);
    QTEST(value.error().message, "message");
}

void JqRunnerTest::anErrorSaysWhatJqSays_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("message");
    QTest::newRow("a field of a number") << QStringLiteral(".a.b")
                                         << QStringLiteral("Cannot index number with string \"b\"");
    QTest::newRow("of its own") << QStringLiteral("error(\"no phone\")") << QStringLiteral("no phone");
    QTest::newRow("not in words") << QStringLiteral("error({code: 7})") << QStringLiteral("{\"code\":7}");
    QTest::newRow("after a value") << QStringLiteral("1, error(\"late\")") << QStringLiteral("late");
    QTest::newRow("halt") << QStringLiteral("halt") << QStringLiteral("the program halted");
    QTest::newRow("halt after a value") << QStringLiteral("1, halt") << QStringLiteral("the program halted");
    QTest::newRow("halt_error") << QStringLiteral("\"stop\" | halt_error")
                                << QStringLiteral("the program halted: stop");
    QTest::newRow("input") << QStringLiteral("input") << QStringLiteral("break");
    QTest::newRow("without words") << QStringLiteral("error(\"\")")
                                   << QStringLiteral("the program ended with an error");
    QTest::newRow("long") << QStringLiteral("error(\"é\" * 400)") << QString(QString(250, u'é') + u'…');
}

void JqRunnerTest::anErrorSaysWhatJqSays()
{
    QFETCH(QString, program);
    const auto value = run(program, R"({"a": 1})");
    QVERIFY(!value);
    QCOMPARE(value.error().kind, JqError::Kind::Failed);
    QTEST(value.error().message, "message");
}

void JqRunnerTest::runsEndInTheirOrder()
{
    QList<int> ended;
    QList<QFuture<void>> futures;
    for (int i = 0; i < 20; ++i) {
        const QString program = i % 5 == 4 ? QStringLiteral("error(\"no\")") : QStringLiteral(".");
        futures.append(m_runner.run(program, QByteArray::number(i)).then([&ended, i](const JqRunner::Outcome &outcome) {
            if (outcome ? *outcome == QByteArray::number(i) : i % 5 == 4)
                ended.append(i);
        }));
    }
    QTRY_COMPARE(ended.size(), 20);
    QVERIFY(std::ranges::is_sorted(ended));
}

void JqRunnerTest::theEventLoopGoesOnWhileAProgramRuns()
{
    JqRunner runner(helperProgram(), helperArguments(), {.deadline = std::chrono::milliseconds(500)});
    QElapsedTimer since;
    since.start();
    qint64 longest = 0;
    QTimer tick;
    tick.callOnTimeout([&] { longest = std::max(longest, since.restart()); });
    tick.start(5);
    const auto value = awaited(runner.run(QStringLiteral("def f: f; f"), "null"));
    QVERIFY(!value);
    QCOMPARE(value.error().kind, JqError::Kind::TooSlow);
    QCOMPARE(value.error().message, QStringLiteral("the program did not end within 0.5 s"));
    QVERIFY2(longest < 400, qPrintable(QString::number(longest)));
}

void JqRunnerTest::theNextRunWorksAfterAKilledOne()
{
    JqRunner runner(helperProgram(), helperArguments(), {.deadline = std::chrono::milliseconds(300)});
    const auto slow = runner.run(QStringLiteral("last(repeat(1))"), "null");
    const auto next = runner.run(QStringLiteral(". + 1"), "1");
    QCOMPARE(awaited(slow).error().kind, JqError::Kind::TooSlow);
    const auto value = awaited(next);
    QVERIFY(value);
    QCOMPARE(*value, "2");
}

void JqRunnerTest::aLargeInputComesThrough()
{
    const QByteArray text(qsizetype(4) << 20, 'a');
    const auto value = run(QStringLiteral("{n: length, text: .}"), '"' + text + '"');
    QVERIFY(value);
    QCOMPARE(value->size(), text.size() + qsizetype(qstrlen(R"({"n":4194304,"text":""})")));
}

void JqRunnerTest::anOutputOverTheLimitIsTooLarge()
{
    JqRunner runner(helperProgram(), helperArguments(), {.mostOutput = 1000});
    QVERIFY(awaited(runner.run(QStringLiteral("\"x\" * 998"), "null")));
    const auto value = awaited(runner.run(QStringLiteral("\"x\" * 999"), "null"));
    QVERIFY(!value);
    QCOMPARE(value.error().kind, JqError::Kind::TooLarge);
    QCOMPARE(value.error().message, QStringLiteral("the program gave more than it may"));
}

void JqRunnerTest::aHelperThatCannotStartIsUnavailable_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("is not there") << QStringLiteral("/nowhere/earshot") << helperArguments();
    QTest::newRow("ends at once") << QStringLiteral("/bin/true") << helperArguments();
    QTest::newRow("speaks of something else")
        << QStringLiteral("/bin/echo") << QStringList(QStringLiteral("0123456789"));
    QTest::newRow("is not told what it is for") << helperProgram() << QStringList();
}

void JqRunnerTest::aHelperThatCannotStartIsUnavailable()
{
    QFETCH(QString, program);
    QFETCH(QStringList, arguments);
    JqRunner runner(program, arguments);
    const auto first = runner.run(QStringLiteral("."), "1");
    const auto second = runner.run(QStringLiteral("."), "1");
    for (const auto &future : {first, second}) {
        const auto value = awaited(future);
        QVERIFY(!value);
        QCOMPARE(value.error().kind, JqError::Kind::Unavailable);
        QVERIFY(!value.error().message.isEmpty());
    }
}

void JqRunnerTest::whatRunsEndsWithTheRunner()
{
    QList<QFuture<JqRunner::Outcome>> futures;
    {
        JqRunner runner(helperProgram(), helperArguments());
        QVERIFY(awaited(runner.run(QStringLiteral("."), "1")));
        futures = {runner.run(QStringLiteral("last(repeat(1))"), "null"), runner.run(QStringLiteral("."), "1")};
    }
    for (const auto &future : futures) {
        QVERIFY(future.isFinished());
        QCOMPARE(future.result().error().kind, JqError::Kind::Unavailable);
    }
}

void JqRunnerTest::aRunnerMayGoInAContinuation()
{
    auto runner = std::make_unique<JqRunner>(helperProgram(), helperArguments());
    const auto last =
        runner->run(QStringLiteral("."), "1").then([&runner](const JqRunner::Outcome &) { runner.reset(); });
    QTRY_VERIFY(last.isFinished());
    QVERIFY(!runner);
}

void JqRunnerTest::aHelperThatEndsWhileIdleIsStartedAgain()
{
    JqRunner runner(helperProgram(), helperArguments());
    QVERIFY(awaited(runner.run(QStringLiteral("."), "1")));
    const QList<pid_t> helpers = childProcesses();
    QVERIFY(!helpers.isEmpty());
    for (const pid_t helper : helpers)
        QCOMPARE(kill(helper, SIGKILL), 0);
    QTRY_VERIFY(childProcesses().isEmpty());
    const auto value = awaited(runner.run(QStringLiteral("."), "2"));
    QVERIFY2(value, value ? "" : qPrintable(value.error().message));
}

void JqRunnerTest::aRunThatAWornHelperDiesOfIsRepeated()
{
    JqRunner runner(helperProgram(), helperArguments(),
                    {.deadline = std::chrono::seconds(20), .cpu = std::chrono::seconds(1)});
    QSet<pid_t> helpers;
    for (int i = 0; i < 500 && helpers.size() < 2; ++i) { // until one has used up its second
        const auto value = awaited(runner.run(QStringLiteral("reduce range(300000) as $i (0; . + $i)"), "null"));
        QVERIFY2(value, value ? "" : qPrintable(value.error().message));
        for (const pid_t helper : childProcesses())
            helpers.insert(helper);
    }
    QVERIFY(helpers.size() > 1);
}

void JqRunnerTest::aRepeatedProgramIsNotCompiledAgain()
{
    constexpr int c_runs = 2000; // at 15 ms to compile they would take half a minute
    QElapsedTimer time;
    time.start();
    QFuture<JqRunner::Outcome> last;
    for (int i = 0; i < c_runs; ++i)
        last = m_runner.run(QStringLiteral("{id: ., text: tostring}"), QByteArray::number(i));
    QVERIFY(awaited(last));
    QVERIFY2(time.elapsed() < 15'000, qPrintable(QString::number(time.elapsed())));
    qInfo("%lld runs a second", qint64(c_runs) * 1000 / std::max<qint64>(time.elapsed(), 1));
}

void JqRunnerTest::aCheckOnlyCompiles()
{
    QVERIFY(awaited(m_runner.check(QStringLiteral("error(\"when it is run\") | $words"), {QStringLiteral("words")})));
    const auto unknown = awaited(m_runner.check(QStringLiteral("$words")));
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().kind, JqError::Kind::Syntax);
    QCOMPARE(unknown.error().message, QStringLiteral("$words is not defined"));
}

void JqRunnerTest::theHelperIsThisProgram()
{
    QCOMPARE(JqRunner::ownProgram(), QCoreApplication::applicationFilePath());
}

QTEST_GUILESS_MAIN(JqRunnerTest)
#include "tst_jqrunner.moc"
