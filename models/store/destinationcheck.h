// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/destinations.h"

namespace earshot {

/** Whether a destination can be used as a person set it: kind, name, method, rule, CA file, options and address. An
 * address is `https://`, or `http://` on this computer (127.0.0.0/8, ::1, localhost), and holds no password. Errors:
 * BadArgument; FilterSyntax with the place in the rule. */
Result<void> checkDestination(const Destination &destination);

} // namespace earshot
