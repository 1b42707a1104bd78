// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/receive/addresscounts.h"
#include "app/receive/deadline.h"
#include "app/receive/pace.h"
#include "app/receive/tlscredentials.h"

#include <QHostAddress>
#include <QString>

#include <atomic>
#include <memory>

namespace earshot {

/** What is known of an open connection besides its requests. */
struct Connection {
    int descriptor = -1; ///< libmicrohttpd's; not to be used after the connection left its table
    QHostAddress address;
    QString remote; ///< the address as text
    bool isTls = false;
    bool isTrustedProxy = false;
    Deadline deadline;
    Pace pace; ///< the acceptor's thread only
    AddressCounts::Place place;
    std::shared_ptr<const TlsCredentials> credentials; ///< that its TLS session uses; null without TLS
    std::atomic<qint64> sourceId = 0; ///< of the hook that the request under way goes to; 0 while it is not known
    bool hasRequested = false; ///< at least one request line has come; daemon's thread only
    bool isRequestComplete = false; ///< all that was sent of the latest request has been read; daemon's thread only
};

} // namespace earshot
