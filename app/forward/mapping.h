// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/jq/jqrunner.h"
#include "models/store/destinationkinds.h"
#include "models/store/destinations.h"

#include <qcorotask.h>

namespace earshot {

/** The jq program that counts for the destination: its own, else that of its kind; null where the neutral record is
 * sent as it is. */
QString mappingOf(const Destination &destination);

/** The tables of its kind, with Destination::options' `words` over them, word by word; a null there leaves a word out.
 */
QJsonObject mappingWords(const Destination &destination);

/** What a mapping sees by name: `$words` and `$options`, the latter without header fields, which may be secret. */
QJsonObject mappingVariables(const Destination &destination);

/** The neutral record as a mapping sees it: whole numbers that jq could not hold exactly (beyond 2^53) become text. */
QJsonObject mappingInput(const QJsonObject &record);

/** A mapping's error in a sentence with its place, as in `line 3, column 5: foo/0 is not defined`. */
QString mappingErrorText(const JqError &error);

/** Whether the destination's mapping can be compiled; BadArgument says where it cannot. Only its own is looked at: that
 * of its kind can. @p runner must outlive it. */
QCoro::Task<Result<void>> checkMapping(JqRunner &runner, Destination destination);

} // namespace earshot
