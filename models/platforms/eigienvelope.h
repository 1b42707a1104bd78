// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"
#include "models/platforms/payload.h"

#include <QJsonObject>

namespace earshot {

/** What eigi wraps a conversation in, taken off. */
struct EigiEnvelope {
    QString event; ///< as sent beside the payload; null if only the payload has it, or nothing
    QJsonObject conversation; ///< the payload
};

/** Finds the payload in a form or a query (`event`, `payload` as JSON text), in a JSON object of the same two members,
 * in the API's
 *  `{"data": {…}}`, or in the JSON object itself. Adds what is odd to the warnings. Errors: WrongShape, JsonSyntax of
 * the payload. */
Result<EigiEnvelope> readEigiEnvelope(const Payload &payload, Warnings &warnings);

} // namespace earshot
