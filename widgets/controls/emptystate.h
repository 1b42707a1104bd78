// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/icons.h"

#include <QAction>
#include <QList>
#include <QWidget>

class QBoxLayout;
class QPushButton;

namespace earshot {

class IconLabel;
class MutedLabel;
class TitleLabel;

/** What stands where there is nothing: an icon, what happened, what it means, and up to three buttons; centred. */
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    /** Plain texts; either may be empty. */
    void setMessage(Icon icon, const QString &title, const QString &text = {});

    /** A button at the end of the row; pressing it gives buttonPressed() with its index from 0. A primary one is
     * filled; in a dialog only where it has no primary button of its own, as Enter means that one. */
    QPushButton *addButton(const QString &text, bool primary = false);

    /** Buttons for these actions instead of those that were there; they follow the actions' texts and states. */
    void setActions(const QList<QAction *> &actions);

    void clearButtons();

Q_SIGNALS:
    void buttonPressed(int index);

private:
    IconLabel *m_icon;
    TitleLabel *m_title;
    MutedLabel *m_text;
    QBoxLayout *m_buttonRow;
    QList<QPushButton *> m_buttons;
};

} // namespace earshot
