// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commands/command.h"

namespace earshot {

/** Every command of this version, in the order of `earshot --help`. */
QList<Command> allCommands();

/** Runs what was typed after `earshot`; at least one word, which may be `--help`. */
int runCommand(const QStringList &words);

} // namespace earshot
