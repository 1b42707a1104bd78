// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/conversation/shots.h"
#include "widgets/mainwindow/closing.h"
#include "widgets/mainwindow/closingdialog.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace earshot;

using Kind = ClosingDialog::Kind;

class ClosingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decides_data();
    void decides();
    void asksWhereToGoOn();
    void warnsBeforeReceivingEnds();
    void offersNoTrayWhereThereIsNone();
    void escLeavesEverything();
    void looksRight_data();
    void looksRight();
};

void ClosingTest::decides_data()
{
    QTest::addColumn<ClosingFacts>("facts");
    QTest::addColumn<CloseStep>("step");
    constexpr auto ask = CloseAction::Ask;
    constexpr auto tray = CloseAction::Tray;
    constexpr auto quit = CloseAction::Quit;
    const auto row = [](const char *name, ClosingFacts facts, CloseStep step) { QTest::newRow(name) << facts << step; };
    // isQuit, hasTray, receives, remembered, warnsOnQuit
    row("closed: asked once", {false, true, true, ask, true}, CloseStep::AskWhere);
    row("closed: asked, also without warnings", {false, true, true, ask, false}, CloseStep::AskWhere);
    row("closed: remembered tray", {false, true, true, tray, true}, CloseStep::Hide);
    row("closed: remembered tray, another receives", {false, true, false, tray, true}, CloseStep::Hide);
    row("closed: remembered quit", {false, true, true, quit, true}, CloseStep::Quit);
    row("closed: another receives", {false, true, false, ask, true}, CloseStep::Quit);
    row("closed without a tray: warned", {false, false, true, ask, true}, CloseStep::WarnFirst);
    row("closed without a tray: tray was remembered", {false, false, true, tray, true}, CloseStep::WarnFirst);
    row("closed without a tray: quit was remembered", {false, false, true, quit, true}, CloseStep::WarnFirst);
    row("closed without a tray: no warnings", {false, false, true, ask, false}, CloseStep::Quit);
    row("closed without a tray: another receives", {false, false, false, ask, true}, CloseStep::Quit);
    row("quit: warned", {true, true, true, ask, true}, CloseStep::WarnFirst);
    row("quit: warned, whatever closing means", {true, true, true, tray, true}, CloseStep::WarnFirst);
    row("quit: no warnings", {true, true, true, tray, false}, CloseStep::Quit);
    row("quit: another receives", {true, true, false, ask, true}, CloseStep::Quit);
    row("quit without a tray: warned", {true, false, true, ask, true}, CloseStep::WarnFirst);
}

void ClosingTest::decides()
{
    QFETCH(ClosingFacts, facts);
    QFETCH(CloseStep, step);
    QCOMPARE(int(closeStep(facts)), int(step));
}

void ClosingTest::asksWhereToGoOn()
{
    for (const bool keeps : {true, false}) {
        ClosingDialog dialog(Kind::Where, true);
        QSignalSpy kept(&dialog, &ClosingDialog::keepChosen);
        QSignalSpy quit(&dialog, &ClosingDialog::quitChosen);
        dialog.show();
        QVERIFY(!dialog.askAgainBox());
        QCOMPARE(dialog.primaryButton(), dialog.keepButton());
        QTest::mouseClick(keeps ? dialog.keepButton() : dialog.quitButton(), Qt::LeftButton);
        QCOMPARE(kept.size(), keeps ? 1 : 0);
        QCOMPARE(quit.size(), keeps ? 0 : 1);
        QVERIFY(!dialog.isVisible());
    }
}

void ClosingTest::warnsBeforeReceivingEnds()
{
    ClosingDialog dialog(Kind::Warning, true);
    QSignalSpy kept(&dialog, &ClosingDialog::keepChosen);
    QSignalSpy quit(&dialog, &ClosingDialog::quitChosen);
    dialog.show();
    QCOMPARE(dialog.windowTitle(), QStringLiteral("Quit and stop receiving?"));
    QTest::mouseClick(dialog.keepButton(), Qt::LeftButton);
    QCOMPARE(kept.size(), 1);
    dialog.show();
    dialog.askAgainBox()->setChecked(false);
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(quit.size(), 1);
    QCOMPARE(quit.first().first().toBool(), false);
    QCOMPARE(kept.size(), 1);
}

void ClosingTest::offersNoTrayWhereThereIsNone()
{
    const ClosingDialog dialog(Kind::Warning, false);
    QVERIFY(!dialog.keepButton());
    QVERIFY(dialog.askAgainBox()->isChecked());
}

void ClosingTest::escLeavesEverything()
{
    for (const Kind kind : {Kind::Where, Kind::Warning}) {
        ClosingDialog dialog(kind, true);
        QSignalSpy kept(&dialog, &ClosingDialog::keepChosen);
        QSignalSpy quit(&dialog, &ClosingDialog::quitChosen);
        dialog.show();
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
        QCOMPARE(kept.size() + quit.size(), 0);
    }
}

void ClosingTest::looksRight_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("dark");
    QTest::newRow("where-light") << Kind::Where << false;
    QTest::newRow("where-dark") << Kind::Where << true;
    QTest::newRow("warning-light") << Kind::Warning << false;
    QTest::newRow("warning-dark") << Kind::Warning << true;
}

/** Each button's text is whole. */
void ClosingTest::looksRight()
{
    QFETCH(Kind, kind);
    QFETCH(bool, dark);
    applyLook(dark);
    ClosingDialog dialog(kind, true);
    dialog.show();
    for (const QPushButton *button : dialog.findChildren<QPushButton *>())
        QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
    if (areShotsWanted())
        saveShot(dialog, QStringLiteral("closing-") + QString::fromLatin1(QTest::currentDataTag()));
}

QTEST_MAIN(ClosingTest)
#include "tst_closing.moc"
