// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/keyboardpage.h"

#include "widgets/settings/shortcutlist.h"

#include <QCheckBox>

namespace earshot {

KeyboardPage::KeyboardPage(const QList<QAction *> &actions, QWidget *parent)
    : SettingsPage(Icon::Key, parent)
    , m_actions(actions)
    , m_letterKeys(new QCheckBox)
    , m_list(new ShortcutList)
    , m_letterKeysRow(addRow(m_letterKeys))
    , m_listRow(addWideRow(m_list))
{
    connect(m_letterKeys, &QCheckBox::clicked, this, &SettingsPage::edited);
    KeyboardPage::retranslate();
}

QString KeyboardPage::title() const
{
    return tr("Keyboard");
}

void KeyboardPage::setSettings(const WindowSettings &settings)
{
    m_letterKeys->setChecked(settings.letterKeys);
}

void KeyboardPage::store(WindowSettings &settings) const
{
    settings.letterKeys = m_letterKeys->isChecked();
}

QString KeyboardPage::keywords() const
{
    QStringList texts;
    for (const QAction *action : m_actions) {
        if (action != nullptr)
            texts.append(action->text().remove(QLatin1Char('&')));
    }
    return texts.join(QLatin1Char(' '));
}

void KeyboardPage::retranslate()
{
    SettingsPage::retranslate();
    m_letterKeys->setText(tr("Plain &letters are commands"));
    m_list->setActions(m_actions);
    setRow(m_letterKeysRow, tr("Letters"),
           tr("While a table, a list or a pane has the focus: L follows the newest row, for example."));
    setRow(m_listRow, tr("Shortcuts"), {}, keywords());
}

} // namespace earshot
