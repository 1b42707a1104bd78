// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/scope/filterhighlighter.h"

#include "models/filter/lexer.h"
#include "widgets/style/colors.h"

#include <QFont>
#include <QTextDocument>

namespace earshot {
namespace {

using filter::Token;
using Tokens = std::vector<Token>;

bool touch(const Token &left, const Token &right)
{
    return left.end() == right.position;
}

bool isValue(const Tokens &tokens, std::size_t at)
{
    return at > 0 && tokens[at - 1].type == Token::Type::Operator && touch(tokens[at - 1], tokens[at]);
}

bool isName(const Tokens &tokens, std::size_t at)
{
    return at + 1 < tokens.size() && tokens[at + 1].type == Token::Type::Operator && touch(tokens[at], tokens[at + 1]);
}

bool startsWithDigit(const Token &token)
{
    return !token.text.isEmpty() && token.text.front().isDigit();
}

bool isConjunction(const Token &token)
{
    return token.text.compare(u"and", Qt::CaseInsensitive) == 0 || token.text.compare(u"not", Qt::CaseInsensitive) == 0;
}

ColorRole wordRole(const Tokens &tokens, std::size_t at)
{
    if (isName(tokens, at))
        return ColorRole::PayloadKey;
    if (isValue(tokens, at))
        return startsWithDigit(tokens[at]) ? ColorRole::PayloadNumber : ColorRole::PayloadText;
    return isConjunction(tokens[at]) ? ColorRole::PayloadKeyword : ColorRole::Text;
}

ColorRole roleOf(const Tokens &tokens, std::size_t at)
{
    switch (tokens[at].type) {
    case Token::Type::Word:
        return wordRole(tokens, at);
    case Token::Type::Quoted:
        return isName(tokens, at) ? ColorRole::PayloadKey : ColorRole::PayloadText;
    case Token::Type::Operator:
        return ColorRole::Muted;
    case Token::Type::Minus:
    case Token::Type::Open:
    case Token::Type::Close:
        return ColorRole::PayloadKeyword;
    case Token::Type::End:
        break;
    }
    return ColorRole::Text;
}

/** What can be told of a text that may be no filter yet: all before a quote that is still open. */
Tokens tokensOf(const QString &text)
{
    auto tokens = filter::tokenize(text);
    if (!tokens)
        tokens = filter::tokenize(QStringView(text).left(std::min(tokens.error().position, text.size())));
    return tokens ? *std::move(tokens) : Tokens();
}

} // namespace

FilterHighlighter::FilterHighlighter(QTextDocument *document)
    : QSyntaxHighlighter(document)
{
}

void FilterHighlighter::setPalette(const QPalette &palette)
{
    m_palette = palette;
    rehighlight();
}

void FilterHighlighter::setError(const std::optional<FilterError> &error)
{
    if (std::exchange(m_error, error) != error)
        rehighlight();
}

void FilterHighlighter::highlightBlock(const QString &text)
{
    const Colors &colors = colorsOf(m_palette);
    const Tokens tokens = tokensOf(text);
    for (std::size_t at = 0; at < tokens.size(); ++at)
        setFormat(int(tokens[at].position), int(tokens[at].length), colors[roleOf(tokens, at)]);
    if (!m_error || text.isEmpty())
        return;
    const int length = int(std::max<qsizetype>(m_error->length, 1)); // what is missing is missed at a place
    const int position = int(std::min(m_error->position, text.size() - 1));
    for (int i = position; i < std::min(position + length, int(text.size())); ++i) {
        QTextCharFormat underlined = format(i);
        underlined.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        underlined.setUnderlineColor(colors[ColorRole::ErrorText]);
        setFormat(i, 1, underlined);
    }
}

} // namespace earshot
