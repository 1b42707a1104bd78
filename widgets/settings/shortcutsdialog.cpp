// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/shortcutsdialog.h"

#include "widgets/controls/emptystate.h"
#include "widgets/settings/shortcutlist.h"
#include "widgets/style/icons.h"

#include <QLineEdit>

namespace earshot {
namespace {

constexpr QSize c_size(480, 560);

} // namespace

ShortcutsDialog::ShortcutsDialog(const QList<QAction *> &actions, QWidget *parent)
    : FormDialog(parent)
    , m_actions(actions)
    , m_search(new QLineEdit)
    , m_list(new ShortcutList)
    , m_nothing(new EmptyState)
{
    setPrimaryVisible(false);
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(Icon::Search), QLineEdit::LeadingPosition);
    content()->addWidget(m_search);
    content()->addWidget(m_list, 1);
    content()->addWidget(m_nothing, 1);
    connect(m_search, &QLineEdit::textChanged, this, &ShortcutsDialog::filter);
    retranslate();
    m_search->setFocus();
    resize(c_size);
}

void ShortcutsDialog::filter()
{
    m_list->setFilter(m_search->text());
    m_list->setVisible(m_list->shownCount() > 0);
    m_nothing->setVisible(m_list->shownCount() == 0);
}

void ShortcutsDialog::retranslate()
{
    setWindowTitle(tr("Shortcuts"));
    cancelButton()->setText(tr("Close"));
    m_search->setPlaceholderText(tr("Search by action or key"));
    m_search->setAccessibleName(tr("Search shortcuts"));
    m_list->setAccessibleName(tr("Shortcuts"));
    m_nothing->setMessage(Icon::Search, tr("Nothing matches"), tr("No action and no key has these words."));
    m_list->setActions(m_actions);
    filter();
}

void ShortcutsDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    FormDialog::changeEvent(event);
}

} // namespace earshot
