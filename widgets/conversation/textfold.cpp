// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/conversation/textfold.h"

#include <algorithm>

namespace earshot {
namespace {

constexpr char16_t c_tatweel = 0x0640; // stretches Arabic words, says nothing

bool isAscii(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

/** One character without accent and case; empty for a sign that only modifies the one before. */
QString foldedCharacter(char32_t character)
{
    if (character == U'ß' || character == U'ẞ')
        return QStringLiteral("ss"); // Qt folds one character to one
    const QString whole = QString::fromUcs4(&character, 1).normalized(QString::NormalizationForm_KD);
    QString bare;
    for (const QChar part : whole) {
        const bool isMark = part.category() == QChar::Mark_NonSpacing || part.unicode() == c_tatweel;
        if (!isMark)
            bare.append(part);
    }
    return bare.toCaseFolded();
}

} // namespace

FoldedText::FoldedText(const QString &text)
{
    if (isAscii(text)) {
        m_text = text.toCaseFolded();
        return;
    }
    for (qsizetype i = 0; i < text.size();) {
        const bool isPair = text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        const char32_t character =
            isPair ? QChar::surrogateToUcs4(text.at(i), text.at(i + 1)) : char32_t(text.at(i).unicode());
        const QString folded = foldedCharacter(character);
        m_text.append(folded);
        m_places.append(QList<int>(folded.size(), int(i)));
        i += isPair ? 2 : 1;
    }
    m_places.append(int(text.size()));
}

QList<TextStretch> FoldedText::find(const FoldedText &needle) const
{
    QList<TextStretch> found;
    if (needle.isEmpty())
        return found;
    for (qsizetype at = m_text.indexOf(needle.m_text); at >= 0;
         at = m_text.indexOf(needle.m_text, at + needle.m_text.size()))
        found.append(original(at, needle.m_text.size()));
    return found;
}

TextStretch FoldedText::original(qsizetype from, qsizetype length) const
{
    if (m_places.isEmpty())
        return {from, length};
    const int first = m_places.at(from);
    qsizetype last = from + length;
    while (m_places.at(last) == first && last + 1 < m_places.size())
        ++last; // a ligature is found whole
    return {first, m_places.at(last) - first};
}

} // namespace earshot
