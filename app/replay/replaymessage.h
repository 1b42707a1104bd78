// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/replay/replayplan.h"

namespace earshot {

/** One request as it goes out, but for what the connection makes itself (Host, Content-Length). */
struct ReplayMessage {
    QByteArray method;
    QUrl url;
    QList<HeaderField> headers; ///< each name once; values of repeated fields joined by ", " (RFC 9110 section 5.3)
    QByteArray body;
};

/** The stored request, edited, signed and marked as the plan says. Its body goes byte for byte; its header fields are
 * replayedFields(). What was fetched by Earshot itself goes as a POST. Errors: NotFound where its bytes are gone,
 * BadArgument where it cannot be signed. */
Result<ReplayMessage> replayMessage(const StoredDelivery &stored, const ReplayPlan &plan, Timestamp now);

} // namespace earshot
