// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/code/jqtokens.h"

#include <QTest>

using namespace earshot;

class JqTokensTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsPartsApart_data();
    void tellsPartsApart();
    void coversEveryByteOnce_data();
    void coversEveryByteOnce();
};

namespace {

/** As in `path .a|plain |`. */
QString described(const QByteArray &program)
{
    const char *const names[] = {"plain", "comment", "text", "number", "keyword", "path", "variable"};
    QStringList parts;
    const QList<JqToken> tokens = jqTokens(program);
    for (const JqToken &token : tokens)
        parts.append(QStringLiteral("%1 %2").arg(QString::fromLatin1(names[int(token.kind)]),
                                                 QString::fromUtf8(program.mid(token.begin, token.length))));
    return parts.join(QLatin1Char('\n'));
}

} // namespace

void JqTokensTest::tellsPartsApart_data()
{
    QTest::addColumn<QByteArray>("program");
    QTest::addColumn<QString>("parts");
    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("path") << QByteArray(".a.b_2") << "path .a\npath .b_2";
    QTest::newRow("identity") << QByteArray(". | ..") << "plain . | ..";
    QTest::newRow("comment") << QByteArray(".a # why\n.b") << "path .a\nplain  \ncomment # why\nplain \n\npath .b";
    QTest::newRow("variable") << QByteArray("$words.outcome") << "variable $words\npath .outcome";
    QTest::newRow("number") << QByteArray("1 2.5e-3 .5") << "number 1\nplain  \nnumber 2.5e-3\nplain  \nnumber .5";
    QTest::newRow("keyword") << QByteArray("if .a then null else map(.b) end")
                             << "keyword if\nplain  \npath .a\nplain  \nkeyword then\nplain  \nkeyword null\nplain  \n"
                                "keyword else\nplain  map(\npath .b\nplain ) \nkeyword end";
    QTest::newRow("key of an object") << QByteArray("{end: 1}") << "plain {end: \nnumber 1\nplain }";
    QTest::newRow("format") << QByteArray("@base64") << "keyword @base64";
    QTest::newRow("text") << QByteArray(R"("a\"b")") << R"(text "a\"b")";
    QTest::newRow("interpolated") << QByteArray(R"("a \(.b | f(1)) c")")
                                  << "text \"a \nplain \\(\npath .b\nplain  | f(\nnumber 1\nplain ))\ntext  c\"";
    QTest::newRow("text in text")
        << QByteArray(R"jq("a\("b\(.c)")")jq")
        << "text \"a\nplain \\(\ntext \"b\nplain \\(\npath .c\nplain )\ntext \"\nplain )\ntext \"";
    QTest::newRow("unclosed") << QByteArray(R"("a)") << R"(text "a)";
    QTest::newRow("namespace") << QByteArray("lib::f") << "plain lib::f";
}

void JqTokensTest::tellsPartsApart()
{
    QFETCH(QByteArray, program);
    QTEST(described(program), "parts");
}

void JqTokensTest::coversEveryByteOnce_data()
{
    QTest::addColumn<QByteArray>("program");
    for (const char *const program : {"", "\\", "\"\\", "\"\\(", "\"\\(\"\\(", ")))((", "$", "@", ".", "..a", "1e",
                                      "é\"ü\\(ß)\"", "\"a\\(b\n\"c", "#", "\"\\u00e9\\", "a::", ".a::b"})
        QTest::addRow("%s", program) << QByteArray(program);
}

void JqTokensTest::coversEveryByteOnce()
{
    QFETCH(QByteArray, program);
    qsizetype place = 0;
    const QList<JqToken> tokens = jqTokens(program);
    for (const JqToken &token : tokens) {
        QCOMPARE(token.begin, place);
        QVERIFY(token.length > 0);
        place += token.length;
    }
    QCOMPARE(place, program.size());
}

QTEST_GUILESS_MAIN(JqTokensTest)
#include "tst_jqtokens.moc"
