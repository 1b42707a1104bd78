// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/zonecombo.h"

#include <QCompleter>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

using namespace earshot;

class ZoneComboTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersTheSystemsZoneFirst();
    void takesATypedZone();
    void goesBackFromWhatIsNoZone();
    void findsAZoneByAnyPartOfItsName();
    void keepsAnOldNameThatIsNotListed();
};

static void type(ZoneCombo &combo, const char *text)
{
    combo.lineEdit()->selectAll();
    QTest::keyClicks(combo.lineEdit(), QString::fromLatin1(text));
    QTest::keyClick(combo.lineEdit(), Qt::Key_Return);
}

void ZoneComboTest::offersTheSystemsZoneFirst()
{
    const ZoneCombo with(ZoneCombo::SystemZone::Offered);
    QCOMPARE(with.zone(), QString());
    QVERIFY(with.currentText().contains(QString::fromLatin1(QTimeZone::systemTimeZoneId())));
    const ZoneCombo without(ZoneCombo::SystemZone::NotOffered);
    QCOMPARE(without.zone(), QStringLiteral("UTC"));
}

void ZoneComboTest::takesATypedZone()
{
    ZoneCombo combo(ZoneCombo::SystemZone::NotOffered);
    QSignalSpy chosen(&combo, &ZoneCombo::zoneChosen);
    type(combo, "europe/berlin");
    QCOMPARE(combo.zone(), QStringLiteral("Europe/Berlin"));
    QCOMPARE(combo.currentText(), QStringLiteral("Europe/Berlin"));
    QCOMPARE(chosen.size(), 1);
    type(combo, "Europe/Berlin");
    QCOMPARE(chosen.size(), 1); // the same as before is no choice
}

void ZoneComboTest::goesBackFromWhatIsNoZone()
{
    ZoneCombo combo(ZoneCombo::SystemZone::NotOffered);
    combo.setZone(QStringLiteral("Asia/Tokyo"));
    QSignalSpy chosen(&combo, &ZoneCombo::zoneChosen);
    type(combo, "Atlantis");
    QCOMPARE(combo.zone(), QStringLiteral("Asia/Tokyo"));
    QCOMPARE(combo.currentText(), QStringLiteral("Asia/Tokyo"));
    QCOMPARE(chosen.size(), 0);
}

void ZoneComboTest::findsAZoneByAnyPartOfItsName()
{
    ZoneCombo combo(ZoneCombo::SystemZone::NotOffered);
    combo.completer()->setCompletionPrefix(QStringLiteral("kathm"));
    QCOMPARE(combo.completer()->completionCount(), 1);
    QCOMPARE(combo.completer()->currentCompletion(), QStringLiteral("Asia/Kathmandu"));
}

void ZoneComboTest::keepsAnOldNameThatIsNotListed()
{
    ZoneCombo combo(ZoneCombo::SystemZone::NotOffered);
    combo.setZone(QStringLiteral("CET"));
    QCOMPARE(combo.zone(), QStringLiteral("CET"));
    combo.setZone(QStringLiteral("Mars/Olympus"));
    QCOMPARE(combo.zone(), QStringLiteral("CET"));
}

QTEST_MAIN(ZoneComboTest)

#include "tst_zonecombo.moc"
