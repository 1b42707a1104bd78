// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/phonematch.h"

#include <QTest>

using namespace earshot;
using namespace Qt::StringLiterals;

class PhoneMatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spellsANumberAsPeopleDo();
    void takesWhatIsNoNumberAsItIs();
    void knowsANumberAgain_data();
    void knowsANumberAgain();
};

void PhoneMatchTest::spellsANumberAsPeopleDo()
{
    const QStringList spellings = phoneSpellings(u"+33612345678"_s);
    QCOMPARE(spellings.first(), u"+33612345678"_s);
    for (const QString &spelling : {u"0612345678"_s, u"0033612345678"_s, u"33612345678"_s, u"+33 6 12 34 56 78"_s})
        QVERIFY2(spellings.contains(spelling), qPrintable(spelling));
}

void PhoneMatchTest::takesWhatIsNoNumberAsItIs()
{
    QCOMPARE(phoneSpellings(u"anonymous"_s), QStringList{u"anonymous"_s});
    QVERIFY(nationalDigits(u"anonymous"_s).isNull());
    QVERIFY(!isSamePhone(u"anonymous"_s, u"anonymous"_s));
}

void PhoneMatchTest::knowsANumberAgain_data()
{
    QTest::addColumn<QString>("held");
    QTest::addColumn<bool>("isSame");
    QTest::newRow("E.164") << u"+33612345678"_s << true;
    QTest::newRow("grouped") << u"+33 6 12-34.56 78"_s << true;
    QTest::newRow("trunk zero in brackets") << u"+33 (0)6 12 34 56 78"_s << true;
    QTest::newRow("00") << u"00 33 612345678"_s << true;
    QTest::newRow("national") << u"06 12 34 56 78"_s << true;
    QTest::newRow("without the plus") << u"33612345678"_s << true;
    QTest::newRow("Arabic-Indic digits") << u"٠٦١٢٣٤٥٦٧٨"_s << true;
    QTest::newRow("another country") << u"+49612345678"_s << false;
    QTest::newRow("another country, 00") << u"0049612345678"_s << false;
    QTest::newRow("shorter") << u"12345678"_s << false;
    QTest::newRow("longer") << u"+336123456789"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void PhoneMatchTest::knowsANumberAgain()
{
    QFETCH(QString, held);
    QFETCH(bool, isSame);
    QCOMPARE(isSamePhone(held, u"+33612345678"_s), isSame);
}

QTEST_GUILESS_MAIN(PhoneMatchTest)
#include "tst_phonematch.moc"
