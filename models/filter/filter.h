// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/filter/expression.h"
#include "models/filter/filtererror.h"
#include "models/filter/schema.h"
#include "models/filter/sqlcompiler.h"
#include "models/filter/timevalue.h"

#include <QString>

#include <expected>

namespace earshot {

/** A filter that was understood: `outcome:booked dur>3m -test`. Exports, counts and forwarding rules all choose records
 *  by it. The language is described in docs/filter.md. A value; any thread. */
class Filter
{
public:
    /** Lets every record pass. */
    explicit Filter(const FilterSchema &schema);

    /** Reads @p text over the fields of @p schema, which outlives the filter. Blank text lets every record pass. */
    static std::expected<Filter, FilterError> parse(const QString &text, const FilterSchema &schema);

    /** For the WHERE of a query over the tables that schema.h names; `today` and `now` are those of @p context, so ask
     *  anew each time. */
    SqlCondition toSql(const FilterContext &context) const;

    /** As it was typed. */
    QString text() const { return m_text; }

    /** True if every record passes because nothing is asked. */
    bool isEmpty() const { return m_expression.terms.empty(); }

private:
    QString m_text;
    const FilterSchema *m_schema;
    filter::Group m_expression;
};

} // namespace earshot
