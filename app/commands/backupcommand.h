// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commands/command.h"

namespace earshot {

/** `earshot backup FILE`: a copy of the store as of now, also while it is received into. */
Command backupCommand();

} // namespace earshot
