// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/fuzzymatch.h"

#include <QTest>

using namespace earshot;

class FuzzyMatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsLettersInTheirOrder_data();
    void findsLettersInTheirOrder();
    void putsTheBetterFirst_data();
    void putsTheBetterFirst();
    void takesBlankAsNoWish();
};

void FuzzyMatchTest::findsLettersInTheirOrder_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fits");
    QTest::newRow("beginning") << "exp" << "Export…" << true;
    QTest::newRow("beginnings of words") << "aas" << "Add a source…" << true;
    QTest::newRow("apart") << "xrt" << "Export…" << true;
    QTest::newRow("case") << "EXPORT" << "export" << true;
    QTest::newRow("spaces between") << "add source" << "Add a source…" << true;
    QTest::newRow("accents in the text") << "zoe" << "Zoë" << true;
    QTest::newRow("accents typed") << "über" << "Uber uns" << true;
    QTest::newRow("wrong order") << "pxe" << "Export…" << false;
    QTest::newRow("twice, but there once") << "xx" << "Export…" << false;
    QTest::newRow("longer than the text") << "exports" << "Export" << false;
    QTest::newRow("nothing there") << "a" << "" << false;
}

void FuzzyMatchTest::findsLettersInTheirOrder()
{
    QFETCH(QString, typed);
    QFETCH(QString, text);
    QTEST(fuzzyScore(typed, text).has_value(), "fits");
}

void FuzzyMatchTest::putsTheBetterFirst_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    QTest::newRow("together before apart") << "out" << "Outbox…" << "Only what I forward, then";
    QTest::newRow("beginning before middle") << "port" << "Port of the listener" << "Export…";
    QTest::newRow("words before letters") << "as" << "Add source" << "Fast";
}

void FuzzyMatchTest::putsTheBetterFirst()
{
    QFETCH(QString, typed);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    QVERIFY(fuzzyScore(typed, better).value_or(-1) > fuzzyScore(typed, worse).value_or(-1));
}

void FuzzyMatchTest::takesBlankAsNoWish()
{
    QCOMPARE(fuzzyScore(u"", u"Export…"), fuzzyScore(u"  ", u"Settings…"));
    QVERIFY(fuzzyScore(u"", u"").has_value());
}

QTEST_GUILESS_MAIN(FuzzyMatchTest)
#include "tst_fuzzymatch.moc"
