// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/control/operation.h"

namespace earshot::operations {

/** Takes `destination` (its name) and `conversations` (ids), which are sent at once. Answers with `queued`, their
 * number. */
Result<QJsonObject> sendToDestination(const QJsonObject &request, const OperationContext &context);

/** Takes `rows` (ids), or `destination` (its name) for all that are parked there. Answers with `retried`, the number of
 * rows. */
Result<QJsonObject> retryOutbox(const QJsonObject &request, const OperationContext &context);

/** Takes `rows` (ids). Answers with `discarded`, the number of rows. */
Result<QJsonObject> discardOutbox(const QJsonObject &request, const OperationContext &context);

} // namespace earshot::operations
