// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/receive/deadline.h"

#include <QHostAddress>
#include <QString>

namespace earshot {

/** What is known of an open connection besides its requests. */
struct Connection {
    int descriptor = -1; ///< libmicrohttpd's; not to be used after the connection left its table
    QHostAddress address;
    QString remote; ///< the address as text
    Deadline deadline;
    bool isRequestComplete = false; ///< all that was sent of the latest request has been read; daemon's thread only
};

} // namespace earshot
