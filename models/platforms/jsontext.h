// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"
#include "models/platforms/warnings.h"

#include <QByteArray>
#include <QJsonValue>

namespace earshot {

/** Reads JSON text (RFC 8259): any value at the top, a byte order mark before it, at most 1,024 levels. NUL and halves
 * of surrogate pairs, which neither databases nor files hold, become U+FFFD with a warning. Any thread. Errors:
 * JsonSyntax, as a sentence with line and column (both from 1, columns in characters). */
Result<QJsonValue> readJson(QByteArrayView text, Warnings &warnings);

} // namespace earshot
