// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/filterterms.h"

#include "models/filter/lexer.h"
#include "models/filter/schema.h"
#include "models/items/viewscope.h"

#include <QRegularExpression>

namespace earshot {
namespace {

using filter::Token;

bool isWord(const Token &token, QLatin1StringView word)
{
    return token.type == Token::Type::Word && token.text.compare(word, Qt::CaseInsensitive) == 0;
}

/** Would the value be taken for itself without quotes? */
bool isPlain(const QString &value)
{
    static const QRegularExpression plain(QStringLiteral(R"(\A[\p{L}\p{N}_+][\p{L}\p{M}\p{N}_+@/.-]*\z)"),
                                          QRegularExpression::UseUnicodePropertiesOption);
    return plain.match(value).hasMatch() && !value.contains(QLatin1StringView(".."))
           && value.compare(QLatin1StringView("none"), Qt::CaseInsensitive) != 0
           && value.compare(QLatin1StringView("any"), Qt::CaseInsensitive) != 0;
}

QString quoted(QString value)
{
    value.remove(QChar(QChar::Null)); // no filter may hold one
    value.replace(u'\\', QLatin1StringView(R"(\\)")).replace(u'"', QLatin1StringView(R"(\")"));
    return QString(u'"' + value + u'"');
}

class ItemReader
{
public:
    ItemReader(const QString &filter, const FilterSchema &schema)
        : m_filter(filter)
        , m_schema(schema)
        , m_tokens(filter::tokenize(filter).value_or(std::vector<Token>{}))
    {
    }

    QList<FilterItem> items();

private:
    FilterItem item();
    void skipGroup();
    void readTerm(FilterItem &item);

    bool atEnd() const { return m_at >= m_tokens.size() || m_tokens[m_at].type == Token::Type::End; }

    const Token &current() const { return m_tokens[m_at]; }

    bool isFollowedByOperator() const
    {
        return m_at + 1 < m_tokens.size() && m_tokens[m_at + 1].type == Token::Type::Operator
               && current().end() == m_tokens[m_at + 1].position;
    }

    bool isNegation() const
    {
        return current().type == Token::Type::Minus
               || (isWord(current(), QLatin1StringView("not")) && !isFollowedByOperator());
    }

    const QString &m_filter;
    const FilterSchema &m_schema;
    const std::vector<Token> m_tokens;
    std::size_t m_at = 0;
};

QList<FilterItem> ItemReader::items()
{
    QList<FilterItem> found;
    while (!atEnd()) {
        if (isWord(current(), QLatin1StringView("and")) && !isFollowedByOperator())
            ++m_at;
        else
            found.append(item());
    }
    return found;
}

FilterItem ItemReader::item()
{
    FilterItem item;
    const qsizetype start = current().position;
    while (!atEnd() && isNegation()) {
        item.isExcluded = !item.isExcluded;
        ++m_at;
    }
    if (!atEnd() && current().type == Token::Type::Open)
        skipGroup();
    else if (!atEnd())
        readTerm(item);
    const qsizetype end = m_at > 0 ? m_tokens[m_at - 1].end() : start;
    item.text = m_filter.mid(start, end - start);
    return item;
}

void ItemReader::skipGroup()
{
    int depth = 0;
    do {
        depth += current().type == Token::Type::Open ? 1 : 0;
        depth -= current().type == Token::Type::Close ? 1 : 0;
        ++m_at;
    } while (depth > 0 && !atEnd());
}

/** A text, or name, operator and value. */
void ItemReader::readTerm(FilterItem &item)
{
    const QString name = current().text;
    const bool hasKey = name.endsWith(u'.') && m_at + 1 < m_tokens.size()
                        && m_tokens[m_at + 1].type == Token::Type::Quoted
                        && current().end() == m_tokens[m_at + 1].position;
    if (hasKey)
        ++m_at;
    const bool isTerm = isFollowedByOperator();
    ++m_at;
    if (!isTerm)
        return;
    const QString operatorText = current().text;
    ++m_at;
    if (atEnd())
        return;
    const Token value = current();
    ++m_at;
    if (hasKey)
        return;
    item.name = name;
    item.field = m_schema.field(name);
    item.isExcluded = item.isExcluded != (operatorText == QLatin1StringView("!="));
    const bool isEqual = operatorText == u":" || operatorText == u"=" || operatorText == u"!=";
    item.isNone = isEqual && isWord(value, QLatin1StringView("none"));
    if (isEqual && (value.type == Token::Type::Quoted || isPlain(value.text)))
        item.value = value.text.isNull() ? QStringLiteral("") : value.text;
}

} // namespace

QList<FilterItem> filterItems(const QString &filter, const FilterSchema &schema)
{
    return ItemReader(filter, schema).items();
}

bool isOfField(const FilterItem &item, const QString &name, const FilterSchema &schema)
{
    const FilterField *field = schema.field(name);
    return field ? item.field == field : item.name == name && !name.isEmpty();
}

bool asksFor(const FilterItem &item, const QString &value)
{
    if (value.isEmpty())
        return item.isNone;
    return !item.value.isNull() && item.value.compare(value, Qt::CaseInsensitive) == 0;
}

QString filterTerm(const QString &field, const QString &value, bool excluded)
{
    const QLatin1StringView minus(excluded ? "-" : "");
    if (value.isEmpty()) // a filter cannot look for an empty text
        return minus + field + QLatin1StringView(":none");
    return minus + field + u':' + (isPlain(value) ? value : quoted(value));
}

} // namespace earshot
