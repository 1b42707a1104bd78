// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/payloaddiff.h"

#include <algorithm>

namespace earshot {
namespace {

constexpr qsizetype c_fewWords = 3; // a value of so few is marked as a whole
constexpr qsizetype c_mostCells = 250'000; // of the table of common words

using Words = QList<TextSpan>;

/** Runs of letters and digits; every other character is a word of its own. */
Words wordsOf(const QString &text)
{
    Words words;
    bool joins = false;
    for (int i = 0; i < int(text.size()); ++i) {
        const bool isWord = text[i].isLetterOrNumber() || text[i].isMark() || text[i].isSurrogate();
        if (joins && isWord)
            ++words.last().length;
        else
            words.append({i, 1});
        joins = isWord;
    }
    return words;
}

/** Marks that touch, or have only a blank between them, become one. */
void addMark(QList<TextSpan> &marks, const TextSpan &word, const QString &text)
{
    if (!marks.isEmpty()) {
        TextSpan &last = marks.last();
        const int end = last.begin + last.length;
        if (word.begin == end || (word.begin == end + 1 && text[end].isSpace())) {
            last.length = word.begin + word.length - last.begin;
            return;
        }
    }
    marks.append(word);
}

/** Compares two lists of words by their longest common subsequence. */
class WordComparison
{
public:
    WordComparison(const QString &before, const QString &after)
        : m_before(before)
        , m_after(after)
        , m_beforeWords(wordsOf(before))
        , m_afterWords(wordsOf(after))
    {
    }

    bool isShort() const
    {
        return letters(m_before, m_beforeWords) <= c_fewWords || letters(m_after, m_afterWords) <= c_fewWords;
    }

    std::pair<QList<TextSpan>, QList<TextSpan>> marks()
    {
        trim();
        const qsizetype rows = m_beforeEnd - m_begin;
        const qsizetype columns = m_afterEnd - m_begin;
        if (rows * columns <= c_mostCells)
            compare(rows, columns);
        else
            markRest(m_begin, m_begin);
        return {m_beforeMarks, m_afterMarks};
    }

private:
    static qsizetype letters(const QString &text, const Words &words)
    {
        return std::ranges::count_if(words, [&](const TextSpan &word) { return text[word.begin].isLetterOrNumber(); });
    }

    QStringView before(qsizetype word) const
    {
        return QStringView(m_before).mid(m_beforeWords[word].begin, m_beforeWords[word].length);
    }

    QStringView after(qsizetype word) const
    {
        return QStringView(m_after).mid(m_afterWords[word].begin, m_afterWords[word].length);
    }

    void trim()
    {
        m_beforeEnd = m_beforeWords.size();
        m_afterEnd = m_afterWords.size();
        while (m_begin < std::min(m_beforeEnd, m_afterEnd) && before(m_begin) == after(m_begin))
            ++m_begin;
        while (m_begin < std::min(m_beforeEnd, m_afterEnd) && before(m_beforeEnd - 1) == after(m_afterEnd - 1)) {
            --m_beforeEnd;
            --m_afterEnd;
        }
    }

    void compare(qsizetype rows, qsizetype columns)
    {
        const auto cell = [&](qsizetype row, qsizetype column) { return std::size_t(row * (columns + 1) + column); };
        std::vector<int> common(cell(rows, columns) + 1, 0); // of what follows each pair
        for (qsizetype row = rows - 1; row >= 0; --row) {
            for (qsizetype column = columns - 1; column >= 0; --column) {
                const bool same = before(m_begin + row) == after(m_begin + column);
                common[cell(row, column)] =
                    same ? common[cell(row + 1, column + 1)] + 1
                         : std::max(common[cell(row + 1, column)], common[cell(row, column + 1)]);
            }
        }
        qsizetype row = 0;
        qsizetype column = 0;
        while (row < rows && column < columns) {
            if (before(m_begin + row) == after(m_begin + column)) {
                ++row;
                ++column;
            } else if (common[cell(row + 1, column)] >= common[cell(row, column + 1)]) {
                addMark(m_beforeMarks, m_beforeWords[m_begin + row++], m_before);
            } else {
                addMark(m_afterMarks, m_afterWords[m_begin + column++], m_after);
            }
        }
        markRest(m_begin + row, m_begin + column);
    }

    void markRest(qsizetype beforeWord, qsizetype afterWord)
    {
        for (qsizetype i = beforeWord; i < m_beforeEnd; ++i)
            addMark(m_beforeMarks, m_beforeWords[i], m_before);
        for (qsizetype i = afterWord; i < m_afterEnd; ++i)
            addMark(m_afterMarks, m_afterWords[i], m_after);
    }

    const QString &m_before;
    const QString &m_after;
    const Words m_beforeWords;
    const Words m_afterWords;
    qsizetype m_begin = 0;
    qsizetype m_beforeEnd = 0;
    qsizetype m_afterEnd = 0;
    QList<TextSpan> m_beforeMarks;
    QList<TextSpan> m_afterMarks;
};

} // namespace

std::pair<QList<TextSpan>, QList<TextSpan>> changedWords(const QString &before, const QString &after)
{
    WordComparison comparison(before, after);
    if (comparison.isShort())
        return {{{0, int(before.size())}}, {{0, int(after.size())}}};
    return comparison.marks();
}

} // namespace earshot
