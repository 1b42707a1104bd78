// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/report/jsonwriter.h"

#include "app/report/utf8.h"

#include <algorithm>

namespace earshot {
namespace {

/** RFC 8259 section 7: quotation mark, backslash and control characters must be escaped. DEL need not, but terminals
 * obey it. */
bool needsEscape(QChar c)
{
    return c.unicode() < 0x20 || c == QLatin1Char('"') || c == QLatin1Char('\\') || c.unicode() == 0x7f;
}

void appendEscape(QByteArray &out, QChar c)
{
    switch (c.unicode()) {
    case u'"':
        out.append("\\\"");
        return;
    case u'\\':
        out.append("\\\\");
        return;
    case u'\n':
        out.append("\\n");
        return;
    case u'\r':
        out.append("\\r");
        return;
    case u'\t':
        out.append("\\t");
        return;
    default:
        out.append("\\u00").append(QByteArray::number(c.unicode(), 16).rightJustified(2, '0'));
    }
}

} // namespace

void JsonWriter::key(QLatin1StringView name)
{
    separate();
    m_out.append('"').append(name.data(), name.size()).append("\":", 2);
    m_needsComma = false;
}

void JsonWriter::integer(qint64 number)
{
    separate();
    appendInteger(m_out, number);
}

void JsonWriter::text(QStringView text)
{
    separate();
    m_out.append('"');
    while (!text.isEmpty()) {
        const auto special = std::find_if(text.begin(), text.end(), needsEscape);
        const qsizetype plain = special - text.begin();
        appendUtf8(m_out, text.first(plain));
        if (special == text.end())
            break;
        appendEscape(m_out, *special);
        text = text.sliced(plain + 1);
    }
    m_out.append('"');
}

void JsonWriter::textOrNull(const QString &value)
{
    if (value.isNull())
        null();
    else
        text(value);
}

void JsonWriter::raw(QByteArrayView json)
{
    separate();
    m_out.append(json.data(), json.size());
}

void JsonWriter::raw(QStringView json)
{
    separate();
    appendUtf8(m_out, json);
}

void JsonWriter::begin(char bracket)
{
    separate();
    m_out.append(bracket);
    m_needsComma = false;
}

void JsonWriter::end(char bracket)
{
    m_out.append(bracket);
    m_needsComma = true;
}

void JsonWriter::separate()
{
    if (m_needsComma)
        m_out.append(',');
    m_needsComma = true;
}

} // namespace earshot
