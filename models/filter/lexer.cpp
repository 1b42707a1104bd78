// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/lexer.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace earshot::filter {
namespace {

constexpr qsizetype c_longestText = 8192; // SQLite takes LIKE patterns of up to 50,000 bytes

constexpr QChar c_quote = u'"';
constexpr QChar c_backslash = u'\\';

bool isParenthesis(QChar c)
{
    return c == u'(' || c == u')';
}

class Lexer
{
public:
    explicit Lexer(QStringView text)
        : m_text(text)
    {
    }

    std::expected<Token, FilterError> next();

private:
    enum class WordKind { NameOrText, Value };

    Token take(Token::Type type, qsizetype length);
    Token takeWord(WordKind kind);
    std::expected<Token, FilterError> takeQuoted();
    qsizetype operatorLength(qsizetype at) const;
    bool endsWord(qsizetype at, WordKind kind) const;

    bool atEnd() const { return m_position == m_text.size(); }

    QStringView m_text;
    qsizetype m_position = 0;
    bool m_afterOperator = false;
};

std::expected<Token, FilterError> Lexer::next()
{
    const qsizetype before = m_position;
    while (!atEnd() && m_text[m_position].isSpace())
        ++m_position;
    const bool isValue = std::exchange(m_afterOperator, false) && m_position == before;
    if (atEnd())
        return take(Token::Type::End, 0);

    const QChar c = m_text[m_position];
    if (c == c_quote)
        return takeQuoted();
    if (isParenthesis(c))
        return take(c == u'(' ? Token::Type::Open : Token::Type::Close, 1);
    if (isValue)
        return takeWord(WordKind::Value);
    if (c == u'-')
        return take(Token::Type::Minus, 1);
    if (const qsizetype length = operatorLength(m_position); length > 0) {
        m_afterOperator = true;
        return take(Token::Type::Operator, length);
    }
    return takeWord(WordKind::NameOrText);
}

Token Lexer::take(Token::Type type, qsizetype length)
{
    const qsizetype position = std::exchange(m_position, m_position + length);
    return {type, m_text.mid(position, length).toString(), position, length};
}

Token Lexer::takeWord(WordKind kind)
{
    qsizetype end = m_position + 1;
    while (end < m_text.size() && !endsWord(end, kind))
        ++end;
    return take(Token::Type::Word, end - m_position);
}

std::expected<Token, FilterError> Lexer::takeQuoted()
{
    QString text;
    qsizetype at = m_position + 1;
    while (at < m_text.size() && m_text[at] != c_quote) {
        const QChar following = at + 1 < m_text.size() ? m_text[at + 1] : QChar();
        if (m_text[at] == c_backslash && (following == c_quote || following == c_backslash))
            ++at;
        text += m_text[at];
        ++at;
    }
    if (at == m_text.size())
        return std::unexpected(
            FilterError{QCoreApplication::translate("earshot::Filter", "This quote has no end. Close it with \"."),
                        m_position, m_text.size() - m_position});
    Token token = take(Token::Type::Quoted, at + 1 - m_position);
    token.text = text;
    return token;
}

qsizetype Lexer::operatorLength(qsizetype at) const
{
    const QStringView rest = m_text.mid(at);
    for (const auto *longOperator : {u"!=", u">=", u"<="}) {
        if (rest.startsWith(longOperator))
            return 2;
    }
    return QStringView(u":=<>").contains(rest.front()) ? 1 : 0;
}

bool Lexer::endsWord(qsizetype at, WordKind kind) const
{
    const QChar c = m_text[at];
    if (c.isSpace() || c == c_quote || isParenthesis(c))
        return true;
    return kind == WordKind::NameOrText && operatorLength(at) > 0;
}

} // namespace

std::expected<std::vector<Token>, FilterError> tokenize(QStringView text)
{
    if (text.size() > c_longestText)
        return std::unexpected(FilterError{
            QCoreApplication::translate("earshot::Filter", "The filter is longer than %1 characters. Shorten it.")
                .arg(c_longestText),
            c_longestText, text.size() - c_longestText});
    if (const qsizetype nul = text.indexOf(QChar(QChar::Null)); nul >= 0)
        return std::unexpected(FilterError{
            QCoreApplication::translate("earshot::Filter", "A NUL character cannot be searched for. Remove it."), nul,
            1});

    std::vector<Token> tokens;
    Lexer lexer(text);
    do {
        auto token = lexer.next();
        if (!token)
            return std::unexpected(token.error());
        tokens.push_back(*std::move(token));
    } while (tokens.back().type != Token::Type::End);
    return tokens;
}

} // namespace earshot::filter
