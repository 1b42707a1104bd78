// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"

#include <QByteArray>

namespace earshot {

/** Undoes a Content-Encoding (RFC 9110 section 8.4.1): `gzip`, `x-gzip`, `deflate` (with zlib's wrapper or bare,
 * senders do both), `identity`, or several of them in the order they were applied. Nothing is ever inflated past @p
 * limitBytes. Any thread. Errors: UnsupportedCoding, TooLarge, WrongShape (broken, cut short or with bytes after its
 * end). */
Result<QByteArray> decodeContent(QByteArrayView body, QByteArrayView encoding, qsizetype limitBytes);

} // namespace earshot
