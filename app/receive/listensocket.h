// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/receive/filedescriptor.h"
#include "models/base/result.h"

namespace earshot {

/** A socket that is being listened on. */
struct ListenSocket {
    FileDescriptor descriptor; ///< non-blocking, closed on exec
    quint16 port = 0; ///< the one it was given if a free one was asked for
};

/** Listens on an IPv4 or IPv6 @p address; `::` takes both families. ListenFailed names address, port and reason. */
Result<ListenSocket> openListenSocket(const QString &address, quint16 port);

} // namespace earshot
