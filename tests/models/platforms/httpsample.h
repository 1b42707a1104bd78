// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/delivery.h"

#include <QString>

namespace earshot {

/** A sample `.http` file as a delivery: request line, header fields, an empty line (all ended by CRLF), and the body to
 * the end of the file. The hook's token stands as `****`, as in a stored target. Lenient, since the fuzzer feeds it
 * anything. */
Delivery deliveryFromHttp(const QByteArray &text);

/** The whole file; stops the program where it cannot be read. */
QByteArray readSample(const QString &path);

} // namespace earshot
