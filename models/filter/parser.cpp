// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/parser.h"

#include "models/filter/conditionreader.h"
#include "models/filter/lexer.h"

#include <QCoreApplication>

#include <algorithm>

namespace earshot::filter {
namespace {

constexpr int c_mostTerms = 200;
constexpr int c_mostLevels = 10;

using Parsed = std::expected<Expression, FilterError>;
using ParsedGroup = std::expected<Group, FilterError>;
using Type = Token::Type;

/** A field's name as written, split at its dots. */
struct Name {
    QString text;
    QString field;
    QStringList path;
    qsizetype position = 0;
};

bool touch(const Token &left, const Token &right)
{
    return left.end() == right.position;
}

bool isKey(const QString &key)
{
    return !key.isEmpty() && std::ranges::none_of(key, [](QChar c) {
        return c == u'"' || c == u'\\' || c < u' '; // SQLite's JSON paths have no escapes for these
    });
}

Comparison comparisonOf(const Token &token)
{
    if (token.text == u">")
        return Comparison::Greater;
    if (token.text == u">=")
        return Comparison::GreaterOrEqual;
    if (token.text == u"<")
        return Comparison::Less;
    if (token.text == u"<=")
        return Comparison::LessOrEqual;
    return Comparison::Equal;
}

std::unexpected<FilterError> fail(const Token &at, const QString &message)
{
    return std::unexpected(FilterError{message, at.position, at.length});
}

std::unexpected<FilterError> fail(const Name &at, const QString &message)
{
    return std::unexpected(FilterError{message, at.position, at.text.size()});
}

class Parser
{
public:
    Parser(QStringView text, const std::vector<Token> &tokens, const FilterSchema &schema)
        : m_text(text)
        , m_tokens(tokens)
        , m_schema(schema)
    {
    }

    ParsedGroup filter();

private:
    ParsedGroup group();
    std::expected<void, FilterError> conjunction(bool isFirst);
    Parsed term();
    Parsed termIn(Parsed (Parser::*rule)());
    Parsed negated();
    Parsed parenthesised();
    Parsed leaf();
    Parsed fieldTerm();
    Parsed textTerm();

    std::expected<Term, FilterError> readTerm();
    std::expected<Name, FilterError> readName();
    std::expected<const FilterField *, FilterError> findField(const Name &name) const;

    const Token &current() const { return m_tokens[m_at]; }

    const Token &after(size_t count) const { return m_tokens[std::min(m_at + count, m_tokens.size() - 1)]; }

    void advance() { ++m_at; }

    bool isKeyword(QLatin1StringView word) const;

    bool touchesPrevious() const { return m_at > 0 && touch(m_tokens[m_at - 1], current()); }

    bool hasOperatorAfter(size_t count) const;
    bool nameHasQuotedKey() const;
    bool isFieldTerm() const;

    bool atEndOfGroup() const { return current().type == Type::End || current().type == Type::Close; }

