// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/record.h"

#include <QString>

#include <optional>

namespace earshot {

/** What the word at the cursor of a filter could become. */
struct FilterCompletion {
    enum class What { Field, Value };

    What what = What::Field;
    QString field; ///< of a value
    QString begun; ///< what is typed so far, without quotes
    qsizetype from = 0; ///< the part of the text that a completion replaces, in UTF-16 units
    qsizetype length = 0;
};

/** The completion at @p cursor in @p text; nothing inside what cannot be completed, such as a number. A field needs at
 * least its first letter unless @p isAsked. */
std::optional<FilterCompletion> completionAt(const QString &text, qsizetype cursor, RecordKind kind, bool isAsked);

/** A field that a filter over @p kind may name, as it is offered. */
struct OfferedField {
    QString name; ///< as typed: the short name where there is one
    QString explanation; ///< in the user's language
};

/** Best first: those that begin so, then those whose explanation has a word that does. */
QList<OfferedField> offeredFields(RecordKind kind, const QString &begun);

/** Whether the values of @p field are a set of words that can be listed. */
bool hasListedValues(RecordKind kind, const QString &field);

/** Values that need no look into the store: yes and no, usual durations and times. */
QStringList usualValues(RecordKind kind, const QString &field);

} // namespace earshot
