// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/emptystate.h"

#include "widgets/controls/formdialog.h"
#include "widgets/controls/labels.h"
#include "widgets/style/metrics.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace earshot {
namespace {

constexpr int c_iconSize = 32;
constexpr int c_widestText = 420;

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconLabel(Icon::Info, ColorRole::Muted, this))
    , m_title(new TitleLabel(this))
    , m_text(new MutedLabel(this))
    , m_buttonRow(new QHBoxLayout)
{
    m_icon->setIconSize(c_iconSize);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setMaximumWidth(c_widestText);
    m_buttonRow->setSpacing(metrics::c_between);
    m_buttonRow->setAlignment(Qt::AlignHCenter);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::c_dialogMargin, metrics::c_dialogMargin, metrics::c_dialogMargin,
                               metrics::c_dialogMargin);
    layout->setSpacing(metrics::c_between);
    layout->addStretch(2);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addWidget(m_title);
    auto *textRow = new QHBoxLayout;
    textRow->addStretch(1);
    textRow->addWidget(m_text, 100);
    textRow->addStretch(1);
    layout->addLayout(textRow);
    layout->addSpacing(metrics::c_between);
    layout->addLayout(m_buttonRow);
    layout->addStretch(3);
}

void EmptyState::setMessage(Icon icon, const QString &title, const QString &text)
{
    m_icon->setIcon(icon, ColorRole::Muted);
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
}

QPushButton *EmptyState::addButton(const QString &text, bool primary)
{
    auto *button = new QPushButton(text, this);
    const auto *dialog = qobject_cast<const FormDialog *>(window());
    const bool isRival = dialog && dialog->primaryButton()->isVisibleTo(dialog);
    button->setAutoDefault(false);
    button->setDefault(primary && !isRival);
    const int index = int(m_buttons.size());
    m_buttons += button;
    m_buttonRow->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, index] { Q_EMIT buttonPressed(index); });
    return button;
}

void EmptyState::setActions(const QList<QAction *> &actions)
{
    clearButtons();
    for (QAction *action : actions) {
        QPushButton *button = addButton(action->text());
        const auto follow = [button, action] {
            button->setText(action->text());
            button->setIcon(action->icon());
            button->setEnabled(action->isEnabled());
            button->setVisible(action->isVisible());
        };
        follow();
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, button, follow);
    }
}

void EmptyState::clearButtons()
{
    for (QPushButton *button : std::as_const(m_buttons)) {
        m_buttonRow->removeWidget(button);
        button->hide();
        button->deleteLater(); // it may be the one whose press led here
    }
    m_buttons.clear();
}

} // namespace earshot
