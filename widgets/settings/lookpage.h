// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/settings/settingspage.h"

class QComboBox;
class QSpinBox;

namespace earshot {

/** Theme, height of rows, size of text. */
class LookPage final : public SettingsPage
{
    Q_OBJECT

public:
    explicit LookPage(QWidget *parent = nullptr);

    QString title() const override;
    void setSettings(const WindowSettings &settings) override;
    void store(WindowSettings &settings) const override;

protected:
    void retranslate() override;

private:
    QComboBox *m_theme;
    QComboBox *m_density;
    QSpinBox *m_textScale;
    int m_themeRow;
    int m_densityRow;
    int m_textScaleRow;
};

} // namespace earshot
