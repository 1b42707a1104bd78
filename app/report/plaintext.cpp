// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/report/plaintext.h"

#include <algorithm>

namespace earshot::plaintext {
namespace {

/** Marks that turn the direction of writing, so that a text reads otherwise than it is (Unicode UAX #9). */
bool turnsDirection(QChar c)
{
    const char16_t unit = c.unicode();
    return (unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069) || unit == 0x200e || unit == 0x200f
           || unit == 0x061c;
}

/** C0, DEL and C1, the line and paragraph separators, and marks of direction. */
bool isHarmful(QChar c)
{
    const QChar::Category category = c.category();
    return category == QChar::Other_Control || category == QChar::Separator_Line
           || category == QChar::Separator_Paragraph || turnsDirection(c);
}

QString escaped(QChar c)
{
    if (c == QLatin1Char('\n'))
        return QStringLiteral("\\n");
    if (c == QLatin1Char('\r'))
        return QStringLiteral("\\r");
    if (c == QLatin1Char('\t'))
        return QStringLiteral("\\t");
    const bool isWide = c.unicode() > 0xff;
    return QStringLiteral("\\%1%2")
        .arg(QLatin1Char(isWide ? 'u' : 'x'))
        .arg(uint(c.unicode()), isWide ? 4 : 2, 16, QLatin1Char('0'));
}

template <typename Stays>
QString harmless(QStringView text, Stays stays)
{
    QString shown;
    shown.reserve(text.size());
    for (const QChar c : text) {
        if (isHarmful(c) && !stays(c))
            shown += escaped(c);
        else
            shown += c;
    }
    return shown;
}

QList<qsizetype> columnWidths(const QList<QStringList> &rows)
{
    QList<qsizetype> widths;
    for (const QStringList &row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    return widths;
}

} // namespace

QString line(QStringView text)
{
    return harmless(text, [](QChar) { return false; });
}

QString block(QStringView text)
{
    const QString unixLines = text.toString().replace(QLatin1StringView("\r\n"), QLatin1StringView("\n"));
    return harmless(unixLines, [](QChar c) { return c == QLatin1Char('\n') || c == QLatin1Char('\t'); });
}

QString indented(const QString &text, int depth)
{
    const QString blanks(depth, QLatin1Char(' '));
    QString result = blanks + text;
    return result.replace(QLatin1Char('\n'), QString(QLatin1Char('\n') + blanks));
}

QString table(const QList<QStringList> &rows, const QList<Align> &alignment)
{
    const QList<qsizetype> widths = columnWidths(rows);
    QString text;
    for (const QStringList &row : rows) {
        QString rowText;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const bool isRight = alignment.value(i, Align::Left) == Align::Right;
            rowText += isRight ? row[i].rightJustified(widths[i]) : row[i].leftJustified(widths[i]);
            rowText += QLatin1StringView("  ");
        }
        while (rowText.endsWith(QLatin1Char(' ')))
            rowText.chop(1);
        text += rowText + QLatin1Char('\n');
    }
    return text;
}

} // namespace earshot::plaintext
