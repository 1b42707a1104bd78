// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/replay/replayplan.h"

namespace earshot {

/** Lets a plan whose URL is Earshot's own listener trust the very certificate that the listener is set to show,
 * whatever name that is for: it may be made by itself, and the listener is reached by an address. Without https nothing
 * is done. Errors: FileFailed, where that certificate cannot be read. */
Result<void> trustOwnListener(ReplayPlan &plan, const Database &database);

} // namespace earshot
