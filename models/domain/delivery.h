// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace earshot {

/** One header field as it came, name in the sender's spelling. */
struct HeaderField {
    QByteArray name;
    QByteArray value;

    friend bool operator==(const HeaderField &, const HeaderField &) = default;
};

/** One request as a sender made it: what the journal keeps, and all that a decoder may look at. */
struct Delivery {
    qint64 id = 0; ///< given by the journal, rising with arrival
    qint64 sourceId = 0;
    Timestamp receivedAt;
    QByteArray method; ///< upper case
    QByteArray target; ///< the raw request target, percent-encoding untouched, the token masked: `/hook/****?event=…`
    QList<HeaderField>
        headers; ///< in their order; Authorization, Cookie and the source's secret header only as what they were
    QString remote; ///< the peer's address, without a port
    QByteArray body; ///< as sent, after transfer coding and before content coding
    QString verdict; ///< what is known of the sender: `unsigned`, later also `verified`, `failed`, `expired`
    bool looped = false; ///< carried our own X-Earshot-Delivery: kept, never forwarded

    /** The first field of that name in any case; null if there is none. */
    QByteArray header(QByteArrayView name) const;
};

/** What became of a delivery; stored as its word (deliveryStateText). */
enum class DeliveryState {
    Received, ///< in the journal, not projected yet
    Decoded, ///< became events
    Unknown, ///< well-formed, but of a type that no decoder knows; kept as a generic event
    Malformed, ///< of the wrong shape; the reason says what and where
    Duplicate, ///< a repeat of an earlier delivery
    Quarantined, ///< proof of sender failed or could not be read
    Erased, ///< its content was removed on request
};

QString deliveryStateText(DeliveryState state);

} // namespace earshot
