// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/payload/payloadcontent.h"

namespace earshot {

// In the language of the moment.

/** "4 changed, 1 new, times and ids skipped"; "nothing changed". */
QString differenceText(const JsonDiff &diff, bool withTimesAndIds);

/** Why a payload could not be read, as a sentence. */
QString problemText(const PayloadContent &content, const QLocale &locale);

} // namespace earshot
