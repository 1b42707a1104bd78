// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/closing.h"

namespace earshot {

CloseStep closeStep(const ClosingFacts &facts)
{
    const bool isChosen = !facts.isQuit && facts.hasTray && facts.remembered != CloseAction::Ask;
    if (isChosen)
        return facts.remembered == CloseAction::Tray ? CloseStep::Hide : CloseStep::Quit;
    if (!facts.receives)
        return CloseStep::Quit;
    if (!facts.isQuit && facts.hasTray)
        return CloseStep::AskWhere;
    return facts.warnsOnQuit ? CloseStep::WarnFirst : CloseStep::Quit;
}

} // namespace earshot
