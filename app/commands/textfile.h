// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"

#include <QString>

namespace earshot {

/** The text in a small file that a person wrote; `-` is standard input. Errors: FileFailed, also for what is no UTF-8
 * or over 1 MiB. */
Result<QString> readTextFile(const QString &path);

} // namespace earshot
