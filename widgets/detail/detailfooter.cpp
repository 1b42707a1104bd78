// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/detail/detailfooter.h"

#include "widgets/detail/headerparts.h"
#include "widgets/style/colors.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"

#include <QBoxLayout>
#include <QEvent>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace earshot {
namespace {

constexpr qsizetype c_mostButtons = 3;
constexpr int c_height = 40;

/** Without the mark of a menu's letter key. */
QString plainText(const QAction &action)
{
    QString text = action.text();
    return text.remove(QLatin1Char('&'));
}

} // namespace

DetailFooter::DetailFooter(QWidget *parent)
    : QWidget(parent)
    , m_more(makeIconButton(this))
    , m_menu(new QMenu(this))
{
    setMinimumHeight(c_height);
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(metrics::c_paneMargin, metrics::c_inner, metrics::c_paneMargin, metrics::c_inner);
    m_row->setSpacing(metrics::c_between - 2);
    m_row->addStretch(1);
    m_row->addWidget(m_more);
    m_more->setIcon(themedIcon(Icon::More));
    m_more->setMenu(m_menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    retranslate();
    hide();
}

void DetailFooter::setActions(const QList<QAction *> &actions)
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    m_menu->clear();
    for (QAction *action : actions) {
        if (m_buttons.size() < c_mostButtons)
            addButton(action);
        else
            m_menu->addAction(action);
    }
    m_more->setVisible(actions.size() > c_mostButtons);
    setVisible(!actions.isEmpty());
}

void DetailFooter::addButton(QAction *action)
{
    auto *button = new QPushButton(this);
    button->setProperty("smallControl", true);
    const auto follow = [button, action] {
        button->setText(plainText(*action));
        button->setIcon(action->icon());
        button->setEnabled(action->isEnabled());
        button->setVisible(action->isVisible());
        button->setToolTip(action->toolTip());
        button->setAccessibleName(plainText(*action));
        button->setAccessibleDescription(action->shortcut().toString(QKeySequence::NativeText));
    };
    follow();
    connect(action, &QAction::changed, button, follow);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    m_row->insertWidget(int(m_buttons.size()), button);
    m_buttons.append(button);
}

void DetailFooter::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DetailFooter::retranslate()
{
    nameButton(m_more, tr("More actions"));
}

void DetailFooter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &colors = colorsOf(palette());
    painter.fillRect(rect(), colors[ColorRole::Raised]);
    painter.fillRect(0, 0, width(), 1, colors[ColorRole::Line]);
}

} // namespace earshot
