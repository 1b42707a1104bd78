// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/simulate/story.h"

namespace earshot {

/** The two generations of Insighto's envelopes that the simulator writes. */
enum class InsightoGeneration {
    Article, ///< the help article of 2024: UUIDs of version 7, times without a zone, no transcript
    Reference, ///< the reference pages: ids with a prefix, ISO times, a transcript with times
};

/** Conversations take turns, so of two hooks each gets one generation, and a single hook gets both. */
InsightoGeneration insightoGeneration(const StoryScript &script);

/** What Insighto reports: an intent and a form when they are captured, and the close. A ghost is never closed. */
QList<StoryBeat> insightoBeats(const StoryScript &script);

/** One of Insighto's deliveries; its ids begin with the time of what they name. */
SimulatedRequest insightoRequest(const StoryScript &script, const StoryBeat &beat, Timestamp start);

} // namespace earshot
