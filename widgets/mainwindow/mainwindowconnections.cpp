// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window's parts ask of each other.

#include "models/items/whendone.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/emptystate.h"
#include "widgets/controls/labels.h"
#include "widgets/detail/detailpane.h"
#include "widgets/live/conversationview.h"
#include "widgets/live/deliveryview.h"
#include "widgets/live/livelaneview.h"
#include "widgets/mainwindow/commandpalette.h"
#include "widgets/mainwindow/coveragewatch.h"
#include "widgets/mainwindow/mainwindow.h"
#include "widgets/mainwindow/notices.h"
#include "widgets/mainwindow/statusstrip.h"
#include "widgets/mainwindow/toolstrip.h"
#include "widgets/mainwindow/windowdialogs.h"
#include "widgets/mainwindow/windowmodels.h"
#include "widgets/reports/reportspage.h"
#include "widgets/scope/facetspanel.h"
#include "widgets/scope/filterline.h"
#include "widgets/scope/timerangebutton.h"
#include "widgets/scope/viewsbar.h"
#include "widgets/scope/zonebutton.h"
#include "widgets/sources/firstrunpage.h"
#include "widgets/style/displaysettings.h"
#include "widgets/style/words.h"

#include <QClipboard>
#include <QDockWidget>
#include <QFileDialog>
#include <QHeaderView>
#include <QListView>
#include <QMenuBar>
#include <QSettings>
#include <QStackedWidget>
#include <QUrl>

#include <tuple>

