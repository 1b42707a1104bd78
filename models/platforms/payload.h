// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/delivery.h"
#include "models/platforms/form.h"
#include "models/platforms/warnings.h"

#include <QJsonObject>

#include <variant>

namespace earshot {

/** A body may not be larger than this, as sent and after its content coding is undone. */
constexpr qsizetype c_bodyLimitBytes = qsizetype(10) * 1024 * 1024;

/** What a delivery carries: a JSON value, or the fields of a form or a query. */
using Payload = std::variant<QJsonValue, Form>;

/** A payload, or why there is none. */
struct PayloadReading {
    Result<Payload> payload;
    QByteArray
        bytes; ///< what it was read from: the body after content coding (as sent where that failed), or the query
    Warnings warnings;
};

/** Reads what a delivery carries, whatever the transport: the query of a GET, else the body by its Content-Type, and by
 * its first bytes (with a warning) where the type is missing or does not fit; the query again where there is no body.
 * Any thread; seconds for a hostile body. Errors: JsonSyntax, FormSyntax, WrongShape, TooLarge, UnsupportedCoding. */
PayloadReading readPayload(const Delivery &delivery);

/** The JSON object that was read. Errors: that of the reading; WrongShape where it is something else. */
Result<QJsonObject> payloadObject(const PayloadReading &reading);

/** SHA-256 of a payload in a canonical form, so that it is the same whatever carried it: JSON without white space and
 * with its names sorted, a form as its names and values. JSON, forms and unreadable bytes never have one digest. */
QByteArray payloadDigest(const QJsonValue &json);
QByteArray payloadDigest(const Form &form);
QByteArray payloadDigest(const PayloadReading &reading);

} // namespace earshot
