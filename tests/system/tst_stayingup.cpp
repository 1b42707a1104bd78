// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/httpsender.h"
#include "tests/system/windowharness.h"
#include "widgets/controls/banner.h"
#include "widgets/mainwindow/closingdialog.h"
#include "widgets/mainwindow/statusstrip.h"
#include "widgets/mainwindow/trayicon.h"
#include "widgets/mainwindow/windowmodels.h"
#include "widgets/settings/settingsdialog.h"

#include <QCheckBox>
#include <QLocalSocket>
#include <QPushButton>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>
#include <QToolButton>

#include <csignal>

using namespace earshot;

namespace {

constexpr int c_patience = 60'000; // milliseconds; sanitizers on a busy machine are slow

/** A window that receives for one source. */
class ReceivingWindow
{
public:
    explicit ReceivingWindow(bool hasTray)
    {
        m_token = m_harness.store().addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
        m_isReady = m_harness.open() && m_harness.waitFor(ListenerState::Kind::Listening)
                    && QTest::qWaitFor([this] { return !m_harness.models().sources.entries().isEmpty(); }, c_patience);
        m_harness.setTray(hasTray);
    }

    bool isReady() const { return m_isReady; }

    WindowHarness &harness() { return m_harness; }

    MainWindow &window() const { return m_harness.window(); }

    int post(int call) const { return m_harness.post(m_token, endedCall(call, 60)); }

    QByteArray token() const { return m_token; }

    /** The question, once it stands there. */
    ClosingDialog *question() const
    {
        ClosingDialog *found = nullptr;
        const bool isThere =
            QTest::qWaitFor([&] { return (found = m_harness.find<ClosingDialog>()) != nullptr && found->isVisible(); });
        return isThere ? found : nullptr;
    }

    QString setting(const QString &key) const
    {
        return QSettings(m_harness.store().folder() + QStringLiteral("/window.ini"), QSettings::IniFormat)
            .value(key)
            .toString();
    }

private:
    mutable WindowHarness m_harness;
    QByteArray m_token;
    bool m_isReady = false;
};

} // namespace

/** Receiving goes on: in the tray, beside a `serve`, after the port was taken. */
class StayingUpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closingGoesOnInTheTray();
    void quittingIsRemembered();
    void withoutATrayClosingWarns();
    void quittingWarnsUnlessToldNotTo();
    void nothingIsAskedWhileAnotherReceives();
    void aWindowInTheTrayTakesTheListenerOver();
    void aSecondStartBringsTheWindowBack();
    void dialogsGoAlongIntoTheTray();
    void theTrayQuitsToo();
    void aTakenPortIsNamed();
};

