// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace earshot {

/** Why a delivery's sender is not believed, or nearly not, and what to do, in the user's language; @p reason is a word
 * of models/verify/verdicttext.h, @p sender who sends, as in "Varda". Null where there is nothing to say; a word that
 * is not known comes back as it is. */
QString verdictReasonWords(const QString &reason, const QString &sender);

/** The same in a few words, for a row: "previous secret". */
QString verdictReasonBrief(const QString &reason);

/** How far a sender's clock is off, as in "sender's clock 7 min behind"; null where it is less than a minute. @p
 * seconds is our clock less the sender's. */
QString clockSkewText(qint64 seconds);

} // namespace earshot
