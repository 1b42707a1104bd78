// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commands/command.h"

namespace earshot {

/** `earshot outbox …`: what waits for its destination, was sent or was given up. */
Command outboxCommand();

} // namespace earshot
