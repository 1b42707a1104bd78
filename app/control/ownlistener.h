// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/location.h"

#include <QNetworkRequest>

#include <functional>

namespace earshot {

/** Sets on a request how the other side's certificate is verified. */
using RequestTrust = std::function<void(QNetworkRequest &)>;

/** How a program of ours verifies the listener that receives for this store, which it reaches by an address of this
 * computer: by the listener's own certificate besides the system's, and under a name that it was made for. Nothing is
 * set where the listener has no TLS. Reads two files; any thread. */
RequestTrust trustInOwnListener(const StoreLocation &location);

} // namespace earshot
