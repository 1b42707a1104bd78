// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/payloadjson.h"

#include <QString>

#include <vector>

namespace earshot {

/** Some characters of a line. */
struct TextSpan {
    int begin = 0;
    int length = 0;

    friend bool operator==(const TextSpan &, const TextSpan &) = default;
};

enum class DiffKind {
    Same,
    Changed, ///< one value became another
    Removed, ///< only before
    Added, ///< only after
    Skipped, ///< a time or an id, which differs as it always does
    Fold, ///< stands for DiffRow::count rows that are the same
};

/** One side of a row; line 0 where it has nothing there. */
struct DiffSide {
    int line = 0; ///< from 1
    QString text;
    QList<TextSpan> marks; ///< what changed
};

struct DiffRow {
    DiffKind kind = DiffKind::Same;
    DiffSide before;
    DiffSide after;
    int count = 0; ///< of a Fold
};

struct JsonDiff {
    std::vector<DiffRow> rows; ///< as printed: a line for each value, brackets on lines of their own, no commas
    int changed = 0;
    int added = 0;
    int removed = 0;
    int skipped = 0;

    bool isSame() const { return changed == 0 && added == 0 && removed == 0; }
};

/** What differs between two payloads, whatever the order of their names. Unless @p withTimesAndIds, values that are
 * times or name things count as skipped. Any thread. Errors: TooLarge. */
Result<JsonDiff> compareJson(const JsonOutline &before, const JsonOutline &after, bool withTimesAndIds = false);

/** The rows with every run of same ones replaced by one Fold, but for @p context rows beside a difference. */
std::vector<DiffRow> foldedRows(const std::vector<DiffRow> &rows, int context = 3);

/** The words in which two texts differ: marks for the one and the other. */
std::pair<QList<TextSpan>, QList<TextSpan>> changedWords(const QString &before, const QString &after);

} // namespace earshot
