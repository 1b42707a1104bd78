// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"

namespace earshot {

/** The address under which senders reach the listener: http or https, a host, perhaps a port and a path, which are kept
 * but for a `/` at their end; null for an empty one. Errors: BadArgument says what is wrong. */
Result<QString> checkedPublicUrl(const QString &url);

} // namespace earshot
