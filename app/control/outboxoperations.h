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

/** What is wrong with a request of resendOutbox(), whatever the store holds: BadArgument, FilterSyntax. */
Result<void> checkResend(const QJsonObject &request);

/** Sends what was given up again. Takes, if given, `destination` (its name), `filter` (over the conversations; times in
 * UTC), `per_minute` (spreads them so), `also_sent` (also what was sent, each as a new version) and `only_count`.
 * Answers with `rows`, their number. */
Result<QJsonObject> resendOutbox(const QJsonObject &request, const OperationContext &context);

/** Takes `row` (its id) and `contact` (the destination's id of one of its candidates). */
Result<QJsonObject> chooseContact(const QJsonObject &request, const OperationContext &context);

/** Takes `row` (its id) and `is_there`. */
Result<QJsonObject> settlePerhapsWritten(const QJsonObject &request, const OperationContext &context);

} // namespace earshot::operations
