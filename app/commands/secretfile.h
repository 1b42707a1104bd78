// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"

#include <QByteArray>

namespace earshot {

/** A secret kept in a file, without the line end that editors add; `-` reads standard input. Errors: FileFailed, also
 * for a file that is empty or longer than 64 KiB, which is no secret. */
Result<QByteArray> readSecretFile(const QString &path);

} // namespace earshot
