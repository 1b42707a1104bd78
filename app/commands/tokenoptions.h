// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commands/commandline.h"

namespace earshot {

/** `--token` and `--token-file`, for a hook's token. */
void addTokenOptions(CommandLine &line);

/** The token of the one that was given, empty if neither was. BadArgument for both at once or one that no hook can
 * have. */
Result<QByteArray> tokenOf(const CommandLine &line);

} // namespace earshot
