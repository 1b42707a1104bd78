// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/verify/jsonforms.h"

namespace earshot {
namespace {

enum class StringForm { AsIs, Plain, Ascii };

struct Layout {
    QByteArrayView comma = ",";
    QByteArrayView colon = ":";
    int indent = 0; ///< 0: all in one line
    StringForm strings = StringForm::AsIs;
};

Layout layoutOf(JsonForm form)
{
    switch (form) {
    case JsonForm::Compact:
        return {};
    case JsonForm::JavaScript:
        return {",", ":", 0, StringForm::Plain};
    case JsonForm::Python:
        return {", ", ": ", 0, StringForm::Ascii};
    case JsonForm::Indented2:
        return {",", ": ", 2, StringForm::Plain};
    case JsonForm::Indented4:
        return {",", ": ", 4, StringForm::Plain};
    }
    return {};
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isStructural(char c)
{
    return isBlank(c) || QByteArrayView("{}[]:,\"").contains(c);
}

/** The one-letter escape of a character (RFC 8259 section 7); NUL if it has none. */
char escapeOf(char16_t character)
{
    switch (character) {
    case u'"':
        return '"';
    case u'\\':
        return '\\';
    case u'\b':
        return 'b';
    case u'\f':
        return 'f';
    case u'\n':
        return 'n';
    case u'\r':
        return 'r';
    case u'\t':
        return 't';
    default:
        return '\0';
    }
}

char16_t unescaped(char letter)
{
    constexpr std::array c_characters = {u'\b', u'\f', u'\n', u'\r', u'\t'};
    for (const char16_t character : c_characters) {
        if (escapeOf(character) == letter)
            return character;
    }
    return char16_t(letter); // `"`, `\` and `/`
}

/** What lies between the quotes of a valid string, without its escapes. */
QString plainText(QByteArrayView inner)
{
    constexpr qsizetype c_hexDigits = 4;
    QString text;
    while (!inner.isEmpty()) {
        const qsizetype escape = inner.indexOf('\\');
        text += QString::fromUtf8(inner.first(escape < 0 ? inner.size() : escape));
        if (escape < 0 || escape + 1 >= inner.size())
            break;
        const bool isHex = inner[escape + 1] == 'u' && inner.size() >= escape + 2 + c_hexDigits;
        text += isHex ? QChar(inner.sliced(escape + 2, c_hexDigits).toUShort(nullptr, 16))
                      : QChar(unescaped(inner[escape + 1]));
        inner = inner.sliced(escape + 2 + (isHex ? c_hexDigits : 0));
    }
    return text;
}

QByteArray escapedText(const QString &text, bool isAsciiOnly)
{
    QByteArray bytes;
    QString run; // what needs no escape
    for (const QChar character : text) {
        const char16_t code = character.unicode();
        if (escapeOf(code) == '\0' && code >= u' ' && !(isAsciiOnly && code >= 0x7f)) {
            run += character;
            continue;
        }
        bytes += std::exchange(run, {}).toUtf8();
        if (escapeOf(code) != '\0')
            bytes += QByteArray("\\") + escapeOf(code);
        else
            bytes += "\\u" + QByteArray::number(code, 16).rightJustified(4, '0');
    }
    return bytes + run.toUtf8();
}

/** Writes the tokens of valid JSON again, with other white space. */
class JsonWriter
{
public:
    JsonWriter(QByteArrayView json, const Layout &layout)
        : m_json(json)
        , m_layout(layout)
        , m_most(json.size() * 4 + 1024)
    {
    }

    std::optional<QByteArray> written()
    {
        m_text.reserve(m_json.size() + m_json.size() / 2);
        while (m_at < m_json.size()) {
            if (m_text.size() > m_most)
                return std::nullopt;
            writeToken();
        }
        return m_text;
    }

private:
    void writeToken()
    {
        const char c = m_json[m_at];
        if (c == '"')
            return writeString();
        ++m_at;
        if (c == '{' || c == '[')
            open(c);
        else if (c == '}' || c == ']')
            close(c);
        else if (c == ',')
            separate();
        else if (c == ':')
            m_text += m_layout.colon;
        else if (!isBlank(c))
            writeScalar();
    }

    /** The rest of a number, `true`, `false` or `null`. */
    void writeScalar()
    {
        const qsizetype begin = m_at - 1;
        while (m_at < m_json.size() && !isStructural(m_json[m_at]))
            ++m_at;
        m_text += m_json.sliced(begin, m_at - begin);
    }

    void writeString()
    {
        qsizetype end = m_at + 1;
        while (end < m_json.size() && m_json[end] != '"')
            end += m_json[end] == '\\' ? 2 : 1;
        end = qMin(end, m_json.size());
        const QByteArrayView inner = m_json.sliced(m_at + 1, end - m_at - 1);
        m_at = qMin(end + 1, m_json.size());
        m_text += '"';
        if (isWrittenAsIs(inner))
            m_text += inner;
        else
            m_text += escapedText(plainText(inner), m_layout.strings == StringForm::Ascii);
        m_text += '"';
    }

    /** Whether taking its escapes away and putting them back makes no difference. */
    bool isWrittenAsIs(QByteArrayView inner) const
    {
        const auto isPlain = [](char c) { return uchar(c) < 0x7f; };
        return m_layout.strings == StringForm::AsIs
               || (!inner.contains('\\')
                   && (m_layout.strings == StringForm::Plain || std::all_of(inner.begin(), inner.end(), isPlain)));
    }

    void open(char c)
    {
        m_text += c;
        while (m_at < m_json.size() && isBlank(m_json[m_at]))
            ++m_at;
        if (m_at < m_json.size() && (m_json[m_at] == '}' || m_json[m_at] == ']')) {
            m_text += m_json[m_at++];
            return;
        }
        ++m_depth;
        breakLine();
    }

    void close(char c)
    {
        m_depth = qMax(m_depth - 1, 0);
        breakLine();
        m_text += c;
    }

    void separate()
    {
        m_text += m_layout.comma;
        breakLine();
    }

    void breakLine()
    {
        if (m_layout.indent > 0)
            m_text += '\n' + QByteArray(qsizetype(m_layout.indent) * m_depth, ' ');
    }

    QByteArrayView m_json;
    const Layout m_layout;
    const qsizetype m_most;
    qsizetype m_at = 0;
    int m_depth = 0;
    QByteArray m_text;
};

} // namespace

std::optional<QByteArray> rewriteJson(QByteArrayView json, JsonForm form)
{
    return JsonWriter(json, layoutOf(form)).written();
}

} // namespace earshot
