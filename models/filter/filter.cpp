// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/filter.h"

#include "models/filter/parser.h"

namespace earshot {

Filter::Filter(const FilterSchema &schema)
    : m_schema(&schema)
{
}

std::expected<Filter, FilterError> Filter::parse(const QString &text, const FilterSchema &schema)
{
    auto expression = filter::parse(text, schema);
    if (!expression)
        return std::unexpected(expression.error());
    Filter filter(schema);
    filter.m_text = text;
    filter.m_expression = *std::move(expression);
    return filter;
}

SqlCondition Filter::toSql(const FilterContext &context) const
{
    return filter::toSql(m_expression, *m_schema, context);
}

} // namespace earshot
