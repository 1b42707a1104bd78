// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/location.h"

#include <QByteArray>
#include <QJsonObject>

namespace earshot {

/** What the token of a hook looks like where it may be kept by others: its first four characters and an ellipsis. */
QString maskedToken(const QByteArray &token);

/** `<base>/hook/<token>`; @p base has no slash at its end. */
QString hookUrl(const QString &base, const QString &token);

/** The address of the Earshot that receives for this store, as in `http://127.0.0.1:8765`; null if none does. */
QString listeningBase(const StoreLocation &location);

/** How the tunnel of the Earshot that receives for this store is doing: `kind` (off, starting, up, down), `public`,
 * `reason`; empty if none receives. */
QJsonObject tunnelFacts(const StoreLocation &location);

/** That address, or where a listener would be unless told otherwise. */
QString usualBase(const StoreLocation &location);

/** Under which senders reach sources that have no address of their own: the tunnel's, while it is up, else
 * usualBase(). */
QString sendersBase(const StoreLocation &location);

} // namespace earshot