void StayingUpTest::closingGoesOnInTheTray()
{
    ReceivingWindow receiving(true);
    QVERIFY(receiving.isReady());
    const QSignalSpy closed(&receiving.window(), &MainWindow::closed);
    receiving.window().close();
    QVERIFY(receiving.window().isVisible());
    ClosingDialog *question = receiving.question();
    QVERIFY(question);
    QCOMPARE(question->kind(), ClosingDialog::Kind::Where);
    QVERIFY(QTest::qWaitForWindowExposed(question));
    WindowHarness::shoot(QStringLiteral("closing-question"));
    QTest::keyClick(question, Qt::Key_Return); // keep receiving
    QTRY_VERIFY(!receiving.window().isVisible());
    QCOMPARE(receiving.post(1), 200);
    QCOMPARE(receiving.setting(QStringLiteral("window/on_close")), QStringLiteral("tray"));

    receiving.window().tray().menu().actions().first()->trigger(); // Open
    QTRY_VERIFY(receiving.window().isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(receiving.harness().models().conversations.rowCount(), 1, c_patience);
    receiving.window().close(); // it was asked once
    QTRY_VERIFY(!receiving.window().isVisible());
    QVERIFY(!receiving.harness().find<ClosingDialog>());
    QCOMPARE(receiving.post(2), 200);
    QCOMPARE(closed.size(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(receiving.window().tray().toolTip().contains(QStringLiteral("Front desk")), c_patience);
}

void StayingUpTest::quittingIsRemembered()
{
    ReceivingWindow receiving(true);
    QVERIFY(receiving.isReady());
    const QSignalSpy closed(&receiving.window(), &MainWindow::closed);
    receiving.window().close();
    ClosingDialog *question = receiving.question();
    QVERIFY(question);
    QTest::mouseClick(question->quitButton(), Qt::LeftButton);
    QCOMPARE(closed.size(), 1);
    QCOMPARE(receiving.setting(QStringLiteral("window/on_close")), QStringLiteral("quit"));
}

void StayingUpTest::withoutATrayClosingWarns()
{
    ReceivingWindow receiving(false);
    QVERIFY(receiving.isReady());
    const QSignalSpy closed(&receiving.window(), &MainWindow::closed);
    receiving.window().close();
    ClosingDialog *question = receiving.question();
    QVERIFY(question);
    QCOMPARE(question->kind(), ClosingDialog::Kind::Warning);
    QVERIFY(!question->keepButton());
    QVERIFY(QTest::qWaitForWindowExposed(question));
    WindowHarness::shoot(QStringLiteral("closing-warning"));
    QTest::keyClick(question, Qt::Key_Escape);
    QTRY_VERIFY(!receiving.harness().find<ClosingDialog>());
    QVERIFY(receiving.window().isVisible());
    QCOMPARE(receiving.post(1), 200);
    QCOMPARE(closed.size(), 0);

    receiving.window().close();
    question = receiving.question();
    QVERIFY(question);
    QTest::keyClick(question, Qt::Key_Return);
    QCOMPARE(closed.size(), 1);
}

void StayingUpTest::quittingWarnsUnlessToldNotTo()
{
    ReceivingWindow receiving(true);
    QVERIFY(receiving.isReady());
    const QSignalSpy closed(&receiving.window(), &MainWindow::closed);
    QTest::keyClick(&receiving.window(), Qt::Key_Q, Qt::ControlModifier);
    ClosingDialog *question = receiving.question();
    QVERIFY(question);
    QCOMPARE(question->kind(), ClosingDialog::Kind::Warning);
    QTest::mouseClick(question->keepButton(), Qt::LeftButton); // the tray after all, this time
    QTRY_VERIFY(!receiving.window().isVisible());
    QCOMPARE(receiving.setting(QStringLiteral("window/on_close")), QString()); // not what closing means from now on

    receiving.window().showAgain();
    QApplication::setActiveWindow(&receiving.window()); // Xvfb has no window manager that would
    QTest::keyClick(&receiving.window(), Qt::Key_Q, Qt::ControlModifier);
    question = receiving.question();
    QVERIFY(question);
    question->askAgainBox()->setChecked(false);
    QTest::mouseClick(question->quitButton(), Qt::LeftButton);
    QCOMPARE(closed.size(), 1);
    QCOMPARE(receiving.setting(QStringLiteral("window/warn_on_quit")), QStringLiteral("false"));
}

void StayingUpTest::nothingIsAskedWhileAnotherReceives()
{
    WindowHarness harness;
    harness.store().addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    QVERIFY(harness.store().serve());
    QVERIFY(harness.open());
    harness.setTray(true);
    QVERIFY(harness.waitFor(ListenerState::Kind::Elsewhere));
    QTRY_VERIFY_WITH_TIMEOUT(!harness.models().sources.entries().isEmpty(), c_patience);
    const QSignalSpy closed(&harness.window(), &MainWindow::closed);
    QTest::keyClick(&harness.window(), Qt::Key_Q, Qt::ControlModifier);
    QCOMPARE(closed.size(), 1);
    QVERIFY(!harness.find<ClosingDialog>());
}

void StayingUpTest::aWindowInTheTrayTakesTheListenerOver()
{
    WindowHarness harness;
    const QByteArray token = harness.store().addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    QVERIFY(harness.store().serve());
    QVERIFY(harness.open());
    harness.setTray(true);
    WindowSettings settings;
    settings.onClose = CloseAction::Tray;
    Q_EMIT harness.window().windowSettingsChanged(settings);
    QVERIFY(harness.waitFor(ListenerState::Kind::Elsewhere));
    harness.window().close();
    QTRY_VERIFY(!harness.window().isVisible());
    QCOMPARE(harness.store().stop(SIGTERM), 0);
    QVERIFY(harness.waitFor(ListenerState::Kind::Listening));
    QVERIFY(!harness.window().isVisible());
    QVERIFY(harness.window().tray().toolTip().contains(QStringLiteral("Listening on ")));
    QCOMPARE(harness.post(token, endedCall(1, 60)), 200);
}

void StayingUpTest::aSecondStartBringsTheWindowBack()
{
    ReceivingWindow receiving(true);
    QVERIFY(receiving.isReady());
    WindowSettings settings;
    settings.onClose = CloseAction::Tray;
    Q_EMIT receiving.window().windowSettingsChanged(settings);
    receiving.window().close();
    QTRY_VERIFY(!receiving.window().isVisible());
    QProcess second;
    second.start(qEnvironmentVariable("EARSHOT_BINARY"),
                 {QStringLiteral("--data"), receiving.harness().store().folder()});
    QTRY_VERIFY_WITH_TIMEOUT(receiving.window().isVisible(), c_patience);
    QTRY_COMPARE_WITH_TIMEOUT(second.state(), QProcess::NotRunning, c_patience);
    QCOMPARE(second.exitCode(), 0);
    QVERIFY(second.readAllStandardError().contains("open already"));
    QCOMPARE(receiving.post(1), 200);
}

void StayingUpTest::dialogsGoAlongIntoTheTray()
{
    ReceivingWindow receiving(true);
    QVERIFY(receiving.isReady());
    WindowSettings settings;
    settings.onClose = CloseAction::Tray;
    Q_EMIT receiving.window().windowSettingsChanged(settings);
    receiving.window().actions().settings->trigger();
    QTRY_VERIFY(receiving.harness().find<SettingsDialog>());
    auto *dialog = receiving.harness().find<SettingsDialog>();
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    receiving.window().close();
    QTRY_VERIFY(!receiving.window().isVisible());
    QVERIFY(!dialog->isVisible());
    receiving.window().showAgain();
    QTRY_VERIFY(dialog->isVisible());
}

void StayingUpTest::theTrayQuitsToo()
{
    ReceivingWindow receiving(true);
    QVERIFY(receiving.isReady());
    WindowSettings settings;
    settings.onClose = CloseAction::Tray;
    Q_EMIT receiving.window().windowSettingsChanged(settings);
    receiving.window().close();
    QTRY_VERIFY(!receiving.window().isVisible());
    const QSignalSpy closed(&receiving.window(), &MainWindow::closed);
    receiving.window().tray().menu().actions().last()->trigger();
    ClosingDialog *question = receiving.question(); // which needs a window to stand over
    QVERIFY(question);
    QVERIFY(receiving.window().isVisible());
    QTest::mouseClick(question->quitButton(), Qt::LeftButton);
    QCOMPARE(closed.size(), 1);
}

void StayingUpTest::aTakenPortIsNamed()
{
    ReceivingWindow receiving(false);
    QVERIFY(receiving.isReady());
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    ListenerSettings taken;
    taken.port = other.serverPort();
    receiving.harness().application().session()->listen(taken);
    QVERIFY(receiving.harness().waitFor(ListenerState::Kind::Down));
    const QString port = QString::number(taken.port);
    const auto hasText = [&receiving](const QString &text) {
        const QList<QToolButton *> buttons = receiving.harness().find<StatusStrip>()->findChildren<QToolButton *>();
        return std::ranges::any_of(buttons, [&text](const auto *button) { return button->text() == text; });
    };
    QTRY_VERIFY(hasText(QStringLiteral("Not receiving: port %1 is taken").arg(port)));
    QVERIFY(receiving.window().windowTitle().contains(QStringLiteral("not receiving")));
    QVERIFY(receiving.window().tray().toolTip().contains(port));
    const auto *banner = receiving.harness().find<Banner>();
    QTRY_VERIFY(banner->isVisible() && banner->text().contains(QStringLiteral("tst_stayingup")));
    receiving.window().repaint();
    WindowHarness::shoot(QStringLiteral("port-taken"));
    other.close();
    QVERIFY(receiving.harness().waitFor(ListenerState::Kind::Listening));
    QCOMPARE(receiving.harness().port(), taken.port);
    QCOMPARE(receiving.post(1), 200);
}

QTEST_MAIN(StayingUpTest)
#include "tst_stayingup.moc"
