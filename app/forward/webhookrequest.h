// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/recordsender.h"

#include <QNetworkRequest>

namespace earshot {

/** The request that carries a record to a webhook: address and header fields as docs/destinations.md promises them,
 * nothing that Qt would add by its own choice (redirects, cookies, remembered sign-ins, decompression). */
QNetworkRequest webhookRequest(const Shipment &shipment);

/** `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 of `<unix seconds>.<body>`. */
QByteArray webhookSignature(const QByteArray &key, Timestamp at, const QByteArray &body);

} // namespace earshot
