// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/control/operation.h"

namespace earshot::operations {

/** What is wrong with a request of setSetting(), whatever lies on the holder's disk: BadArgument. */
Result<void> checkSetting(const QJsonObject &request);

/** Takes `key` and `value`, an object of what is set under that key in the whole store, or null for what it is without
 * anything set. Answers with both. Errors: BadArgument for a key that nothing listens to and for a value that its
 * reader refuses; for `listener` (app/control/listenersetting.h) also FileFailed where its files cannot be used. */
Result<QJsonObject> setSetting(const QJsonObject &request, const OperationContext &context);

} // namespace earshot::operations
