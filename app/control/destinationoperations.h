// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/control/operation.h"

namespace earshot::operations {

/** What is wrong with a request of addDestination(), whatever the store holds: BadArgument, FilterSyntax. */
Result<void> checkNewDestination(const QJsonObject &request);

/** Takes `name`, `url` and, if given, `method`, `rule` (a filter; missing: only by hand), `ca_file`, `token` (sent as a
 * bearer token) and `signing_key` (base64). Answers with `name`. AlreadyExists for a name in use. */
Result<QJsonObject> addDestination(const QJsonObject &request, const OperationContext &context);

/** Each takes `name`. What a removed destination has not received is discarded; the answer says as `key_store` under
 * which names its secrets lie in the desktop's key store, if they do. */
Result<QJsonObject> removeDestination(const QJsonObject &request, const OperationContext &context);
Result<QJsonObject> pauseDestination(const QJsonObject &request, const OperationContext &context);
Result<QJsonObject> resumeDestination(const QJsonObject &request, const OperationContext &context);

} // namespace earshot::operations
