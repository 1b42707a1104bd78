// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/fault.h"

#include <array>
#include <optional>
#include <utility>

namespace earshot {
namespace {

constexpr std::array c_words = {
    std::pair{Fault::Duplicates, QLatin1StringView("duplicates")},
    std::pair{Fault::Reorder, QLatin1StringView("reorder")},
    std::pair{Fault::Late, QLatin1StringView("late")},
    std::pair{Fault::BadSignature, QLatin1StringView("bad-signature")},
    std::pair{Fault::Malformed, QLatin1StringView("malformed")},
};

std::optional<Fault> faultFromWord(QStringView word)
{
    for (const auto &[fault, known] : c_words) {
        if (word == known)
            return fault;
    }
    return std::nullopt;
}

} // namespace

QString faultText(Fault fault)
{
    for (const auto &[known, word] : c_words) {
        if (known == fault)
            return word;
    }
    Q_UNREACHABLE();
}

QStringList faultTexts()
{
    QStringList texts;
    for (const auto &[fault, word] : c_words)
        texts.append(word);
    return texts;
}

Result<QSet<Fault>> faultsFromText(const QString &text)
{
    QSet<Fault> faults;
    const QStringList words = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const std::optional<Fault> fault = faultFromWord(QStringView(word).trimmed());
        if (!fault) {
            return failure(ErrorCode::BadArgument,
                           QStringLiteral("unknown fault \"%1\"; known are: %2")
                               .arg(word.trimmed(), faultTexts().join(QLatin1StringView(", "))));
        }
        faults.insert(*fault);
    }
    return faults;
}

} // namespace earshot
