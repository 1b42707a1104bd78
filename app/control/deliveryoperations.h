// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/control/operation.h"

namespace earshot::operations {

/** Takes `ids` of quarantined deliveries. Answers with `released`, the ids of their copies in the same order. */
Result<QJsonObject> releaseDeliveries(const QJsonObject &request, const OperationContext &context);

/** Takes `ids` of quarantined deliveries, which are deleted. Answers with `discarded`, their number. */
Result<QJsonObject> discardDeliveries(const QJsonObject &request, const OperationContext &context);

} // namespace earshot::operations
