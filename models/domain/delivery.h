// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

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
    QString verdict; ///< what is known of the sender, as verdictWord() has it
    QString verdictReason; ///< why, as VerdictReport has it; null if there is nothing to say
    std::optional<qint64> clockSkewSeconds; ///< our clock less the sender's, where it told its time
    std::optional<int> answered; ///< the status its sender heard, where it was not 200; 0: none
    std::optional<qint64> releasedFrom; ///< the quarantined delivery that this is the released copy of
    bool isBodyGone = false; ///< retention has removed it; body is empty
    bool looped = false; ///< carried our own X-Earshot-Delivery or X-Earshot-Replay: kept, never forwarded

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
