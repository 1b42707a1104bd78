// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/fuzzymatch.h"

namespace earshot {
namespace {

constexpr int c_together = 4;
constexpr int c_beginsWord = 6;
constexpr int c_occurs = 1;

/** Without case and accents, one character for each of the text's letters. */
QString folded(QStringView text)
{
    const QString apart = text.toString().normalized(QString::NormalizationForm_D);
    QString plain;
    for (const QChar c : apart) {
        if (c.category() != QChar::Mark_NonSpacing)
            plain += c.toCaseFolded();
    }
    return plain;
}

} // namespace

std::optional<int> fuzzyScore(QStringView typed, QStringView text)
{
    const QString wanted = folded(typed.trimmed());
    const QString there = folded(text);
    int score = 0;
    qsizetype from = 0;
    qsizetype last = -2;
    for (const QChar c : wanted) {
        if (c.isSpace())
            continue;
        const qsizetype found = there.indexOf(c, from);
        if (found < 0)
            return std::nullopt;
        score += c_occurs;
        if (found == last + 1)
            score += c_together;
        if (found == 0 || !there.at(found - 1).isLetterOrNumber())
            score += c_beginsWord;
        last = found;
        from = found + 1;
    }
    return score;
}

} // namespace earshot
