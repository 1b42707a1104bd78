// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/viewcounts.h"
#include "widgets/scope/savedview.h"
#include "widgets/style/displaysettings.h"

#include <QWidget>

class QAction;
class QHBoxLayout;
class QToolButton;

namespace earshot {

class ViewTabs;

/** The saved views as a row of tabs. A view in front follows what is changed in the scope until it is saved; choosing
 * one writes its filter and range into the scope. The actions of views, with their shortcuts, are its actions(). */
class ViewsBar final : public QWidget
{
    Q_OBJECT

public:
    /** All must outlive it. Starts with shippedViews(). */
    ViewsBar(ViewScope &scope, StoreReader &reader, const Clock &clock, DisplaySettings &settings,
             QWidget *parent = nullptr);
    ~ViewsBar() override;

    /** As saved, of all kinds. */
    QList<SavedView> views() const;

    /** Where a kind has none, what Earshot brings is taken. The first of the present kind comes to the front. */
    void setViews(const QList<SavedView> &views);

    /** Shows the views of conversations or of deliveries. Filter and range stay as they are and go along. */
    void setKind(RecordKind kind);

    RecordKind kind() const { return m_kind; }

    /** The view in front, as it is now. */
    SavedView current() const;

    /** Whether the view in front differs from what is saved. */
    bool isCurrentChanged() const;

    int viewCount() const; ///< of the present kind
    int currentPlace() const; ///< among these
    void setCurrentPlace(int place);

    /** The table is sorted by this now; no signal. */
    void setSort(int column, Qt::SortOrder order);

    /** Takes a view that was closed back, at its place among those of its kind. */
    void restoreView(const SavedView &view, int place);

    /** At the trailing end. */
    void addCornerWidget(QWidget *widget);

    QAction *saveAction() const { return m_save; }

    QAction *saveAsAction() const { return m_saveAs; }

    QAction *renameAction() const { return m_rename; }

    QAction *discardAction() const { return m_discard; }

    QAction *closeAction() const { return m_close; }

    QAction *nextAction() const { return m_next; }

    QAction *previousAction() const { return m_previous; }

    /** Views by number: Alt+1 to Alt+9. */
    const QList<QAction *> &numberActions() const { return m_numbers; }

    QSize sizeHint() const override;

Q_SIGNALS:
    /** What views() gives is another. */
    void viewsChanged();

    /** Another view is in front, or its name is another. */
    void currentChanged();

    /** The view in front wants its rows in this order; -1 for the usual one. */
    void sortRequested(int column, Qt::SortOrder order);

    /** So that closing can be undone by restoreView(). */
    void viewClosed(const earshot::SavedView &view, int place);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Tab {
        int id = 0;
        SavedView saved;
        SavedView now;

        bool isChanged() const { return !(saved == now); }
    };

    QAction *addViewAction(const QKeySequence &keys, void (ViewsBar::*slot)());
    void addActions();
    void retranslate();
    void takeScope();
    void bringToFront(int id);
    void showTabs();
    void watchTabs();
    void updateActions();
    void save();
    void saveAs();
    void rename();
    void discard();
    void close();
    void step(int by);
    void nextView();
    void previousView();
    void setName(int place, const QString &name);
    Tab *frontTab();
    const Tab *frontTab() const;
    QList<int> shownIds() const;
    Tab *tab(int id);
    qsizetype placeInAll(int place) const;

    ViewScope &m_scope;
    DisplaySettings &m_settings;
    ViewCounts m_counts;
    QList<Tab> m_tabs;
    RecordKind m_kind = RecordKind::Conversations;
    QHash<int, int> m_front; ///< id of the view in front, by kind
    int m_lastId = 0;
    bool m_isSelecting = false;
    bool m_isShowing = false;
    ViewTabs *m_bar;
    QToolButton *m_add;
    QHBoxLayout *m_corner;
    QAction *m_save = nullptr;
    QAction *m_saveAs = nullptr;
    QAction *m_rename = nullptr;
    QAction *m_discard = nullptr;
    QAction *m_close = nullptr;
    QAction *m_next = nullptr;
    QAction *m_previous = nullptr;
    QList<QAction *> m_numbers;
};

} // namespace earshot