    QStringView m_text;
    const std::vector<Token> &m_tokens;
    const FilterSchema &m_schema;
    size_t m_at = 0;
    int m_terms = 0;
    int m_levels = 0;
};

bool Parser::isKeyword(QLatin1StringView word) const
{
    return current().type == Type::Word && current().text.compare(word, Qt::CaseInsensitive) == 0 && !isFieldTerm();
}

/** An operator directly follows the token that is @p count from here. */
bool Parser::hasOperatorAfter(size_t count) const
{
    return after(count + 1).type == Type::Operator && touch(after(count), after(count + 1));
}

bool Parser::nameHasQuotedKey() const
{
    return current().text.endsWith(u'.') && after(1).type == Type::Quoted && touch(current(), after(1));
}

bool Parser::isFieldTerm() const
{
    return current().type == Type::Word && hasOperatorAfter(nameHasQuotedKey() ? 1 : 0);
}

ParsedGroup Parser::filter()
{
    auto parsed = group();
    if (parsed && current().type == Type::Close)
        return fail(current(),
                    QCoreApplication::translate("earshot::Filter", "This parenthesis closes nothing. Remove it."));
    return parsed;
}

ParsedGroup Parser::group()
{
    Group group;
    while (!atEndOfGroup()) {
        if (const auto joined = conjunction(group.terms.empty()); !joined)
            return std::unexpected(joined.error());
        auto parsed = term();
        if (!parsed)
            return std::unexpected(parsed.error());
        group.terms.push_back(*std::move(parsed));
    }
    return group;
}

std::expected<void, FilterError> Parser::conjunction(bool isFirst)
{
    if (!isKeyword(QLatin1StringView("and")))
        return {};
    const Token &conjunction = current();
    advance();
    if (isFirst || atEndOfGroup() || isKeyword(QLatin1StringView("and")))
        return fail(conjunction, QCoreApplication::translate(
                                     "earshot::Filter",
                                     "\"%1\" needs a term on both sides. Put it in quotes to search for the word.")
                                     .arg(conjunction.text));
    return {};
}

Parsed Parser::term()
{
    if (current().type == Type::Minus || isKeyword(QLatin1StringView("not")))
        return termIn(&Parser::negated);
    if (current().type == Type::Open)
        return termIn(&Parser::parenthesised);
    return leaf();
}

Parsed Parser::termIn(Parsed (Parser::*rule)())
{
    if (m_levels == c_mostLevels)
        return fail(current(), QCoreApplication::translate("earshot::Filter",
                                                           "The filter is nested more than %1 deep. Write it flatter.")
                                   .arg(c_mostLevels));
    ++m_levels;
    auto parsed = (this->*rule)();
    --m_levels;
    return parsed;
}

Parsed Parser::negated()
{
    const Token &negation = current();
    advance();
    const bool isDangling =
        atEndOfGroup() || isKeyword(QLatin1StringView("and")) || (negation.type == Type::Minus && !touchesPrevious());
    if (isDangling)
        return fail(negation,
                    QCoreApplication::translate("earshot::Filter", "\"%1\" needs a term after it, as in -test.")
                        .arg(negation.text));
    auto parsed = term();
    if (!parsed)
        return parsed;
    return Group{{*std::move(parsed)}, true};
}

Parsed Parser::parenthesised()
{
    const Token &open = current();
    advance();
    auto parsed = group();
    if (!parsed)
        return std::unexpected(parsed.error());
    if (current().type != Type::Close)
        return fail(open, QCoreApplication::translate("earshot::Filter", "This parenthesis is not closed. Add \")\"."));
    if (parsed->terms.empty())
        return fail(
            open, QCoreApplication::translate("earshot::Filter", "Nothing stands in these parentheses. Remove them."));
    advance();
    return *std::move(parsed);
}

Parsed Parser::leaf()
{
    if (m_terms == c_mostTerms)
        return fail(current(),
                    QCoreApplication::translate("earshot::Filter", "The filter has more than %1 terms. Shorten it.")
                        .arg(c_mostTerms));
    ++m_terms;
    auto parsed = isFieldTerm() ? fieldTerm() : textTerm();
    if (parsed && touchesPrevious() && !atEndOfGroup() && current().type != Type::Open)
        return fail(current(),
                    QCoreApplication::translate(
                        "earshot::Filter", "Two terms touch here. Put a space between them, or quotes around both."));
    return parsed;
}

Parsed Parser::textTerm()
{
    const Token &text = current();
    if (text.type == Type::Operator)
        return fail(text, QCoreApplication::translate(
                              "earshot::Filter",
                              "\"%1\" needs a field before it and a value after it, without spaces, as in dur>3m.")
                              .arg(text.text));
    if (hasOperatorAfter(0))
        return fail(text, QCoreApplication::translate("earshot::Filter",
                                                      "A field's name has no quotes. Put a space after the text."));
    if (isKeyword(QLatin1StringView("or")))
        return fail(
            text, QCoreApplication::translate("earshot::Filter",
                                              "\"%1\" is not understood yet. Put it in quotes to search for the word.")
                      .arg(text.text));
    advance();
    const FilterField *isTest = m_schema.field(u"is_test");
    if (isTest && text.type == Type::Word && text.text.compare(u"test", Qt::CaseInsensitive) == 0)
        return Condition{isTest, {}, true};
    auto freeText = readFreeText(text);
    if (!freeText)
        return std::unexpected(freeText.error());
    return *std::move(freeText);
}

Parsed Parser::fieldTerm()
{
    const auto term = readTerm();
    if (!term)
        return std::unexpected(term.error());
    auto condition = readCondition(*term);
    if (!condition)
        return std::unexpected(condition.error());
    if (term->operatorToken.text == u"!=")
        return Group{{*std::move(condition)}, true};
    return *std::move(condition);
}

std::expected<Term, FilterError> Parser::readTerm()
{
    const qsizetype start = current().position;
    const auto name = readName();
    if (!name)
        return std::unexpected(name.error());
    const auto field = findField(*name);
    if (!field)
        return std::unexpected(field.error());

    const Token &operatorToken = current();
    advance();
    const bool hasValue = (current().type == Type::Word || current().type == Type::Quoted) && touchesPrevious();
    if (!hasValue)
        return fail(operatorToken,
                    QCoreApplication::translate("earshot::Filter", "\"%1\" needs a value directly after it.")
                        .arg(m_text.mid(start, operatorToken.end() - start)));
    const Token &value = current();
    advance();
    return Term{*field,
                name->path,
                comparisonOf(operatorToken),
                operatorToken,
                value,
                name->text,
                m_text.mid(start, value.end() - start).toString()};
}

std::expected<Name, FilterError> Parser::readName()
{
    const Token &word = current();
    const bool hasQuotedKey = nameHasQuotedKey();
    QStringList path = word.text.split(u'.');
    if (hasQuotedKey) {
        advance();
        path.back() = current().text;
    }
    const QStringView text = m_text.mid(word.position, current().end() - word.position);
    advance();
    const QString field = path.takeFirst();
    return Name{text.toString(), field, path, word.position};
}

std::expected<const FilterField *, FilterError> Parser::findField(const Name &name) const
{
    const FilterField *field = m_schema.field(name.field);
    if (!field || (!name.path.isEmpty() && field->type != FieldType::Object)) {
        const QString nearest = m_schema.nearestName(name.text);
        if (nearest.isEmpty())
            return fail(name, QCoreApplication::translate(
                                  "earshot::Filter", "\"%1\" is not a field. Put the text in quotes to search for it.")
                                  .arg(name.text));
        return fail(
            name,
            QCoreApplication::translate("earshot::Filter", "\"%1\" is not a field. Try %2.").arg(name.text, nearest));
    }
    if (!std::ranges::all_of(name.path, isKey))
        return fail(name, QCoreApplication::translate("earshot::Filter",
                                                      "\"%1\" names no key that can be looked up. Try %2.plan.")
                              .arg(name.text, name.field));
    return field;
}

} // namespace

ParsedGroup parse(QStringView text, const FilterSchema &schema)
{
    const auto tokens = tokenize(text);
    if (!tokens)
        return std::unexpected(tokens.error());
    return Parser(text, *tokens, schema).filter();
}

} // namespace earshot::filter
