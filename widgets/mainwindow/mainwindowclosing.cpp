// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What becomes of the window when it is closed, and the tray.

#include "widgets/live/conversationview.h"
#include "widgets/live/deliveryview.h"
#include "widgets/live/livelaneview.h"
#include "widgets/mainwindow/closing.h"
#include "widgets/mainwindow/closingdialog.h"
#include "widgets/mainwindow/mainwindow.h"
#include "widgets/mainwindow/toolstrip.h"
#include "widgets/mainwindow/trayicon.h"
#include "widgets/mainwindow/windowmodels.h"
#include "widgets/scope/filterline.h"
#include "widgets/scope/viewsbar.h"
#include "widgets/style/displaysettings.h"

#include <QCloseEvent>
#include <QMenuBar>
#include <QSettings>

namespace earshot {

void MainWindow::connectTray()
{
    m_tray = new TrayIcon(this);
    m_hasTray = &QSystemTrayIcon::isSystemTrayAvailable;
    connect(m_tray, &TrayIcon::openRequested, this, &MainWindow::showAgain);
    connect(m_tray, &TrayIcon::quitRequested, this, &MainWindow::requestQuit);
    connect(m_tray, &TrayIcon::copyAddressRequested, this, [this] {
        if (m_models.sources.entries().size() != 1 || m_listener.base.isEmpty())
            showAgain(); // a list to choose from opens over it
        copyAddress();
    });
    connect(m_actions->quit, &QAction::triggered, this, &MainWindow::requestQuit);
    const auto count = [this] { m_tray->setRunning(m_models.lane.rowCount()); };
    connect(&m_models.lane, &QAbstractItemModel::rowsInserted, m_tray, count);
    connect(&m_models.lane, &QAbstractItemModel::rowsRemoved, m_tray, count);
    connect(&m_models.lane, &QAbstractItemModel::modelReset, m_tray, count);
    connect(&m_models.activity, &StoreActivity::changed, m_tray, [this] { showLastEvent(); });
    count();
}

void MainWindow::showLastEvent()
{
    const auto &last = m_models.activity.last();
    if (!last)
        return;
    const QString time = timeTooltip(last->receivedAt, m_display.format(), m_display.now());
    //: %1 is a time, %2 a source
    m_tray->setLastEvent(tr("Last delivery: %1, %2").arg(time, last->source));
}

/** Whether senders get no answer once this window's process ends. */
bool MainWindow::wouldStopReceiving() const
{
    const bool isOurs = m_listener.kind != ListenerState::Kind::Elsewhere;
    return isOurs && !m_isDemo && !m_models.sources.entries().isEmpty();
}

void MainWindow::requestQuit()
{
    const CloseStep step = closeStep({.isQuit = true,
                                      .hasTray = m_hasTray(),
                                      .receives = wouldStopReceiving(),
                                      .remembered = m_windowSettings.onClose,
                                      .warnsOnQuit = m_windowSettings.warnsOnQuit});
    if (step == CloseStep::WarnFirst)
        ask(true);
    else
        quitNow();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (isVisible()) // else it was saved when it went into the tray
        saveLayout();
    const CloseStep step = m_isQuitting ? CloseStep::Quit
                                        : closeStep({.isQuit = false,
                                                     .hasTray = m_hasTray(),
                                                     .receives = wouldStopReceiving(),
                                                     .remembered = m_windowSettings.onClose,
                                                     .warnsOnQuit = m_windowSettings.warnsOnQuit});
    if (step == CloseStep::Quit) {
        QMainWindow::closeEvent(event);
        Q_EMIT closed();
        return;
    }
    event->ignore();
    if (step == CloseStep::Hide)
        hideToTray();
    else
        ask(step == CloseStep::WarnFirst);
}

void MainWindow::quitNow()
{
    m_isQuitting = true;
    close();
}

void MainWindow::ask(bool isWarning)
{
    const auto kind = isWarning ? ClosingDialog::Kind::Warning : ClosingDialog::Kind::Where;
    if (m_closing && m_closing->kind() != kind)
        m_closing->close();
    if (!isVisible())
        showAgain(); // the question has to stand somewhere
    if (!m_closing) {
        m_closing = new ClosingDialog(kind, m_hasTray(), this);
        m_closing->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_closing, &ClosingDialog::keepChosen, this, [this, isWarning] {
            if (!isWarning)
                changeSettings([](WindowSettings &s) { s.onClose = CloseAction::Tray; });
            hideToTray();
        });
        connect(m_closing, &ClosingDialog::quitChosen, this, [this, isWarning](bool asksAgain) {
            changeSettings([isWarning, asksAgain](WindowSettings &s) {
                if (isWarning)
                    s.warnsOnQuit = asksAgain;
                else
                    s.onClose = CloseAction::Quit;
            });
            quitNow();
        });
    }
    m_closing->show();
    m_closing->raise();
    m_closing->activateWindow();
}

/** With every window of its own, which come back with it. */
void MainWindow::hideToTray()
{
    m_hidden.clear();
    for (QWidget *const part : findChildren<QWidget *>()) {
        if (part->isWindow() && part->isVisible() && part != m_closing) {
            m_hidden.append(part);
            part->hide();
        }
    }
    hide();
}

void MainWindow::showAgain()
{
    if (isMinimized())
        setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    for (const QPointer<QWidget> &part : std::exchange(m_hidden, {})) {
        if (part)
            part->show();
    }
    raise();
    activateWindow();
}

void MainWindow::saveLayout()
{
    if (!isFirstRun())
        m_layout.keep(m_perspective);
    m_layout.save(m_settings);
    m_settings.setValue(QStringLiteral("window/live/columns"), m_conversations->saveLayout());
    m_settings.setValue(QStringLiteral("window/inspect/columns"), m_deliveries->saveLayout());
    m_settings.setValue(QStringLiteral("window/live/laneCollapsed"),
                        m_lane->isCollapsed() && !(m_isLow && m_hasLaneGivenWay));
    m_settings.setValue(QStringLiteral("filter/history"), m_tools->filterLine().history());
    m_settings.setValue(QStringLiteral("scope/range"), timeRangeText(m_models.scope.query().range()));
    m_settings.setValue(QStringLiteral("window/menuBar"), !menuBar()->isHidden());
    m_settings.setValue(QStringLiteral("window/perspective"), int(m_perspective));
    saveViews();
}

void MainWindow::saveViews()
{
    const QList<SavedView> views = m_views->views();
    m_settings.beginWriteArray(QStringLiteral("views"), int(views.size()));
    for (int i = 0; i < views.size(); ++i) {
        m_settings.setArrayIndex(i);
        m_settings.setValue(QStringLiteral("view"), toVariantMap(views.at(i)));
    }
    m_settings.endArray();
}

} // namespace earshot
