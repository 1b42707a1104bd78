// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commands/command.h"

namespace earshot {

/** `earshot simulate`: sends made-up conversations to the hooks of a store. */
Command simulateCommand();

} // namespace earshot
