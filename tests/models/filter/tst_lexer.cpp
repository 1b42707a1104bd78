// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/lexer.h"

#include <QTest>

using namespace earshot;
using namespace earshot::filter;

namespace {

/** `word(dur)@0+3`: type, text, position and length. */
QString described(const Token &token)
{
    static const QHash<Token::Type, QString> words = {
        {Token::Type::Word, QStringLiteral("word")},   {Token::Type::Quoted, QStringLiteral("quoted")},
        {Token::Type::Operator, QStringLiteral("op")}, {Token::Type::Minus, QStringLiteral("minus")},
        {Token::Type::Open, QStringLiteral("open")},   {Token::Type::Close, QStringLiteral("close")},
        {Token::Type::End, QStringLiteral("end")},
    };
    return QStringLiteral("%1(%2)@%3+%4")
        .arg(words.value(token.type), token.text, QString::number(token.position), QString::number(token.length));
}

} // namespace

class LexerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTextApart_data();
    void takesTextApart();
    void saysWhatCannotBeTakenApart_data();
    void saysWhatCannotBeTakenApart();
    void takesTheLongestTextAndNoLonger();
};

void LexerTest::takesTextApart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("tokens");

    const auto row = [](const char *name, const QString &text, const QStringList &tokens) {
        QTest::newRow(name) << text << tokens;
    };
    row("nothing", QString(), {QStringLiteral("end()@0+0")});
    row("blanks", QStringLiteral(" \t\n"), {QStringLiteral("end()@3+0")});
    row("field and value", QStringLiteral("dur>3m"),
        {QStringLiteral("word(dur)@0+3"), QStringLiteral("op(>)@3+1"), QStringLiteral("word(3m)@4+2"),
         QStringLiteral("end()@6+0")});
    row("two-character operators", QStringLiteral("a>=1 b<=2 c!=3"),
        {QStringLiteral("word(a)@0+1"), QStringLiteral("op(>=)@1+2"), QStringLiteral("word(1)@3+1"),
         QStringLiteral("word(b)@5+1"), QStringLiteral("op(<=)@6+2"), QStringLiteral("word(2)@8+1"),
         QStringLiteral("word(c)@10+1"), QStringLiteral("op(!=)@11+2"), QStringLiteral("word(3)@13+1"),
         QStringLiteral("end()@14+0")});
    row("a value holds operators", QStringLiteral("page:https://x.org/?a=1-2"),
        {QStringLiteral("word(page)@0+4"), QStringLiteral("op(:)@4+1"),
         QStringLiteral("word(https://x.org/?a=1-2)@5+20"), QStringLiteral("end()@25+0")});
    row("a value begins with a minus", QStringLiteral("cost:-5"),
        {QStringLiteral("word(cost)@0+4"), QStringLiteral("op(:)@4+1"), QStringLiteral("word(-5)@5+2"),
         QStringLiteral("end()@7+0")});
    row("minus in front and inside", QStringLiteral("-follow-up"),
        {QStringLiteral("minus(-)@0+1"), QStringLiteral("word(follow-up)@1+9"), QStringLiteral("end()@10+0")});
    row("a minus after a blank is no value", QStringLiteral("a: -b"),
        {QStringLiteral("word(a)@0+1"), QStringLiteral("op(:)@1+1"), QStringLiteral("minus(-)@3+1"),
         QStringLiteral("word(b)@4+1"), QStringLiteral("end()@5+0")});
    row("an exclamation mark is text", QStringLiteral("help! !x"),
        {QStringLiteral("word(help!)@0+5"), QStringLiteral("word(!x)@6+2"), QStringLiteral("end()@8+0")});
    row("parentheses end words and values", QStringLiteral("(a:b)c"),
        {QStringLiteral("open(()@0+1"), QStringLiteral("word(a)@1+1"), QStringLiteral("op(:)@2+1"),
         QStringLiteral("word(b)@3+1"), QStringLiteral("close())@4+1"), QStringLiteral("word(c)@5+1"),
         QStringLiteral("end()@6+0")});
    row("quotes", QStringLiteral("\"a \\\"b\\\" \\\\ \\n\""),
        {QStringLiteral("quoted(a \"b\" \\ \\n)@0+15"), QStringLiteral("end()@15+0")});
    row("an empty quote", QStringLiteral("a:\"\""),
        {QStringLiteral("word(a)@0+1"), QStringLiteral("op(:)@1+1"), QStringLiteral("quoted()@2+2"),
         QStringLiteral("end()@4+0")});
    row("positions count UTF-16 units", QStringLiteral("\U0001F600 a"),
        {QStringLiteral("word(\U0001F600)@0+2"), QStringLiteral("word(a)@3+1"), QStringLiteral("end()@4+0")});
}

void LexerTest::takesTextApart()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, tokens);

    const auto found = tokenize(text);
    QVERIFY(found);
    QStringList descriptions;
    for (const Token &token : *found)
        descriptions += described(token);
    QCOMPARE(descriptions, tokens);
}

void LexerTest::saysWhatCannotBeTakenApart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qsizetype>("position");
    QTest::addColumn<qsizetype>("length");

    QTest::newRow("a quote without an end") << QStringLiteral("a \"b c") << qsizetype(2) << qsizetype(4);
    QTest::newRow("an escaped quote is no end") << QStringLiteral("\"b\\\"") << qsizetype(0) << qsizetype(4);
    QTest::newRow("a lone quote") << QStringLiteral("\"") << qsizetype(0) << qsizetype(1);
    QTest::newRow("a backslash at the end") << QStringLiteral("\"\\") << qsizetype(0) << qsizetype(2);
    QTest::newRow("a NUL") << QString(QStringLiteral("ab") + QChar(QChar::Null) + u'c') << qsizetype(2) << qsizetype(1);
}

void LexerTest::saysWhatCannotBeTakenApart()
{
    QFETCH(const QString, text);
    QFETCH(const qsizetype, position);
    QFETCH(const qsizetype, length);

    const auto found = tokenize(text);
    QVERIFY(!found);
    QVERIFY(!found.error().message.isEmpty());
    QCOMPARE(found.error().position, position);
    QCOMPARE(found.error().length, length);
}

void LexerTest::takesTheLongestTextAndNoLonger()
{
    QVERIFY(tokenize(QString(8192, u'x')));
    const auto longer = tokenize(QString(8195, u'x'));
    QVERIFY(!longer);
    QCOMPARE(longer.error().position, 8192);
    QCOMPARE(longer.error().length, 3);
}

QTEST_GUILESS_MAIN(LexerTest)
#include "tst_lexer.moc"
