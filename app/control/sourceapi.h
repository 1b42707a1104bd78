// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/control/operation.h"
#include "models/domain/source.h"

namespace earshot::operations {

/** Keeps what a request names of how @p source's platform is asked for what was missed: `api_key`, a secret or a
 * reference to one (models/store/secretreference.h), and `api_base`, as in `https://api.eigi.ai`; null or empty takes
 * one away. Errors: BadArgument, also for a platform that Earshot cannot ask. */
Result<void> changeApi(const QJsonObject &request, const OperationContext &context, const Source &source);

} // namespace earshot::operations
