// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/filter/expression.h"
#include "models/filter/filtererror.h"

#include <QStringView>

#include <expected>

namespace earshot::filter {

/** Reads a filter:
 *
 *      filter := [ group ]
 *      group  := term { [ "and" ] term }
 *      term   := ( "-" | "not" ) term | "(" group ")" | name operator value | word | quoted
 *      name   := word | word-ending-in-a-dot quoted      (the quoted part is a key of a JSON object)
 *
 *  Name, operator and value touch; two terms do not. At most 200 terms and 10 levels of parentheses and negations, so
 *  that hostile text exhausts neither our stack nor SQLite's parser (100 entries) and expression depth (1,000). */
std::expected<Group, FilterError> parse(QStringView text, const FilterSchema &schema);

} // namespace earshot::filter
