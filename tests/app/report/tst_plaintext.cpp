// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/report/plaintext.h"

#include <QTest>

using namespace earshot;

class PlainTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsControlCharactersInALine_data();
    void showsControlCharactersInALine();
    void keepsLinesInABlock();
    void indentsEveryLine();
    void alignsColumns();
};

void PlainTextTest::showsControlCharactersInALine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << QStringLiteral("Grüße, 日本 😀") << QStringLiteral("Grüße, 日本 😀");
    QTest::newRow("escape") << QStringLiteral("\u001b[2Jgone") << QStringLiteral("\\x1b[2Jgone");
    QTest::newRow("title") << QStringLiteral("\u001b]0;x\u0007") << QStringLiteral("\\x1b]0;x\\x07");
    QTest::newRow("C1 escape") << QStringLiteral("\u009b31m") << QStringLiteral("\\x9b31m");
    QTest::newRow("line ends") << QStringLiteral("a\r\nb\tc") << QStringLiteral("a\\r\\nb\\tc");
    QTest::newRow("delete") << QStringLiteral("a\u007f") << QStringLiteral("a\\x7f");
    QTest::newRow("NUL") << QString(QChar(QChar::Null)) << QStringLiteral("\\x00");
    QTest::newRow("turned text") << QStringLiteral("a\u202ecba\u2066") << QStringLiteral("a\\u202ecba\\u2066");
    QTest::newRow("line separator") << QStringLiteral("a\u2028b") << QStringLiteral("a\\u2028b");
    QTest::newRow("empty") << QString(QLatin1String("")) << QString(QLatin1String(""));
}

void PlainTextTest::showsControlCharactersInALine()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QCOMPARE(plaintext::line(text), shown);
}

void PlainTextTest::keepsLinesInABlock()
{
    QCOMPARE(plaintext::block(u"a\r\nb\n\tc\rd\u001b"), QStringLiteral("a\nb\n\tc\\rd\\x1b"));
}

void PlainTextTest::indentsEveryLine()
{
    QCOMPARE(plaintext::indented(QStringLiteral("a\nb"), 2), QStringLiteral("  a\n  b"));
}

void PlainTextTest::alignsColumns()
{
    using plaintext::Align;
    const QString table = plaintext::table({{QStringLiteral("name"), QStringLiteral("count")},
                                            {QStringLiteral("long name"), QStringLiteral("1")},
                                            {QStringLiteral("x")}},
                                           {Align::Left, Align::Right});
    QCOMPARE(table, QStringLiteral("name       count\nlong name      1\nx\n"));
    QCOMPARE(plaintext::table({}, {}), QString());
}

QTEST_GUILESS_MAIN(PlainTextTest)
#include "tst_plaintext.moc"
