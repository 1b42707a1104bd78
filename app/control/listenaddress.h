// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"

#include <QString>

namespace earshot {

/** Where to listen. */
struct ListenAddress {
    QString address; ///< IPv4 or IPv6
    quint16 port = 0; ///< 0 picks a free one

    friend bool operator==(const ListenAddress &, const ListenAddress &) = default;
};

/** Reads `127.0.0.1:8765`, `[::1]:0` or `localhost:8765`. BadArgument says what is off. */
Result<ListenAddress> readListenAddress(const QString &text);

/** `http://127.0.0.1:8765`, with brackets around an IPv6 address; `https://…` under TLS. */
QString baseUrl(const ListenAddress &address, bool isTls = false);

} // namespace earshot
