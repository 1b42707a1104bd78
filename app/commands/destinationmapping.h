// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commands/commandline.h"
#include "models/store/destinations.h"

#include <QStringList>

namespace earshot {

/** `earshot destination mapping NAME`: the jq program that counts. */
int showMapping(const QStringList &arguments);

/** `earshot destination preview NAME CONVERSATION`: what the mapping makes of a conversation. */
int previewConversation(const QStringList &arguments);

/** Adds `--mapping FILE`: a program to try instead of the destination's own. */
void addTriedMapping(CommandLine &line);

/** The destination of that name, with the mapping that is to be tried. */
Result<Destination> triedDestination(const CommandLine &line, const Database &database, const QString &name);

} // namespace earshot
