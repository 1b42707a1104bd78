// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/delivery.h"

namespace earshot {

/** A Content-Type (RFC 9110 section 8.3.1). */
struct MediaType {
    QByteArray name; ///< `application/json`, in lower case; empty if there is none
    QList<HeaderField> parameters; ///< names in lower case, values without their quotes

    /** The first parameter of that (lower-case) name; null if there is none. */
    QByteArray parameter(QByteArrayView parameterName) const;

    /** `application/json`, `text/json` and every `…+json` (RFC 6839 section 3.1). */
    bool isJson() const;
};

/** Reads the field leniently: what cannot be understood is left out. */
MediaType readMediaType(QByteArrayView field);

} // namespace earshot
