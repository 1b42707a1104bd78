// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/displaysettings.h"

namespace earshot {

DisplaySettings::DisplaySettings(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

void DisplaySettings::setLocale(const QLocale &locale)
{
    if (m_format.locale == locale)
        return;
    m_format.locale = locale;
    Q_EMIT changed();
}

void DisplaySettings::setZone(const QTimeZone &zone)
{
    if (m_format.zone == zone)
        return;
    m_format.zone = zone;
    Q_EMIT changed();
}

void DisplaySettings::setTimeDisplay(TimeDisplay display)
{
    if (m_format.timeDisplay == display)
        return;
    m_format.timeDisplay = display;
    Q_EMIT changed();
}

void DisplaySettings::setDensity(metrics::Density density)
{
    if (m_density == density)
        return;
    m_density = density;
    Q_EMIT changed();
}

} // namespace earshot
