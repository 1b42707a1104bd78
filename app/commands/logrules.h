// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"

namespace earshot {

/** Qt's filter rules for what `--log` was given: categories separated by commas, `receive` or `earshot.receive` or
 * `all` to hear everything of them, or rules as Qt has them, `earshot.store.info=true`. BadArgument names an unknown
 * category. */
Result<QString> logRules(const QString &categories);

} // namespace earshot
