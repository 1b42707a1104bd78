// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace earshot {

/** Do these words ask for the window: none, or options only? */
bool isWindowCall(int argc, char **argv);

/** Opens the window and runs until it is closed. Makes the QApplication. Returns the exit code. */
int runWindow(int argc, char **argv);

} // namespace earshot
