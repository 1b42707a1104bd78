// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace earshot {

/** Why ssh ended, and what to do, from the last lines of its output (OpenSSH's English messages, `ssh -v`). Its own
 * last words where they are none of those known; null if it said nothing. */
QString sshFailure(const QStringList &lines);

} // namespace earshot
