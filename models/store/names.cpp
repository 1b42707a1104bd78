// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/names.h"

#include <algorithm>

namespace earshot {
namespace {

constexpr qsizetype c_longest = 100;

bool isForbidden(QChar c)
{
    return c == QLatin1Char('/') || c.category() == QChar::Other_Control;
}

} // namespace

Result<void> checkName(QLatin1StringView kind, const QString &name)
{
    if (name.isEmpty() || name != name.trimmed())
        return failure(ErrorCode::BadArgument, QStringLiteral("a %1 needs a name without blanks around it").arg(kind));
    if (name.size() > c_longest)
        return failure(ErrorCode::BadArgument,
                       QStringLiteral("the name of a %1 has at most %2 characters").arg(kind).arg(c_longest));
    if (std::ranges::any_of(name, isForbidden))
        return failure(ErrorCode::BadArgument,
                       QStringLiteral("the name of a %1 may not hold / or control characters").arg(kind));
    return {};
}

} // namespace earshot
