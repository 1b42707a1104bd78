// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/filter/expression.h"
#include "models/filter/filtererror.h"
#include "models/filter/lexer.h"

#include <expected>

namespace earshot::filter {

/** How a term compares. `=` is Equal too; the parser makes `!=` of Equal and a negation. */
enum class Comparison { Equal, Less, LessOrEqual, Greater, GreaterOrEqual };

/** One `field:value` of a filter, its field found. */
struct Term {
    const FilterField *field = nullptr;
    QStringList path; ///< keys into an Object field
    Comparison comparison = Comparison::Equal;
    Token operatorToken;
    Token value; ///< Word or Quoted
    QString name; ///< the field as written, like text for errors
    QString text; ///< the whole term as written
};

/** Reads the term's value as the field's type wants it. Unquoted, `none`, `any`, `a..b` and a `*` at an end mean
 *  something; quoted they are text. Fails for a value that the type does not know and for a comparison by size of what
 *  has no order. */
std::expected<Condition, FilterError> readCondition(const Term &term);

/** The text that a bare word or a quoted text looks for; fails where that is empty. */
std::expected<FreeText, FilterError> readFreeText(const Token &token);

} // namespace earshot::filter