namespace earshot {
namespace {

/** Gives the keys of an action to what has the focus, as if they had been pressed there. */
void passOn(const QAction &action)
{
    QWidget *focus = QApplication::focusWidget();
    if (focus == nullptr || action.shortcut().isEmpty())
        return;
    const QKeyCombination keys = action.shortcut()[0];
    QKeyEvent press(QEvent::KeyPress, keys.key(), keys.keyboardModifiers());
    QCoreApplication::sendEvent(focus, &press);
}

} // namespace

void MainWindow::connectScope()
{
    connect(&m_models.scope, &ViewScope::changed, this, [this] {
        const QTimeZone zone = m_models.scope.query().zone();
        m_display.setZone(zone);
        if (zone != m_windowSettings.timeZone())
            changeSettings([&zone](WindowSettings &s) { s.zone = QString::fromUtf8(zone.id()); });
        updateEmptyStates();
        updateShown();
    });
    for (PagedTableModel *const model :
         std::initializer_list<PagedTableModel *>{&m_models.conversations, &m_models.deliveries}) {
        connect(model, &PagedTableModel::progressed, this, [this] {
            updateShown();
            updateFirstRun();
        });
        connect(model, &PagedTableModel::failed, this, [this](const Error &error) {
            // What ails the whole store is said once, by setStoreError().
            if (error.code == ErrorCode::FilterSyntax || error.code == ErrorCode::StoreFailed
                || error.code == ErrorCode::StoreDamaged || error.code == ErrorCode::StoreDiskFailed)
                m_notices->setFailure(errorText(error));
        });
    }
    connect(&m_models.sources, &SourceList::changed, this, [this] {
        m_status->setSourceCount(m_models.sources.entries().size());
        showPublicHost();
        updateFirstRun();
        updateEmptyStates();
    });
}

void MainWindow::connectViews()
{
    for (LiveTable *const table : std::initializer_list<LiveTable *>{m_conversations, m_deliveries}) {
        connect(table, &LiveTable::currentChanged, this, &MainWindow::followSelection);
        connect(table, &LiveTable::activated, this, [this](qint64 id) {
            followSelection(id);
            m_detailDock->show();
            m_detail->focusContent();
        });
        connect(table, &LiveTable::filterRequested, this, &MainWindow::addTerm);
        connect(table, &LiveTable::selectionChanged, this, &MainWindow::updateShown);
    }
    for (QAction *const action : {m_actions->forward, m_actions->replay, m_actions->showTranscript,
                                  m_actions->showPayload, m_actions->copy, m_actions->exportRows})
        m_conversations->addAction(action);
    for (QAction *const action :
         {m_actions->releaseQuarantined, m_actions->discardQuarantined, m_actions->replay, m_actions->editAndResend,
          m_actions->diff, m_actions->showPayload, m_actions->copy, m_actions->exportRows})
        m_deliveries->addAction(action);
    connect(m_lane, &LiveLaneView::activated, this, [this](qint64 id) {
        m_conversations->select(id);
        showConversation(id);
    });
    connect(m_lane, &LiveLaneView::collapsedChanged, m_actions->lane,
            [this](bool collapsed) { m_actions->lane->setChecked(!collapsed); });
    connect(m_reports, &ReportsPage::conversationActivated, this, &MainWindow::showConversation);
    connect(m_reports, &ReportsPage::openInLiveRequested, this, [this] { showPerspective(Perspective::Live); });
    connect(m_facets, &FacetsPanel::closeRequested, m_facetsDock, &QWidget::hide);
    connect(m_facetsDock, &QDockWidget::visibilityChanged, this, [this](bool visible) {
        m_actions->facets->setChecked(visible);
        m_models.facets.setActive(visible);
    });
    connect(m_detailDock, &QDockWidget::visibilityChanged, m_actions->detail, &QAction::setChecked);
    connect(m_detailDock, &QDockWidget::topLevelChanged, m_actions->floatDetail, &QAction::setChecked);
    connect(&m_tools->filterLine(), &FilterLine::leaveRequested, this, [this] { centre()->setFocus(); });
    connect(m_views, &ViewsBar::currentChanged, this, &MainWindow::updateTitle);
    connect(m_views, &ViewsBar::sortRequested, this, [this](int column, Qt::SortOrder order) {
        table()->table().sortByColumn(column < 0 ? 1 : column, column < 0 ? Qt::DescendingOrder : order);
    });
    connect(m_views, &ViewsBar::viewClosed, this, [this](const SavedView &view, int place) {
        m_closedView = {view, place};
        m_actions->undo->setEnabled(true);
    });
    for (LiveTable *const table : std::initializer_list<LiveTable *>{m_conversations, m_deliveries})
        connect(table->table().horizontalHeader(), &QHeaderView::sortIndicatorChanged, m_views, &ViewsBar::setSort);
    connect(m_following, &QToolButton::clicked, m_actions->follow, &QAction::trigger);
    connect(m_exportButton, &QPushButton::clicked, m_actions->exportRows, &QAction::trigger);
    connect(m_reports, &ReportsPage::rangeInWordsChanged, this, &MainWindow::updateCorner);
    for (LiveTable *const table : std::initializer_list<LiveTable *>{m_conversations, m_deliveries})
        connect(table, &LiveTable::followingChanged, this, &MainWindow::updateCorner);
}

void MainWindow::connectDetail()
{
    connect(m_detail, &DetailPane::filterRequested, this, &MainWindow::addTerm);
    connect(m_detail, &DetailPane::conversationRequested, this, [this](qint64 conversation) {
        showPerspective(Perspective::Live);
        m_conversations->select(conversation);
        showConversation(conversation);
    });
    connect(m_detail, &DetailPane::deliveryRequested, this, [this](qint64 delivery) {
        showPerspective(Perspective::Inspect);
        m_deliveries->select(delivery);
        showDelivery(delivery);
    });
    connect(m_detail, &DetailPane::previousRequested, this, [this] { stepDelivery(-1); });
    connect(m_detail, &DetailPane::nextRequested, this, [this] { stepDelivery(1); });
}

void MainWindow::connectForwarding()
{
    connect(m_detail, &DetailPane::forwardRequested, this,
            [this](qint64 conversation) { m_dialogs->forward({conversation}); });
    connect(m_detail, &DetailPane::retryRequested, this, [this](qint64 row) {
        whenDone(m_storeActions.retryOutbox({row}), this, [this](const Result<qint64> &done) { noteFailure(done); });
    });
    connect(m_detail, &DetailPane::sendAgainRequested, this, [this](qint64 conversation, const QString &destination) {
        whenDone(m_storeActions.forward({conversation}, destination), this,
                 [this](const Result<qint64> &done) { noteFailure(done); });
    });
    connect(m_detail, &DetailPane::logRequested, this, [this](qint64 row) { m_dialogs->showOutbox(row); });
    connect(m_detail, &DetailPane::contactChosen, this, [this](qint64 row, const QString &contact) {
        whenDone(m_storeActions.chooseContact(row, contact), this,
                 [this, row](const Result<void> &done) { takeAnswered(row, done); });
    });
    connect(m_detail, &DetailPane::settled, this, [this](qint64 row, bool isThere) {
        whenDone(m_storeActions.settlePerhapsWritten(row, isThere), this,
                 [this, row](const Result<void> &done) { takeAnswered(row, done); });
    });
}

void MainWindow::takeAnswered(qint64 row, const Result<void> &done)
{
    if (!done)
        m_detail->setAnswering(row, false);
    noteFailure(done);
}

template <typename T>
void MainWindow::noteFailure(const Result<T> &done)
{
    if (!done)
        m_notices->setFailure(errorText(done.error()));
}

void MainWindow::connectActions()
{
    connect(m_actions->perspectives(), &QActionGroup::triggered, this, [this](QAction *action) {
        if (const auto place = m_actions->perspectives()->actions().indexOf(action); place >= 0)
            showPerspective(Perspective(place));
    });
    connect(m_actions->exportRows, &QAction::triggered, this, [this] {
        const bool isInspect = m_perspective == Perspective::Inspect;
        const QList<qint64> selected = table()->selectedCount() > 1 ? table()->selectedIds() : QList<qint64>();
        m_dialogs->exportRows(
            {isInspect ? RecordKind::Deliveries : RecordKind::Conversations, m_models.scope.query(), selected});
    });
    connect(m_actions->forward, &QAction::triggered, this, &MainWindow::forwardSelection);
    connect(m_actions->replay, &QAction::triggered, this, &MainWindow::replaySelection);
    connect(m_actions->editAndResend, &QAction::triggered, this, &MainWindow::editAndResend);
    connect(m_actions->diff, &QAction::triggered, m_detail, &DetailPane::showDiff);
    const std::pair<QAction *, DetailPane::Tab> tabs[] = {{m_actions->showTranscript, DetailPane::Tab::Transcript},
                                                          {m_actions->showPayload, DetailPane::Tab::Payload},
                                                          {m_actions->showTimeline, DetailPane::Tab::Timeline},
                                                          {m_actions->showForwarding, DetailPane::Tab::Forwarding}};
    for (const auto &[action, tab] : tabs) {
        connect(action, &QAction::triggered, this, [this, tab = tab] {
            m_detailDock->show();
            m_detail->setFrontTab(tab);
            m_detail->focusContent();
        });
    }
    for (QAction *const action : {m_actions->copy, m_actions->selectAll})
        connect(action, &QAction::triggered, this, [action] { passOn(*action); });
    connect(m_actions->undo, &QAction::triggered, this, &MainWindow::undoClosedView);
    connect(m_actions->follow, &QAction::triggered, this, [this] { table()->follow(); });
    connect(m_actions->columns, &QAction::triggered, this, [this] { table()->columnsMenu()->popup(QCursor::pos()); });
    connect(m_actions->copyAddress, &QAction::triggered, this, &MainWindow::copyAddress);
    connect(m_actions->openStore, &QAction::triggered, this, &MainWindow::openStore);
    connect(m_actions->playDemo, &QAction::triggered, this, &MainWindow::demoRequested);
    connect(m_actions->endDemo, &QAction::triggered, this, &MainWindow::endDemoRequested);
    connect(m_notices, &Notices::endDemoRequested, this, &MainWindow::endDemoRequested);
    connect(m_notices, &Notices::retryRequested, this,
            [this] { Q_EMIT listenRequested(m_windowSettings.listenAddress, m_windowSettings.listenPort); });
}

void MainWindow::connectPlaces()
{
    connect(m_actions->filterLine, &QAction::triggered, &m_tools->filterLine(),
            [this] { m_tools->filterLine().setFocus(Qt::ShortcutFocusReason); });
    connect(m_actions->find, &QAction::triggered, this, &MainWindow::findHere);
    connect(m_actions->findNext, &QAction::triggered, m_detail, &DetailPane::findNext);
    connect(m_actions->findPrevious, &QAction::triggered, m_detail, &DetailPane::findPrevious);
    connect(m_actions->nextArea, &QAction::triggered, this, [this] { moveArea(1); });
    connect(m_actions->previousArea, &QAction::triggered, this, [this] { moveArea(-1); });
    connect(m_actions->palette, &QAction::triggered, this, &MainWindow::openPalette);
    m_actions->viewsMenu()->addActions(m_views->actions());
}

void MainWindow::connectLook()
{
    connect(m_actions->facets, &QAction::triggered, m_facetsDock, &QWidget::setVisible);
    connect(m_actions->detail, &QAction::triggered, m_detailDock, &QWidget::setVisible);
    connect(m_actions->floatDetail, &QAction::triggered, m_detailDock, &QDockWidget::setFloating);
    connect(m_actions->lane, &QAction::triggered, this, [this](bool shown) { m_lane->setCollapsed(!shown); });
    m_actions->lane->setChecked(true);
    connect(m_actions->menuBarShown, &QAction::triggered, menuBar(), &QWidget::setVisible);
    connect(m_actions->fullScreen, &QAction::triggered, this,
            [this](bool full) { full ? showFullScreen() : showNormal(); });
    connect(m_actions->resetPerspective, &QAction::triggered, this, [this] {
        m_layout.forget(m_perspective);
        arrangeAsUsual();
    });
    connect(m_actions->timeDisplay, &QAction::triggered, this, [this] {
        changeSettings([](WindowSettings &s) { s.timeDisplay = TimeDisplay((int(s.timeDisplay) + 1) % 3); });
    });
    connect(m_actions->density, &QAction::triggered, this, [this] {
        changeSettings([](WindowSettings &s) { s.density = metrics::Density((int(s.density) + 1) % 3); });
    });
    connect(m_actions->largerText, &QAction::triggered, this, [this] { stepTextSize(10); });
    connect(m_actions->smallerText, &QAction::triggered, this, [this] { stepTextSize(-10); });
    connect(m_actions->usualText, &QAction::triggered, this,
            [this] { changeSettings([](WindowSettings &s) { s.textScalePercent = 100; }); });
}

void MainWindow::connectCoverage()
{
    const QString told = QStringLiteral("coverage/toldUntil");
    const auto show = [this] {
        m_dialogs->showCoverage(intervalOf(m_models.scope.query().range(), m_display.format().zone, m_display.now()));
    };
    m_coverage = new CoverageWatch(m_models.reader, m_display, std::chrono::minutes(1), this);
    m_coverage->setDismissed(fromMicroseconds(m_settings.value(told, qint64(0)).toLongLong()));
    connect(m_coverage, &CoverageWatch::noticed, m_notices, &Notices::setCoverage);
    connect(m_notices, &Notices::coverageRequested, this, show);
    connect(m_notices, &Notices::coverageDismissed, this, [this, told] {
        m_coverage->dismiss();
        m_settings.setValue(told, toMicroseconds(m_coverage->dismissed()));
    });
    connect(m_actions->coverage, &QAction::triggered, this, show);
}

void MainWindow::connectDialogs()
{
    connect(m_actions->addSource, &QAction::triggered, m_dialogs, &WindowDialogs::addSource);
    connect(m_actions->sources, &QAction::triggered, m_dialogs, &WindowDialogs::showSources);
    connect(m_actions->outbox, &QAction::triggered, m_dialogs, [this] { m_dialogs->showOutbox(); });
    connect(m_actions->destinations, &QAction::triggered, m_dialogs, &WindowDialogs::showDestinations);
    connect(m_actions->addDestination, &QAction::triggered, m_dialogs, &WindowDialogs::addDestination);
    connect(m_actions->settings, &QAction::triggered, this, [this] { m_dialogs->showSettings(m_actions->all()); });
    connect(m_actions->shortcuts, &QAction::triggered, this, [this] { m_dialogs->showShortcuts(m_actions->all()); });
    connect(m_actions->about, &QAction::triggered, m_dialogs, &WindowDialogs::showAbout);
    connect(m_dialogs, &WindowDialogs::windowSettingsChanged, this, &MainWindow::windowSettingsChanged);
    connect(m_dialogs, &WindowDialogs::listenRequested, this, &MainWindow::listenRequested);
    connect(m_dialogs, &WindowDialogs::openStoreRequested, this, &MainWindow::openStore);
    connect(m_dialogs, &WindowDialogs::conversationRequested, this, &MainWindow::showConversation);
    connect(m_status, &StatusStrip::listenerPressed, this, &MainWindow::copyAddress);
    connect(m_status, &StatusStrip::sourcesPressed, m_dialogs, &WindowDialogs::showSources);
    connect(m_status, &StatusStrip::outboxPressed, m_dialogs, [this] { m_dialogs->showOutbox(); });
    connect(m_status, &StatusStrip::zonePressed, &m_tools->zone(), &QAbstractButton::click);
    connect(m_firstRun, &FirstRunPage::addSourceRequested, m_dialogs, &WindowDialogs::addSource);
    connect(m_firstRun, &FirstRunPage::demoRequested, this, &MainWindow::demoRequested);
    connect(m_firstRun, &FirstRunPage::openStoreRequested, this, &MainWindow::openStore);
    connect(m_firstRun, &FirstRunPage::languageChosen, this, [this](const QString &language) {
        changeSettings([&language](WindowSettings &s) { s.language = language; });
    });
    connect(m_firstRun, &FirstRunPage::zoneChosen, this, [this](const QTimeZone &zone) {
        changeSettings([&zone](WindowSettings &s) { s.zone = QString::fromUtf8(zone.id()); });
    });
}

} // namespace earshot
