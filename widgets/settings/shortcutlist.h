// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTreeView>

namespace earshot {

/** The shortcuts of some actions, under the menu each stands in. An action without one is left out. */
class ShortcutList final : public QTreeView
{
    Q_OBJECT

public:
    explicit ShortcutList(QWidget *parent = nullptr);

    /** Reads the actions' texts and shortcuts; again after a change of language. Null ones are passed over. */
    void setActions(const QList<QAction *> &actions);

    /** Shows what has every word of @p text in its name, its group or its keys. */
    void setFilter(const QString &text);

    /** How many shortcuts are seen. */
    int shownCount() const;

private:
    QStandardItem *groupItem(const QString &title);

    QStandardItemModel m_model;
    QSortFilterProxyModel m_filtered;
};

} // namespace earshot
