// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/live/lanewords.h"

#include <QTimer>
#include <QWidget>

class QAbstractItemModel;
class QLabel;
class QListView;
class QToolButton;

namespace earshot {

class ElidedLabel;
class IconLabel;
class LiveCardDelegate;
class LiveLaneModel;
class MoreCard;
class WordedRows;

/** What runs now: a line in words, and below it a card each, longest first. What does not fit is a card "+3" that opens
 * as a list. Collapses to its line. GUI thread. */
class LiveLaneView final : public QWidget
{
    Q_OBJECT

public:
    /** Both must outlive it. */
    LiveLaneView(LiveLaneModel &model, DisplaySettings &display, QWidget *parent = nullptr);

    /** Rows from elsewhere, whose RowRole is a ConversationListRowPtr, the longest first. */
    LiveLaneView(QAbstractItemModel &rows, DisplaySettings &display, QWidget *parent = nullptr);
    ~LiveLaneView() override;

    /** Sources that tell of a call only when it has ended. */
    void setSilentSources(const QStringList &names);

    bool isCollapsed() const { return m_isCollapsed; }

    /** How many cards are not shown for want of room. */
    int hiddenCount() const;

    QListView &cards() { return *m_cards; }

    /** Selects the card of that record, if it has one. */
    void setCurrentId(qint64 id);

public Q_SLOTS:
    void setCollapsed(bool collapsed);

    /** Opens what does not fit as a list. */
    void openRest();

    /** Once a second while it is seen. */
    void tick();

Q_SIGNALS:
    /** A card was clicked, or Enter pressed on it. */
    void activated(qint64 id);
    void collapsedChanged(bool collapsed);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeHeader();
    QWidget *makeCards();
    void setUpList(QListView &list);
    void activate(const QModelIndex &index);
    void moveCard(int step);
    void updateLine();
    void updateTimes();
    void updateCards();
    void retranslate();

    DisplaySettings &m_display;
    LaneWords m_words;
    WordedRows *m_rows;
    LiveCardDelegate *m_delegate;
    IconLabel *m_nowIcon = nullptr;
    QLabel *m_now = nullptr;
    QLabel *m_longest = nullptr;
    IconLabel *m_overdueIcon = nullptr;
    QLabel *m_overdue = nullptr;
    ElidedLabel *m_silent = nullptr;
    QToolButton *m_chevron = nullptr;
    QWidget *m_cardsRow = nullptr;
    QListView *m_cards = nullptr;
    MoreCard *m_more = nullptr;
    QStringList m_silentSources;
    QTimer m_second;
    int m_fitting = 0;
    bool m_isCollapsed = false;
};

} // namespace earshot
