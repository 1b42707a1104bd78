// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/platforms/mediatype.h"

namespace earshot {
namespace {

/** Reads a field value from left to right. */
class FieldScanner
{
public:
    explicit FieldScanner(QByteArrayView text)
        : m_text(text)
    {
    }

    bool isAtEnd() const { return m_at >= m_text.size(); }

    /** Steps over @p expected if that comes next. */
    bool take(char expected)
    {
        if (isAtEnd() || m_text[m_at] != expected)
            return false;
        ++m_at;
        return true;
    }

    /** Everything up to one of @p stops or the end, without the white space around it. */
    QByteArrayView takeUntil(QByteArrayView stops)
    {
        const qsizetype begin = m_at;
        while (!isAtEnd() && !stops.contains(m_text[m_at]))
            ++m_at;
        return m_text.sliced(begin, m_at - begin).trimmed();
    }

    /** The rest of a quoted-string whose first quote is taken (RFC 9110 section 5.6.4); one that never ends goes to the
     * end. */
    QByteArray takeQuoted()
    {
        QByteArray value;
        while (!isAtEnd() && !take('"')) {
            if (m_text[m_at] == '\\' && m_at + 1 < m_text.size())
                ++m_at;
            value.append(m_text[m_at++]);
        }
        return value;
    }

    void skipSpace()
    {
        while (take(' ') || take('\t')) { }
    }

private:
    QByteArrayView m_text;
    qsizetype m_at = 0;
};

QByteArray takeParameterValue(FieldScanner &scanner)
{
    scanner.skipSpace();
    if (!scanner.take('"'))
        return scanner.takeUntil(";").toByteArray();
    const QByteArray value = scanner.takeQuoted();
    scanner.takeUntil(";");
    return value;
}

} // namespace

QByteArray MediaType::parameter(QByteArrayView parameterName) const
{
    for (const HeaderField &parameter : parameters) {
        if (parameter.name == parameterName)
            return parameter.value;
    }
    return {};
}

bool MediaType::isJson() const
{
    return name == "application/json" || name == "text/json" || name.endsWith("+json");
}

MediaType readMediaType(QByteArrayView field)
{
    FieldScanner scanner(field);
    MediaType type;
    type.name = scanner.takeUntil(";").toByteArray().toLower();
    while (scanner.take(';')) {
        const QByteArray name = scanner.takeUntil("=;").toByteArray().toLower();
        if (!scanner.take('='))
            continue;
        type.parameters.append({name, takeParameterValue(scanner)});
    }
    return type;
}

} // namespace earshot
