// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/filter/schema.h"
#include "models/filter/timevalue.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

namespace earshot::filter {

// What a filter means, free of how it was written and of how a database says it.

/** Text to compare in any case; where an end is open, anything may stand there. */
struct TextPattern {
    QString text;
    bool openStart = false;
    bool openEnd = false;
};

/** Like TextPattern, over nothing but the digits of both sides. */
struct DigitsPattern {
    TextPattern digits;
};

template <typename T>
struct Limit {
    T value{};
    bool isInclusive = true;
};

/** Without a limit the range is open at that end. */
template <typename T>
struct Range {
    std::optional<Limit<T>> from;
    std::optional<Limit<T>> to;
};

/** The moment at which a named time begins, or that at which it has just ended. */
struct TimeEdge {
    TimeValue value;
    bool isItsEnd = false;
};

/** From one moment until, not including, another. */
struct TimeRange {
    std::optional<TimeEdge> from;
    std::optional<TimeEdge> until;
};

enum class Presence { Unknown, Known };

using Test = std::variant<Presence, TextPattern, DigitsPattern, Range<qint64>, Range<double>, TimeRange, bool>;

/** A test of one field. */
struct Condition {
    const FilterField *field = nullptr; ///< belongs to the schema; never null
    QStringList path; ///< the keys into an Object field, outermost first; empty for the field itself
    Test test;
};

/** Text in any of the schema's text fields. */
struct FreeText {
    TextPattern pattern;
};

struct Group;
using Expression = std::variant<Condition, FreeText, Group>;

/** All of the terms hold; negated: not all of them do. Without terms it holds for every record. */
struct Group {
    std::vector<Expression> terms;
    bool isNegated = false;
};

} // namespace earshot::filter
