// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/platforms/phone.h"

#include <QTest>

using namespace earshot;

class PhoneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void normalizes_data();
    void normalizes();
    void leavesAMegabyteOfDigitsAlone();
    void groupsForDisplay_data();
    void groupsForDisplay();
};

void PhoneTest::normalizes_data()
{
    QTest::addColumn<QString>("asSent");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("normalized");
    const auto row = [](const char *name, const char *asSent, const char *region, const char *normalized) {
        QTest::newRow(name) << QString::fromUtf8(asSent) << QString::fromUtf8(region) << QString::fromUtf8(normalized);
    };
    row("E.164 stays", "+14155550123", "", "+14155550123");
    row("written for people", " +49 (30) 901820 ", "", "+4930901820");
    row("national, region known", "(415) 555-0123", "US", "+14155550123");
    row("region in lower case", "(415) 555-0123", "us", "+14155550123");
    row("national, region unknown", "(415) 555-0123", "", "(415) 555-0123");
    row("plus is missing", "918035315228", "", "+918035315228");
    row("plus is missing, region known", "918035315228", "IN", "+918035315228");
    row("plus is missing, other region", "918035315228", "US", "+918035315228");
    row("ten digits could be anyone's", "2025550123", "", "2025550123");
    row("foreign number in a region", "+918035315228", "US", "+918035315228");
    row("too short to be possible", "911", "US", "911");
    row("too long to be possible", "+1415555012345678", "", "+1415555012345678");
    row("withheld", "anonymous", "US", "anonymous");
    row("an address", "sip:+14155550123@example.com", "US", "sip:+14155550123@example.com");
    row("no such region", "+14155550123", "XX", "+14155550123");
    row("empty", "", "US", "");
}

void PhoneTest::normalizes()
{
#ifndef EARSHOT_HAS_PHONENUMBER
    QSKIP("built without libphonenumber: numbers stay as sent");
#endif
    QFETCH(QString, asSent);
    QFETCH(QString, region);
    QFETCH(QString, normalized);
    QCOMPARE(normalizedPhone(asSent, region), normalized);
}

void PhoneTest::leavesAMegabyteOfDigitsAlone()
{
    const QString digits(1'000'000, u'1');
    QCOMPARE(normalizedPhone(digits, QStringLiteral("US")), digits);
}

void PhoneTest::groupsForDisplay_data()
{
    QTest::addColumn<QString>("phone");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const char *phone, const char *shown) {
        QTest::newRow(name) << QString::fromUtf8(phone) << QString::fromUtf8(shown);
    };
    row("North America", "+14155550123", "+1 415-555-0123");
    row("Germany", "+4930901820", "+49 30 901820");
    row("no country code", "4155550123", "4155550123");
    row("written for people already", "+49 30 901820", "+49 30 901820");
    row("not possible", "+1415555012345678", "+1415555012345678");
    row("a name", "anonymous", "anonymous");
    row("plus alone", "+", "+");
    row("empty", "", "");
}

void PhoneTest::groupsForDisplay()
{
#ifndef EARSHOT_HAS_PHONENUMBER
    QSKIP("built without libphonenumber: numbers stay as sent");
#endif
    QFETCH(QString, phone);
    QFETCH(QString, shown);
    QCOMPARE(displayPhone(phone), shown);
}

QTEST_GUILESS_MAIN(PhoneTest)
#include "tst_phone.moc"
