// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/controls/formdialog.h"

#include <QAction>
#include <QList>

class QLineEdit;

namespace earshot {

class EmptyState;
class ShortcutList;

/** All shortcuts, under the menus they stand in, with a search. */
class ShortcutsDialog final : public FormDialog
{
    Q_OBJECT

public:
    /** @p actions must outlive it. */
    explicit ShortcutsDialog(const QList<QAction *> &actions, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void filter();

    QList<QAction *> m_actions;
    QLineEdit *m_search;
    ShortcutList *m_list;
    EmptyState *m_nothing;
};

} // namespace earshot
