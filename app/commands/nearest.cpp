// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/nearest.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <vector>

namespace earshot {
namespace {

constexpr qsizetype c_longestWord = 64; // what is longer was not meant as one of ours

/** Levenshtein distance: letters to insert, remove or exchange. */
qsizetype editDistance(const QString &a, const QString &b)
{
    std::vector<qsizetype> row(std::size_t(b.size()) + 1);
    std::iota(row.begin(), row.end(), qsizetype(0));
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 1; j < row.size(); ++j) {
            const qsizetype changed = diagonal + (a.at(i) == b.at(qsizetype(j) - 1) ? 0 : 1);
            diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, changed}));
        }
    }
    return row.back();
}

} // namespace

QString nearestWord(const QString &typed, const QStringList &words)
{
    if (typed.isEmpty() || typed.size() > c_longestWord)
        return {};
    QString nearest;
    qsizetype least = std::numeric_limits<qsizetype>::max();
    for (const QString &word : words) {
        const qsizetype distance = editDistance(typed.toLower(), word);
        if (distance < least) {
            least = distance;
            nearest = word;
        }
    }
    const qsizetype nearEnough = std::max<qsizetype>(1, typed.size() / 2);
    return least <= nearEnough ? nearest : QString();
}

} // namespace earshot
