// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commands/command.h"

namespace earshot {

/** `earshot listener …`: how this store's listener is reached. */
Command listenerCommand();

} // namespace earshot
