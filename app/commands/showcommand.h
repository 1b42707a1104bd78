// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commands/command.h"

namespace earshot {

/** `earshot show`: prints one conversation or delivery with all that belongs to it. */
Command showCommand();

} // namespace earshot
