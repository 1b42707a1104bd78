// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commands/command.h"

namespace earshot {

/** `earshot serve`: receives, projects and forwards until it is told to stop. */
Command serveCommand();

} // namespace earshot
