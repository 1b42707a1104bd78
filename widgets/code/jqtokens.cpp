// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/code/jqtokens.h"

#include <QSet>

namespace earshot {
namespace {

using Kind = JqToken::Kind;

bool isKeyword(const QByteArray &word)
{
    static const QSet<QByteArray> keywords{"and",   "as",      "catch",  "def",    "elif",    "else",  "empty",  "end",
                                           "false", "foreach", "if",     "import", "include", "label", "module", "not",
                                           "null",  "or",      "reduce", "then",   "true",    "try",   "__loc__"};
    return keywords.contains(word);
}

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

bool isNameStart(char character)
{
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || character == '_';
}

bool isNamePart(char character)
{
    return isNameStart(character) || isDigit(character);
}

/** Walks a program once. Within a string, `\(` begins an expression that its own `)` ends. */
class Scanner
{
public:
    explicit Scanner(const QByteArray &program)
        : m_program(program)
    {
    }

    QList<JqToken> scan()
    {
        while (m_place < m_program.size())
            step();
        return m_tokens;
    }

private:
    char at(qsizetype place) const { return place < m_program.size() ? m_program[place] : '\0'; }

    void take(qsizetype end, Kind kind)
    {
        if (!m_tokens.isEmpty() && m_tokens.last().kind == kind && kind == Kind::Plain)
            m_tokens.last().length += end - m_place;
        else
            m_tokens.append({m_place, end - m_place, kind});
        m_place = end;
    }

    qsizetype nameEnd(qsizetype from) const
    {
        while (isNamePart(at(from)) || (at(from) == ':' && at(from + 1) == ':' && isNameStart(at(from + 2))))
            from += at(from) == ':' ? 2 : 1;
        return from;
    }

    void step()
    {
        const char first = at(m_place);
        const char next = at(m_place + 1);
        if (first == '#')
            takeComment();
        else if (first == '"')
            takeText(m_place + 1);
        else if (first == '.' && isNameStart(next))
            take(nameEnd(m_place + 1), Kind::Path);
        else if (first == '$' && isNameStart(next))
            take(nameEnd(m_place + 1), Kind::Variable);
        else if (first == '@' && isNameStart(next))
            take(nameEnd(m_place + 1), Kind::Keyword);
        else if (isDigit(first) || (first == '.' && isDigit(next)))
            takeNumber();
        else if (isNameStart(first))
            takeName();
        else
            takeOther(first);
    }

    void takeComment()
    {
        const qsizetype end = m_program.indexOf('\n', m_place);
        take(end < 0 ? m_program.size() : end, Kind::Comment);
    }

    /** From @p end on, up to the closing quote or to what is interpolated. */
    void takeText(qsizetype end)
    {
        while (end < m_program.size() && at(end) != '"') {
            if (at(end) == '\\' && at(end + 1) == '(') {
                take(end, Kind::Text);
                take(m_place + 2, Kind::Plain);
                m_open.append(0);
                return;
            }
            end += at(end) == '\\' ? 2 : 1;
        }
        take(std::min(end + 1, m_program.size()), Kind::Text);
    }

    void takeNumber()
    {
        qsizetype end = m_place;
        while (isDigit(at(end)) || at(end) == '.')
            ++end;
        const qsizetype sign = at(end + 1) == '-' || at(end + 1) == '+' ? 1 : 0;
        if ((at(end) == 'e' || at(end) == 'E') && isDigit(at(end + 1 + sign))) {
            end += 1 + sign;
            while (isDigit(at(end)))
                ++end;
        }
        take(end, Kind::Number);
    }

    void takeName()
    {
        const qsizetype end = nameEnd(m_place);
        const bool isKey = at(end) == ':'; // of an object
        take(end, !isKey && isKeyword(m_program.mid(m_place, end - m_place)) ? Kind::Keyword : Kind::Plain);
    }

    void takeOther(char character)
    {
        take(m_place + 1, Kind::Plain);
        if (m_open.isEmpty())
            return;
        if (character == '(') {
            ++m_open.last();
        } else if (character == ')' && m_open.last()-- == 0) {
            m_open.removeLast();
            if (m_place < m_program.size())
                takeText(m_place);
        }
    }

    const QByteArray &m_program;
    qsizetype m_place = 0;
    QList<JqToken> m_tokens;
    QList<int> m_open; ///< parentheses open in each expression within a string
};

} // namespace

QList<JqToken> jqTokens(const QByteArray &program)
{
    return Scanner(program).scan();
}

} // namespace earshot
