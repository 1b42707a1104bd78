// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/storeactions.h"
#include "models/store/coverage.h"
#include "widgets/style/format.h"

namespace earshot {

/** One thing that a coverage tells of. */
struct CoverageRow {
    enum class Kind {
        Gap, ///< Earshot was not listening
        Missed, ///< what that means for one source
        Silence, ///< of one source
        Refusal, ///< answers that were not 2xx
    };

    Kind kind = Kind::Gap;
    TimeSpan span;
    qint64 sourceId = 0; ///< 0: Earshot itself, or a request to no source
    QString source; ///< its name; null for those
    QString what; ///< in words
    QString amount; ///< "About 14 (8 to 21)", "4 answers"; null if there is none
};

// Words come in the language of the moment: ask again after a change of language.

/** All that @p coverage tells, newest first. */
QList<CoverageRow> coverageRows(const Coverage &coverage);

/** "Not listening", as the legend has it. */
QString coverageKindWord(CoverageRow::Kind kind);

/** Why Earshot did not listen: "Earshot was closed". */
QString downReasonWords(DownReason reason);

/** "About 14 (8 to 21)". */
QString missedWords(const CountRange &missed);

/** From 09:12 to 09:40, with days where it is not one day. */
QString spanWords(const TimeSpan &span, const ValueFormat &format);

/** The sentence above all: the worst that the coverage tells, with what it means and, if there is one, what to do. */
struct CoverageVerdict {
    enum class Kind { Good, Unknown, Missing, Silent };

    Kind kind = Kind::Good;
    QString text;
};

CoverageVerdict coverageVerdict(const Coverage &coverage, const ValueFormat &format);

/** Of the newest gap in which something is likely to be missing, for a notice; null if there is none. */
QString gapNotice(const Coverage &coverage, const ValueFormat &format);

/** What a back-fill came to. */
QString backfillWords(const BackfillResult &result);

} // namespace earshot
