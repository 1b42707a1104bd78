// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace earshot::console {

/** Writes all of @p text to standard output and flushes it; false where that fails (a full disk, a closed pipe). */
bool print(const QByteArray &text);

/** One line on standard error. Line ends and other control characters within @p text become spaces: a message is one
 * line, whatever names and paths it holds. */
void say(const QString &text);

} // namespace earshot::console
