// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"

namespace earshot {

/** Whether a thing that people name (@p kind: "source", "destination") may be called @p name: 1 to 100 characters, no
 * blanks around it, no `/` and no control characters. Error: BadArgument. */
Result<void> checkName(QLatin1StringView kind, const QString &name);

} // namespace earshot
