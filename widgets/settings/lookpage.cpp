// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/lookpage.h"

#include <QComboBox>
#include <QSpinBox>

namespace earshot {
namespace {

constexpr int c_scaleStep = 5;

/** Items for the values of an enum, in its order. */
QComboBox *enumCombo(int count)
{
    auto *combo = new QComboBox;
    for (int i = 0; i < count; ++i)
        combo->addItem(QString());
    return combo;
}

} // namespace

LookPage::LookPage(QWidget *parent)
    : SettingsPage(Icon::Eye, parent)
    , m_theme(enumCombo(4))
    , m_density(enumCombo(3))
    , m_textScale(new QSpinBox)
    , m_themeRow(addRow(m_theme))
    , m_densityRow(addRow(m_density))
    , m_textScaleRow(addRow(m_textScale))
{
    m_textScale->setRange(WindowSettings::c_smallestTextScale, WindowSettings::c_largestTextScale);
    m_textScale->setSingleStep(c_scaleStep);
    m_textScale->setKeyboardTracking(false); // typing 150 passes through 1 and 15
    connect(m_theme, &QComboBox::activated, this, &SettingsPage::edited);
    connect(m_density, &QComboBox::activated, this, &SettingsPage::edited);
    connect(m_textScale, &QSpinBox::valueChanged, this, &SettingsPage::edited);
    LookPage::retranslate();
}

QString LookPage::title() const
{
    //: Page of the settings: how the window looks
    return tr("Look");
}

void LookPage::setSettings(const WindowSettings &settings)
{
    const QSignalBlocker blocker(m_textScale);
    m_theme->setCurrentIndex(int(settings.theme));
    m_density->setCurrentIndex(int(settings.density));
    m_textScale->setValue(settings.textScalePercent);
}

void LookPage::store(WindowSettings &settings) const
{
    settings.theme = ThemeChoice(m_theme->currentIndex());
    settings.density = metrics::Density(m_density->currentIndex());
    settings.textScalePercent = m_textScale->value();
}

void LookPage::retranslate()
{
    SettingsPage::retranslate();
    //: Theme: light or dark, as the desktop says
    m_theme->setItemText(int(ThemeChoice::System), tr("System"));
    m_theme->setItemText(int(ThemeChoice::Light), tr("Light"));
    m_theme->setItemText(int(ThemeChoice::Dark), tr("Dark"));
    m_theme->setItemText(int(ThemeChoice::HighContrast), tr("High contrast"));
    m_density->setItemText(int(metrics::Density::Compact), tr("Compact"));
    //: Height of table rows
    m_density->setItemText(int(metrics::Density::Normal), tr("Normal"));
    m_density->setItemText(int(metrics::Density::Roomy), tr("Roomy"));
    //: Behind a number: per cent, with the blank the language wants
    m_textScale->setSuffix(tr("\u00a0%"));
    setRow(m_themeRow, tr("&Theme"), tr("High contrast takes the desktop's colours as they are."),
           tr("colour dark light night"));
    setRow(m_densityRow, tr("&Rows"), {}, tr("density compact roomy height table"));
    setRow(m_textScaleRow, tr("Text &size"), tr("Of the system's font."), tr("font zoom larger smaller"));
}

} // namespace earshot
