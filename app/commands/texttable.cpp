// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/texttable.h"

#include <algorithm>

namespace earshot {
namespace {

QString printable(const QString &cell)
{
    QString text = cell;
    std::ranges::replace_if(text, [](QChar c) { return c.category() == QChar::Other_Control; }, QLatin1Char(' '));
    return text;
}

QList<qsizetype> widthsOf(const QList<QStringList> &lines)
{
    QList<qsizetype> widths(lines.first().size(), 0);
    for (const QStringList &line : lines) {
        for (qsizetype i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths.at(i), line.at(i).size());
    }
    return widths;
}

} // namespace

QByteArray textTable(const QStringList &header, const QList<QStringList> &rows)
{
    const QList<QStringList> lines = QList<QStringList>{header} + rows;
    const QList<qsizetype> widths = widthsOf(lines);
    QString text;
    for (const QStringList &line : lines) {
        QString row;
        for (qsizetype i = 0; i < line.size(); ++i)
            row += printable(line.at(i)).leftJustified(widths.at(i) + 2);
        while (row.endsWith(QLatin1Char(' ')))
            row.chop(1);
        text += row + QLatin1Char('\n');
    }
    return text.toUtf8();
}

} // namespace earshot
