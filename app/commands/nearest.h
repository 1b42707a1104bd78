// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace earshot {

/** The one of @p words that takes the fewest changed letters to become @p typed; null if none is near enough to be
 * meant. */
QString nearestWord(const QString &typed, const QStringList &words);

} // namespace earshot
