// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a LiveTable does on keys and events, and what it shows besides rows.

#include "widgets/controls/busybar.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/emptystate.h"
#include "widgets/live/followpill.h"
#include "widgets/live/livedelegate.h"
#include "widgets/live/livetable.h"
#include "widgets/live/overviewstrip.h"
#include "widgets/live/skeletonrows.h"
#include "widgets/live/wordedrows.h"
#include "widgets/style/metrics.h"
#include "widgets/style/tabular.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

namespace earshot {
namespace {

constexpr int c_sortArrow = 20;

} // namespace

bool LiveTable::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress)
        return handleKey(*static_cast<QKeyEvent *>(event)); // NOLINT: the type says so
    if (watched == m_table && event->type() == QEvent::FocusIn && !m_table->currentIndex().isValid())
        standOnTop(); // else the table would make its first row current, as if a person had
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        placeOverlays();
    if (watched == m_table->viewport() && event->type() == QEvent::MouseButtonPress)
        markCell(false);
    return QWidget::eventFilter(watched, event);
}

bool LiveTable::handleKey(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const bool isArrow = event.key() == Qt::Key_Down || event.key() == Qt::Key_Up;
    if (isArrow && modifiers == Qt::NoModifier && !m_table->selectionModel()->hasSelection())
        return selectWhereItStands();
    if (event.matches(QKeySequence::SelectAll))
        selectWholeResult();
    else if (event.matches(QKeySequence::Copy))
        copySelection();
    else if (event.key() == Qt::Key_Home && modifiers == Qt::ControlModifier)
        follow();
    else if (m_hasLetterKeys && event.key() == Qt::Key_L && modifiers == Qt::NoModifier)
        follow();
    else if (event.text() == u'+')
        requestFilter(false);
    else if (event.text() == u'-')
        requestFilter(true);
    else if (event.key() == Qt::Key_Left && modifiers == Qt::NoModifier)
        moveCell(isRightToLeft() ? 1 : -1);
    else if (event.key() == Qt::Key_Right && modifiers == Qt::NoModifier)
        moveCell(isRightToLeft() ? -1 : 1);
    else
        return false;
    return true;
}

/** The first arrow chooses the row that keys begin at, rather than the one after it. */
bool LiveTable::selectWhereItStands()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return false;
    m_table->selectRow(current.row());
    return true;
}

void LiveTable::moveCell(int step)
{
    const QHeaderView *header = m_table->horizontalHeader();
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    int visual = header->visualIndex(current.column()) + step;
    while (visual >= 0 && visual < header->count() && header->isSectionHidden(header->logicalIndex(visual)))
        visual += step;
    if (visual < 0 || visual >= header->count())
        return;
    const QModelIndex next = current.siblingAtColumn(header->logicalIndex(visual));
    markCell(true);
    m_table->selectionModel()->setCurrentIndex(next, QItemSelectionModel::NoUpdate);
    m_table->scrollTo(next);
}

void LiveTable::markCell(bool marked)
{
    m_delegate->setCellMarked(marked);
    m_table->viewport()->update();
}

void LiveTable::requestFilter(bool exclude)
{
    const QModelIndex current = m_table->currentIndex();
    if (const auto term = current.isValid() ? m_words->term(current) : std::nullopt)
        Q_EMIT filterRequested(term->field, term->value, exclude);
}

void LiveTable::openContextMenu(const QPoint &at)
{
    pause();
    if (actions().isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(actions());
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void LiveTable::tick()
{
    const auto [first, last] = rowsInView();
    const bool isAgo = m_display.format().timeDisplay == TimeDisplay::Relative;
    for (int row = first; row <= last; ++row) {
        tickRow(row);
        if (isAgo)
            m_table->update(m_worded->index(row, m_timeColumn));
    }
    if (isVisible() && !window()->isMinimized())
        m_seen.look(first, last, m_display.now());
    else
        m_seen.lookAway();
    m_ticks.look(first, last);
    fitTimeColumn();
}

/** Times of other days are longer than today's, and so is a heading with its zone: the column grows when one comes into
 * view. */
void LiveTable::fitTimeColumn()
{
    const auto [first, last] = rowsInView();
    QHeaderView *header = m_table->horizontalHeader();
    if (header->isSectionHidden(m_timeColumn))
        return;
    const int padding = 2 * DataTable::cellPadding();
    int needed = header->fontMetrics().horizontalAdvance(m_words->heading(m_timeColumn)) + c_sortArrow + padding;
    for (const int row : {first, last}) { // rows in between are no longer, being sorted by time
        const QString text = m_words->text(m_worded->index(row, m_timeColumn));
        needed = std::max(needed, int(std::ceil(tabularWidth(m_table->font(), text))) + padding);
    }
    if (header->sectionSize(m_timeColumn) < needed)
        header->resizeSection(m_timeColumn, needed);
}

std::pair<int, int> LiveTable::rowsInView() const
{
    const int first = m_table->rowAt(0);
    if (first < 0)
        return {0, -1};
    const int last = m_table->rowAt(m_table->viewport()->height() - 1);
    return {first, last < 0 ? m_worded->rowCount() - 1 : last};
}

void LiveTable::updateState()
{
    const bool isLoading = m_rows->isLoading();
    const bool hasRows = m_worded->rowCount() > 0;
    m_busy->setBusy(isLoading);
    m_skeleton->setWaiting(isLoading && !hasRows);
    m_empty->setVisible(!isLoading && !hasRows);
    const auto [first, last] = rowsInView();
    m_ticks.look(first, last);
    m_overview->setTicks(m_ticks.ticks(), m_worded->rowCount());
    updatePill();
}

void LiveTable::placeOverlays()
{
    const QRect rows(m_table->viewport()->mapTo(this, QPoint()), m_table->viewport()->size());
    m_skeleton->setGeometry(rows);
    m_empty->setGeometry(rows);
    m_busy->setGeometry(0, rows.top(), width(), m_busy->sizeHint().height());
    m_pill->resize(m_pill->sizeHint());
    m_pill->move(rows.center().x() - m_pill->width() / 2, rows.top() + metrics::c_between);
    m_busy->raise();
    m_pill->raise();
}

void LiveTable::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LiveTable::retranslate()
{
    m_nothing->setMessage(Icon::Search, tr("Nothing matches"),
                          tr("Widen the time range, or drop a term of the filter."));
    m_worded->retranslate();
    m_columns->retranslate();
    m_table->viewport()->update();
}

void LiveTable::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    updateState();
    m_second.start();
}

void LiveTable::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_second.stop();
    m_seen.lookAway();
}

void LiveTable::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeOverlays();
}

} // namespace earshot
