// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/sqlcompiler.h"

#include <QStringList>

#include <algorithm>

namespace earshot::filter {
namespace {

constexpr QLatin1StringView c_and(" AND ");
constexpr QLatin1StringView c_or(" OR ");

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

/** @p parts in parentheses; @p before and @p between are fixed SQL. */
SqlCondition joined(const QList<SqlCondition> &parts, QLatin1StringView between)
{
    QStringList sqls;
    QVariantList binds;
    for (const SqlCondition &part : parts) {
        sqls += part.sql;
        binds += part.binds;
    }
    return {parts.size() == 1 ? sqls.front() : QString(u'(' + sqls.join(between) + u')'), binds};
}

/** `%1` of @p frame replaced by the part. */
SqlCondition framed(const QString &frame, const SqlCondition &part)
{
    return {frame.arg(part.sql), part.binds};
}

SqlCondition withBind(SqlCondition part, QLatin1StringView more, const QVariant &bind)
{
    part.sql += more;
    part.binds += bind;
    return part;
}

/** SQLite ignores the case of ASCII letters only. For others the text is asked for as typed, in small, in capital, and
 *  in small letters with capitals at the start of words. */
QStringList caseVariants(const QString &text)
{
    if (std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; }))
        return {text};
    QString title = text.toLower();
    for (qsizetype i = 0; i < title.size(); ++i) {
        if (i == 0 || !title[i - 1].isLetterOrNumber())
            title[i] = title[i].toUpper();
    }
    QStringList variants{text, text.toLower(), text.toUpper(), title};
    variants.removeDuplicates();
    return variants;
}

QString likePattern(const TextPattern &pattern, const QString &text)
{
    QString like;
    for (const QChar c : text) {
        if (c == u'%' || c == u'_' || c == u'\\')
            like += u'\\';
        like += c;
    }
    return (pattern.openStart ? u"%" : u"") + like + (pattern.openEnd ? u"%" : u"");
}

SqlCondition matches(const SqlCondition &operand, const TextPattern &pattern)
{
    const bool isWhole = !pattern.openStart && !pattern.openEnd;
    QList<SqlCondition> variants;
    for (const QString &text : caseVariants(pattern.text)) {
        variants += isWhole ? withBind(operand, QLatin1StringView(" = ? COLLATE NOCASE"), text)
                            : withBind(operand, QLatin1StringView(" LIKE ? ESCAPE '\\'"), likePattern(pattern, text));
    }
    return joined(variants, c_or);
}

/** @p operand without what people put between the digits of a phone number. */
SqlCondition withoutPunctuation(const SqlCondition &operand)
{
    SqlCondition digits = operand;
    for (const QChar c : QStringView(u" +-().+/"))
        digits.sql = QStringLiteral("replace(%1, '%2', '')").arg(digits.sql, c);
    return digits;
}

template <typename T>
SqlCondition isWithin(const SqlCondition &operand, const Range<T> &range)
{
    QList<SqlCondition> limits;
    if (range.from)
        limits += withBind(operand, range.from->isInclusive ? QLatin1StringView(" >= ?") : QLatin1StringView(" > ?"),
                           range.from->value);
    if (range.to)
        limits += withBind(operand, range.to->isInclusive ? QLatin1StringView(" <= ?") : QLatin1StringView(" < ?"),
                           range.to->value);
    return joined(limits, c_and);
}

class SqlCompiler
{
public:
    SqlCompiler(const FilterSchema &schema, const FilterContext &context)
        : m_schema(schema)
        , m_context(context)
    {
    }

    SqlCondition compile(const Expression &expression) const;
    SqlCondition compile(const Group &group) const;

private:
    SqlCondition compile(const Condition &condition) const;
    SqlCondition compile(const FreeText &freeText) const;
    SqlCondition inField(const FilterField &field, const Test &test) const;
    SqlCondition inRows(const FilterField &field, const Test &test) const;
    SqlCondition inJson(const Condition &condition) const;
    SqlCondition holds(const SqlCondition &operand, const Test &test) const;
    SqlCondition isWithin(const SqlCondition &operand, const TimeRange &range) const;

    const FilterSchema &m_schema;
    const FilterContext &m_context;
};

SqlCondition SqlCompiler::compile(const Expression &expression) const
{
    return std::visit([this](const auto &kind) { return compile(kind); }, expression);
}

