// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/destinations.h"
#include "widgets/style/format.h"
#include "widgets/style/words.h"

namespace earshot {

/** Whether a destination runs, and if not why and until when, in the language of the moment. */
Look destinationStateLook(const Destination &destination, const ValueFormat &format, Timestamp now);

} // namespace earshot
