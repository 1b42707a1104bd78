// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/live/livetable.h"

#include "widgets/controls/busybar.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/emptystate.h"
#include "widgets/live/followpill.h"
#include "widgets/live/livedelegate.h"
#include "widgets/live/overviewstrip.h"
#include "widgets/live/rowcopy.h"
#include "widgets/live/skeletonrows.h"
#include "widgets/live/wordedrows.h"
#include "widgets/style/metrics.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace earshot {

using namespace std::chrono_literals;

namespace {

constexpr int c_mostMarkedSeen = 1000; // rows of one selection that count as looked at

} // namespace

LiveTable::LiveTable(std::unique_ptr<LiveRows> rows, std::unique_ptr<CellWords> words, DisplaySettings &display,
                     int timeColumn, const QList<int> &fixedColumns, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_rows(std::move(rows))
    , m_words(std::move(words))
    , m_timeColumn(timeColumn)
    , m_table(new DataTable(display, this))
    , m_worded(new WordedRows(m_rows->model(), *m_words, this))
    , m_pill(new FollowPill(this))
    , m_overview(new OverviewStrip(this))
    , m_busy(new BusyBar(this))
    , m_skeleton(new SkeletonRows(display, this))
    , m_nothing(new EmptyState(this))
    , m_empty(m_nothing)
    , m_ticks(*m_worded, *m_words)
    , m_seen(*m_rows)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_table);
    setFocusProxy(m_table);
    m_table->setVerticalScrollBar(m_overview);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // the ticks stand there, also without a slider
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_table->horizontalHeader()->setSortIndicator(timeColumn, Qt::DescendingOrder); // as the rows come
    m_table->setModel(m_worded);
    m_table->setSortingEnabled(true);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_columns = std::make_unique<TableColumns>(*m_table->horizontalHeader(), *m_words, fixedColumns);
    m_fit = std::make_unique<ColumnFit>(*m_table);
    connect(m_columns.get(), &TableColumns::wasReset, m_fit.get(), &ColumnFit::adopt);
    m_second.setInterval(1s);
    connectRows();
    connectTable();
    updateState();
}

LiveTable::~LiveTable()
{
    m_fit.reset();
    m_table->removeEventFilter(this); // it speaks until its last
    m_table->viewport()->removeEventFilter(this);
    delete m_table; // before the words and rows that it shows
    delete m_worded;
}

void LiveTable::connectRows()
{
    connect(m_rows.get(), &LiveRows::progressed, this, [this] {
        restoreSelection();
        updateState();
    });
    connect(m_rows.get(), &LiveRows::pendingChanged, this, &LiveTable::updatePill);
    connect(m_worded, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_isCurrentSought = true; });
    connect(m_worded, &QAbstractItemModel::modelReset, this, [this] {
        restoreSelection();
        updateState();
    });
    connect(m_worded, &QAbstractItemModel::rowsInserted, this, &LiveTable::noteArrivals);
    connect(m_worded, &QAbstractItemModel::rowsRemoved, this, &LiveTable::updateState);
    const auto showTicks = [this] { m_overview->setTicks(m_ticks.ticks(), m_worded->rowCount()); };
    connect(&m_ticks, &OverviewTicks::changed, this, showTicks);
    connect(&m_second, &QTimer::timeout, this, &LiveTable::tick);
}

void LiveTable::connectTable()
{
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    connect(m_table, &DataTable::rowActivated, this,
            [this](const QModelIndex &index) { Q_EMIT activated(m_rows->idAt(index.row())); });
    connect(m_table, &QWidget::customContextMenuRequested, this, &LiveTable::openContextMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LiveTable::noteCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &LiveTable::noteSelection);
    connect(m_overview, &QScrollBar::valueChanged, this, [this](int value) {
        if (value > m_overview->minimum())
            pause();
        fitTimeColumn();
    });
    connect(m_overview, &OverviewStrip::rowClicked, this, [this](int row) {
        pause();
        m_table->scrollTo(m_worded->index(row, m_timeColumn), QAbstractItemView::PositionAtCenter);
    });
    connect(m_columns->menu(), &QMenu::aboutToShow, this, &LiveTable::pause);
    connect(m_pill, &QAbstractButton::clicked, this, &LiveTable::follow);
    connect(&m_display, &DisplaySettings::changed, this, [this] {
        m_worded->retranslate();
        m_table->viewport()->update();
        fitTimeColumn();
    });
}

void LiveTable::setRowDelegate(LiveDelegate *delegate)
{
    m_delegate = delegate;
    m_table->setItemDelegate(delegate);
}

void LiveTable::setEmptyState(QWidget *widget)
{
    if (m_empty != m_nothing)
        m_empty->deleteLater();
    m_nothing->hide();
    m_empty = widget ? widget : m_nothing;
    m_empty->setParent(this);
    updateState();
}

QByteArray LiveTable::saveLayout() const
{
    m_fit->relax();
    const QByteArray layout = m_columns->save();
    m_fit->fit();
    return layout;
}

