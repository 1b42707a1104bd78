// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonValue>
#include <QString>

#include <chrono>
#include <optional>

namespace earshot {

/** What came back from one request. A plain value without secrets. */
struct DestinationAnswer {
    std::optional<int> status; ///< HTTP status; none if no answer came
    bool complete = false; ///< the body was read to its end, or as far as we read
    bool nothingSent = false; ///< no connection came about, so nothing can have been carried out
    QByteArray contentType;
    QByteArray date; ///< the Date field as it came: the other side's clock
    QByteArray retryAfter; ///< the Retry-After field as it came (RFC 9110 section 10.2.3)
    QString location; ///< where a redirect points, without user and query
    QString statusReason; ///< the X-Status-Reason field, in which EspoCRM says what is wrong; null without one
    QString text; ///< the first 4 KiB of the body, secrets blotted out
    QByteArray body; ///< at most 1 MiB of it, as it came: for reading only, never to be stored or shown
    QString networkFailure; ///< in words, what kept the answer from being complete; null otherwise
    bool stopped = false; ///< given up because Earshot stops: says nothing about the destination
    std::chrono::microseconds latency{0};

    bool isSuccess() const { return status && *status >= 200 && *status < 300 && complete; }

    /** The body as JSON; Undefined where it is none. */
    QJsonValue json() const;
};

} // namespace earshot
