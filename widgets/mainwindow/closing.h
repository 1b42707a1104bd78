// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/settings/windowsettings.h"

namespace earshot {

/** What closing the window, or quitting, comes to. */
enum class CloseStep {
    Hide, ///< the window goes, receiving goes on in the tray
    Quit, ///< at once
    AskWhere, ///< tray or quit? What is chosen is remembered
    WarnFirst, ///< quitting would end receiving
};

struct ClosingFacts {
    bool isQuit = false; ///< Quit was chosen; else the window's own button to close it
    bool hasTray = false; ///< the desktop shows icons of programs without a window
    bool receives = false; ///< senders would get no answer any more
    CloseAction remembered = CloseAction::Ask;
    bool warnsOnQuit = true;
};

CloseStep closeStep(const ClosingFacts &facts);

} // namespace earshot
