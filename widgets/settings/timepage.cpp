// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/timepage.h"

#include "widgets/settings/zonecombo.h"

namespace earshot {

TimePage::TimePage(QWidget *parent)
    : SettingsPage(Icon::Clock, parent)
    , m_zone(new ZoneCombo(ZoneCombo::SystemZone::Offered))
    , m_display(new QComboBox)
    , m_zoneRow(addRow(m_zone))
    , m_displayRow(addRow(m_display))
{
    for (int i = 0; i < 3; ++i)
        m_display->addItem(QString());
    connect(m_zone, &ZoneCombo::zoneChosen, this, &SettingsPage::edited);
    connect(m_display, &QComboBox::activated, this, &SettingsPage::edited);
    TimePage::retranslate();
}

QString TimePage::title() const
{
    return tr("Time");
}

void TimePage::setSettings(const WindowSettings &settings)
{
    m_zone->setZone(settings.zone);
    m_display->setCurrentIndex(int(settings.timeDisplay));
}

void TimePage::store(WindowSettings &settings) const
{
    settings.zone = m_zone->zone();
    settings.timeDisplay = TimeDisplay(m_display->currentIndex());
}

void TimePage::retranslate()
{
    SettingsPage::retranslate();
    //: Times of rows: in the zone chosen above
    m_display->setItemText(int(TimeDisplay::Local), tr("In this zone"));
    m_display->setItemText(int(TimeDisplay::Utc), tr("UTC"));
    //: Times of rows: as a distance from now
    m_display->setItemText(int(TimeDisplay::Relative), tr("Relative (4 min ago)"));
    setRow(m_zoneRow, tr("&Days and hours in"), tr("Where a day begins for tables, charts and exports."),
           tr("time zone"));
    setRow(m_displayRow, tr("&Times in tables"), {}, tr("UTC local relative ago clock"));
}

} // namespace earshot
