// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace earshot {

/** What a command ends with. */
enum ExitCode : int {
    ExitDone = 0,
    ExitFailed = 1, ///< it was asked rightly and could not be done
    ExitMisuse = 2, ///< the words were off; nothing was touched
};

/** One word of the command line. */
struct Command {
    QString name;
    QString summary; ///< one line for --help
    std::function<int(const QStringList &arguments)>
        run; ///< takes what follows the command's name; returns the exit code
};

/** Runs the command that @p arguments begin with. `--help` lists @p commands; a missing or unknown word is misuse and
 * names the nearest command. @p prefix is what was typed before, as in `earshot source`. */
int runOneOf(const QList<Command> &commands, const QString &prefix, const QString &purpose,
             const QStringList &arguments);

} // namespace earshot
