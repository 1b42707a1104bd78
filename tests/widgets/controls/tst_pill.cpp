// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/pill.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace earshot;

class PillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLabelTakesNoFocusAndNoClicks();
    void aPressablePillIsPressedByMouseAndKeys();
    void itsCrossDismissesIt();
    void deleteDismissesIt();
    void aMenuOpensByKey();
    void itsLookIsItsName();
};

void PillTest::aLabelTakesNoFocusAndNoClicks()
{
    Pill pill(QStringLiteral("Closed"));
    QSignalSpy clicked(&pill, &Pill::clicked);
    QTest::mouseClick(&pill, Qt::LeftButton);
    QCOMPARE(clicked.size(), 0);
    QCOMPARE(pill.focusPolicy(), Qt::NoFocus);
}

void PillTest::aPressablePillIsPressedByMouseAndKeys()
{
    Pill pill(QStringLiteral("Sent"));
    pill.setPressable(true);
    pill.resize(pill.sizeHint());
    QSignalSpy clicked(&pill, &Pill::clicked);
    QTest::mouseClick(&pill, Qt::LeftButton);
    QTest::keyClick(&pill, Qt::Key_Space);
    QTest::keyClick(&pill, Qt::Key_Return);
    QCOMPARE(clicked.size(), 3);
    QCOMPARE(pill.focusPolicy(), Qt::StrongFocus);
}

void PillTest::itsCrossDismissesIt()
{
    Pill pill(QStringLiteral("Selected: 4\u20138 May"));
    pill.setDismissable(true);
    pill.resize(pill.sizeHint());
    QSignalSpy dismissed(&pill, &Pill::dismissed);
    QTest::mouseClick(&pill, Qt::LeftButton, {}, QPoint(8, pill.height() / 2));
    QCOMPARE(dismissed.size(), 0);
    QTest::mouseClick(&pill, Qt::LeftButton, {}, QPoint(pill.width() - 14, pill.height() / 2));
    QCOMPARE(dismissed.size(), 1);
}

void PillTest::deleteDismissesIt()
{
    Pill pill(QStringLiteral("Selected"));
    QSignalSpy dismissed(&pill, &Pill::dismissed);
    QTest::keyClick(&pill, Qt::Key_Delete);
    QCOMPARE(dismissed.size(), 0);
    pill.setDismissable(true);
    QTest::keyClick(&pill, Qt::Key_Delete);
    QCOMPARE(dismissed.size(), 1);
}

void PillTest::aMenuOpensByKey()
{
    QMenu menu;
    menu.addAction(QStringLiteral("Booked"));
    Pill pill(QStringLiteral("Outcome"));
    const int before = pill.sizeHint().width();
    pill.setMenu(&menu);
    QVERIFY(pill.sizeHint().width() > before);
    pill.show();
    bool wasShown = false;
    connect(&menu, &QMenu::aboutToShow, this, [&] {
        wasShown = true;
        QMetaObject::invokeMethod(&menu, &QMenu::close, Qt::QueuedConnection);
    });
    QTest::keyClick(&pill, Qt::Key_Down);
    QVERIFY(wasShown);
    QVERIFY(!pill.isDown());
}

void PillTest::itsLookIsItsName()
{
    Pill pill;
    pill.setLook(statusLook(Status::Completed));
    QCOMPARE(pill.text(), QStringLiteral("Completed"));
    QVERIFY(pill.minimumSizeHint().width() <= pill.sizeHint().width());
}

QTEST_MAIN(PillTest)
#include "tst_pill.moc"
