// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commands/command.h"

namespace earshot {

/** `earshot destination …`: where conversations are forwarded to. */
Command destinationCommand();

} // namespace earshot
