// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/control/operation.h"

namespace earshot::operations {

/** What is wrong with a request of addDestination(), whatever the store holds: BadArgument, FilterSyntax. */
Result<void> checkNewDestination(const QJsonObject &request);

/** The same of one of setDestination(). */
Result<void> checkDestinationChange(const QJsonObject &request);

/** Takes `name` and, if given, `kind` (else a webhook), `url` (needed where its kind has no usual one), `method`,
 * `rule` (a filter; missing: only by hand), `ca_file`, `options` (an object), `mapping` (a jq program), `token` and
 * `signing_key` (base64). Answers with `name`. AlreadyExists for a name in use. */
Result<QJsonObject> addDestination(const QJsonObject &request, const OperationContext &context);

/** Takes `destination`, its present name, and of the members of addDestination() those that change; null takes back
 * `rule`, `mapping`, `token` and `signing_key`. A `name` renames it. Answers with `name` and, as removeDestination()
 * does, with what is no longer used of the key store. */
Result<QJsonObject> setDestination(const QJsonObject &request, const OperationContext &context);

/** Each takes `name`. What a removed destination has not received is discarded; the answer says as `key_store` under
 * which names its secrets lie in the desktop's key store, if they do. */
Result<QJsonObject> removeDestination(const QJsonObject &request, const OperationContext &context);
Result<QJsonObject> pauseDestination(const QJsonObject &request, const OperationContext &context);
Result<QJsonObject> resumeDestination(const QJsonObject &request, const OperationContext &context);

} // namespace earshot::operations
