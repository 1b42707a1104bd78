// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/control/operation.h"

namespace earshot::operations {

/** What is wrong with a request of addSource(), whatever the store holds: BadArgument. */
Result<void> checkNewSource(const QJsonObject &request);

/** The same of setSource(). */
Result<void> checkSourceChange(const QJsonObject &request);

/** Takes `name`, `platform` and, if given, `token`, `zone`, `currency`, `region`, `agent`, `id_field`, `end_timeout_s`,
 * `public_url` and what setSource() takes. Answers with `name`, `platform` and `token`. AlreadyExists for a name or a
 * token in use. */
Result<QJsonObject> addSource(const QJsonObject &request, const OperationContext &context);

/** Takes `name` and any of what sourcechange.h reads; what is not named stays as it is. Answers with `name` and
 * `platform`. */
Result<QJsonObject> setSource(const QJsonObject &request, const OperationContext &context);

/** Takes `name` and, if given, `token` and `overlap_s`: for so long the old token opens the hook too, without it for no
 * moment longer. Answers as addSource(). */
Result<QJsonObject> rotateSource(const QJsonObject &request, const OperationContext &context);

/** Each takes `name`. What a disabled or removed source has received stays. */
Result<QJsonObject> enableSource(const QJsonObject &request, const OperationContext &context);
Result<QJsonObject> disableSource(const QJsonObject &request, const OperationContext &context);
Result<QJsonObject> removeSource(const QJsonObject &request, const OperationContext &context);

/** Takes `name` and `public_url`, under which senders reach the listener; an empty one for the listener's own. */
Result<QJsonObject> setPublicUrl(const QJsonObject &request, const OperationContext &context);

} // namespace earshot::operations
