// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/textlimit.h"

#include <QTest>

using namespace earshot;
using namespace Qt::StringLiterals;

class TextLimitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesWhatFits();
    void cutsAtACharactersBorder_data();
    void cutsAtACharactersBorder();
    void cutsThroughNoMarkup_data();
    void cutsThroughNoMarkup();
};

void TextLimitTest::leavesWhatFits()
{
    QCOMPARE(cutText(u"12345"_s, 5, u"…"_s), u"12345"_s);
    QCOMPARE(cutHtml(u"<b>12"_s, 5, u"…"_s), u"<b>12"_s);
}

void TextLimitTest::cutsAtACharactersBorder_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("most");
    QTest::addColumn<QString>("cut");
    QTest::newRow("letters") << u"123456"_s << 5 << u"1234…"_s;
    QTest::newRow("no half of a pair") << u"12\U0001F60045"_s << 4 << u"12…"_s;
    QTest::newRow("an accent stays with its letter") << u"12e\u0301456"_s << 4 << u"12…"_s;
    QTest::newRow("nothing fits but the mark") << u"123456"_s << 1 << u"…"_s;
}

void TextLimitTest::cutsAtACharactersBorder()
{
    QFETCH(QString, text);
    QFETCH(int, most);
    QFETCH(QString, cut);
    QCOMPARE(cutText(text, most, u"…"_s), cut);
}

void TextLimitTest::cutsThroughNoMarkup_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<int>("most");
    QTest::addColumn<QString>("cut");
    QTest::newRow("text") << u"123456"_s << 5 << u"1234…"_s;
    QTest::newRow("tag") << u"12<br>56"_s << 5 << u"12…"_s;
    QTest::newRow("behind a tag") << u"1<br>5678"_s << 7 << u"1<br>5…"_s;
    QTest::newRow("entity") << u"12&amp;56"_s << 6 << u"12…"_s;
    QTest::newRow("behind an entity") << u"1&lt;5678"_s << 7 << u"1&lt;5…"_s;
}

void TextLimitTest::cutsThroughNoMarkup()
{
    QFETCH(QString, html);
    QFETCH(int, most);
    QFETCH(QString, cut);
    QCOMPARE(cutHtml(html, most, u"…"_s), cut);
}

QTEST_GUILESS_MAIN(TextLimitTest)
#include "tst_textlimit.moc"
