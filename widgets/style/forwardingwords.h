// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/forwardingstate.h"
#include "models/store/outboxlog.h"
#include "models/store/outboxsteps.h"
#include "widgets/style/words.h"

namespace earshot {

// What is said of forwarding, in the language of the moment: ask again after a change of language.

Look forwardingLook(ForwardingState state);

/** "Asks which contact it belongs to": beside the state's word. */
QString questionWord(OutboxQuestion question);

/** What a row asks a person, in sentences; null if it asks nothing. */
QString questionText(const OutboxRow &row);

/** A line for each destination: "CRM: Parked". Null for none. */
QString forwardingTip(const QList<ForwardingPlace> &places);

/** The steps in their order, as far as they have come, a line for each; null if none was begun. */
QString stepsText(const StepStates &steps);

/** How an attempt ended; one without an outcome is under way, or was cut short. */
Look attemptLook(const std::optional<AttemptOutcomeKind> &outcome);

/** What a request is for, as stored (`find contact`), in words; unknown ones say themselves. */
QString exchangePurposeWord(const QString &purpose);

/** `31 ms`, `2.4 s`. */
QString latencyText(std::chrono::microseconds latency, const QLocale &locale);

} // namespace earshot
