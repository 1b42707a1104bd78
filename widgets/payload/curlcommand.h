// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/delivery.h"

#include <QString>

namespace earshot {

/** A command line for a POSIX shell that makes the request again, as it is kept: with the token and other secrets
 * masked. A small body of text stands in it; any other is read from standard input. Whatever the request holds, the
 * shell runs nothing but curl. */
QString curlCommand(const Delivery &delivery);

/** @p text as one word of a POSIX shell. */
QString shellQuoted(const QString &text);

} // namespace earshot
