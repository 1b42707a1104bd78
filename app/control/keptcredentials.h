// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/control/keystore.h"
#include "models/store/secrets.h"

#include <QJsonArray>
#include <QJsonObject>

namespace earshot {

// A destination's credentials, kept in a desktop's key store instead of the file of secrets, which then holds
// references.

/** Puts the `token` and `signing_key` of a `destination add` into @p store and answers with the request that refers to
 * them. What the store does not take stays in the request, and so goes to the file. */
QFuture<QJsonObject> withCredentialsKept(KeyStore &store, const QJsonObject &request);

/** The names under which @p secrets refer to a key store, as an operation's answer has them. */
QJsonArray keyStoreNames(const Secrets::Destination &secrets);

/** The same of a request that withCredentialsKept() has made. */
QJsonArray keyStoreNames(const QJsonObject &request);

/** Removes entries; one that stays is logged, and nobody refers to it any more. */
void removeFrom(KeyStore &store, const QJsonArray &names);

} // namespace earshot
