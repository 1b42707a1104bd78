// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace earshot {

/** Whether this process was started to run jq programs for another, by a word that no help shows. */
bool isJqHelperCall(int argc, char **argv);

/** Gives up what jq must not reach, then runs the programs that standard input brings until it ends. The words behind
 * the first are the limits of JqLimits: bytes of memory, seconds of processor time, bytes of output, milliseconds a
 * run. The exit code. */
int runJqHelper(int argc, char **argv);

} // namespace earshot
