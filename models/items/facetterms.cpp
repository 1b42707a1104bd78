// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/facetterms.h"

#include "models/filter/lexer.h"
#include "models/filter/parser.h"
#include "models/items/viewscope.h"

#include <QDateTime>

#include <array>

namespace earshot {
namespace {

using filter::Condition;
using filter::Expression;
using filter::Group;
using filter::Token;

constexpr std::array c_durations = {
    DurationClass{QLatin1StringView("0:00..0:59"), 0, 59},
    DurationClass{QLatin1StringView("1:00..1:59"), 60, 119},
    DurationClass{QLatin1StringView("2:00..4:59"), 120, 299},
    DurationClass{QLatin1StringView("5:00..9:59"), 300, 599},
    DurationClass{QLatin1StringView("10:00.."), 600, std::nullopt},
};

/** A term at the top level of a filter. */
struct Piece {
    QString text;
    bool isOfField = false; ///< says nothing but which values of the field are meant
};

bool contains(const QStringList &values, const QString &value)
{
    return std::ranges::any_of(values, [&](const QString &other) {
        return other.isNull() == value.isNull() && other.compare(value, Qt::CaseInsensitive) == 0;
    });
}

void addOnce(QStringList &values, const QStringList &more)
{
    for (const QString &value : more) {
        if (!contains(values, value))
            values.append(value);
    }
}

bool isKeyword(const std::vector<Token> &tokens, size_t at, QLatin1StringView word)
{
    if (tokens[at].type != Token::Type::Word || tokens[at].text.compare(word, Qt::CaseInsensitive) != 0)
        return false;
    return tokens[at + 1].type != Token::Type::Operator || tokens[at].end() != tokens[at + 1].position;
}

bool isParenthesis(const Token &token)
{
    return token.type == Token::Type::Open || token.type == Token::Type::Close;
}

/** The first token behind the parentheses that open at @p at. */
size_t afterParentheses(const std::vector<Token> &tokens, size_t at)
{
    int depth = 0;
    do {
        depth += tokens[at].type == Token::Type::Open ? 1 : 0;
        depth -= tokens[at].type == Token::Type::Close ? 1 : 0;
        ++at;
    } while (depth > 0 && tokens[at].type != Token::Type::End);
    return at;
}

/** The first token behind the term that begins at @p at; the filter is known to be right. */
size_t afterTerm(const std::vector<Token> &tokens, size_t at)
{
    while (tokens[at].type == Token::Type::Minus || isKeyword(tokens, at, QLatin1StringView("not")))
        ++at;
    if (tokens[at].type == Token::Type::End)
        return at;
    if (tokens[at].type == Token::Type::Open)
        return afterParentheses(tokens, at);
    do
        ++at;
    while (tokens[at].type != Token::Type::End && !isParenthesis(tokens[at])
           && tokens[at].position == tokens[at - 1].end());
    return at;
}

/** Nothing of a filter that cannot be taken apart. */
QStringList topLevelTerms(const QString &text)
{
    const auto tokens = filter::tokenize(text);
    QStringList terms;
    for (size_t at = 0; tokens && tokens->at(at).type != Token::Type::End;) {
        if (isKeyword(*tokens, at, QLatin1StringView("and"))) {
            ++at;
            continue;
        }
        const qsizetype from = tokens->at(at).position;
        const size_t after = std::max(at + 1, afterTerm(*tokens, at));
        terms.append(text.mid(from, tokens->at(after - 1).end() - from));
        at = after;
    }
    return terms;
}

const FilterField *fieldNamed(const QString &name)
{
    const FilterField *field = conversationSchema().field(name);
    return field ? field : deliverySchema().field(name);
}

const FilterSchema &schemaOf(const FilterField *field)
{
    return conversationSchema().field(field->name) == field ? conversationSchema() : deliverySchema();
}

/** The value that a test asks for; nothing for a test of another kind. */
std::optional<QString> valueOf(const filter::Test &test)
{
    if (const auto *presence = std::get_if<filter::Presence>(&test))
        return *presence == filter::Presence::Unknown ? std::optional(QString()) : std::nullopt;
    if (const auto *pattern = std::get_if<filter::TextPattern>(&test))
        return pattern->openStart || pattern->openEnd ? std::nullopt : std::optional(pattern->text);
    const auto *range = std::get_if<filter::Range<qint64>>(&test);
    if (!range)
        return std::nullopt;
    for (const DurationClass &known : c_durations) {
        const bool sameFrom = range->from && range->from->isInclusive && range->from->value == known.from;
        const bool sameTo = range->to.has_value() == known.to.has_value()
                            && (!known.to || (range->to->isInclusive && range->to->value == *known.to));
        if (sameFrom && sameTo)
            return QString(known.value);
    }
    return std::nullopt;
}

std::optional<FieldTerms> readTerms(const Expression &expression, bool isNegated, const FilterField *field);

/** All of a group's terms hold, or, negated, one of them does not. */
std::optional<FieldTerms> readGroup(const Group &group, bool isNegated, const FilterField *field)
{
    const bool isAny = isNegated != group.isNegated;
    FieldTerms all;
    for (const Expression &term : group.terms) {
        const auto terms = readTerms(term, isAny, field);
        if (!terms)
            return std::nullopt;
        const bool isMixed = isAny ? !terms->excluded.isEmpty() : !terms->included.isEmpty();
        if (group.terms.size() > 1 && isMixed)
            return std::nullopt;
        addOnce(all.included, terms->included);
        addOnce(all.excluded, terms->excluded);
    }
    return all;
}

std::optional<FieldTerms> readTerms(const Expression &expression, bool isNegated, const FilterField *field)
{
    if (const auto *group = std::get_if<Group>(&expression))
        return readGroup(*group, isNegated, field);
    const auto *condition = std::get_if<Condition>(&expression);
    if (!condition || condition->field != field || !condition->path.isEmpty())
        return std::nullopt;
    const auto value = valueOf(condition->test);
    if (!value)
        return std::nullopt;
    return isNegated ? FieldTerms{{}, {*value}} : FieldTerms{{*value}, {}};
}

std::optional<FieldTerms> readTerm(const QString &text, const FilterField *field)
{
    const auto parsed = filter::parse(text, schemaOf(field));
    return parsed ? readGroup(*parsed, false, field) : std::nullopt;
}

bool isDuration(const FilterField *field)
{
    return field->type == FieldType::Duration;
}

QString termOf(const QString &field, const QString &value, bool excluded)
{
    if (value.isNull() || !isDuration(fieldNamed(field)))
        return filterTerm(field, value, excluded);
    return QString((excluded ? QStringLiteral("-") : QString()) + field + u':' + value);
}

/** One of several: not none of them. */
QString anyOf(const QString &field, const QStringList &values)
{
    if (values.size() == 1)
        return termOf(field, values.first(), false);
    QStringList terms;
    for (const QString &value : values)
        terms.append(termOf(field, value, true));
    return QString(u"-(" + terms.join(u' ') + u')');
}

QStringList written(const QString &field, const FieldTerms &terms)
{
    QStringList texts;
    if (!terms.included.isEmpty())
        texts.append(anyOf(field, terms.included));
    for (const QString &value : terms.excluded)
        texts.append(termOf(field, value, true));
    return texts;
}

const filter::TimeRange *startedRange(const QString &term, filter::Group &keeps)
{
    auto parsed = filter::parse(term, conversationSchema());
    if (!parsed || parsed->terms.size() != 1)
        return nullptr;
    keeps = *std::move(parsed);
    const auto *condition = std::get_if<Condition>(&keeps.terms.front());
    const bool isStart = condition && condition->field->name == QLatin1StringView("started_at");
    return isStart ? std::get_if<filter::TimeRange>(&condition->test) : nullptr;
}

bool isStartedRange(const QString &term)
{
    filter::Group keeps;
    return startedRange(term, keeps) != nullptr;
}

Timestamp momentOf(const filter::TimeEdge &edge, const FilterContext &context)
{
    const filter::TimeSpan span = filter::resolve(edge.value, context);
    return edge.isItsEnd ? span.end : span.begin;
}

void narrow(TimeInterval &interval, const filter::TimeRange &range, const FilterContext &context)
{
    if (range.from) {
        const Timestamp from = momentOf(*range.from, context);
        interval.from = interval.from ? std::max(*interval.from, from) : from;
    }
    if (range.until) {
        const Timestamp until = momentOf(*range.until, context);
        interval.until = interval.until ? std::min(*interval.until, until) : until;
    }
}

QDateTime localTime(Timestamp time, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(toMicroseconds(time) / 1000, zone);
}

bool isMidnight(const QDateTime &time)
{
    return time == time.date().startOfDay(time.timeZone());
}

} // namespace

bool FieldTerms::includes(const QString &value) const
{
    return contains(included, value);
}

bool FieldTerms::excludes(const QString &value) const
{
    return contains(excluded, value);
}

FieldTerms fieldTerms(const QString &filter, const QString &field)
{
    FieldTerms all;
    const FilterField *known = fieldNamed(field);
    if (!known)
        return all;
    const QStringList terms = topLevelTerms(filter);
    for (const QString &term : terms) {
        if (const auto read = readTerm(term, known)) {
            addOnce(all.included, read->included);
            addOnce(all.excluded, read->excluded);
        }
    }
    return all;
}

QString withFieldTerms(const QString &filter, const QString &field, const FieldTerms &terms)
{
    const FilterField *known = fieldNamed(field);
    if (!known)
        return filter;
    QStringList texts;
    std::optional<qsizetype> place;
    const QStringList present = topLevelTerms(filter);
    for (const QString &term : present) {
        if (!readTerm(term, known))
            texts.append(term);
        else if (!place)
            place = texts.size();
    }
    const QStringList added = written(field, terms);
    if (!place && added.isEmpty())
        return filter;
    qsizetype at = place.value_or(texts.size());
    for (const QString &term : added)
        texts.insert(at++, term);
    return texts.join(u' ');
}

std::span<const DurationClass> durationClasses()
{
    return c_durations;
}

std::optional<TimeInterval> startedInterval(const QString &filter, const QTimeZone &zone, Timestamp now)
{
    const FilterContext context{zone, now};
    std::optional<TimeInterval> interval;
    const QStringList terms = topLevelTerms(filter);
    for (const QString &term : terms) {
        filter::Group keeps;
        if (const filter::TimeRange *range = startedRange(term, keeps)) {
            if (!interval)
                interval.emplace();
            narrow(*interval, *range, context);
        }
    }
    return interval;
}

QString withoutStarted(const QString &filter)
{
    const QStringList terms = topLevelTerms(filter);
    if (std::ranges::none_of(terms, isStartedRange))
        return filter;
    QStringList kept;
    std::ranges::remove_copy_if(terms, std::back_inserter(kept), isStartedRange);
    return kept.join(u' ');
}

QString withStarted(const QString &filter, const TimeInterval &interval, const QTimeZone &zone)
{
    if (!interval.from || !interval.until)
        return filter;
    const QDateTime from = localTime(*interval.from, zone);
    const QDateTime until = localTime(*interval.until, zone);
    const bool isDays = isMidnight(from) && isMidnight(until);
    const QString format = isDays ? QStringLiteral("yyyy-MM-dd") : QStringLiteral("yyyy-MM-ddTHH:mm");
    const QString first = from.toString(format);
    const QString last = until.addSecs(-60).toString(format); // the day or minute that ends there
    const QString term = first == last ? QString(u"started:" + first) : QString(u"started:" + first + u".." + last);
    const QString rest = withoutStarted(filter);
    return rest.isEmpty() ? term : QString(rest + u' ' + term);
}

} // namespace earshot
