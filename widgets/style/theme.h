// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPalette>
#include <QPointer>

#include <optional>

namespace earshot {

class EarshotStyle;

enum class ThemeChoice {
    System, ///< light or dark, as the desktop says, also when it changes its mind
    Light,
    Dark,
    HighContrast, ///< the desktop's palette as it is, without tints
};

/** Gives the application its style and palette and keeps them to the choice and to the desktop. One for an application,
 * made before the first window. */
class Theme final : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QObject *parent = nullptr);

    /** Takes effect at once, also for windows that are open. */
    void choose(ThemeChoice choice);

    ThemeChoice choice() const { return m_choice; }

    /** Without motion, beside what the desktop says. */
    void setReducedMotion(bool reduced);

    /** Palettes of the two themes. */
    static QPalette lightPalette();
    static QPalette darkPalette();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();
    void readSystemPalette();
    void readSystemScheme();
    bool isSystemDark() const;

    ThemeChoice m_choice = ThemeChoice::System;
    QPalette m_systemPalette; ///< the desktop's, before ours
    std::optional<bool> m_portalSaysDark; ///< what the settings portal answered, if there is one
    QPointer<EarshotStyle> m_style; ///< the application's own
    bool m_isApplying = false;
};

} // namespace earshot
