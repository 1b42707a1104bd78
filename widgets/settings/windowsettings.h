// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/format.h"
#include "widgets/style/metrics.h"
#include "widgets/style/theme.h"

#include <QString>

class QSettings;

namespace earshot {

/** What the window's own button to close it does, where there is a tray. */
enum class CloseAction {
    Ask, ///< and remember the answer
    Tray, ///< receiving goes on without a window
    Quit,
};

/** What a person has set for the window. A value; what is stored is read within its bounds. */
struct WindowSettings {
    static constexpr int c_smallestTextScale = 75;
    static constexpr int c_largestTextScale = 200;

    QString language; ///< `en`, `de`; empty for the system's
    ThemeChoice theme = ThemeChoice::System;
    metrics::Density density = metrics::Density::Normal;
    int textScalePercent = 100; ///< of the system's font
    QString listenAddress = QStringLiteral("127.0.0.1"); ///< IPv4 or IPv6
    quint16 listenPort = 8765; ///< never 0: senders know it
    QString zone; ///< IANA name of days and hours; empty for the system's
    TimeDisplay timeDisplay = TimeDisplay::Local;
    CloseAction onClose = CloseAction::Ask;
    bool warnsOnQuit = true; ///< before receiving ends
    bool letterKeys = true; ///< plain letters are commands while a table, list or pane has focus

    /** What is missing, or is not understood, is the default. */
    static WindowSettings load(const QSettings &settings);
    void save(QSettings &settings) const;

    /** The zone itself, the system's where none is set. */
    QTimeZone timeZone() const;

    friend bool operator==(const WindowSettings &, const WindowSettings &) = default;
};

} // namespace earshot
