// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/fault.h"

#include <QtTest>

using namespace earshot;

class FaultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aListIsRead();
    void nothingIsNoFault();
    void everyWordIsReadBack();
    void anUnknownWordIsNamedWithTheKnownOnes();
};

void FaultTest::aListIsRead()
{
    const auto faults = faultsFromText(QStringLiteral("duplicates, bad-signature,late,late"));
    QVERIFY(faults);
    QCOMPARE(*faults, (QSet<Fault>{Fault::Duplicates, Fault::BadSignature, Fault::Late}));
}

void FaultTest::nothingIsNoFault()
{
    const auto faults = faultsFromText(QString());
    QVERIFY(faults);
    QVERIFY(faults->isEmpty());
}

void FaultTest::everyWordIsReadBack()
{
    QCOMPARE(faultTexts().join(QLatin1Char(',')), QStringLiteral("duplicates,reorder,late,bad-signature,malformed"));
    for (const QString &word : faultTexts()) {
        const auto faults = faultsFromText(word);
        QVERIFY(faults);
        QCOMPARE(faults->size(), 1);
        QCOMPARE(faultText(*faults->begin()), word);
    }
}

void FaultTest::anUnknownWordIsNamedWithTheKnownOnes()
{
    const auto faults = faultsFromText(QStringLiteral("late,tardy"));
    QVERIFY(!faults);
    QCOMPARE(faults.error().code, ErrorCode::BadArgument);
    QVERIFY(faults.error().detail.contains(QStringLiteral("\"tardy\"")));
    for (const QString &word : faultTexts())
        QVERIFY(faults.error().detail.contains(word));
}

QTEST_GUILESS_MAIN(FaultTest)
#include "tst_fault.moc"
