// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/settings/settingspage.h"

class QComboBox;

namespace earshot {

class ZoneCombo;

/** The zone of days and hours, and how times of rows read. */
class TimePage final : public SettingsPage
{
    Q_OBJECT

public:
    explicit TimePage(QWidget *parent = nullptr);

    QString title() const override;
    void setSettings(const WindowSettings &settings) override;
    void store(WindowSettings &settings) const override;

protected:
    void retranslate() override;

private:
    ZoneCombo *m_zone;
    QComboBox *m_display;
    int m_zoneRow;
    int m_displayRow;
};

} // namespace earshot
