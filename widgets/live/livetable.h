// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/live/cellwords.h"
#include "widgets/live/columnfit.h"
#include "widgets/live/liverows.h"
#include "widgets/live/overviewticks.h"
#include "widgets/live/seentracker.h"
#include "widgets/live/tablecolumns.h"
#include "widgets/style/displaysettings.h"

#include <QItemSelection>
#include <QTimer>
#include <QWidget>

namespace earshot {

class BusyBar;
class DataTable;
class EmptyState;
class FollowPill;
class LiveDelegate;
class OverviewStrip;
class SkeletonRows;
class WordedRows;

/** A long table of what arrives, newest on top. It **follows**: arrivals show at once, until somebody scrolls, selects
 * or opens a menu; then they gather above, a pill says how many, and nothing moves under the hand until follow().
 * Actions added to it (addAction) make up the context menu of its rows. GUI thread. */
class LiveTable : public QWidget
{
    Q_OBJECT

public:
    ~LiveTable() override;

    DataTable &table() { return *m_table; }

    FollowPill &pill() { return *m_pill; }

    OverviewStrip &overview() { return *m_overview; }

    const CellWords &words() const { return *m_words; }

    /** Of the current row; 0 for none. */
    qint64 currentId() const { return m_currentId; }

    /** Makes a record current and selects it alone, if it is in the result. */
    bool select(qint64 id);

    /** In the order of the table. Of the whole result as long as it stays selected, whatever arrives. */
    QList<qint64> selectedIds() const;
    qint64 selectedCount() const;

    /** Everything that is found, also what is still being read. */
    bool isWholeResultSelected() const { return m_isWholeSelected; }

    bool isFollowing() const { return m_isFollowing; }

    /** Whether plain letters are commands. */
    void setLetterKeys(bool on) { m_hasLetterKeys = on; }

    /** Which columns are shown: for a button. Owned by this. */
    QMenu *columnsMenu() { return m_columns->menu(); }

    QByteArray saveLayout() const;
    bool restoreLayout(const QByteArray &layout);

    /** What stands instead of rows where there are none; takes ownership. Null for "Nothing matches". */
    void setEmptyState(QWidget *widget);

public Q_SLOTS:
    /** To the newest, which then show as they arrive. */
    void follow();

    /** Arrivals are kept back from now on. */
    void pause();

    void selectWholeResult();

    /** As tab-separated text with headings, at most 10,000 rows. */
    void copySelection();

    /** Once a second while it is seen: moves what counts time, and notes which rows have been looked at. */
    void tick();

Q_SIGNALS:
    /** Enter or a double click on a row. */
    void activated(qint64 id);

    /** Another record is current; 0 for none. */
    void currentChanged(qint64 id);
    void selectionChanged();
    void followingChanged(bool following);

    /** The current cell's value as a term of the filter line; a null value is one that is unknown. */
    void filterRequested(const QString &field, const QString &value, bool exclude);

protected:
    /** @p timeColumn is the one that newest-first goes by, @p fixedColumns cannot be hidden. */
    LiveTable(std::unique_ptr<LiveRows> rows, std::unique_ptr<CellWords> words, DisplaySettings &display,
              int timeColumn, const QList<int> &fixedColumns, QWidget *parent);

    DisplaySettings &display() const { return m_display; }

    TableColumns &columns() { return *m_columns; }

    ColumnFit &columnFit() { return *m_fit; }

    /** Takes no ownership. */
    void setRowDelegate(LiveDelegate *delegate);

    /** Rows in view; an empty pair (0, -1) if there are none. */
    std::pair<int, int> rowsInView() const;

    /** What of @p row is to be painted anew every second. */
    virtual void tickRow(int row) { Q_UNUSED(row) }

    /** Another language: after the headings and menus. */
    virtual void retranslate();

    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectRows();
    void connectTable();
    bool handleKey(const QKeyEvent &event);
    bool selectWhereItStands();
    void moveCell(int step);
    void markCell(bool marked);
    void requestFilter(bool exclude);
    void openContextMenu(const QPoint &at);
    void noteCurrent(const QModelIndex &current);
    void noteSelection(const QItemSelection &selected, const QItemSelection &deselected);
    void noteArrivals();
    void standOnTop();
    void restoreSelection();
    void updateState();
    void updatePill();
    void placeOverlays();
    void fitTimeColumn();
    void sortNewestFirst();

    DisplaySettings &m_display;
    const std::unique_ptr<LiveRows> m_rows;
    const std::unique_ptr<CellWords> m_words;
    const int m_timeColumn;
    DataTable *m_table;
    WordedRows *m_worded;
    LiveDelegate *m_delegate = nullptr;
    FollowPill *m_pill;
    OverviewStrip *m_overview;
    BusyBar *m_busy;
    SkeletonRows *m_skeleton;
    EmptyState *m_nothing;
    QWidget *m_empty = nullptr; ///< the owner's, else m_nothing
    std::unique_ptr<TableColumns> m_columns;
    std::unique_ptr<ColumnFit> m_fit;
    OverviewTicks m_ticks;
    SeenTracker m_seen;
    QTimer m_second;
    qint64 m_currentId = 0;
    bool m_isFollowing = true;
    bool m_hasLetterKeys = true;
    bool m_isWholeSelected = false;
    bool m_isSelecting = false; ///< the table itself selects, not a person
    bool m_isCurrentSought = false; ///< the result is another: the current record may be in it
};

} // namespace earshot
