// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/platforms/form.h"
#include "models/platforms/warnings.h"

namespace earshot {

/** Takes a `multipart/form-data` body apart (RFC 7578). A field's value is what lies between its header and the next
 * delimiter, byte for byte: Content-Transfer-Encoding is not undone (RFC 7578 section 4.7), a `filename` or a
 * Content-Type changes nothing, and a value in another charset that Qt knows is put in UTF-8. Parts without a name are
 * left out with a warning. Any thread. Errors: FormSyntax (bad boundary, no delimiter line, no closing one, too many
 * parts, too long a header). */
Result<Form> readMultipart(QByteArrayView body, const QByteArray &boundary, Warnings &warnings);

/** The boundary that a body seems to use, for senders who forget to name it: its first line without the two dashes;
 * else empty. */
QByteArray guessedBoundary(QByteArrayView body);

} // namespace earshot
