// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commands/command.h"

namespace earshot {

/** `earshot replay`: stored deliveries, sent once more. */
Command replayCommand();

} // namespace earshot
