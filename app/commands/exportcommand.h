// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commands/command.h"

namespace earshot {

/** `earshot export`: writes records to a file or to standard output. */
Command exportCommand();

} // namespace earshot
