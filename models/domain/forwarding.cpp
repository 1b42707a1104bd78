// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/forwarding.h"

#include <algorithm>
#include <array>

namespace earshot {

QString shadowVerdictText(ShadowRow::Verdict verdict)
{
    constexpr std::array words = {u"same", u"changed", u"new", u"fails"};
    return QString::fromUtf16(words[std::size_t(verdict)]);
}

qint64 ShadowRun::count(ShadowRow::Verdict verdict) const
{
    return std::ranges::count(rows, verdict, &ShadowRow::verdict);
}

} // namespace earshot
