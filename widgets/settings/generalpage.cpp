// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/generalpage.h"

#include <QCheckBox>
#include <QComboBox>

#include <algorithm>

namespace earshot {

GeneralPage::GeneralPage(QWidget *parent)
    : SettingsPage(Icon::Settings, parent)
    , m_language(new QComboBox)
    , m_onClose(new QComboBox)
    , m_warnsOnQuit(new QCheckBox)
    , m_languageRow(addRow(m_language))
    , m_onCloseRow(addRow(m_onClose))
    , m_warnsOnQuitRow(addRow(m_warnsOnQuit))
{
    m_language->addItem(QString(), QString());
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en")); // each in its own language
    m_language->addItem(QStringLiteral("Deutsch"), QStringLiteral("de"));
    for (const CloseAction action : {CloseAction::Ask, CloseAction::Tray, CloseAction::Quit})
        m_onClose->addItem(QString(), int(action));
    m_onClose->setObjectName(QStringLiteral("onClose"));
    m_warnsOnQuit->setObjectName(QStringLiteral("warnsOnQuit"));
    for (QComboBox *const combo : {m_language, m_onClose})
        connect(combo, &QComboBox::activated, this, &SettingsPage::edited);
    connect(m_warnsOnQuit, &QCheckBox::clicked, this, &SettingsPage::edited);
    GeneralPage::retranslate();
}

QString GeneralPage::title() const
{
    return tr("General");
}

void GeneralPage::setSettings(const WindowSettings &settings)
{
    m_language->setCurrentIndex(std::max(0, m_language->findData(settings.language)));
    m_onClose->setCurrentIndex(int(settings.onClose));
    m_warnsOnQuit->setChecked(settings.warnsOnQuit);
}

void GeneralPage::store(WindowSettings &settings) const
{
    settings.language = m_language->currentData().toString();
    settings.onClose = CloseAction(m_onClose->currentIndex());
    settings.warnsOnQuit = m_warnsOnQuit->isChecked();
}

void GeneralPage::retranslate()
{
    SettingsPage::retranslate();
    //: The language that the system is set to
    m_language->setItemText(0, tr("System"));
    setRow(m_languageRow, tr("&Language"), tr("Numbers and dates are written as this language writes them."));
    m_onClose->setItemText(int(CloseAction::Ask), tr("Ask"));
    m_onClose->setItemText(int(CloseAction::Tray), tr("Keep receiving in the tray"));
    m_onClose->setItemText(int(CloseAction::Quit), tr("Quit and stop receiving"));
    setRow(m_onCloseRow, tr("When the window is &closed"),
           tr("Where the desktop has no tray, closing the window quits."));
    m_warnsOnQuit->setText(tr("&Ask first, if senders would get no answer"));
    setRow(m_warnsOnQuitRow, tr("Quitting"), {}, tr("tray, warn, close"));
}

} // namespace earshot
