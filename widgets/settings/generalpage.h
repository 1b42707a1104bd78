// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/settings/settingspage.h"

class QCheckBox;
class QComboBox;

namespace earshot {

/** The language, and what closing the window means. */
class GeneralPage final : public SettingsPage
{
    Q_OBJECT

public:
    explicit GeneralPage(QWidget *parent = nullptr);

    QString title() const override;
    void setSettings(const WindowSettings &settings) override;
    void store(WindowSettings &settings) const override;

protected:
    void retranslate() override;

private:
    QComboBox *m_language;
    QComboBox *m_onClose;
    QCheckBox *m_warnsOnQuit;
    int m_languageRow;
    int m_onCloseRow;
    int m_warnsOnQuitRow;
};

} // namespace earshot
