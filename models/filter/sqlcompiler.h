// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/filter/expression.h"

#include <QString>
#include <QVariant>

namespace earshot {

/** A condition for a WHERE, with what its `?` stand for, in their order. */
struct SqlCondition {
    QString sql; ///< in parentheses, or `1` where everything is meant; holds nothing of what a person typed
    QVariantList binds;

    friend bool operator==(const SqlCondition &, const SqlCondition &) = default;
};

namespace filter {

/** The SQLite condition for @p expression, over the tables and aliases of @p schema. A negation holds where what it
 *  negates is false or unknown, so that a term and its negation part all records in two. */
SqlCondition toSql(const Group &expression, const FilterSchema &schema, const FilterContext &context);

} // namespace filter
} // namespace earshot
