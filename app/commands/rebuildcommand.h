// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commands/command.h"

namespace earshot {

/** `earshot rebuild`: makes the conversations anew from the journal. */
Command rebuildCommand();

} // namespace earshot
