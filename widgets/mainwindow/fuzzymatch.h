// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace earshot {

/** How well @p typed fits @p text: its letters in order, without case and accents; more where they stand together or
 * begin words. Nothing if they do not all occur. Blank fits everything equally. */
std::optional<int> fuzzyScore(QStringView typed, QStringView text);

} // namespace earshot
