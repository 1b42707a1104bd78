// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commands/command.h"

namespace earshot {

/** `earshot delivery list|release|discard`: what is in quarantine. */
Command deliveryCommand();

} // namespace earshot
