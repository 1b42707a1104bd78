// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QList>
#include <QPointer>
#include <QWidget>

class QBoxLayout;
class QMenu;
class QPushButton;
class QToolButton;

namespace earshot {

/** The commonest actions as small buttons, the others behind "…". Hidden while there are none. */
class DetailFooter final : public QWidget
{
    Q_OBJECT

public:
    explicit DetailFooter(QWidget *parent = nullptr);

    /** Not owned; the buttons follow their texts and states. */
    void setActions(const QList<QAction *> &actions);

    const QList<QPushButton *> &buttons() const { return m_buttons; }

    QToolButton *moreButton() const { return m_more; }

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void addButton(QAction *action);
    void retranslate();

    QBoxLayout *m_row;
    QList<QPushButton *> m_buttons;
    QToolButton *m_more;
    QMenu *m_menu;
};

} // namespace earshot
