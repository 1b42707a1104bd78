// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"
#include "models/store/location.h"

#include <QJsonObject>

#include <functional>

namespace earshot {

/** Has an operation (operation.h) done by the process that holds the writer's role, or by this one where nobody does.
 * Blocks until it is done; @p stillWaiting is called every few seconds while another process works on it. The store's
 * folder exists. Errors: the operation's own, those of opening the store, and WriterHeld where the holder takes no
 * requests. */
Result<QJsonObject> carryOut(const QJsonObject &request, const StoreLocation &location,
                             const std::function<void()> &stillWaiting = {});

} // namespace earshot
