// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace earshot {

/** Where a request wants to go, read from the raw target of its request line. */
struct Target {
    enum class Kind { Unknown, Hook, Health };

    Kind kind = Kind::Unknown;
    QByteArray token; ///< of a hook, percent-decoded; not yet known to exist
    QByteArray masked; ///< of a hook, fit to be stored: `/hook/****` and the query as it came
    bool hasQuery = false; ///< with at least one byte
};

/** @p raw in origin-form or absolute-form (RFC 9112, 3.2). libmicrohttpd's own URL will not do: it is percent-decoded,
 * cut at `%00` and has lost its query. */
Target readTarget(QByteArrayView raw);

/** Path and query of @p raw: it without an absolute-form's scheme and authority. */
QByteArrayView originForm(QByteArrayView raw);

} // namespace earshot
