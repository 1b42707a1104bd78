// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/simulate/simulatedrequest.h"
#include "app/simulate/storyrandom.h"

namespace earshot {

/** The request broken as senders break them: JSON that is cut off, holds a NUL or the wrong types, a form without its
 *  closing line or without its boundary, a query that is cut off. Headers that tell the platform stay. */
SimulatedRequest malformed(const SimulatedRequest &request, StoryRandom &random);

} // namespace earshot
