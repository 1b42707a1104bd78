// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/jq/jqwait.h"

#include "app/jq/jqdiagnosis.h"

#include <QTest>

using namespace earshot;

class JqSyntaxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsThePlaceOfAMistake_data();
    void findsThePlaceOfAMistake();
    void takesAProgramApartIntoWords_data();
    void takesAProgramApartIntoWords();

private:
    JqRunner m_runner{helperProgram(), helperArguments()};
};

void JqSyntaxTest::findsThePlaceOfAMistake_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("message");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    const QString end = QStringLiteral("syntax error, unexpected end of the program");
    QTest::newRow("a brace too many") << QStringLiteral("{a: 1}}")
                                      << QStringLiteral("syntax error, unexpected character") << 1 << 7;
    QTest::newRow("a value is missing") << QStringLiteral("{\n  a: 1,\n  b: }")
                                        << QStringLiteral("syntax error, unexpected '}'") << 3 << 6;
    QTest::newRow("ends too early") << QStringLiteral("{a:") << end << 1 << 4;
    QTest::newRow("ends too early, lines below") << QStringLiteral("{a:\n 1\n\n\n") << end << 2 << 3;
    QTest::newRow("a text without end") << QStringLiteral("{a: \"x\n}")
                                        << QStringLiteral("syntax error, a text has no closing quote") << 1 << 5;
    QTest::newRow("if without end") << QStringLiteral("if . then 1") << end << 1 << 12;
    QTest::newRow("behind characters of two bytes")
        << QStringLiteral("{é: 1}") << QStringLiteral("syntax error, unexpected character") << 1 << 2;
    QTest::newRow("behind such in a text")
        << QStringLiteral("[\"éé\", ]") << QStringLiteral("syntax error, unexpected ']'") << 1 << 8;
    QTest::newRow("behind a comment") << QStringLiteral("# }\n[1, ]") << QStringLiteral("syntax error, unexpected ']'")
                                      << 2 << 5;
    QTest::newRow("in an interpolation") << QStringLiteral(". | \"\\(1 + )\"")
                                         << QStringLiteral("syntax error, unexpected end of an interpolation") << 1
                                         << 5;
    QTest::newRow("two names") << QStringLiteral(".a\n| foo bar") << QStringLiteral("syntax error, unexpected name")
                               << 2 << 7;
    QTest::newRow("an unknown function") << QStringLiteral("def foo: 1;\n.foo | [foo, fooo]")
                                         << QStringLiteral("fooo/0 is not defined") << 2 << 14;
    QTest::newRow("a known one with too much")
        << QStringLiteral(".length | length(1)") << QStringLiteral("length/1 is not defined") << 1 << 11;
    QTest::newRow("an unknown variable") << QStringLiteral(".foo |\n  $foo") << QStringLiteral("$foo is not defined")
                                         << 2 << 3;
    QTest::newRow("nested too deeply") << QString(QString(20'000, u'[') + QString(20'000, u']'))
                                       << QStringLiteral("the program nests too deeply") << 1 << 0;
    QTest::newRow("a character NUL") << QString(QStringLiteral(".a") + QChar(0))
                                     << QStringLiteral("the program holds a character NUL") << 0 << 0;
}

void JqSyntaxTest::findsThePlaceOfAMistake()
{
    QFETCH(QString, program);
    const auto value = awaited(m_runner.run(program, "null"));
    QVERIFY(!value);
    QCOMPARE(value.error().kind, JqError::Kind::Syntax);
    QTEST(value.error().message, "message");
    QTEST(value.error().line, "line");
    QTEST(value.error().column, "column");
    const auto checked = awaited(m_runner.check(program));
    QVERIFY(!checked);
    QTEST(checked.error().message, "message");
    QTEST(checked.error().column, "column");
}

void JqSyntaxTest::takesAProgramApartIntoWords_data()
{
    QTest::addColumn<QByteArray>("program");
    QTest::addColumn<QByteArrayList>("words");
    QTest::newRow("nothing") << QByteArray(" # a comment") << QByteArrayList{};
    QTest::newRow("paths") << QByteArray(".a.b[0]|..") << QByteArrayList{".a", ".b", "[", "0", "]", "|", ".."};
    QTest::newRow("names") << QByteArray("$a + @uri\"x\"//b_1")
                           << QByteArrayList{"$a", "+", "@uri", "\"x\"", "//", "b_1"};
    QTest::newRow("texts") << QByteArray(R"-("a\"b" , "x\("y" + (1|"\(2)"))z" )-")
                           << QByteArrayList{R"("a\"b")", ",", R"-("x\("y" + (1|"\(2)"))z")-"};
    QTest::newRow("a text without end") << QByteArray(R"(. "a\)") << QByteArrayList{".", R"("a\)"};
    QTest::newRow("operators") << QByteArray(".a|=1?//2>=3") << QByteArrayList{".a", "|=", "1", "?//", "2", ">=", "3"};
}

void JqSyntaxTest::takesAProgramApartIntoWords()
{
    QFETCH(QByteArray, program);
    QByteArrayList words;
    qsizetype begin = 0;
    for (const qsizetype end : jqWordEnds(program)) {
        words.append(program.mid(begin, end - begin).trimmed());
        begin = end;
    }
    QTEST(words, "words");
}

QTEST_GUILESS_MAIN(JqSyntaxTest)
#include "tst_jqsyntax.moc"
