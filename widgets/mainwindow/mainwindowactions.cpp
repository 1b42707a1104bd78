// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window's parts ask of each other, and what its commands do.

#include "models/items/whendone.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/emptystate.h"
#include "widgets/controls/labels.h"
#include "widgets/detail/detailpane.h"
#include "widgets/live/conversationview.h"
#include "widgets/live/deliveryview.h"
#include "widgets/live/livelaneview.h"
#include "widgets/mainwindow/commandpalette.h"
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
#include <QStackedWidget>
#include <QUrl>

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
            if (error.code == ErrorCode::FilterSyntax || error.code == ErrorCode::StoreFailed)
                m_notices->setFailure(errorText(error));
        });
    }
    connect(&m_models.sources, &SourceList::changed, this, [this] {
        m_status->setSourceCount(m_models.sources.entries().size());
        QString host;
        for (const SourceEntry &entry : m_models.sources.entries()) {
            if (!entry.source.publicUrl.isEmpty())
                host = QUrl(entry.source.publicUrl).host();
        }
        m_status->setPublicHost(host);
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
    for (QAction *const action : {m_actions->forward, m_actions->showTranscript, m_actions->showPayload,
                                  m_actions->copy, m_actions->exportRows})
        m_conversations->addAction(action);
    for (QAction *const action : {m_actions->diff, m_actions->showPayload, m_actions->copy, m_actions->exportRows})
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
    connect(m_detail, &DetailPane::forwardRequested, this,
            [this](qint64 conversation) { m_dialogs->forward({conversation}); });
    connect(m_detail, &DetailPane::retryRequested, this, [this](qint64 row) {
        whenDone(m_storeActions.retryOutbox({row}), this, [this](const Result<qint64> &done) {
            if (!done)
                m_notices->setFailure(errorText(done.error()));
        });
    });
    connect(m_detail, &DetailPane::previousRequested, this, [this] { stepDelivery(-1); });
    connect(m_detail, &DetailPane::nextRequested, this, [this] { stepDelivery(1); });
}

void MainWindow::connectActions()
{
    connect(m_actions->perspectives(), &QActionGroup::triggered, this, [this](QAction *action) {
        showPerspective(Perspective(m_actions->perspectives()->actions().indexOf(action)));
    });
    connect(m_actions->exportRows, &QAction::triggered, this, [this] {
        const bool isInspect = m_perspective == Perspective::Inspect;
        const QList<qint64> selected = table()->selectedCount() > 1 ? table()->selectedIds() : QList<qint64>();
        m_dialogs->exportRows(
            {isInspect ? RecordKind::Deliveries : RecordKind::Conversations, m_models.scope.query(), selected});
    });
    connect(m_actions->forward, &QAction::triggered, this, &MainWindow::forwardSelection);
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
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
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

void MainWindow::connectDialogs()
{
    connect(m_actions->addSource, &QAction::triggered, m_dialogs, &WindowDialogs::addSource);
    connect(m_actions->sources, &QAction::triggered, m_dialogs, &WindowDialogs::showSources);
    connect(m_actions->outbox, &QAction::triggered, m_dialogs, &WindowDialogs::showOutbox);
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
    connect(m_status, &StatusStrip::outboxPressed, m_dialogs, &WindowDialogs::showOutbox);
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

LiveTable *MainWindow::table() const
{
    if (m_perspective == Perspective::Inspect)
        return m_deliveries;
    return m_conversations;
}

void MainWindow::followSelection(qint64 id)
{
    if (id == 0)
        return;
    if (sender() == m_deliveries)
        showDelivery(id);
    else
        m_detail->showConversation(id);
}

void MainWindow::addTerm(const QString &field, const QString &value, bool exclude)
{
    if (exclude)
        m_models.scope.excludeTerm(field, value);
    else
        m_models.scope.addTerm(field, value);
}

void MainWindow::updateCorner()
{
    const bool isReports = m_perspective == Perspective::Reports;
    m_following->setVisible(!isReports && table()->isFollowing());
    m_columns->setVisible(!isReports);
    m_columns->setMenu(table()->columnsMenu());
    m_rangeInWords->setVisible(isReports);
    m_rangeInWords->setText(m_reports->rangeInWords());
    m_exportButton->setVisible(isReports);
}

void MainWindow::stepDelivery(int by)
{
    const int row = m_models.deliveries.rowOf(m_detail->delivery());
    const int next = row + by;
    if (row >= 0 && next >= 0 && next < m_models.deliveries.rowCount())
        m_deliveries->select(m_models.deliveries.idAt(next));
}

void MainWindow::showDelivery(qint64 delivery)
{
    m_detail->showDelivery(delivery);
    const int row = m_models.deliveries.rowOf(delivery);
    m_detail->setSteps(row > 0, row >= 0 && row + 1 < m_models.deliveries.rowCount());
}

void MainWindow::undoClosedView()
{
    if (m_closedView)
        m_views->restoreView(m_closedView->first, m_closedView->second);
    m_closedView.reset();
    m_actions->undo->setEnabled(false);
}

/** What no part of the window took. */
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier && m_windowSettings.letterKeys;
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
        centre()->setFocus(Qt::OtherFocusReason);
    else if (event->matches(QKeySequence::Find))
        findHere();
    else if (event->matches(QKeySequence::FindNext))
        m_detail->findNext();
    else if (event->matches(QKeySequence::FindPrevious))
        m_detail->findPrevious();
    else if (isPlain && event->key() == Qt::Key_F)
        forwardSelection();
    else if (isPlain && event->key() == Qt::Key_D)
        m_detail->showDiff();
    else
        QMainWindow::keyPressEvent(event);
}

void MainWindow::openPalette()
{
    QList<PaletteEntry> entries;
    for (QAction *const action : m_actions->all()) {
        if (action->isEnabled() && action->isVisible())
            entries.append({PaletteEntry::Kind::Action, Icon::ChevronRight, action->text().remove(QLatin1Char('&')),
                            action->shortcut().toString(QKeySequence::NativeText), [action] { action->trigger(); }});
    }
    int place = 0;
    for (const SavedView &view : m_views->views()) {
        if (view.kind != m_views->kind())
            continue;
        entries.append({PaletteEntry::Kind::View, Icon::Filter, viewName(view), view.filter,
                        [this, place] { m_views->setCurrentPlace(place); }});
        ++place;
    }
    auto *palette = new CommandPalette(entries, m_models.reader, this);
    connect(palette, &CommandPalette::conversationChosen, this, [this](qint64 conversation) {
        m_conversations->select(conversation);
        showConversation(conversation);
    });
    palette->popUp();
}

void MainWindow::updateShown()
{
    const PagedTableModel &model = m_perspective == Perspective::Inspect
                                       ? static_cast<const PagedTableModel &>(m_models.deliveries)
                                       : m_models.conversations;
    const qint64 count = model.rowCount();
    m_tools->filterLine().setResult(count, model.elapsed(), model.isLoading());
    const QString words = countText(count, m_display.format().locale);
    const qint64 selected = table()->selectedCount();
    if (selected > 1)
        m_status->setShown(tr("%1 of %2 selected").arg(countText(selected, m_display.format().locale), words));
    else
        m_status->setShown(tr("%1 shown").arg(words));
}

void MainWindow::updateEmptyStates()
{
    const bool isEmptyStore = m_models.scope.filter().isEmpty()
                              && std::ranges::all_of(m_models.sources.entries(),
                                                     [](const SourceEntry &entry) { return entry.deliveries == 0; });
    for (EmptyState *const state : {m_noConversations, m_noDeliveries}) {
        state->clearButtons();
        state->disconnect(this);
        if (isEmptyStore) {
            state->setMessage(
                Icon::Listening, tr("Waiting for the first delivery"),
                tr("Copy an address and paste it at the sender, or send a sample to see what it looks like."));
            state->addButton(tr("Copy an address"));
            state->addButton(tr("Send a sample"));
            connect(state, &EmptyState::buttonPressed, this, [this](int index) {
                if (index == 0)
                    copyAddress();
                else if (!m_models.sources.entries().isEmpty())
                    sendSample(m_models.sources.entries().first().source.name);
            });
        } else {
            const bool isFiltered = !m_models.scope.filter().trimmed().isEmpty();
            state->setMessage(Icon::Filter, tr("Nothing matches"), {});
            if (isFiltered)
                state->addButton(tr("Clear the filter"));
            if (m_models.scope.query().range().kind != TimeRange::Kind::Everything)
                state->addButton(tr("Show all days"));
            connect(state, &EmptyState::buttonPressed, this, [this, isFiltered](int index) {
                if (isFiltered && index == 0)
                    (void)m_models.scope.setFilter({});
                else
                    m_models.scope.setRange({TimeRange::Kind::Everything, {}, {}});
            });
        }
    }
}

void MainWindow::sendSample(const QString &source)
{
    whenDone(m_storeActions.sendSample(source), this, [this](const Result<int> &sent) {
        if (!sent)
            m_notices->setFailure(errorText(sent.error()));
    });
}

void MainWindow::findHere()
{
    if (m_detail->isAncestorOf(QApplication::focusWidget()))
        m_detail->find();
    else
        m_tools->filterLine().setFocus(Qt::ShortcutFocusReason);
}

QList<QWidget *> MainWindow::areas() const
{
    QList<QWidget *> places{m_tools, m_viewsBar, m_facetsDock, m_lane, centre(), m_detailDock, m_status};
    places.removeIf([](const QWidget *place) { return !place->isVisible(); });
    return places;
}

/** What keys mean when nothing else has the focus: the table, where the perspective has one. */
QWidget *MainWindow::centre() const
{
    QWidget *page = m_pages->currentWidget();
    if (page == m_reports || page == m_firstRun)
        return page;
    return &table()->table();
}

void MainWindow::moveArea(int by)
{
    const QList<QWidget *> places = areas();
    const QWidget *focus = QApplication::focusWidget();
    qsizetype current = -1;
    for (qsizetype i = 0; i < places.size(); ++i) {
        if (places.at(i) == focus || places.at(i)->isAncestorOf(focus))
            current = i;
    }
    const qsizetype count = places.size();
    for (qsizetype step = 1; step <= count; ++step) {
        if (focusArea(places.at(((current + by * step) % count + count) % count)))
            return;
    }
}

/** Where an area begins, for keys: where one works in it, else at its first control. False if it has none just now. */
bool MainWindow::focusArea(QWidget *area)
{
    if (area == m_detailDock) {
        m_detail->focusContent();
    } else if (area == m_tools) {
        m_tools->filterLine().setFocus(Qt::TabFocusReason);
    } else if (area->focusPolicy() != Qt::NoFocus) {
        area->setFocus(Qt::TabFocusReason);
    } else if (auto *list = area->findChild<QListView *>(); list && list->isVisible()) {
        list->setFocus(Qt::TabFocusReason);
    } else {
        const QList<QWidget *> parts = area->findChildren<QWidget *>();
        const auto first = std::ranges::find_if(parts, [area](const QWidget *part) {
            return (part->focusPolicy() & Qt::TabFocus) != 0 && part->isVisibleTo(area) && part->isEnabled();
        });
        if (first != parts.end())
            (*first)->setFocus(Qt::TabFocusReason);
    }
    const QWidget *focus = QApplication::focusWidget();
    return area == focus || area->isAncestorOf(focus);
}

/** The address of the one source, or of one chosen from a list. */
void MainWindow::copyAddress()
{
    const QList<SourceEntry> &entries = m_models.sources.entries();
    if (entries.size() != 1 || m_listener.base.isEmpty()) {
        m_dialogs->showSources();
        return;
    }
    QGuiApplication::clipboard()->setText(hookAddress(entries.first(), m_listener.base));
    constexpr int c_readable = 5000; // milliseconds
    m_status->showMessage(tr("The address of %1 is on the clipboard").arg(entries.first().source.name), c_readable);
}

void MainWindow::openStore()
{
    auto *dialog = new QFileDialog(this, tr("Open a store"), {}, tr("Stores (*.sqlite);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openStoreRequested);
    dialog->open();
}

void MainWindow::forwardSelection()
{
    QList<qint64> conversations =
        m_perspective == Perspective::Inspect ? QList<qint64>() : m_conversations->selectedIds();
    if (conversations.isEmpty() && m_detail->conversation() != 0)
        conversations = {m_detail->conversation()};
    if (!conversations.isEmpty())
        m_dialogs->forward(conversations);
}

void MainWindow::stepTextSize(int percent)
{
    changeSettings([percent](WindowSettings &s) {
        s.textScalePercent = std::clamp(s.textScalePercent + percent, WindowSettings::c_smallestTextScale,
                                        WindowSettings::c_largestTextScale);
    });
}

void MainWindow::changeSettings(const std::function<void(WindowSettings &)> &change)
{
    WindowSettings settings = m_windowSettings;
    change(settings);
    Q_EMIT windowSettingsChanged(settings);
}

} // namespace earshot