SqlCondition SqlCompiler::compile(const Group &group) const
{
    if (group.terms.empty())
        return {QStringLiteral("1"), {}};
    QList<SqlCondition> parts;
    for (const Expression &term : group.terms)
        parts += compile(term);
    const SqlCondition all = joined(parts, c_and);
    return group.isNegated ? framed(QStringLiteral("(%1) IS NOT TRUE"), all) : all;
}

SqlCondition SqlCompiler::compile(const Condition &condition) const
{
    if (!condition.path.isEmpty())
        return inJson(condition);
    return inField(*condition.field, condition.test);
}

SqlCondition SqlCompiler::compile(const FreeText &freeText) const
{
    QList<SqlCondition> parts;
    for (const FilterField *field : m_schema.textFields())
        parts += inField(*field, freeText.pattern);
    return joined(parts, c_or);
}

SqlCondition SqlCompiler::inField(const FilterField &field, const Test &test) const
{
    return field.rows.isNull() ? holds({field.sql, {}}, test) : inRows(field, test);
}

/** One of many values passes; unknown is a field without any. */
SqlCondition SqlCompiler::inRows(const FilterField &field, const Test &test) const
{
    const auto *presence = std::get_if<Presence>(&test);
    const bool isUnknown = presence && *presence == Presence::Unknown;
    const SqlCondition inRow = holds({field.rowSql, {}}, presence ? Test(Presence::Known) : test);
    const QString exists = isUnknown ? QStringLiteral("NOT EXISTS") : QStringLiteral("EXISTS");
    return framed(exists + u" (SELECT 1 FROM " + field.rows + u" AND %1)", inRow);
}

/** `"a"` and `b` as `$."a"."b"`; the parser has kept out what the quotes cannot hold. */
QString jsonPath(const QStringList &keys)
{
    QString path = QStringLiteral("$");
    for (const QString &key : keys)
        path += u".\"" + key + u'"';
    return path;
}

/** A value inside a JSON column: as text, so that true, 5 and "5" are found as they are written; as a number where one
 *  is meant. */
SqlCondition SqlCompiler::inJson(const Condition &condition) const
{
    const QString &column = condition.field->sql;
    const QString path = jsonPath(condition.path);
    if (std::holds_alternative<Range<double>>(condition.test)) {
        const SqlCondition isNumber{QStringLiteral("json_type(%1, ?) IN ('integer', 'real')").arg(column), {path}};
        const SqlCondition number{QStringLiteral("json_extract(%1, ?)").arg(column), {path}};
        return joined({isNumber, holds(number, condition.test)}, c_and);
    }
    const SqlCondition text{QStringLiteral("CASE json_type(%1, ?) WHEN 'true' THEN 'true' WHEN 'false' THEN 'false' "
                                           "ELSE CAST(json_extract(%1, ?) AS TEXT) END")
                                .arg(column),
                            {path, path}};
    return holds(text, condition.test);
}

SqlCondition SqlCompiler::holds(const SqlCondition &operand, const Test &test) const
{
    return std::visit(
        Overloaded{
            [&](Presence presence) {
                return framed(presence == Presence::Known ? QStringLiteral("%1 IS NOT NULL")
                                                          : QStringLiteral("%1 IS NULL"),
                              operand);
            },
            [&](const TextPattern &pattern) { return matches(operand, pattern); },
            [&](const DigitsPattern &pattern) { return matches(withoutPunctuation(operand), pattern.digits); },
            [&](const TimeRange &range) { return isWithin(operand, range); },
            [&](bool value) { return withBind(operand, QLatin1StringView(" = ?"), value ? 1 : 0); },
            [&](const auto &range) { return filter::isWithin(operand, range); },
        },
        test);
}

SqlCondition SqlCompiler::isWithin(const SqlCondition &operand, const TimeRange &range) const
{
    const auto momentOf = [this](const TimeEdge &edge) {
        const TimeSpan span = resolve(edge.value, m_context);
        return toMicroseconds(edge.isItsEnd ? span.end : span.begin);
    };
    Range<qint64> moments;
    if (range.from)
        moments.from = Limit<qint64>{momentOf(*range.from), true};
    if (range.until)
        moments.to = Limit<qint64>{momentOf(*range.until), false};
    return filter::isWithin(operand, moments);
}

} // namespace

SqlCondition toSql(const Group &expression, const FilterSchema &schema, const FilterContext &context)
{
    SqlCondition condition = SqlCompiler(schema, context).compile(expression);
    return expression.terms.empty() ? condition : framed(QStringLiteral("(%1)"), condition);
}

} // namespace earshot::filter
