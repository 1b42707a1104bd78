// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/recordlookup.h"

#include <QByteArray>

namespace earshot {

/** The conversation's record with `sealed_at` (when its raw bytes went, null while they are kept), `transcript` (its
 * messages), `history` (its events, each with `received_at` and the fields it `changed`) and `forwarding` (where it
 * goes and how it stands there) as one line of JSON. */
QByteArray conversationJson(const ConversationDetails &details, const QTimeZone &zone);

/** The delivery's record with `headers` ([name, value] each), `event_records` and the `body`; a body that is no text
 * (UTF-8 without NUL) is null there and stands in `body_base64`. */
QByteArray deliveryJson(const DeliveryDetails &details, const QTimeZone &zone);

/** The same for people; nothing in it that a terminal obeys. What is unknown is left out. */
QByteArray conversationText(const ConversationDetails &details, const QTimeZone &zone);
QByteArray deliveryText(const DeliveryDetails &details, const QTimeZone &zone);

} // namespace earshot
