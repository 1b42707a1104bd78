// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commands/command.h"
#include "app/commands/commandline.h"

namespace earshot {

/** `earshot coverage backfill`. */
Command coverageCommand();

/** What `earshot stats --coverage` prints; the exit code. */
int printCoverage(const CommandLine &line);

} // namespace earshot
