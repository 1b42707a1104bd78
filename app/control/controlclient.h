// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"

#include <QJsonObject>

#include <functional>

namespace earshot {

/** Asks the process behind the control socket at @p socketPath to do something and waits for its answer as long as that
 * process lives;
 *  @p stillWaiting is called every few seconds. Needs no event loop; any thread. Errors: NetworkFailed if nobody
 * listens there (nothing was asked then), TooLarge for a request longer than a line may be, Cancelled if the other side
 * stopped meanwhile, and whatever it answers. */
Result<QJsonObject> askHolder(const QString &socketPath, const QJsonObject &request,
                              const std::function<void()> &stillWaiting = {});

} // namespace earshot
