// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/database.h"

#include <QList>

#include <functional>

namespace earshot {

/** Told which conversations changed in a projection transaction, before it commits: how forwarding rules join it
 * without the projection knowing them. Called on the writer's thread, never for a rebuild. An error rolls the
 * transaction back. */
using ChangedHook = std::function<Result<void>(const Database &, const QList<qint64> &conversations)>;

} // namespace earshot