bool LiveTable::restoreLayout(const QByteArray &layout)
{
    const bool isRestored = m_columns->restore(layout);
    if (isRestored)
        m_fit->adopt();
    if (m_isFollowing)
        sortNewestFirst(); // the layout brings its own order
    return isRestored;
}

// Following

void LiveTable::follow()
{
    sortNewestFirst();
    m_rows->setPaused(false);
    m_table->scrollToTop();
    updatePill();
    if (m_isFollowing)
        return;
    m_isFollowing = true;
    Q_EMIT followingChanged(true);
}

void LiveTable::pause()
{
    if (!m_isFollowing)
        return;
    m_isFollowing = false;
    m_rows->setPaused(true);
    Q_EMIT followingChanged(false);
}

void LiveTable::sortNewestFirst()
{
    m_table->horizontalHeader()->setSortIndicator(m_timeColumn, Qt::DescendingOrder); // sorts only where it differs
}

void LiveTable::noteArrivals()
{
    if (m_isWholeSelected)
        selectWholeResult();
    if (m_isFollowing && m_currentId == 0 && m_table->hasFocus())
        standOnTop();
    updateState();
}

/** Keys begin at the newest row; nothing is selected by that. */
void LiveTable::standOnTop()
{
    const QScopedValueRollback selecting(m_isSelecting, true);
    m_table->selectionModel()->setCurrentIndex(m_worded->index(0, m_timeColumn), QItemSelectionModel::NoUpdate);
}

void LiveTable::updatePill()
{
    m_pill->setCount(m_isFollowing ? 0 : m_rows->pendingCount());
    placeOverlays();
}

// Selection

bool LiveTable::select(qint64 id)
{
    const int row = m_rows->rowOf(id);
    if (row < 0)
        return false;
    const QModelIndex index = m_worded->index(row, m_timeColumn);
    m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table->scrollTo(index);
    return true;
}

void LiveTable::selectWholeResult()
{
    const int rows = m_worded->rowCount();
    if (rows == 0)
        return;
    const QItemSelection whole(m_worded->index(0, 0), m_worded->index(rows - 1, m_worded->columnCount() - 1));
    {
        const QScopedValueRollback selecting(m_isSelecting, true);
        m_table->selectionModel()->select(whole, QItemSelectionModel::ClearAndSelect);
    }
    m_isWholeSelected = true;
    pause();
    Q_EMIT selectionChanged();
}

qint64 LiveTable::selectedCount() const
{
    if (m_isWholeSelected)
        return m_worded->rowCount();
    qint64 count = 0;
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection())
        count += range.height();
    return count;
}

QList<qint64> LiveTable::selectedIds() const
{
    if (m_isWholeSelected) {
        const std::vector<qint64> ids = m_rows->ids();
        return {ids.begin(), ids.end()};
    }
    std::vector<int> rows;
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    }
    std::ranges::sort(rows);
    QList<qint64> ids;
    for (const int row : rows)
        ids.append(m_rows->idAt(row));
    return ids;
}

void LiveTable::copySelection()
{
    const QItemSelection selection = m_table->selectionModel()->selection();
    if (!selection.isEmpty())
        QGuiApplication::clipboard()->setText(copiedRows(selection, *m_worded, *m_words, *m_table->horizontalHeader()));
}

void LiveTable::noteCurrent(const QModelIndex &current)
{
    if (m_isSelecting)
        return;
    const qint64 id = current.isValid() ? m_rows->idAt(current.row()) : 0;
    m_isCurrentSought = false;
    if (current.isValid())
        pause();
    if (id == m_currentId)
        return;
    m_currentId = id;
    Q_EMIT currentChanged(id);
}

void LiveTable::noteSelection(const QItemSelection &selected, const QItemSelection &deselected)
{
    // The row that keys begin at is current before anybody chose it, so choosing it makes no other row current.
    const QModelIndex current = m_table->currentIndex();
    if (!m_isSelecting && selected.contains(current))
        noteCurrent(current);
    // Without either, a range was split by an arrival.
    if (m_isSelecting || (selected.isEmpty() && deselected.isEmpty()))
        return;
    m_isWholeSelected = false;
    m_isCurrentSought = false;
    if (!selected.isEmpty())
        pause();
    for (const QItemSelectionRange &range : selected) {
        if (range.height() <= c_mostMarkedSeen)
            m_rows->markSeen(range.top(), range.bottom());
    }
    Q_EMIT selectionChanged();
}

void LiveTable::restoreSelection()
{
    if (!m_isCurrentSought)
        return;
    const int row = m_currentId != 0 ? m_rows->rowOf(m_currentId) : -1;
    if (m_currentId != 0 && row < 0 && m_rows->isLoading())
        return; // it may still be found
    m_isCurrentSought = false;
    m_isWholeSelected = false;
    if (row >= 0) {
        const QScopedValueRollback selecting(m_isSelecting, true);
        select(m_currentId);
    } else if (m_currentId != 0) {
        m_currentId = 0;
        Q_EMIT currentChanged(0);
    }
    Q_EMIT selectionChanged();
}

} // namespace earshot
