// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/replay.h"
#include "widgets/style/words.h"

namespace earshot {

/** How an outcome looks: `200`, `500`, "No answer", "Not sent". */
Look replayLook(const ReplayOutcome &outcome);

/** The beginning of the answer, or why there is none, on one line. */
QString answerLine(const ReplayOutcome &outcome);

/** In a sentence: "Answered with 200 after 12 ms." */
QString outcomeSentence(const ReplayOutcome &outcome);

} // namespace earshot
