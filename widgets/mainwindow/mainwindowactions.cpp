// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window's commands do.

#include "models/items/whendone.h"
#include "models/store/recordlookup.h"
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

#include <tuple>

namespace earshot {
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
    else if (isPlain && event->key() == Qt::Key_R)
        replaySelection();
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
                    std::ignore = m_models.scope.setFilter({}); // nothing is always understood
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
    if (entries.size() != 1 || sendersBase().isEmpty()) {
        m_dialogs->showSources();
        return;
    }
    QGuiApplication::clipboard()->setText(hookAddress(entries.first(), sendersBase()));
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

/** Those selected in Inspect, or those of the conversations selected in Live; else what the detail shows. */
void MainWindow::withDeliveriesInView(const std::function<void(const QList<qint64> &)> &use)
{
    QList<qint64> deliveries = m_perspective == Perspective::Inspect ? m_deliveries->selectedIds() : QList<qint64>();
    if (deliveries.isEmpty() && m_detail->delivery() != 0)
        deliveries = {m_detail->delivery()};
    QList<qint64> conversations = m_perspective == Perspective::Live ? m_conversations->selectedIds() : QList<qint64>();
    if (conversations.isEmpty() && m_detail->conversation() != 0)
        conversations = {m_detail->conversation()};
    if (m_perspective == Perspective::Inspect && !deliveries.isEmpty())
        conversations.clear();
    if (conversations.isEmpty())
        return use(deliveries);
    m_models.reader
        .read<QList<qint64>>(
            [conversations](const Database &database) { return deliveriesOfConversations(database, conversations); })
        .then(this, [this, use](const Result<QList<qint64>> &found) {
            if (found)
                use(*found);
            else
                m_notices->setFailure(errorText(found.error()));
        });
}

void MainWindow::replaySelection()
{
    withDeliveriesInView(
        [this](const QList<qint64> &deliveries) { m_dialogs->replay(m_models.scope.query(), deliveries); });
}

void MainWindow::editAndResend()
{
    if (m_detail->delivery() != 0)
        return m_dialogs->editAndResend(m_detail->delivery());
    withDeliveriesInView([this](const QList<qint64> &deliveries) {
        if (!deliveries.isEmpty())
            m_dialogs->editAndResend(deliveries.last());
    });
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
