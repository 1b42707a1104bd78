// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/delivery.h"
#include "models/items/payloaddiff.h"
#include "models/items/payloadjson.h"
#include "models/items/storereader.h"
#include "widgets/payload/formparts.h"
#include "widgets/payload/payloadreading.h"

#include <memory>
#include <optional>

namespace earshot {

/** Why a payload could not be read, and where. */
struct PayloadProblem {
    Error error;
    int line = 0; ///< from 1; 0 where there is no place to point to
    int column = 0; ///< in characters, from 1
};

/** The delivery of its kind before this one. */
struct PreviousDelivery {
    qint64 id = 0;
    Timestamp receivedAt;
    JsonOutlinePtr outline; ///< null where its payload is not JSON
};

/** What a payload was read as. */
enum class PayloadForm {
    Nothing, ///< there is no body
    Json,
    Fields, ///< of a form or a query
    Other, ///< text or bytes
};

/** A delivery as the payload view shows it: all that was sent and what was read out of it. A value, made in a thread of
 * the pool and never changed. */
struct PayloadContent {
    Delivery delivery; ///< headers and body as sent; secrets in them are masked already
    QString source; ///< name
    QString kind; ///< the platform's word for its first event; null if it had none
    QString state; ///< as stored
    QString reason; ///< as stored; null for none
    qint64 conversation = 0; ///< of its first event; 0 for none
    qint64 sizeBytes = 0;
    bool isErased = false; ///< its body is not kept any more

    bool isRead = false; ///< what follows is filled
    PayloadForm form = PayloadForm::Nothing;
    QByteArray bytes; ///< after content coding; of a query, the query
    QString sentText; ///< those bytes as text; a NUL is U+2400
    QString prettyText; ///< JSON with a value on a line; null where there is no outline
    JsonOutlinePtr outline; ///< of JSON, and of a form's fields as one object; null where there is none
    QList<FormPart> parts; ///< of a form or query
    PayloadReadings readings;
    std::optional<PayloadProblem> problem;
    std::optional<PreviousDelivery> previous;
    std::optional<JsonDiff> diff; ///< against the previous one, without times and ids
};

using PayloadContentPtr = std::shared_ptr<const PayloadContent>;

enum class PayloadDepth {
    Small, ///< reads the payload if its body is at most c_readAtOnceBytes, else leaves it as it is
    Whole,
};

/** Bodies up to this are read at once; larger ones are shown as bytes first. */
constexpr qsizetype c_readAtOnceBytes = qsizetype(1024) * 1024;

/** Reads a delivery and its payload. Any thread; seconds for a hostile body, given up where @p stopped becomes true.
 * Errors: those of the store, NotFound, Cancelled. */
Result<PayloadContentPtr> readPayloadContent(const Database &database, qint64 delivery, PayloadDepth depth,
                                             const StopFlag &stopped);

/** The line and column that a sentence of the JSON reader ends with; nothing where it names none. */
std::optional<std::pair<int, int>> placeIn(const QString &sentence);

} // namespace earshot
