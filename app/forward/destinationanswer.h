// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace earshot {

/** What came back from one send. A plain value without secrets. */
struct DestinationAnswer {
    std::optional<int> status; ///< HTTP status; none if no answer came
    bool complete = false; ///< the body was read to its end, or as far as we read
    QByteArray contentType;
    QByteArray retryAfter; ///< the Retry-After field as it came (RFC 9110 section 10.2.3)
    QString location; ///< where a redirect points, without user and query
    QString text; ///< the first 4 KiB of the body
    QString networkFailure; ///< in words, what kept the answer from being complete; null otherwise
    bool stopped = false; ///< given up because Earshot stops: says nothing about the destination
};

} // namespace earshot
