// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"
#include "models/store/location.h"

namespace earshot {

/** An export takes its file's place whole, so that must not be a file that Earshot lives in, or will: some come and go.
 * BadArgument names it. */
Result<void> checkExportPath(const QString &path, const StoreLocation &location);

} // namespace earshot
