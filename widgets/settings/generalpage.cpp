// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/generalpage.h"

#include <QComboBox>

#include <algorithm>

namespace earshot {

GeneralPage::GeneralPage(QWidget *parent)
    : SettingsPage(Icon::Settings, parent)
    , m_language(new QComboBox)
    , m_languageRow(addRow(m_language))
{
    m_language->addItem(QString(), QString());
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en")); // each in its own language
    m_language->addItem(QStringLiteral("Deutsch"), QStringLiteral("de"));
    connect(m_language, &QComboBox::activated, this, &SettingsPage::edited);
    GeneralPage::retranslate();
}

QString GeneralPage::title() const
{
    return tr("General");
}

void GeneralPage::setSettings(const WindowSettings &settings)
{
    m_language->setCurrentIndex(std::max(0, m_language->findData(settings.language)));
}

void GeneralPage::store(WindowSettings &settings) const
{
    settings.language = m_language->currentData().toString();
}

void GeneralPage::retranslate()
{
    SettingsPage::retranslate();
    //: The language that the system is set to
    m_language->setItemText(0, tr("System"));
    setRow(m_languageRow, tr("&Language"), tr("Numbers and dates are written as this language writes them."));
}

} // namespace earshot
