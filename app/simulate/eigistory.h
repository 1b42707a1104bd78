// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/simulate/story.h"

namespace earshot {

/** eigi reports a conversation once, when it is over. */
QList<StoryBeat> eigiBeats(const StoryScript &script);

/** The delivery as eigi's webhook page describes it: mostly a form by POST, sometimes by PUT or PATCH, sometimes a GET
 *  with the payload in its query. */
SimulatedRequest eigiRequest(const StoryScript &script, const StoryBeat &beat, Timestamp start);

/** The same form under another boundary, as a repeated attempt has it; a request that is no form stays as it is. */
SimulatedRequest withFreshBoundary(const SimulatedRequest &request, StoryRandom &random);

} // namespace earshot
