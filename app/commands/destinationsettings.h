// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commands/commandline.h"
#include "models/store/destinations.h"

namespace earshot {

/** The options by which `destination add` and `destination set` describe a destination. */
void addDestinationSettings(CommandLine &line);

/** The members of a request that they stand for; what is not given is left out. Options come on top of those that
 * @p present has. Errors: BadArgument, and those of reading files. */
Result<QJsonObject> destinationSettings(const CommandLine &line, const Destination &present = {});

} // namespace earshot
